package propria.trial.patient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import propria.engine.ScheduledChange;
import propria.engine.Trajectory;
import propria.engine.random.Streams;
import propria.evidence.policy.IntegrityPolicy;
import propria.model.problem.SourceLocation;
import propria.study.Arm;
import propria.study.ArmRole;
import propria.study.Phase;
import propria.study.Population;
import propria.study.Regimen;
import propria.study.Study;
import propria.study.library.Library;
import propria.study.run.ArmSchedule;
import propria.study.run.PreparedModel;
import propria.study.subject.ParameterDraw;
import propria.study.subject.SubjectLife;
import propria.study.subject.SubjectSampler;
import propria.study.subject.VirtualSubject;
import propria.study.uncertainty.UncertaintyPlan;

/// All patients that a target population allows: a point for each vector of standard normal numbers, of which some set
/// parameters of the model and the others traits. Safe to share between threads; each thread brings its own [SubjectLife].
public final class PatientSpace {

    /// The model of which patients are made.
    public static final String MODEL = "gut";

    private static final String UNTREATED = "untreated";
    private static final String WEIGHT = "weight";
    private static final String POTENCY = "product_potency";

    private final TargetPopulation target;
    private final CoursePlan plan;
    private final PreparedModel prepared;
    private final Streams streams;
    private final SubjectSampler sampler;
    private final List<ArmSchedule> schedules = new ArrayList<>();
    private final List<String> dimensions = new ArrayList<>();

    /// @throws propria.model.problem.ProblemException T101 when an arm gives what the library does not have
    public PatientSpace(Library library, PreparedModel prepared, TargetPopulation target, CoursePlan plan) {
        this.target = target;
        this.plan = plan;
        this.prepared = prepared;
        this.streams = new Streams(plan.seed());
        Study study = study(library);
        this.sampler = new SubjectSampler(prepared.model(), study, Map.of(), plan.seed());
        study.arms().forEach(arm -> schedules.add(new ArmSchedule(study, arm)));
        dimensions.addAll(target.population().betweenSubjects().keySet());
        dimensions.addAll(target.traits().keySet());
    }

    private Study study(Library library) {
        Population population = target.population();
        SourceLocation place = population.place();
        List<Arm> arms = new ArrayList<>();
        arms.add(new Arm(UNTREATED, UNTREATED, ArmRole.UNTREATED, population, true, List.of(), place));
        for (PatientArm arm : plan.arms()) {
            List<Regimen> regimens = arm.treatments().stream().map(t -> t.regimen(library, place)).toList();
            ArmRole role = regimens.isEmpty() ? ArmRole.VEHICLE : ArmRole.STANDARD_OF_CARE;
            arms.add(new Arm(arm.id(), arm.id(), role, population, true, regimens, place));
        }
        double end = StrictMath.max(plan.end(), 1);
        return new Study(target.id(), target.name(), "", Optional.empty(), population, plan.patientsPerDraw(),
                List.of(new Phase("trial", 0, end, List.of(), place)), arms, List.of(), List.of(), List.of(),
                uncertainty(plan), IntegrityPolicy.STANDARD, plan.seed(),
                Study.Simulation.STANDARD, Optional.empty(),
                new Study.Files(library.root(), library.models().getOrDefault(MODEL, library.root()),
                        MODEL, library.evidence(), List.of()));
    }

    private static UncertaintyPlan uncertainty(CoursePlan plan) {
        return plan.draws() > 1
                ? new UncertaintyPlan(new UncertaintyPlan.Parameters.FromPriors(), plan.draws())
                : UncertaintyPlan.none();
    }

    /// Whom its patients are like.
    public TargetPopulation target() {
        return target;
    }

    /// Which courses are wanted.
    public CoursePlan plan() {
        return plan;
    }

    /// The random streams of the plan.
    public Streams streams() {
        return streams;
    }

    /// The names of what patients differ in: ids of the model, then traits.
    public List<String> dimensions() {
        return List.copyOf(dimensions);
    }

    /// A simulator of lives for one thread.
    public SubjectLife life() {
        return new SubjectLife(prepared.compiled(), PatientSimulator.METHOD, PatientSimulator.TOLERANCES);
    }

    /// A belief about the world, from 0.
    public ParameterDraw draw(int number) {
        return sampler.draw(number);
    }

    /// The standard normal numbers of a person as the population has them, without regard to targets.
    ///
    /// @param attempt which of several for one person
    public double[] normals(int draw, int patient, int attempt) {
        double[] normals = new double[dimensions.size()];
        for (int i = 0; i < normals.length; i++) {
            normals[i] = streams.normal(draw, patient, dimensions.get(i), attempt);
        }
        return normals;
    }

    /// The person at given standard normal numbers, at rest when treatment begins.
    ///
    /// @return empty when a constraint of the model forbids it
    /// @throws propria.engine.simulate.SimulationFailure when the life before treatment cannot be simulated
    public Optional<VirtualPatient> patient(ParameterDraw draw, int number, double[] normals, SubjectLife life) {
        Map<String, Double> named = new HashMap<>();
        for (int i = 0; i < normals.length; i++) {
            named.put(dimensions.get(i), normals[i]);
        }
        Map<String, Double> traits = traits(normals);
        return sampler.subject(draw, number, named).map(subject -> {
            VirtualSubject affected = affected(subject, traits);
            Map<String, Double> untreated = affected.arms().getFirst();
            Map<String, Double> rest = new HashMap<>(target.population().equilibrate().isPresent()
                    ? life.rest(untreated, 0, target.population().equilibrate().getAsDouble())
                    : untreated);
            target.start().forEach((id, value) -> rest.put(id, value.value()));
            return new VirtualPatient(affected, rest, traits, normals.clone());
        });
    }

    /// The traits at given standard normal numbers, by name.
    public Map<String, Double> traits(double[] normals) {
        int first = target.population().betweenSubjects().size();
        Map<String, Double> traits = new LinkedHashMap<>();
        for (Marginal trait : target.traits().values()) {
            traits.put(trait.name(), trait.at(normals[first + traits.size()]));
        }
        return traits;
    }

    private VirtualSubject affected(VirtualSubject subject, Map<String, Double> traits) {
        List<Map<String, Double>> arms = new ArrayList<>();
        for (Map<String, Double> arm : subject.arms()) {
            Map<String, Double> own = new LinkedHashMap<>(arm);
            for (TraitEffect effect : target.effects()) {
                double factor = effect.times(traits.getOrDefault(effect.trait(), 0.0));
                if (factor != 1) {
                    own.put(effect.parameter(), factor * own.getOrDefault(effect.parameter(),
                            prepared.compiled().defaultValue(effect.parameter())));
                }
            }
            arms.add(own);
        }
        double[] masses = subject.bodyMass().clone();
        if (traits.containsKey(WEIGHT)) {
            java.util.Arrays.fill(masses, traits.get(WEIGHT));
        }
        return new VirtualSubject(subject.draw(), subject.number(), arms, masses, subject.redrawn());
    }

    /// What the patient's states and derived quantities are when treatment begins.
    public double[] atRest(VirtualPatient patient, List<String> quantities, SubjectLife life) {
        Trajectory now = life.course(patient.rest(), List.of(), 0, 0, List.of(0.0), quantities);
        double[] values = new double[quantities.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = now.value(0, i);
        }
        return values;
    }

    /// The course of a patient in an arm of the plan, from rest. All arms begin in the same state.
    ///
    /// @throws propria.engine.simulate.SimulationFailure when it cannot be simulated
    public Trajectory course(VirtualPatient patient, int arm, SubjectLife life) {
        Map<String, Double> start = new HashMap<>(patient.rest());
        Map<String, Double> untreated = patient.subject().arms().getFirst();
        patient.subject().arms().get(arm + 1).forEach((id, value) -> {
            if (!value.equals(untreated.get(id))) {
                start.put(id, value);
            }
        });
        double potency = potency(patient);
        if (potency != 1) {
            start.merge(POTENCY, potency, (usual, own) -> usual * own);
        }
        List<ScheduledChange> changes = schedules.get(arm + 1).changes(
                id -> start.getOrDefault(id, prepared.compiled().defaultValue(id)),
                patient.subject().draw().viability(), patient.subject().bodyMass()[arm + 1]);
        return life.course(start, changes, 0, plan.end(), plan.times(), plan.quantities());
    }

    /// The potency of what the patient receives, as a multiple of the usual.
    public double potency(VirtualPatient patient) {
        return plan.donors().potency(streams, patient.subject().draw().number(), patient.subject().number());
    }
}
