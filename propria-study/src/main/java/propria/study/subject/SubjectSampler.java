package propria.study.subject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import propria.engine.random.Streams;
import propria.model.Constraint;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Rule;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.Arm;
import propria.study.Product;
import propria.study.Regimen;
import propria.study.SourcedValue;
import propria.study.Study;
import propria.study.evidence.LibraryNumbers;

/// Draws parameters and the subjects around them. What it returns depends on the seed, the draw, the subject and the id
/// of each quantity; safe to share between threads.
public final class SubjectSampler {

    private static final int MOST_ATTEMPTS = 1000;
    private static final String VIABILITY = "viability";
    private static final String BODY_MASS = "body mass";

    private final Study study;
    private final Streams streams;
    private final ModelConditions conditions;
    private final List<ArmPriors> arms;
    private final Map<String, Prior> viability;
    private final Map<String, Double> values = new HashMap<>();
    private final Optional<PosteriorDraws> posterior;
    private final List<String> drawn;

    /// @param changed priors that take the place of the usual ones: by id of the model, or by the id of
    ///        [propria.study.evidence.LibraryNumbers] for a number of a library file
    /// @param seed of the random streams
    public SubjectSampler(Model model, Study study, Map<String, Prior> changed, long seed) {
        this.study = study;
        this.streams = new Streams(seed);
        this.conditions = new ModelConditions(model);
        model.species().forEach(s -> s.initial().ifPresent(value -> values.put(s.id(), value)));
        model.parameters().forEach(p -> p.value().ifPresent(value -> values.put(p.id(), value)));
        this.posterior = study.uncertainty().posterior().map(p -> new PosteriorDraws(p, streams, changed.keySet()));
        PriorChoice choice = new PriorChoice(study.uncertainty(), posterior, changed);
        SequencedMap<String, Prior> priors = modelPriors(model, choice);
        this.arms = study.arms().stream().map(arm -> ArmPriors.of(study, arm, priors, choice.with(values))).toList();
        this.viability = viabilities(choice);
        this.drawn = uncertain();
    }

    private static SequencedMap<String, Prior> modelPriors(Model model, PriorChoice choice) {
        SequencedMap<String, Prior> priors = new LinkedHashMap<>();
        Set<String> computed = new HashSet<>();
        model.initialAssignments().forEach(a -> computed.add(a.variable()));
        for (Rule rule : model.rules()) {
            if (rule instanceof Rule.Assignment assignment) {
                computed.add(assignment.variable());
            }
        }
        for (Parameter parameter : model.parameters()) {
            if (parameter.value().isPresent() && !computed.contains(parameter.id())) {
                choice.of(parameter).ifPresent(prior -> priors.put(parameter.id(), prior));
            }
        }
        return priors;
    }

    private Map<String, Prior> viabilities(PriorChoice choice) {
        Map<String, Prior> found = new LinkedHashMap<>();
        for (Arm arm : study.arms()) {
            for (Regimen regimen : arm.regimens()) {
                Product product = regimen.product();
                SourcedValue alive = product.viability()
                        .orElse(SourcedValue.exactly(1, product.place()));
                Prior usual = Prior.of("f_" + VIABILITY, alive.value(), alive.interval(), 1);
                found.put(product.id(), choice.of(LibraryNumbers.id(product.id(), VIABILITY), usual));
            }
        }
        return Collections.unmodifiableMap(found);
    }

    private List<String> uncertain() {
        Set<String> ids = new LinkedHashSet<>();
        arms.forEach(arm -> arm.priors().forEach((id, prior) -> {
            if (!prior.isFixed()) {
                ids.add(id);
            }
        }));
        if (viability.values().stream().anyMatch(prior -> !prior.isFixed())) {
            ids.add(VIABILITY);
        }
        return List.copyOf(ids);
    }

    /// The ids of what differs from draw to draw, the viability of products among them.
    public List<String> drawn() {
        return drawn;
    }

    /// A set of parameters. A set that breaks a constraint of the model in any arm is drawn again.
    ///
    /// @param number which draw, from 0
    /// @throws ProblemException S041 when set after set breaks a constraint
    public ParameterDraw draw(int number) {
        Optional<Constraint> broken = Optional.empty();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            ParameterDraw draw = attempt(number, attempt);
            broken = broken(draw.arms());
            if (broken.isEmpty()) {
                return draw;
            }
        }
        throw refused(broken.orElseThrow());
    }

    private ParameterDraw attempt(int number, int attempt) {
        Map<String, Double> normal = new HashMap<>();
        double[] normals = new double[drawn.size()];
        for (int i = 0; i < normals.length; i++) {
            normals[i] = normal(number, drawn.get(i), attempt);
            normal.put(drawn.get(i), normals[i]);
        }
        List<Map<String, Double>> perArm = new ArrayList<>();
        for (ArmPriors arm : arms) {
            perArm.add(at(arm.priors(), normal));
        }
        Map<String, Double> alive = new LinkedHashMap<>();
        viability.forEach((product, prior) -> alive.put(product, prior.at(normal.getOrDefault(VIABILITY, 0.0))));
        return new ParameterDraw(number, normals, perArm, alive, attempt);
    }

    private double normal(int number, String id, int attempt) {
        OptionalDouble calibrated = posterior.map(p -> p.normal(number, id, attempt)).orElse(OptionalDouble.empty());
        return calibrated.isPresent()
                ? calibrated.getAsDouble()
                : streams.normal(number, Streams.NO_SUBJECT, id, attempt);
    }

    private static Map<String, Double> at(Map<String, Prior> priors, Map<String, Double> normal) {
        Map<String, Double> values = new LinkedHashMap<>();
        priors.forEach((id, prior) -> values.put(id, prior.at(normal.getOrDefault(id, 0.0))));
        return values;
    }

    /// A subject. One that breaks a constraint of the model in any arm is drawn again.
    ///
    /// @param number which subject of the draw, from 0
    /// @throws ProblemException S041 when subject after subject breaks a constraint
    public VirtualSubject subject(ParameterDraw draw, int number) {
        double mass = streams.normal(draw.number(), number, BODY_MASS, 0);
        double[] masses = study.arms().stream().map(arm -> arm.population().bodyMass())
                .mapToDouble(m -> Prior.of(BODY_MASS, m.value(), m.interval(), 1).at(mass)).toArray();
        Optional<Constraint> broken = Optional.empty();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            List<Map<String, Double>> perArm = new ArrayList<>();
            int tried = attempt;
            for (int arm = 0; arm < arms.size(); arm++) {
                perArm.add(varied(draw, arm, id -> streams.normal(draw.number(), number, id, tried)));
            }
            broken = broken(perArm);
            if (broken.isEmpty()) {
                return new VirtualSubject(draw, number, perArm, masses, attempt);
            }
        }
        throw refused(broken.orElseThrow());
    }

    /// The subject at given standard normal numbers instead of drawn ones.
    ///
    /// @param normals by the id of what varies between subjects; what is not there stands at its middle
    /// @return empty when a constraint of the model forbids it in any arm
    public Optional<VirtualSubject> subject(ParameterDraw draw, int number, Map<String, Double> normals) {
        List<Map<String, Double>> perArm = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            perArm.add(varied(draw, arm, id -> normals.getOrDefault(id, 0.0)));
        }
        double[] masses = study.arms().stream().mapToDouble(arm -> arm.population().bodyMass().value()).toArray();
        return broken(perArm).isPresent()
                ? Optional.empty()
                : Optional.of(new VirtualSubject(draw, number, perArm, masses, 0));
    }

    private Map<String, Double> varied(ParameterDraw draw, int arm, ToDoubleFunction<String> normal) {
        Map<String, Double> own = new LinkedHashMap<>(draw.arms().get(arm));
        arms.get(arm).variation().forEach((id, cv) -> {
            double middle = own.getOrDefault(id, values.getOrDefault(id, Double.NaN));
            own.put(id, Prior.varied(id, middle, cv, normal.applyAsDouble(id)));
        });
        return own;
    }

    private Optional<Constraint> broken(List<Map<String, Double>> perArm) {
        return perArm.stream().distinct().flatMap(values -> conditions.broken(values).stream()).findFirst();
    }

    private static ProblemException refused(Constraint constraint) {
        return new ProblemException(Problem.error("S041", constraint.definedAt(),
                MOST_ATTEMPTS + " draws in a row break a constraint of the model", constraint.message(),
                "narrow the intervals of the parameters that it names"));
    }
}
