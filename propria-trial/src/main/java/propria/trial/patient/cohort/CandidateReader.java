package propria.trial.patient.cohort;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import propria.engine.simulate.SimulationFailure;
import propria.study.run.work.Parallel;
import propria.study.subject.ParameterDraw;
import propria.study.subject.SubjectLife;
import propria.trial.patient.Marginal;
import propria.trial.patient.PatientSpace;
import propria.trial.patient.TraitEffect;
import propria.trial.patient.VirtualPatient;
import propria.trial.score.clinic.ExpectedReading;
import propria.trial.score.clinic.Latent;
import propria.trial.score.clinic.VisitRecorder;

/// Makes candidates of a draw and counts what that costs. Safe to share between threads.
final class CandidateReader {

    /// No number behind a person lies further out.
    static final double BOUND = 3;

    private final PatientSpace space;
    private final ParameterDraw draw;
    private final ExpectedReading expected;
    private final List<Marginal> baseline;
    private final AtomicInteger simulations = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    CandidateReader(PatientSpace space, ParameterDraw draw, ExpectedReading expected) {
        this.space = space;
        this.draw = draw;
        this.expected = expected;
        this.baseline = List.copyOf(space.target().baseline().values());
    }

    PatientSpace space() {
        return space;
    }

    ParameterDraw draw() {
        return draw;
    }

    List<Marginal> baseline() {
        return baseline;
    }

    int simulations() {
        return simulations.get();
    }

    int failures() {
        return failures.get();
    }

    /// The person at given standard normal numbers.
    ///
    /// @return empty when the model forbids it or cannot simulate it
    Optional<Candidate> at(double[] normals, SubjectLife life) {
        simulations.incrementAndGet();
        try {
            Optional<VirtualPatient> patient = space.patient(draw, 0, normals, life);
            if (patient.isEmpty()) {
                failures.incrementAndGet();
                return Optional.empty();
            }
            return Optional.of(read(normals.clone(), space.atRest(patient.get(), VisitRecorder.QUANTITIES, life)));
        } catch (SimulationFailure _) {
            failures.incrementAndGet();
            return Optional.empty();
        }
    }

    /// The same bowel in a person with other traits; only [#free] dimensions may differ. Nothing is simulated.
    Candidate again(Candidate candidate, double[] normals) {
        return read(normals, candidate.standing());
    }

    private Candidate read(double[] normals, double[] standing) {
        Map<String, Double> traits = space.traits(normals);
        Latent now = new Latent(id -> standing[VisitRecorder.QUANTITIES.indexOf(id)],
                name -> traits.getOrDefault(name, 0.0), 0);
        double[] readings = new double[baseline.size()];
        double[] scores = new double[baseline.size()];
        for (int i = 0; i < readings.length; i++) {
            readings[i] = expected.of(baseline.get(i).name(), now);
            scores[i] = baseline.get(i).normal(readings[i]);
        }
        return new Candidate(normals, standing, readings, scores);
    }

    /// The dimensions that change readings without changing the model.
    List<Integer> free() {
        Set<String> bound = new HashSet<>(space.target().population().betweenSubjects().keySet());
        space.target().effects().stream().map(TraitEffect::trait).forEach(bound::add);
        return IntStream.range(0, space.dimensions().size()).filter(i -> !bound.contains(space.dimensions().get(i)))
                .boxed().toList();
    }

    /// The dimensions that are parameters of the model.
    int parameters() {
        return space.target().population().betweenSubjects().size();
    }

    /// Numbers behind a person as the population has them, none beyond the bound.
    double[] normals(int number) {
        double[] normals = space.normals(draw.number(), number, 0);
        for (int i = 0; i < normals.length; i++) {
            normals[i] = clamp(normals[i]);
        }
        return normals;
    }

    static double clamp(double normal) {
        return StrictMath.min(BOUND, StrictMath.max(-BOUND, normal));
    }

    /// Candidates as the population has them, without those that cannot be simulated.
    ///
    /// @param from the number of the first
    List<Candidate> sample(int from, int count, int threads) {
        List<Integer> numbers = IntStream.range(from, from + count).boxed().toList();
        List<Optional<Candidate>> found = Parallel.map(numbers, threads, space::life,
                (life, number) -> at(normals(number), life));
        List<Candidate> candidates = new ArrayList<>();
        found.forEach(candidate -> candidate.ifPresent(candidates::add));
        return candidates;
    }
}
