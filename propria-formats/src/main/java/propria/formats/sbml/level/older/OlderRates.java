package propria.formats.sbml.level.older;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import propria.formats.sbml.level.draft.Change;
import propria.formats.sbml.level.draft.Draft;
import propria.formats.sbml.level.draft.EveryFormula;
import propria.model.FunctionDefinition;
import propria.model.InitialAssignment;
import propria.model.expression.Expression;
import propria.model.expression.Inline;
import propria.model.expression.LogicalExpression;
import propria.model.expression.Rewrite;
import propria.model.problem.SourceLocation;

/// The symbol rateOf came with Level 3 Version 2 (section 3.4.6 there). Before it the formula of the rate stands in its
/// place; where there is none ([RatesOfChange]) the element is refused.
final class OlderRates {

    private final Draft draft;

    private OlderRates(Draft draft) {
        this.draft = draft;
    }

    static void replace(Draft draft) {
        AtomicBoolean found = new AtomicBoolean();
        Change.Everywhere look = part -> {
            found.set(found.get() || part instanceof Expression.RateOf);
            return part;
        };
        draft.formulasAndFunctions(look);
        if (found.get()) {
            new OlderRates(draft).all();
        }
    }

    private void all() {
        LocalParameters.promote(draft);
        try {
            inline();
        } catch (IllegalArgumentException _) {
            draft.refuse(draft.place(), "a function takes the rate of change of a formula that it is given",
                    "that has none", "write Level 3 Version 2");
            return;
        }
        RatesOfChange rates = new RatesOfChange(draft);
        draft.reactions.replaceAll(
                r -> at(r, r.definedAt(), "the rate law of " + r.id(), change(rates), EveryFormula::of));
        draft.rules.replaceAll(r -> at(r, r.definedAt(), "a rule", change(rates), EveryFormula::of));
        draft.initialAssignments.replaceAll(a -> at(a, a.definedAt(), "the start of " + a.variable(), change(rates),
                (one, change) -> new InitialAssignment(one.variable(), change.of(one.formula()), one.definedAt())));
        draft.events.replaceAll(e -> at(e, e.definedAt(), "event " + e.id(), change(rates), EveryFormula::of));
        draft.constraints.replaceAll(c -> at(c, c.definedAt(), "a constraint", change(rates),
                (one, change) -> new propria.model.Constraint(change.of(one.condition()), one.message(),
                        one.definedAt())));
        draft.remark(draft.place(), "rates of change stand in formulas as the formulas that they are",
                draft.title + " of SBML has no rateOf");
    }

    /// A function that takes the rate of what it is given cannot be left.
    ///
    /// @throws IllegalArgumentException if it is given something else than a name
    private void inline() {
        Map<String, FunctionDefinition> known = new HashMap<>();
        draft.functions.forEach(f -> known.put(f.id(), f));
        List<FunctionDefinition> with = draft.functions.stream()
                .filter(f -> RatesOfChange.holdsRate(Inline.functions(f.body(), known))).toList();
        if (with.isEmpty()) {
            return;
        }
        draft.formulas(new Change() {
            @Override
            public Expression of(Expression formula) {
                return Inline.functions(formula, known);
            }

            @Override
            public LogicalExpression of(LogicalExpression condition) {
                return Inline.functions(condition, known);
            }
        });
        draft.functions.removeAll(with);
    }

    private static Change change(RatesOfChange rates) {
        return new Change() {
            @Override
            public Expression of(Expression formula) {
                return rates.without(formula);
            }

            @Override
            public LogicalExpression of(LogicalExpression condition) {
                return Rewrite.parts(condition, rates::without);
            }
        };
    }

    private interface Step<T> {
        T of(T element, Change change);
    }

    private <T> T at(T element, SourceLocation place, String what, Change change, Step<T> step) {
        try {
            return step.of(element, change);
        } catch (RatesOfChange.Unknown unknown) {
            draft.refuse(place, what + " names a rate of change", String.valueOf(unknown.getMessage()),
                    "write Level 3 Version 2");
            return element;
        }
    }
}
