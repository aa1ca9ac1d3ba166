package propria.formats.sbml.level.older;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import propria.formats.sbml.level.draft.Change;
import propria.formats.sbml.level.draft.Draft;
import propria.formats.sbml.level.draft.InOrder;
import propria.formats.sbml.level.draft.TimeZero;
import propria.model.Compartment;
import propria.model.InitialAssignment;
import propria.model.Parameter;
import propria.model.Rule;
import propria.model.Species;
import propria.model.Species.InitialKind;
import propria.model.expression.Expression;
import propria.model.expression.References;

/// Level 2 Version 1: no initial assignments, so that the number which they give stands as the value; no constraints; and
/// rules in the order of their use (section 4.8.1 there).
final class FirstVersion {

    private final Draft draft;
    private final Map<String, Double> values = new HashMap<>();

    private FirstVersion(Draft draft) {
        this.draft = draft;
    }

    static void replace(Draft draft) {
        FirstVersion first = new FirstVersion(draft);
        first.starts();
        draft.constraints.forEach(c -> draft.refuse(c.definedAt(), "there is a constraint",
                "a simulation that leaves the bounds of the model would not be told",
                "write Level 2 Version 2 or newer"));
        first.order();
    }

    private void starts() {
        boolean past = holdsPast();
        for (InitialAssignment a : draft.initialAssignments) {
            TimeZero zero = new TimeZero(draft);
            OptionalDouble value = zero.find(new Expression.Reference(a.variable()));
            if (value.isPresent() && !(past && zero.moves())) {
                values.put(a.variable(), value.getAsDouble());
                draft.remark(a.definedAt(), "the start of " + a.variable() + " is written as a number",
                        "Level 2 Version 1 of SBML has no initial assignments");
            } else {
                draft.refuse(a.definedAt(), "quantity " + a.variable() + " begins as a formula says",
                        value.isPresent()
                                ? "the formula holds before the start too, of which the model asks"
                                : "its value cannot be told from the text",
                        "write Level 2 Version 2 or newer");
            }
        }
        draft.initialAssignments.clear();
        draft.parameters.replaceAll(p -> new Parameter(p.id(), value(p.id(), p.value()), p.constant(), p.unit(),
                p.description(), p.definedAt()));
        draft.compartments.replaceAll(c -> new Compartment(c.id(), c.dimensions(), value(c.id(), c.size()),
                c.constant(), c.unit(), c.description(), c.definedAt()));
        draft.species.replaceAll(s -> !values.containsKey(s.id())
                ? s
                : new Species(s.id(), s.compartment(),
                        value(s.id(), s.initial()), s.substanceOnly() ? InitialKind.AMOUNT : InitialKind.CONCENTRATION,
                        s.substanceOnly(), s.boundary(), s.constant(), s.unit(), s.conversionFactor(), s.description(),
                        s.definedAt()));
    }

    private boolean holdsPast() {
        boolean[] found = new boolean[1];
        Change.Everywhere look = part -> {
            found[0] |= part instanceof Expression.Delay;
            return part;
        };
        draft.formulasAndFunctions(look);
        return found[0];
    }

    private OptionalDouble value(String id, OptionalDouble otherwise) {
        Double value = values.get(id);
        return value == null ? otherwise : OptionalDouble.of(value);
    }

    private void order() {
        List<Rule.Assignment> assigned = new ArrayList<>();
        List<Rule> others = new ArrayList<>();
        for (Rule rule : draft.rules) {
            if (rule instanceof Rule.Assignment a) {
                assigned.add(a);
            } else {
                others.add(rule);
            }
        }
        draft.rules.clear();
        draft.rules.addAll(InOrder.of(assigned, Rule.Assignment::variable, a -> References.of(a.formula())));
        draft.rules.addAll(others);
    }
}
