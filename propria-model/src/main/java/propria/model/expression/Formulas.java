package propria.model.expression;

import java.util.List;

/// Short ways to write a formula in Java. They build what they say and simplify nothing: see [Simplify].
public final class Formulas {

    private Formulas() {
    }

    /// A literal.
    public static Expression number(double value) {
        return new Expression.Constant(value);
    }

    /// A quantity by its id.
    public static Expression name(String id) {
        return new Expression.Reference(id);
    }

    /// The sum of terms: zero for none, the term itself for one.
    public static Expression sum(List<? extends Expression> terms) {
        return switch (terms.size()) {
            case 0 -> Expression.ZERO;
            case 1 -> terms.getFirst();
            default -> new Expression.Sum(List.copyOf(terms));
        };
    }

    /// The sum of terms: zero for none, the term itself for one.
    public static Expression sum(Expression... terms) {
        return sum(List.of(terms));
    }

    /// The product of factors: one for none, the factor itself for one.
    public static Expression product(List<? extends Expression> factors) {
        return switch (factors.size()) {
            case 0 -> Expression.ONE;
            case 1 -> factors.getFirst();
            default -> new Expression.Product(List.copyOf(factors));
        };
    }

    /// The product of factors: one for none, the factor itself for one.
    public static Expression product(Expression... factors) {
        return product(List.of(factors));
    }

    /// `-argument`, a product with minus one; a literal changes its sign.
    public static Expression negative(Expression argument) {
        return argument instanceof Expression.Constant(double value)
                ? number(-value)
                : product(Expression.MINUS_ONE, argument);
    }

    /// `left - right`.
    public static Expression difference(Expression left, Expression right) {
        return sum(left, negative(right));
    }

    /// `numerator / denominator`.
    public static Expression quotient(Expression numerator, Expression denominator) {
        return new Expression.Quotient(numerator, denominator);
    }

    /// `base ^ exponent`.
    public static Expression power(Expression base, Expression exponent) {
        return new Expression.Power(base, exponent);
    }

    /// An elementary function at its arguments.
    ///
    /// @throws IllegalArgumentException if the function does not take that many
    public static Expression call(ElementaryFunction function, Expression... arguments) {
        return new Expression.Call(function, List.of(arguments));
    }

    /// `value` where the condition holds, else `otherwise`.
    public static Expression piecewise(Expression value, LogicalExpression condition, Expression otherwise) {
        return new Expression.Piecewise(List.of(new Expression.Case(condition, value)), otherwise);
    }

    /// `left` compared with `right`.
    public static LogicalExpression compare(Expression left, LogicalExpression.Relation relation, Expression right) {
        return new LogicalExpression.Comparison(relation, left, right);
    }
}
