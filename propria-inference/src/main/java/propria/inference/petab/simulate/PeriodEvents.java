package propria.inference.petab.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import propria.formats.petab.problem.Condition;
import propria.formats.petab.problem.Experiment;
import propria.formats.petab.problem.PetabProblem;
import propria.model.Compartment;
import propria.model.Description;
import propria.model.Event;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Species;
import propria.model.expression.Expression;
import propria.model.expression.Formulas;
import propria.model.expression.LogicalExpression.Relation;
import propria.model.problem.SourceLocation;

/// The model of a problem with everything in it that its tables add: parameters that formulas name, and an event for each
/// period after the first of an experiment. An event goes off when a parameter, the number of the period, is set to its
/// number, so that all changes of a period are made at once, before the events of the model, and these see them.
///
/// A species that stands for a concentration keeps it when a condition changes its compartment, as the test suite of PEtab
/// has it; in the events of SBML the amount is what stays.
final class PeriodEvents {

    /// The parameter that holds the number of the period.
    static final String PERIOD = "petab__period";

    private static final double FIRST = 1e300;

    private final PetabProblem problem;
    private final List<Event> events = new ArrayList<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    PeriodEvents(PetabProblem problem) {
        this.problem = problem;
        for (Experiment experiment : problem.experiments()) {
            for (Experiment.Period period : later(experiment)) {
                int number = numbers.size() + 1;
                numbers.put(key(experiment, period), number);
                List<Condition.Change> changes = changes(problem, period);
                if (!changes.isEmpty()) {
                    events.add(event(number, changes, period.place()));
                }
            }
        }
    }

    private static String key(Experiment experiment, Experiment.Period period) {
        return experiment.id() + "@" + period.time();
    }

    /// The number of a period.
    int number(Experiment experiment, Experiment.Period period) {
        return numbers.getOrDefault(key(experiment, period), 0);
    }

    /// The periods after the first that has a time.
    static List<Experiment.Period> later(Experiment experiment) {
        return experiment.periods().stream().filter(p -> !p.isPreEquilibration()).skip(1).toList();
    }

    /// What a period changes, targets as the model names them.
    static List<Condition.Change> changes(PetabProblem problem, Experiment.Period period) {
        return period.conditions().stream().flatMap(id -> problem.condition(id).stream())
                .flatMap(c -> c.changes().stream())
                .map(c -> new Condition.Change(problem.modelEntity(c.target()), ModelNames.of(problem, c.value()),
                        c.place()))
                .toList();
    }

    private Event event(int number, List<Condition.Change> changes, SourceLocation place) {
        Map<String, Expression> values = new LinkedHashMap<>();
        changes.forEach(change -> values.put(change.target(), change.value()));
        List<Event.Assignment> assignments = new ArrayList<>();
        values.forEach((target, value) -> assignments.add(new Event.Assignment(target, kept(target, value, values))));
        for (Species species : problem.model().species()) {
            if (!values.containsKey(species.id()) && isConcentrationIn(species, values)) {
                assignments.add(new Event.Assignment(species.id(),
                        kept(species.id(), Formulas.name(species.id()), values)));
            }
        }
        return new Event("petab__period_" + number,
                Formulas.compare(Formulas.name(PERIOD), Relation.EQUAL, Formulas.number(number)), false, true,
                Optional.empty(), Optional.of(Formulas.number(FIRST)), true, assignments, Description.NONE, place);
    }

    private boolean isConcentrationIn(Species species, Map<String, Expression> values) {
        return !species.substanceOnly() && values.containsKey(species.compartment())
                && problem.model().compartments().stream().anyMatch(c -> c.id().equals(species.compartment())
                        && c.dimensions() != 0);
    }

    /// A concentration times the new size over the old, so that it is `value` after both have changed.
    private Expression kept(String target, Expression value, Map<String, Expression> values) {
        Optional<Species> species = problem.model().species().stream().filter(s -> s.id().equals(target))
                .filter(s -> isConcentrationIn(s, values)).findFirst();
        if (species.isEmpty()) {
            return value;
        }
        String compartment = species.get().compartment();
        Expression size = values.getOrDefault(compartment, Formulas.name(compartment));
        return Formulas.product(value, Formulas.quotient(size, Formulas.name(compartment)));
    }

    /// The model with all that.
    Model model() {
        Model m = problem.model();
        Set<String> targets = given();
        List<Parameter> parameters = new ArrayList<>(m.parameters().stream()
                .map(p -> targets.contains(p.id())
                        ? new Parameter(p.id(), p.value(), false, p.unit(), p.description(), p.definedAt())
                        : p)
                .toList());
        ModelNames.missing(problem).forEach(id -> parameters.add(parameter(id, OptionalDouble.of(Double.NaN))));
        parameters.add(parameter(PERIOD, OptionalDouble.of(0)));
        List<Compartment> compartments = m.compartments().stream()
                .map(c -> targets.contains(c.id())
                        ? new Compartment(c.id(), c.dimensions(), c.size(), false, c.unit(), c.description(),
                                c.definedAt())
                        : c)
                .toList();
        List<Species> species = m.species().stream().map(s -> targets.contains(s.id()) ? variable(s) : s).toList();
        List<Event> all = new ArrayList<>(m.events());
        all.addAll(events);
        return new Model(m.id(), m.description(), m.units(), m.defaults(), compartments, species, parameters,
                m.functions(), m.reactions(), m.rules(), m.initialAssignments(), all, m.constraints(),
                m.conversionFactor());
    }

    /// What the tables give a value: it must not be constant in the model, or the compiler takes it for known.
    private Set<String> given() {
        Set<String> ids = new LinkedHashSet<>();
        problem.parameters().forEach(p -> ids.add(problem.modelEntity(p.id())));
        problem.conditions().forEach(c -> c.changes().forEach(change -> ids.add(problem.modelEntity(change.target()))));
        events.forEach(e -> e.assignments().forEach(a -> ids.add(a.variable())));
        return ids;
    }

    private Parameter parameter(String id, OptionalDouble value) {
        return new Parameter(id, value, false, Optional.empty(), Description.NONE, problem.place());
    }

    private static Species variable(Species s) {
        return new Species(s.id(), s.compartment(), s.initial(), s.initialKind(), s.substanceOnly(), s.boundary(),
                false, s.unit(), s.conversionFactor(), s.description(), s.definedAt());
    }
}
