package propria.formats.antimony;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import propria.model.expression.Distribution;
import propria.model.expression.ElementaryFunction;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression;
import propria.model.expression.LogicalExpression.Relation;

/// Formulas of every kind of node, with negative numbers and nesting in all places where signs and parentheses matter.
final class RandomFormulas {

    private static final double[] NUMBERS = {0, -0.0, 1, -1, 2, -2, 0.1, -3.5e-7, 6.02e23, Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY, Double.NaN, Double.MIN_VALUE};

    private final Random random;
    private final List<String> names;
    private final Map<String, Integer> functions;

    RandomFormulas(Random random, List<String> names, Map<String, Integer> functions) {
        this.random = random;
        this.names = names;
        this.functions = functions;
    }

    Expression number(int depth) {
        return depth == 0 || random.nextInt(5) == 0 ? leaf() : composite(depth);
    }

    Expression composite(int depth) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Expression.Sum(numbers(depth, random.nextInt(2, 4)));
            case 2, 3 -> new Expression.Product(factors(depth));
            case 4 -> new Expression.Quotient(number(depth - 1), number(depth - 1));
            case 5 -> new Expression.Power(number(depth - 1), number(depth - 1));
            case 6 -> call(depth);
            case 7 -> new Expression.Piecewise(List.of(new Expression.Case(truth(depth - 1), number(depth - 1))),
                    number(depth - 1));
            case 8 -> draw(depth);
            default -> random.nextBoolean()
                    ? new Expression.Delay(number(depth - 1), number(depth - 1))
                    : new Expression.RateOf(name());
        };
    }

    private Expression draw(int depth) {
        Distribution distribution = Distribution.values()[random.nextInt(Distribution.values().length)];
        int arguments = 1;
        while (!distribution.takes(arguments)) {
            arguments++;
        }
        if (distribution.takes(arguments + 2) && random.nextBoolean()) {
            arguments += 2;
        }
        return new Expression.Draw(distribution, numbers(depth, arguments));
    }

    private Expression leaf() {
        return switch (random.nextInt(3)) {
            case 0 -> new Expression.Constant(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 1 -> new Expression.Time();
            default -> new Expression.Reference(name());
        };
    }

    private List<Expression> factors(int depth) {
        List<Expression> factors = new ArrayList<>(numbers(depth, random.nextInt(1, 4)));
        factors.addFirst(random.nextBoolean() ? Expression.MINUS_ONE : number(depth - 1));
        return factors;
    }

    private Expression call(int depth) {
        if (!functions.isEmpty() && random.nextBoolean()) {
            String function = functions.keySet().iterator().next();
            return new Expression.Apply(function, numbers(depth, functions.getOrDefault(function, 0)));
        }
        ElementaryFunction function = ElementaryFunction.values()[random.nextInt(ElementaryFunction.values().length)];
        int count = IntStream.rangeClosed(1, 3).filter(function::takes).findFirst().orElseThrow();
        return new Expression.Call(function, numbers(depth, count));
    }

    LogicalExpression truth(int depth) {
        if (depth == 0) {
            return new LogicalExpression.Truth(random.nextBoolean());
        }
        return switch (random.nextInt(6)) {
            case 0 -> new LogicalExpression.And(truths(depth));
            case 1 -> new LogicalExpression.Or(truths(depth));
            case 2 -> new LogicalExpression.ExclusiveOr(truths(depth));
            case 3 -> new LogicalExpression.Not(truth(depth - 1));
            default -> new LogicalExpression.Comparison(Relation.values()[random.nextInt(6)], number(depth - 1),
                    number(depth - 1));
        };
    }

    private List<LogicalExpression> truths(int depth) {
        return many(() -> truth(depth - 1), random.nextInt(2, 4));
    }

    private List<Expression> numbers(int depth, int count) {
        return many(() -> number(depth - 1), count);
    }

    private static <T> List<T> many(Supplier<T> maker, int count) {
        return Stream.generate(maker).limit(count).toList();
    }

    private String name() {
        return names.get(random.nextInt(names.size()));
    }
}
