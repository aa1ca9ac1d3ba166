package propria.model.expression;

import java.util.List;
import propria.model.expression.LogicalExpression.Comparison;

/// The value of a formula by the book: sums and products from left to right, elementary functions by
/// [ElementaryValue]. The compiler of the engine must agree with it, and tests hold it to that.
public final class Evaluate {

    private Evaluate() {
    }

    /// The value of a number-valued formula.
    ///
    /// @param expression the formula, its model-defined functions inlined
    /// @param environment what its names stand for
    /// @throws IllegalArgumentException if a model-defined function is left
    public static double of(Expression expression, Environment environment) {
        return switch (expression) {
            case Expression.Constant(double value) -> value;
            case Expression.Reference(String id) -> environment.value(id);
            case Expression.Time() -> environment.time();
            case Expression.Sum(List<Expression> terms) -> sum(terms, environment);
            case Expression.Product(List<Expression> factors) -> product(factors, environment);
            case Expression.Quotient(Expression top, Expression bottom) ->
                of(top, environment) / of(bottom, environment);
            case Expression.Power(Expression base, Expression exponent) ->
                StrictMath.pow(of(base, environment), of(exponent, environment));
            case Expression.Call(ElementaryFunction function, List<Expression> arguments) ->
                ElementaryValue.of(function, arguments.stream().mapToDouble(a -> of(a, environment)).toArray());
            case Expression.Apply(String function, _) ->
                throw new IllegalArgumentException("the function " + function + " has not been inlined");
            case Expression.Piecewise piecewise -> of(chosen(piecewise, environment), environment);
            case Expression.Delay(Expression argument, Expression lag) ->
                environment.past(argument, of(lag, environment));
            case Expression.RateOf(String id) -> environment.rateOf(id);
            case Expression.Draw(Distribution distribution, List<Expression> arguments) ->
                environment.draw(distribution, arguments.stream().map(a -> of(a, environment)).toList());
        };
    }

    /// The truth of a condition.
    ///
    /// @param condition the condition, its model-defined functions inlined
    /// @param environment what its names stand for
    /// @throws IllegalArgumentException if a model-defined function is left
    public static boolean of(LogicalExpression condition, Environment environment) {
        return switch (condition) {
            case LogicalExpression.Truth(boolean value) -> value;
            case Comparison(LogicalExpression.Relation relation, Expression left, Expression right) ->
                relation.holds(of(left, environment), of(right, environment));
            case LogicalExpression.And(List<LogicalExpression> operands) ->
                operands.stream().allMatch(operand -> of(operand, environment));
            case LogicalExpression.Or(List<LogicalExpression> operands) ->
                operands.stream().anyMatch(operand -> of(operand, environment));
            case LogicalExpression.ExclusiveOr(List<LogicalExpression> operands) ->
                operands.stream().filter(operand -> of(operand, environment)).count() % 2 == 1;
            case LogicalExpression.Not(LogicalExpression operand) -> !of(operand, environment);
        };
    }

    private static double sum(List<Expression> terms, Environment environment) {
        double total = 0;
        for (Expression term : terms) {
            total += of(term, environment);
        }
        return total;
    }

    private static double product(List<Expression> factors, Environment environment) {
        double total = 1;
        for (Expression factor : factors) {
            total *= of(factor, environment);
        }
        return total;
    }

    private static Expression chosen(Expression.Piecewise piecewise, Environment environment) {
        for (Expression.Case branch : piecewise.cases()) {
            if (of(branch.when(), environment)) {
                return branch.then();
            }
        }
        return piecewise.otherwise();
    }
}
