package propria.formats.sbml.level.older;

import static propria.model.expression.Formulas.call;
import static propria.model.expression.Formulas.compare;
import static propria.model.expression.Formulas.difference;
import static propria.model.expression.Formulas.name;
import static propria.model.expression.Formulas.product;
import static propria.model.expression.Formulas.quotient;
import static propria.model.expression.Formulas.sum;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import propria.formats.sbml.level.draft.Change;
import propria.formats.sbml.level.draft.Draft;
import propria.model.Description;
import propria.model.FunctionDefinition;
import propria.model.expression.ElementaryFunction;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression.Relation;

/// `max`, `min`, `quotient` and `rem` came with Level 3 Version 2 (section 3.4.6 there). Before it they are functions that
/// the model defines, of the same value to the last digit but for `rem`, whose value is that of `x - y*quotient(x, y)`.
final class OlderFunctions {

    private static final Expression X = name("x");
    private static final Expression Y = name("y");

    private final Draft draft;
    private final Map<ElementaryFunction, String> defined = new EnumMap<>(ElementaryFunction.class);
    private final List<FunctionDefinition> added = new ArrayList<>();

    private OlderFunctions(Draft draft) {
        this.draft = draft;
    }

    static void replace(Draft draft) {
        OlderFunctions functions = new OlderFunctions(draft);
        Change.Everywhere change = functions::replaced;
        draft.formulasAndFunctions(change);
        draft.functions.addAll(0, functions.added);
        functions.added.forEach(f -> draft.remark(draft.place(),
                "the function " + f.id() + " was added to the model",
                draft.title + " of SBML has no function of its own for this"));
    }

    private Expression replaced(Expression part) {
        if (!(part instanceof Expression.Call(ElementaryFunction function, List<Expression> arguments))) {
            return part;
        }
        return switch (function) {
            case MINIMUM -> chain(function, arguments);
            case MAXIMUM -> chain(function, arguments);
            case QUOTIENT, REMAINDER -> new Expression.Apply(id(function), arguments);
            default -> part;
        };
    }

    private Expression chain(ElementaryFunction function, List<Expression> arguments) {
        return arguments.stream().reduce((one, other) -> new Expression.Apply(id(function), List.of(one, other)))
                .orElseThrow();
    }

    private String id(ElementaryFunction function) {
        String known = defined.get(function);
        if (known != null) {
            return known;
        }
        Expression body = body(function);
        String id = draft.unused(function.text() + "_of");
        defined.put(function, id);
        added.add(new FunctionDefinition(id, List.of("x", "y"), body, Description.NONE, draft.place()));
        return id;
    }

    private Expression body(ElementaryFunction function) {
        return switch (function) {
            case MINIMUM -> chosen(Relation.LESS_OR_EQUAL);
            case MAXIMUM -> chosen(Relation.GREATER_OR_EQUAL);
            case QUOTIENT -> towardsZero();
            case REMAINDER -> difference(X,
                    product(Y, new Expression.Apply(id(ElementaryFunction.QUOTIENT), List.of(X, Y))));
            default ->
                throw new IllegalArgumentException(function.text() + " is no function of Level 3 Version 2 only");
        };
    }

    /// The sum stands where one of both is not a number, and so is none.
    private static Expression chosen(Relation relation) {
        return new Expression.Piecewise(List.of(new Expression.Case(compare(X, relation, Y), X),
                new Expression.Case(compare(Y, relation, X), Y)), sum(X, Y));
    }

    private static Expression towardsZero() {
        Expression share = quotient(X, Y);
        return new Expression.Piecewise(
                List.of(new Expression.Case(compare(share, Relation.LESS, Expression.ZERO),
                        call(ElementaryFunction.CEILING, share))),
                call(ElementaryFunction.FLOOR, share));
    }
}
