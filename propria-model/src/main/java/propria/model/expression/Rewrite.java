package propria.model.expression;

import java.util.List;
import java.util.function.UnaryOperator;

/// Rebuilds a formula from changed parts: the one walk that substitution and inlining share.
public final class Rewrite {

    private Rewrite() {
    }

    /// The formula with `change` applied to each direct part; a formula without parts stays as it is.
    public static Expression parts(Expression expression, UnaryOperator<Expression> change) {
        return switch (expression) {
            case Expression.Constant _,Expression.Time _,Expression.Reference _,Expression.RateOf _ -> expression;
            case Expression.Sum(List<Expression> terms) -> new Expression.Sum(all(terms, change));
            case Expression.Product(List<Expression> factors) -> new Expression.Product(all(factors, change));
            case Expression.Quotient(Expression top, Expression bottom) ->
                new Expression.Quotient(change.apply(top), change.apply(bottom));
            case Expression.Power(Expression base, Expression exponent) ->
                new Expression.Power(change.apply(base), change.apply(exponent));
            case Expression.Call(ElementaryFunction function, List<Expression> arguments) ->
                new Expression.Call(function, all(arguments, change));
            case Expression.Draw(Distribution distribution, List<Expression> arguments) ->
                new Expression.Draw(distribution, all(arguments, change));
            case Expression.Apply(String function, List<Expression> arguments) ->
                new Expression.Apply(function, all(arguments, change));
            case Expression.Piecewise(List<Expression.Case> cases, Expression otherwise) -> new Expression.Piecewise(
                    cases.stream().map(branch -> changed(branch, change)).toList(), change.apply(otherwise));
            case Expression.Delay(Expression argument, Expression lag) ->
                new Expression.Delay(change.apply(argument), change.apply(lag));
        };
    }

    /// The condition with `change` applied to each number-valued formula that it compares.
    public static LogicalExpression parts(LogicalExpression condition, UnaryOperator<Expression> change) {
        return switch (condition) {
            case LogicalExpression.Truth truth -> truth;
            case LogicalExpression.Comparison(LogicalExpression.Relation relation, Expression left, Expression right) ->
                new LogicalExpression.Comparison(relation, change.apply(left), change.apply(right));
            case LogicalExpression.And(List<LogicalExpression> operands) ->
                new LogicalExpression.And(conditions(operands, change));
            case LogicalExpression.Or(List<LogicalExpression> operands) ->
                new LogicalExpression.Or(conditions(operands, change));
            case LogicalExpression.ExclusiveOr(List<LogicalExpression> operands) ->
                new LogicalExpression.ExclusiveOr(conditions(operands, change));
            case LogicalExpression.Not(LogicalExpression operand) ->
                new LogicalExpression.Not(parts(operand, change));
        };
    }

    private static Expression.Case changed(Expression.Case branch, UnaryOperator<Expression> change) {
        return new Expression.Case(parts(branch.when(), change), change.apply(branch.then()));
    }

    private static List<Expression> all(List<Expression> expressions, UnaryOperator<Expression> change) {
        return expressions.stream().map(change).toList();
    }

    private static List<LogicalExpression> conditions(List<LogicalExpression> operands,
            UnaryOperator<Expression> change) {
        return operands.stream().map(operand -> parts(operand, change)).toList();
    }
}
