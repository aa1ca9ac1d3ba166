package propria.app.experiment;

import java.util.function.ToDoubleFunction;
import propria.formats.sedml.document.Computation;
import propria.model.expression.Expression;
import propria.model.expression.Rewrite;

/// Puts the values of functions over all values of a variable into formulas.
final class Aggregates {

    private final ToDoubleFunction<Expression.Apply> value;

    private Aggregates(ToDoubleFunction<Expression.Apply> value) {
        this.value = value;
    }

    /// The formula with each call replaced by its value.
    static Expression replace(Expression expression, ToDoubleFunction<Expression.Apply> value) {
        return new Aggregates(value).expression(expression);
    }

    /// The formula where each variable is a single value, so that each function is its argument.
    static Expression resolve(Expression expression, ToDoubleFunction<Expression> value) {
        return replace(expression, call -> value.applyAsDouble(resolve(call.arguments().getFirst(), value)));
    }

    /// The function of some values.
    static double of(String function, double[] values) {
        double total = switch (function) {
            case Computation.AGGREGATE + "sum" -> 0;
            case Computation.AGGREGATE + "product" -> 1;
            default -> Double.NaN;
        };
        for (double value : values) {
            total = switch (function) {
                case Computation.AGGREGATE + "sum" -> total + value;
                case Computation.AGGREGATE + "product" -> total * value;
                case Computation.AGGREGATE + "min" -> Double.isNaN(total) || value < total ? value : total;
                default -> Double.isNaN(total) || value > total ? value : total;
            };
        }
        return total;
    }

    private Expression expression(Expression expression) {
        return expression instanceof Expression.Apply call
                ? new Expression.Constant(value.applyAsDouble(call))
                : Rewrite.parts(expression, this::expression);
    }
}
