package propria.model.expression;

import static propria.model.expression.Formulas.name;
import static propria.model.expression.Formulas.number;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Formulas over `x`, `y` and time, for properties that hold for every formula.
final class RandomFormulas {

    private RandomFormulas() {
    }

    /// Any formula that can be evaluated without a past.
    static Arbitrary<Expression> any() {
        return formula(4, Arbitraries.of(ElementaryFunction.values()), true);
    }

    /// Formulas without jumps and kinks.
    static Arbitrary<Expression> smooth() {
        return formula(3, Arbitraries.of(ElementaryFunction.values()).filter(f -> switch (f) {
            case FLOOR, CEILING, FACTORIAL, QUOTIENT, REMAINDER, ABS, MINIMUM, MAXIMUM -> false;
            case EXP, LN, LOG10, LOG, SQRT, ROOT, SIN, COS, TAN, SEC, CSC, COT, SINH, COSH, TANH, SECH, CSCH, COTH,
                    ARCSIN, ARCCOS, ARCTAN, ARCSEC, ARCCSC, ARCCOT, ARCSINH, ARCCOSH, ARCTANH, ARCSECH, ARCCSCH,
                    ARCCOTH ->
                true;
        }), false);
    }

    /// Whether no part of a formula comes near a pole, an overflow or a zero whose sign would matter.
    static boolean tame(Expression formula, Environment here) {
        boolean[] tame = {true};
        Rewrite.parts(formula, part -> {
            tame[0] &= tame(part, here);
            return part;
        });
        double size = Math.abs(Evaluate.of(formula, here));
        boolean summand = formula.equals(Expression.ZERO);
        return tame[0] && (summand || size > 1e-4 && size < 1e4);
    }

    static Environment at(double x, double y, double time) {
        Map<String, Double> values = Map.of("x", x, "y", y);
        return new Environment() {
            @Override
            public double value(String id) {
                return Objects.requireNonNull(values.get(id), id);
            }

            @Override
            public double time() {
                return time;
            }
        };
    }

    private static Arbitrary<Expression> formula(int depth, Arbitrary<ElementaryFunction> functions, boolean pieces) {
        Arbitrary<Expression> leaf = Arbitraries.oneOf(
                Arbitraries.of(name("x"), name("y"), new Expression.Time(), number(0), number(1), number(-1)),
                Arbitraries.doubles().between(-3, 3).map(Formulas::number));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Expression> part = Arbitraries.lazy(() -> formula(depth - 1, functions, pieces));
        Arbitrary<List<Expression>> parts = part.list().ofMinSize(2).ofMaxSize(3);
        Arbitrary<Expression> plain = Arbitraries.oneOf(leaf, parts.map(Expression.Sum::new),
                parts.map(Expression.Product::new), Combinators.combine(part, part).as(Expression.Quotient::new),
                Combinators.combine(part, part).as(Expression.Power::new),
                Combinators.combine(functions, parts).as(RandomFormulas::call));
        return pieces
                ? Arbitraries.oneOf(plain, Combinators.combine(condition(part), part, part)
                        .as((when, then, otherwise) -> Formulas.piecewise(then, when, otherwise)))
                : plain;
    }

    private static Expression call(ElementaryFunction function, List<Expression> arguments) {
        List<Expression> taken = arguments;
        while (!function.takes(taken.size())) {
            taken = taken.subList(0, taken.size() - 1);
        }
        return new Expression.Call(function, taken);
    }

    static Arbitrary<LogicalExpression> condition(Arbitrary<Expression> part) {
        Arbitrary<LogicalExpression> simple = Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of(LogicalExpression.Relation.values()), part, part)
                        .as(LogicalExpression.Comparison::new),
                Arbitraries.of(true, false).map(LogicalExpression.Truth::new));
        Arbitrary<List<LogicalExpression>> several = simple.list().ofMaxSize(3);
        return Arbitraries.oneOf(simple, simple.map(LogicalExpression.Not::new),
                several.map(LogicalExpression.And::new), several.map(LogicalExpression.Or::new),
                several.map(LogicalExpression.ExclusiveOr::new));
    }
}
