package propria.formats.petab.upgrade;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import propria.formats.petab.problem.Condition;
import propria.formats.petab.problem.Condition.Change;
import propria.model.InitialAssignment;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Rule;
import propria.model.Species;
import propria.model.expression.Expression;
import propria.model.expression.Formulas;
import propria.model.expression.References;
import propria.model.expression.Substitute;

/// What the conditions of version 1 say without words. There a condition comes before the initial assignments of the
/// model, in version 2 after them: what an initial assignment makes of a changed value is written out as a change of its
/// own. And there a value that a condition leaves blank falls back to the model's after a steady state, where in version 2
/// it stays.
final class StartingValues {

    private final Map<String, Expression> assigned = new LinkedHashMap<>();
    private final Map<String, Expression> ruled = new HashMap<>();
    private final Map<String, Expression> plain = new HashMap<>();
    private final List<Species> species;
    private final Set<String> states;

    StartingValues(Model model) {
        for (InitialAssignment assignment : model.initialAssignments()) {
            assigned.put(assignment.variable(), assignment.formula());
        }
        for (Rule rule : model.rules()) {
            if (rule instanceof Rule.Assignment(String variable, Expression formula, var _)) {
                ruled.put(variable, formula);
            }
        }
        for (Parameter parameter : model.parameters()) {
            parameter.value().ifPresent(value -> plain.put(parameter.id(), Formulas.number(value)));
        }
        this.species = model.species();
        this.states = species.stream().map(Species::id).collect(Collectors.toSet());
        model.rules().stream().filter(Rule.Rate.class::isInstance)
                .forEach(rule -> states.add(((Rule.Rate) rule).variable()));
    }

    /// The changes of a first condition, with those that follow from it.
    List<Change> first(Condition condition) {
        Map<String, Expression> values = new LinkedHashMap<>();
        List<Change> changes = new ArrayList<>();
        for (Change change : condition.changes()) {
            if (!change.isEmpty()) {
                values.put(change.target(), change.value());
                changes.add(change);
            }
        }
        assigned.forEach((variable, formula) -> {
            if (!values.containsKey(variable)) {
                Expression whole = written(formula, values, 0);
                if (!whole.equals(written(formula, Map.of(), 0))) {
                    changes.add(new Change(variable, whole, condition.place()));
                }
            }
        });
        for (Species one : species) {
            if (values.containsKey(one.compartment()) && !values.containsKey(one.id())
                    && !assigned.containsKey(one.id()) && one.initialKind() == Species.InitialKind.CONCENTRATION
                    && one.initial().isPresent()) {
                changes.add(new Change(one.id(), Formulas.number(one.initial().getAsDouble()), condition.place()));
            }
        }
        return changes;
    }

    /// The changes of a condition after a steady state, with what falls back to the model.
    List<Change> later(Condition condition) {
        List<Change> changes = new ArrayList<>();
        for (Change change : condition.changes()) {
            if (!change.isEmpty()) {
                changes.add(change);
            } else if (!states.contains(change.target())) {
                Optional.ofNullable(assigned.get(change.target())).or(() -> Optional.ofNullable(
                        plain.get(change.target())))
                        .ifPresent(value -> changes.add(new Change(change.target(), value, change.place())));
            }
        }
        return changes;
    }

    /// A formula at the start, with changed values, rules and other initial assignments written out.
    private Expression written(Expression formula, Map<String, Expression> values, int depth) {
        Map<String, Expression> replacements = new HashMap<>();
        for (String name : References.of(formula)) {
            Optional<Expression> found = Optional.ofNullable(values.get(name));
            if (found.isEmpty() && depth < assigned.size() + ruled.size()) {
                found = Optional.ofNullable(assigned.get(name)).or(() -> Optional.ofNullable(ruled.get(name)))
                        .map(inner -> written(inner, values, depth + 1));
            }
            found.ifPresent(value -> replacements.put(name, value));
        }
        return replacements.isEmpty() ? formula : Substitute.in(formula, replacements);
    }
}
