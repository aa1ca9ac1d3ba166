package propria.formats.petab.math;

import java.util.List;
import java.util.stream.Collectors;
import propria.model.expression.ElementaryFunction;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression;
import propria.model.expression.Print;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Writes formulas so that [PetabMath] reads them back equal.
public final class PetabText {

    private PetabText() {
    }

    /// The text of a formula.
    ///
    /// @throws ProblemException P140 where PEtab has no word for a part of it
    public static String of(Expression expression) {
        return switch (expression) {
            case Expression.Constant(double value) -> number(value);
            case Expression.Reference(String id) -> id;
            case Expression.Time() -> "time";
            case Expression.Sum(List<Expression> terms) -> joined(terms, " + ");
            case Expression.Product(List<Expression> factors) -> joined(factors, " * ");
            case Expression.Quotient(Expression top, Expression bottom) -> joined(List.of(top, bottom), " / ");
            case Expression.Power(Expression base, Expression exponent) -> joined(List.of(base, exponent), " ^ ");
            case Expression.Call(ElementaryFunction function, List<Expression> arguments) ->
                call(function, arguments, expression);
            case Expression.Piecewise(List<Expression.Case> cases, Expression otherwise) ->
                "piecewise(" + cases.stream().map(c -> of(c.then()) + ", " + of(c.when()) + ", ")
                        .collect(Collectors.joining()) + of(otherwise) + ")";
            case Expression.Apply _,Expression.Delay _,Expression.RateOf _,Expression.Draw _ -> throw none(expression);
        };
    }

    /// The text of a condition.
    private static String of(LogicalExpression condition) {
        return switch (condition) {
            case LogicalExpression.Truth(boolean value) -> String.valueOf(value);
            case LogicalExpression.Comparison(LogicalExpression.Relation relation, Expression left, Expression right) ->
                "(" + part(left) + " " + relation.symbol() + " " + part(right) + ")";
            case LogicalExpression.And(List<LogicalExpression> operands) -> truths(operands, " && ");
            case LogicalExpression.Or(List<LogicalExpression> operands) -> truths(operands, " || ");
            case LogicalExpression.Not(LogicalExpression operand) -> "!" + of(operand);
            case LogicalExpression.ExclusiveOr _ -> throw none(new Expression.Piecewise(
                    List.of(new Expression.Case(condition, Expression.ONE)), Expression.ZERO));
        };
    }

    private static String truths(List<LogicalExpression> operands, String symbol) {
        return operands.stream().map(PetabText::of).collect(Collectors.joining(symbol, "(", ")"));
    }

    private static String joined(List<Expression> parts, String symbol) {
        return parts.stream().map(PetabText::part).collect(Collectors.joining(symbol));
    }

    private static String part(Expression part) {
        return switch (part) {
            case Expression.Constant(double value) when value < 0 || 1 / value < 0 -> "(" + number(value) + ")";
            case Expression.Constant _,Expression.Reference _,Expression.Time _,Expression.Call _,Expression.Piecewise _ ->
                of(part);
            default -> "(" + of(part) + ")";
        };
    }

    private static String call(ElementaryFunction function, List<Expression> arguments, Expression whole) {
        List<String> texts = arguments.stream().map(PetabText::of).toList();
        String name = function == ElementaryFunction.MINIMUM
                ? "min"
                : function == ElementaryFunction.MAXIMUM ? "max" : function.text();
        if (function == ElementaryFunction.LOG) {
            return "log(" + texts.get(1) + ", " + texts.getFirst() + ")";
        }
        boolean two = function == ElementaryFunction.MINIMUM || function == ElementaryFunction.MAXIMUM;
        if (!PetabFunctions.isFunction(name) || texts.size() != (two ? 2 : 1)) {
            throw none(whole);
        }
        return name + "(" + String.join(", ", texts) + ")";
    }

    /// A number as tables write it.
    public static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return Double.isNaN(value) ? "NaN" : Double.toString(value);
    }

    private static ProblemException none(Expression expression) {
        return new ProblemException(Problem.error("P140", "PEtab has no word for a part of " + Print.of(expression),
                "its formulas have fewer functions than models", "put the formula into the model as a rule"));
    }
}
