package propria.model.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A shorter formula of the same value: literals are folded with [ElementaryValue], neutral zeros and ones go, nested
/// sums and products become flat, and branches that are never taken go. The value is kept up to rounding wherever every
/// part of the formula is a finite number; in particular `0*x` becomes `0`.
public final class Simplify {

    private static final LogicalExpression TRUE = new LogicalExpression.Truth(true);
    private static final LogicalExpression FALSE = new LogicalExpression.Truth(false);

    private Simplify() {
    }

    /// A number-valued formula, simplified.
    public static Expression of(Expression expression) {
        return switch (expression) {
            case Expression.Constant _,Expression.Reference _,Expression.Time _,Expression.RateOf _ -> expression;
            case Expression.Sum(List<Expression> terms) -> sum(terms);
            case Expression.Product(List<Expression> factors) -> product(factors);
            case Expression.Quotient(Expression top, Expression bottom) -> quotient(of(top), of(bottom));
            case Expression.Power(Expression base, Expression exponent) -> power(of(base), of(exponent));
            case Expression.Call(ElementaryFunction function, List<Expression> arguments) ->
                call(function, arguments.stream().map(Simplify::of).toList());
            case Expression.Apply _,Expression.Draw _ -> Rewrite.parts(expression, Simplify::of);
            case Expression.Piecewise(List<Expression.Case> cases, Expression otherwise) ->
                piecewise(cases, of(otherwise));
            case Expression.Delay(Expression argument, Expression lag) -> delay(of(argument), of(lag));
        };
    }

    /// A condition, simplified.
    public static LogicalExpression of(LogicalExpression condition) {
        return switch (condition) {
            case LogicalExpression.Truth _ -> condition;
            case LogicalExpression.Comparison(LogicalExpression.Relation relation, Expression left, Expression right) ->
                comparison(relation, of(left), of(right));
            case LogicalExpression.And(List<LogicalExpression> operands) -> and(operands);
            case LogicalExpression.Or(List<LogicalExpression> operands) -> or(operands);
            case LogicalExpression.ExclusiveOr(List<LogicalExpression> operands) -> exclusiveOr(operands);
            case LogicalExpression.Not(LogicalExpression operand) -> not(of(operand));
        };
    }

    private static Expression sum(List<Expression> terms) {
        double literal = 0;
        List<Expression> rest = new ArrayList<>();
        List<Expression> simple = terms.stream().map(Simplify::of).flatMap(Simplify::terms).toList();
        for (Expression term : simple) {
            if (term instanceof Expression.Constant(double value)) {
                literal += value;
            } else {
                rest.add(term);
            }
        }
        if (!Double.isFinite(literal)) {
            return Formulas.sum(simple);
        }
        if (literal != 0) {
            rest.add(new Expression.Constant(literal));
        }
        return Formulas.sum(rest);
    }

    private static Stream<Expression> terms(Expression term) {
        return term instanceof Expression.Sum(List<Expression> inner) ? inner.stream() : Stream.of(term);
    }

    private static Expression product(List<Expression> factors) {
        double literal = 1;
        List<Expression> rest = new ArrayList<>();
        List<Expression> simple = factors.stream().map(Simplify::of).flatMap(Simplify::factors).toList();
        for (Expression factor : simple) {
            if (factor instanceof Expression.Constant(double value)) {
                literal *= value;
            } else {
                rest.add(factor);
            }
        }
        if (simple.contains(Expression.ZERO)) {
            return Expression.ZERO;
        }
        if (!Double.isFinite(literal) || Math.abs(literal) < Double.MIN_NORMAL) {
            return Formulas.product(simple);
        }
        if (literal != 1) {
            rest.addFirst(new Expression.Constant(literal));
        }
        return Formulas.product(rest);
    }

    private static Stream<Expression> factors(Expression factor) {
        return factor instanceof Expression.Product(List<Expression> inner) ? inner.stream() : Stream.of(factor);
    }

    private static Expression quotient(Expression top, Expression bottom) {
        if (top instanceof Expression.Constant(double a) && bottom instanceof Expression.Constant(double b)) {
            return folded(a / b, new Expression.Quotient(top, bottom));
        }
        if (bottom.equals(Expression.ONE)) {
            return top;
        }
        return top.equals(Expression.ZERO) ? Expression.ZERO : new Expression.Quotient(top, bottom);
    }

    private static Expression power(Expression base, Expression exponent) {
        if (base instanceof Expression.Constant(double a) && exponent instanceof Expression.Constant(double b)) {
            return folded(StrictMath.pow(a, b), new Expression.Power(base, exponent));
        }
        if (exponent instanceof Expression.Constant(double b)) {
            if (b == 0) {
                return Expression.ONE;
            }
            return b == 1 ? base : new Expression.Power(base, exponent);
        }
        return base.equals(Expression.ONE) ? Expression.ONE : new Expression.Power(base, exponent);
    }

    private static Expression call(ElementaryFunction function, List<Expression> arguments) {
        Expression.Call call = new Expression.Call(function, arguments);
        if (!arguments.stream().allMatch(Expression.Constant.class::isInstance)) {
            boolean alone = arguments.size() == 1
                    && (function == ElementaryFunction.MINIMUM || function == ElementaryFunction.MAXIMUM);
            return alone ? arguments.getFirst() : call;
        }
        double[] values = arguments.stream().mapToDouble(a -> ((Expression.Constant) a).value()).toArray();
        return folded(ElementaryValue.of(function, values), call);
    }

    /// A literal that is not finite would hide where it came from.
    private static Expression folded(double value, Expression unfolded) {
        return Double.isFinite(value) ? new Expression.Constant(value) : unfolded;
    }

    private static Expression delay(Expression argument, Expression lag) {
        boolean always = argument instanceof Expression.Constant || lag.equals(Expression.ZERO);
        return always ? argument : new Expression.Delay(argument, lag);
    }

    private static Expression piecewise(List<Expression.Case> cases, Expression otherwise) {
        List<Expression.Case> open = new ArrayList<>();
        Expression last = otherwise;
        for (Expression.Case branch : cases) {
            LogicalExpression when = of(branch.when());
            if (when.equals(TRUE)) {
                last = of(branch.then());
                break;
            }
            if (!when.equals(FALSE)) {
                open.add(new Expression.Case(when, of(branch.then())));
            }
        }
        while (!open.isEmpty() && open.getLast().then().equals(last)) {
            open.removeLast();
        }
        return open.isEmpty() ? last : new Expression.Piecewise(open, last);
    }

    private static LogicalExpression truth(boolean value) {
        return value ? TRUE : FALSE;
    }

    private static LogicalExpression comparison(LogicalExpression.Relation relation, Expression left,
            Expression right) {
        if (left instanceof Expression.Constant(double a) && right instanceof Expression.Constant(double b)) {
            return truth(relation.holds(a, b));
        }
        return new LogicalExpression.Comparison(relation, left, right);
    }

    private static LogicalExpression and(List<LogicalExpression> operands) {
        List<LogicalExpression> open = operands.stream().map(Simplify::of)
                .flatMap(o -> o instanceof LogicalExpression.And(List<LogicalExpression> inner)
                        ? inner.stream()
                        : Stream.of(o))
                .filter(o -> !o.equals(TRUE)).toList();
        if (open.contains(FALSE)) {
            return FALSE;
        }
        if (open.isEmpty()) {
            return TRUE;
        }
        return open.size() == 1 ? open.getFirst() : new LogicalExpression.And(open);
    }

    private static LogicalExpression or(List<LogicalExpression> operands) {
        List<LogicalExpression> open = operands.stream().map(Simplify::of)
                .flatMap(o -> o instanceof LogicalExpression.Or(List<LogicalExpression> inner)
                        ? inner.stream()
                        : Stream.of(o))
                .filter(o -> !o.equals(FALSE)).toList();
        if (open.contains(TRUE)) {
            return TRUE;
        }
        if (open.isEmpty()) {
            return FALSE;
        }
        return open.size() == 1 ? open.getFirst() : new LogicalExpression.Or(open);
    }

    private static LogicalExpression exclusiveOr(List<LogicalExpression> operands) {
        List<LogicalExpression> simple = operands.stream().map(Simplify::of).toList();
        boolean odd = simple.stream().filter(TRUE::equals).count() % 2 == 1;
        List<LogicalExpression> open = simple.stream().filter(o -> !(o instanceof LogicalExpression.Truth)).toList();
        if (open.isEmpty()) {
            return truth(odd);
        }
        LogicalExpression rest = open.size() == 1 ? open.getFirst() : new LogicalExpression.ExclusiveOr(open);
        return odd ? not(rest) : rest;
    }

    private static LogicalExpression not(LogicalExpression operand) {
        return switch (operand) {
            case LogicalExpression.Truth(boolean value) -> truth(!value);
            case LogicalExpression.Not(LogicalExpression inner) -> inner;
            case LogicalExpression.Comparison _,LogicalExpression.And _,LogicalExpression.Or _,LogicalExpression.ExclusiveOr _ ->
                new LogicalExpression.Not(operand);
        };
    }
}
