package propria.formats.petab.upgrade;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import propria.formats.petab.problem.Condition;
import propria.formats.petab.problem.Condition.Change;
import propria.formats.petab.problem.Experiment;
import propria.formats.petab.problem.Measurement;
import propria.formats.petab.problem.Observable;
import propria.formats.petab.problem.Observable.Transformation;
import propria.formats.petab.problem.PetabParameter;
import propria.formats.petab.problem.PetabParameter.Prior;
import propria.formats.petab.problem.PetabParameter.Scale;
import propria.formats.petab.problem.PetabProblem;
import propria.model.expression.Formulas;
import propria.model.problem.Problem;

/// Says a problem of version 1 in version 2. Likelihood and priors stay what they are; what version 2 has no place for is
/// a warning: the scale of a search, where searches begin, and priors that reach beyond their bounds, which version 2 cuts.
public final class PetabUpgrade {

    private static final double LN_10 = StrictMath.log(10);

    private final PetabProblem problem;
    private final StartingValues starting;
    private final Map<String, Condition> conditions = new LinkedHashMap<>();
    private final List<Problem> remarks = new ArrayList<>();

    /// A problem of version 2 with what was lost on the way.
    ///
    /// @param remarks warnings P141
    public record Upgraded(PetabProblem problem, List<Problem> remarks) {

        public Upgraded {
            remarks = List.copyOf(remarks);
        }
    }

    private PetabUpgrade(PetabProblem problem) {
        this.problem = problem;
        this.starting = new StartingValues(problem.model());
    }

    /// The problem in version 2; one of version 2 is given back.
    public static Upgraded of(PetabProblem problem) {
        return problem.version() == 2
                ? new Upgraded(problem, List.of())
                : new PetabUpgrade(problem).upgraded();
    }

    private Upgraded upgraded() {
        Map<String, String> names = names();
        List<Experiment> experiments = problem.experiments().stream()
                .map(e -> new Experiment(names.getOrDefault(e.id(), e.id()), periods(e), e.place())).toList();
        List<Measurement> measurements = problem.measurements().stream()
                .map(m -> new Measurement(m.observable(), names.getOrDefault(m.experiment(), m.experiment()), m.time(),
                        m.value(), m.observableParameters(), m.noiseParameters(), m.place()))
                .toList();
        List<PetabParameter> parameters = problem.parameters().stream().map(this::parameter).toList();
        return new Upgraded(new PetabProblem(2, problem.modelId(), problem.modelFile(), problem.language(),
                problem.model(), List.copyOf(conditions.values()), experiments,
                problem.observables().stream().map(PetabUpgrade::observable).toList(), measurements, parameters,
                problem.mappings(), problem.place()), remarks);
    }

    private List<Experiment.Period> periods(Experiment experiment) {
        List<Experiment.Period> periods = new ArrayList<>();
        for (Experiment.Period period : experiment.periods()) {
            boolean first = periods.isEmpty();
            List<String> ids = period.conditions().stream().map(problem::condition).flatMap(Optional::stream)
                    .map(condition -> said(condition, first)).flatMap(Optional::stream).toList();
            periods.add(new Experiment.Period(period.time(), ids, period.place()));
        }
        return periods;
    }

    /// The id of a condition as it stands in version 2; empty when it changes nothing. One that stands both at a start and
    /// after a steady state becomes two.
    private Optional<String> said(Condition condition, boolean first) {
        List<Change> changes = first ? starting.first(condition) : starting.later(condition);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder id = new StringBuilder(condition.id());
        while (conditions.containsKey(id.toString()) && !conditions.get(id.toString()).changes().equals(changes)
                || problem.condition(id.toString()).filter(other -> !other.equals(condition)).isPresent()) {
            id.append("_later");
        }
        conditions.putIfAbsent(id.toString(), new Condition(id.toString(), changes, condition.place()));
        return Optional.of(id.toString());
    }

    /// A pair of conditions is named by both; version 2 wants a name without the comma, that nothing else has.
    private Map<String, String> names() {
        Set<String> taken = new LinkedHashSet<>();
        problem.experiments().stream().map(Experiment::id).filter(id -> id.indexOf(',') < 0).forEach(taken::add);
        Map<String, String> names = new HashMap<>();
        for (Experiment experiment : problem.experiments()) {
            if (experiment.id().indexOf(',') >= 0) {
                StringBuilder name = new StringBuilder(experiment.id().replace(",", "__"));
                while (!taken.add(name.toString())) {
                    name.append('_');
                }
                names.put(experiment.id(), name.toString());
            }
        }
        return names;
    }

    /// A normal on the decadic logarithm with deviation s is a normal on the natural one with deviation s ln 10.
    private static Observable observable(Observable o) {
        return o.transformation() != Transformation.LOG10
                ? o
                : new Observable(o.id(), o.name(), o.formula(),
                        Formulas.product(Formulas.number(LN_10), o.noiseFormula()), o.distribution(),
                        Transformation.LOG, o.observablePlaceholders(), o.noisePlaceholders(), o.place());
    }

    private PetabParameter parameter(PetabParameter p) {
        if (!p.estimated()) {
            return new PetabParameter(p.id(), p.name(), Scale.LIN, p.lower(), p.upper(), p.nominal(), false,
                    Optional.empty(), Optional.empty(), p.place());
        }
        if (p.scale() != Scale.LIN) {
            remark(p, "the scale on which it is searched", "the program that estimates chooses one");
        }
        if (p.initialisationPrior().isPresent()) {
            remark(p, "where its searches begin", "the program that estimates chooses where");
        }
        Optional<Prior> prior = p.prior().map(old -> prior(p, old));
        if (prior.isPresent() && !prior.get().type().endsWith("uniform")) {
            remark(p, "that its prior reaches beyond its bounds", "widen the bounds where that matters");
        }
        return new PetabParameter(p.id(), p.name(), Scale.LIN, p.lower(), p.upper(), p.nominal(), true, prior,
                Optional.empty(), p.place());
    }

    private void remark(PetabParameter p, String lost, String fix) {
        remarks.add(Problem.warning("P141", p.place(), "version 2 does not say of " + p.id() + " " + lost, "", fix));
    }

    private static Prior prior(PetabParameter p, Prior old) {
        boolean logarithmic = p.scale() != Scale.LIN;
        return switch (old.type()) {
            case "logNormal" -> new Prior("log-normal", old.parameters(), old.place());
            case "logLaplace" -> new Prior("log-laplace", old.parameters(), old.place());
            case "parameterScaleUniform" -> new Prior(logarithmic ? "log-uniform" : "uniform", ends(p, old),
                    old.place());
            case "parameterScaleNormal" -> new Prior(logarithmic ? "log-normal" : "normal", natural(p, old),
                    old.place());
            case "parameterScaleLaplace" -> new Prior(logarithmic ? "log-laplace" : "laplace", natural(p, old),
                    old.place());
            default -> old;
        };
    }

    /// Place and spread on the natural logarithm.
    private static List<Double> natural(PetabParameter p, Prior old) {
        double factor = p.scale() == Scale.LOG10 ? LN_10 : 1;
        return old.parameters().stream().map(x -> factor * x).toList();
    }

    /// The ends of a uniform distribution off the scale; its default are the bounds.
    private static List<Double> ends(PetabParameter p, Prior old) {
        return old.parameters().isEmpty()
                ? List.of(p.lower().orElseThrow(), p.upper().orElseThrow())
                : old.parameters().stream().map(x -> switch (p.scale()) {
                    case LIN -> x;
                    case LOG -> StrictMath.exp(x);
                    case LOG10 -> StrictMath.pow(10, x);
                }).toList();
    }
}
