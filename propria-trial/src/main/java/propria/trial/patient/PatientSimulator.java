package propria.trial.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import propria.engine.Method;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.simulate.SimulationFailure;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.library.Library;
import propria.study.run.PreparedModel;
import propria.study.run.work.Parallel;
import propria.study.subject.ParameterDraw;
import propria.study.subject.SubjectLife;
import propria.trial.course.CourseBank;

/// Simulates the courses of virtual patients under every arm. The same plan gives the same bits on any number of threads.
///
/// @param library what arms give
/// @param prepared the model, compiled
/// @param threads how many
public record PatientSimulator(Library library, PreparedModel prepared, int threads) {

    static final Method METHOD = Method.BDF;
    static final Tolerances TOLERANCES = new Tolerances(1e-5, 1e-8);

    private static final int MOST_ATTEMPTS = 50;
    private static final List<String> DONOR_COVARIATES = List.of("donor", "lot", "potency");

    /// What was simulated.
    ///
    /// @param bank the courses
    /// @param failed how many people could not be simulated and were replaced
    /// @param seconds on the clock
    public record Courses(CourseBank bank, int failed, double seconds) {
    }

    /// Simulates patients as the population has them.
    ///
    /// @throws ProblemException as the other does
    public Courses simulate(TargetPopulation target, CoursePlan plan) {
        return simulate(target, plan, PatientSource.POPULATION);
    }

    /// Simulates patients.
    ///
    /// @param source where they come from
    /// @throws ProblemException T101, T102 for names that are not known, T103 when people after people cannot be simulated
    public Courses simulate(TargetPopulation target, CoursePlan plan, PatientSource source) {
        return simulate(target, plan, source, CourseKeeper.NONE);
    }

    /// Simulates patients, and keeps each who is done.
    ///
    /// @param keeper knows those who were done before, and is given each that is
    /// @throws ProblemException as the other does
    /// @throws java.util.concurrent.CancellationException when the thread is interrupted
    public Courses simulate(TargetPopulation target, CoursePlan plan, PatientSource source, CourseKeeper keeper) {
        long begin = System.nanoTime();
        checkQuantities(plan);
        PatientSpace space = new PatientSpace(library, prepared, target, plan);
        CourseBank.Shape shape = shape(target, plan);
        int perPatient = plan.arms().size() * plan.times().size() * plan.quantities().size();
        int covariates = shape.covariates().size();
        double[] values = new double[shape.patients() * perPatient];
        double[] known = new double[shape.patients() * covariates];
        List<ParameterDraw> draws = IntStream.range(0, plan.draws()).mapToObj(space::draw).toList();
        List<List<double[]>> chosen = draws.stream().map(draw -> source.patients(space, draw)).toList();
        List<Integer> people = IntStream.range(0, shape.patients()).boxed().toList();
        List<Integer> failures = Parallel.map(people, threads, space::life, (life, place) -> {
            double[] record = keeper.kept(place).orElseGet(() -> {
                double[] made = record(space, draws.get(place / plan.patientsPerDraw()),
                        place % plan.patientsPerDraw(), chosen.get(place / plan.patientsPerDraw()), life);
                keeper.keep(place, made);
                return made;
            });
            System.arraycopy(record, 1, known, place * covariates, covariates);
            System.arraycopy(record, 1 + covariates, values, place * perPatient, perPatient);
            return (int) record[0];
        });
        int failed = failures.stream().mapToInt(Integer::intValue).sum();
        return new Courses(new CourseBank(shape, known, values), failed, (System.nanoTime() - begin) * 1e-9);
    }

    /// The record of a person, as a [CourseKeeper] keeps it.
    ///
    /// @param number of the person in the draw, from 0
    /// @param chosen the patients of the draw as of [PatientSource#patients]; none for people as the population has them
    /// @throws ProblemException T103 when people after people cannot be simulated
    public static double[] one(PatientSpace space, ParameterDraw draw, int number, List<double[]> chosen,
            SubjectLife life) {
        return record(space, draw, number, chosen, life);
    }

    private static CourseBank.Shape shape(TargetPopulation target, CoursePlan plan) {
        List<String> covariates = new ArrayList<>(target.traits().keySet());
        covariates.addAll(DONOR_COVARIATES);
        return new CourseBank.Shape(plan.draws(), plan.patientsPerDraw(),
                plan.arms().stream().map(PatientArm::id).toList(), plan.times(), plan.quantities(), covariates);
    }

    private static double[] covariates(PatientSpace space, VirtualPatient patient) {
        List<Double> own = new ArrayList<>(patient.traits().values());
        int number = patient.subject().number();
        own.add((double) space.plan().donors().donor(number));
        own.add((double) space.plan().donors().lot(number));
        own.add(space.potency(patient));
        return own.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// How many failed before this person, covariates, values.
    private static double[] record(PatientSpace space, ParameterDraw draw, int number, List<double[]> chosen,
            SubjectLife life) {
        Optional<SimulationFailure> last = Optional.empty();
        int failed = 0;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            double[] normals = chosen.isEmpty()
                    ? space.normals(draw.number(), number, attempt)
                    : chosen.get((number + attempt) % chosen.size());
            try {
                Optional<VirtualPatient> patient = space.patient(draw, number, normals, life);
                if (patient.isPresent()) {
                    return joined(failed, covariates(space, patient.get()), courses(space, patient.get(), life));
                }
            } catch (SimulationFailure failure) {
                last = Optional.of(failure);
                failed++;
            }
        }
        throw new ProblemException(Problem.error("T103", "patient " + draw.number() + "/" + number
                + " could not be simulated",
                MOST_ATTEMPTS + " people in a row failed or broke a constraint"
                        + last.map(f -> "; the last: " + f.problem().what()).orElse(""),
                "narrow what differs between patients of `" + space.target().population().id() + "`"));
    }

    private static double[] joined(int failed, double[] covariates, double[] values) {
        double[] record = new double[1 + covariates.length + values.length];
        record[0] = failed;
        System.arraycopy(covariates, 0, record, 1, covariates.length);
        System.arraycopy(values, 0, record, 1 + covariates.length, values.length);
        return record;
    }

    /// The values of all arms of a patient, in the order arm, time, quantity.
    static double[] courses(PatientSpace space, VirtualPatient patient, SubjectLife life) {
        CoursePlan plan = space.plan();
        int perArm = plan.times().size() * plan.quantities().size();
        double[] values = new double[plan.arms().size() * perArm];
        for (int arm = 0; arm < plan.arms().size(); arm++) {
            Trajectory course = space.course(patient, arm, life);
            for (int time = 0; time < plan.times().size(); time++) {
                for (int quantity = 0; quantity < plan.quantities().size(); quantity++) {
                    values[arm * perArm + time * plan.quantities().size() + quantity] = course.value(time, quantity);
                }
            }
        }
        return values;
    }

    private void checkQuantities(CoursePlan plan) {
        List<Problem> problems = new ArrayList<>();
        for (String quantity : plan.quantities()) {
            if (!prepared.compiled().outputIds().contains(quantity)) {
                problems.add(Problem.error("T102", "the model has no quantity `" + quantity + "`",
                        "a course keeps what the model computes", Nearest.of(quantity, prepared.compiled().outputIds())
                                .map(near -> "did you mean `" + near + "`?").orElse("correct the name")));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }
}
