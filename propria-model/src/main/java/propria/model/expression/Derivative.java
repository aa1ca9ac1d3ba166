package propria.model.expression;

import static propria.model.expression.ElementaryFunction.*;
import static propria.model.expression.ElementaryValue.byReciprocal;
import static propria.model.expression.Expression.ONE;
import static propria.model.expression.Expression.ZERO;
import static propria.model.expression.Formulas.call;
import static propria.model.expression.Formulas.compare;
import static propria.model.expression.Formulas.difference;
import static propria.model.expression.Formulas.negative;
import static propria.model.expression.Formulas.number;
import static propria.model.expression.Formulas.piecewise;
import static propria.model.expression.Formulas.power;
import static propria.model.expression.Formulas.quotient;
import static propria.model.expression.Formulas.sum;

import java.util.ArrayList;
import java.util.List;
import propria.model.expression.LogicalExpression.Relation;

/// The exact derivative of a formula with respect to one quantity or to time, all other names held. A piecewise formula
/// is differentiated branch by branch, and functions with a kink (`abs`, `min`, `max`) as the piecewise formulas that
/// they are; steps (`floor`, `ceil`, `quotient`, `factorial`) have the derivative zero. What a quantity was in the past
/// does not depend on what it is now. The rules are those of any calculus course; the result is simplified.
public final class Derivative {

    private static final Expression TWO = new Expression.Constant(2);

    private final Expression x;

    private Derivative(Expression x) {
        this.x = x;
    }

    /// The derivative with respect to a quantity.
    ///
    /// @param expression the formula, model-defined functions inlined and rates of change replaced
    /// @param id the quantity
    /// @throws IllegalArgumentException if a model-defined function or a rate of change is left, or a lag depends on
    ///         the quantity
    public static Expression of(Expression expression, String id) {
        return Simplify.of(new Derivative(new Expression.Reference(id)).of(expression));
    }

    /// The derivative with respect to time, as far as time is named.
    ///
    /// @param expression the formula, as for a quantity
    /// @throws IllegalArgumentException as for a quantity
    public static Expression byTime(Expression expression) {
        return Simplify.of(new Derivative(new Expression.Time()).of(expression));
    }

    private Expression of(Expression expression) {
        return switch (expression) {
            case Expression.Constant _ -> ZERO;
            case Expression.Reference _,Expression.Time _ -> expression.equals(x) ? ONE : ZERO;
            case Expression.Sum(List<Expression> terms) ->
                sum(terms.stream().map(this::of).filter(this::alive).toList());
            case Expression.Product(List<Expression> factors) -> productRule(factors);
            case Expression.Quotient(Expression top, Expression bottom) -> quotientRule(top, bottom);
            case Expression.Power(Expression base, Expression exponent) -> powerRule(base, exponent);
            case Expression.Call(ElementaryFunction function, List<Expression> arguments) ->
                chainRule(function, arguments);
            case Expression.Apply(String function, _) ->
                throw new IllegalArgumentException("the function " + function + " has not been inlined");
            case Expression.Piecewise(List<Expression.Case> cases, Expression otherwise) -> new Expression.Piecewise(
                    cases.stream().map(c -> new Expression.Case(c.when(), of(c.then()))).toList(), of(otherwise));
            case Expression.Delay(Expression argument, Expression lag) -> past(argument, lag);
            case Expression.RateOf(String id) ->
                throw new IllegalArgumentException("the rate of change of " + id + " has not been replaced");
            case Expression.Draw _ -> throw new IllegalArgumentException("a random number has no derivative");
        };
    }

    private boolean alive(Expression derivative) {
        return !derivative.equals(ZERO);
    }

    private Expression product(Expression... factors) {
        List<Expression> used = new ArrayList<>();
        for (Expression factor : factors) {
            if (!alive(factor)) {
                return ZERO;
            }
            if (!factor.equals(ONE)) {
                used.add(factor);
            }
        }
        return Formulas.product(used);
    }

    private Expression productRule(List<Expression> factors) {
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            Expression inner = of(factors.get(i));
            if (alive(inner)) {
                List<Expression> changed = new ArrayList<>(factors);
                changed.set(i, inner);
                terms.add(Formulas.product(changed));
            }
        }
        return sum(terms);
    }

    /// `u'/v - u v'/v^2`.
    private Expression quotientRule(Expression top, Expression bottom) {
        Expression byTop = of(top);
        Expression byBottom = of(bottom);
        List<Expression> terms = new ArrayList<>();
        if (alive(byTop)) {
            terms.add(quotient(byTop, bottom));
        }
        if (alive(byBottom)) {
            terms.add(negative(quotient(product(top, byBottom), power(bottom, TWO))));
        }
        return sum(terms);
    }

    /// `v u^(v-1) u' + u^v ln(u) v'`; the second term is taken as zero where the base is not positive, which is its
    /// limit at a base of zero and a positive exponent.
    private Expression powerRule(Expression base, Expression exponent) {
        Expression byBase = of(base);
        Expression byExponent = of(exponent);
        List<Expression> terms = new ArrayList<>();
        if (alive(byBase)) {
            terms.add(product(exponent, lowered(base, exponent), byBase));
        }
        if (alive(byExponent)) {
            Expression slope = product(power(base, exponent), call(LN, base), byExponent);
            boolean positive = base instanceof Expression.Constant(double value) && value > 0;
            terms.add(positive ? slope : piecewise(slope, compare(base, Relation.GREATER, ZERO), ZERO));
        }
        return sum(terms);
    }

    private Expression lowered(Expression base, Expression exponent) {
        if (exponent instanceof Expression.Constant(double value)) {
            return value == 1 ? ONE : value == 2 ? base : power(base, number(value - 1));
        }
        return power(base, difference(exponent, ONE));
    }

    private Expression past(Expression argument, Expression lag) {
        if (alive(of(lag)) || x instanceof Expression.Time && alive(of(argument))) {
            throw new IllegalArgumentException("no derivative of " + Print.of(new Expression.Delay(argument, lag))
                    + " by " + Print.of(x) + " is known");
        }
        return ZERO;
    }

    /// The chain rule. What is the reciprocal of another function, or its inverse at the reciprocal, is written so.
    private Expression chainRule(ElementaryFunction function, List<Expression> arguments) {
        List<Expression> inner = arguments.stream().map(this::of).toList();
        if (inner.stream().noneMatch(this::alive)) {
            return ZERO;
        }
        Expression u = arguments.getFirst();
        Expression by = inner.getFirst();
        return switch (function) {
            case MINIMUM -> extreme(arguments, inner, Relation.LESS_OR_EQUAL);
            case MAXIMUM -> extreme(arguments, inner, Relation.GREATER_OR_EQUAL);
            case ABS -> new Expression.Piecewise(List.of(new Expression.Case(compare(u, Relation.GREATER, ZERO), by),
                    new Expression.Case(compare(u, Relation.LESS, ZERO), negative(by))), ZERO);
            case FLOOR, CEILING, FACTORIAL, QUOTIENT -> ZERO;
            case REMAINDER -> difference(by, product(inner.getLast(), call(QUOTIENT, u, arguments.getLast())));
            case LOG -> quotientRule(call(LN, arguments.getLast()), call(LN, u));
            case ROOT -> root(u, arguments.getLast(), by, inner.getLast());
            case EXP -> product(call(EXP, u), by);
            case LN -> quotient(by, u);
            case LOG10 -> quotient(by, product(u, call(LN, number(10))));
            case SQRT -> quotient(by, product(TWO, call(SQRT, u)));
            case SIN -> product(call(COS, u), by);
            case COS -> negative(product(call(SIN, u), by));
            case TAN -> quotient(by, squared(call(COS, u)));
            case SINH -> product(call(COSH, u), by);
            case COSH -> product(call(SINH, u), by);
            case TANH -> quotient(by, squared(call(COSH, u)));
            case ARCSIN -> quotient(by, call(SQRT, difference(ONE, squared(u))));
            case ARCCOS -> negative(quotient(by, call(SQRT, difference(ONE, squared(u)))));
            case ARCTAN -> quotient(by, sum(ONE, squared(u)));
            case ARCCOT -> negative(quotient(by, sum(ONE, squared(u))));
            case ARCSINH -> quotient(by, call(SQRT, sum(ONE, squared(u))));
            case ARCCOSH -> quotient(by, call(SQRT, difference(squared(u), ONE)));
            case ARCTANH -> quotient(by, difference(ONE, squared(u)));
            case SEC, CSC, COT, SECH, CSCH, COTH -> of(quotient(ONE, call(byReciprocal(function), u)));
            case ARCSEC, ARCCSC, ARCSECH, ARCCSCH, ARCCOTH -> of(call(byReciprocal(function), quotient(ONE, u)));
        };
    }

    private static Expression squared(Expression argument) {
        return power(argument, TWO);
    }

    /// That of the argument which is the least or greatest; of several, the first.
    private static Expression extreme(List<Expression> arguments, List<Expression> inner, Relation relation) {
        List<Expression.Case> cases = new ArrayList<>();
        for (Expression candidate : arguments.subList(0, arguments.size() - 1)) {
            List<LogicalExpression> beatsAll = new ArrayList<>();
            for (Expression other : arguments) {
                if (!other.equals(candidate)) {
                    beatsAll.add(compare(candidate, relation, other));
                }
            }
            cases.add(new Expression.Case(new LogicalExpression.And(beatsAll),
                    inner.get(arguments.indexOf(candidate))));
        }
        return new Expression.Piecewise(cases, inner.getLast());
    }

    /// `root(n, u)' = root(n, u) (u' / (n u) - ln(u) n' / n^2)`.
    private Expression root(Expression degree, Expression u, Expression byDegree, Expression by) {
        List<Expression> terms = new ArrayList<>();
        if (alive(by)) {
            terms.add(quotient(by, product(degree, u)));
        }
        if (alive(byDegree)) {
            terms.add(negative(quotient(product(call(LN, u), byDegree), squared(degree))));
        }
        return product(call(ROOT, degree, u), sum(terms));
    }
}
