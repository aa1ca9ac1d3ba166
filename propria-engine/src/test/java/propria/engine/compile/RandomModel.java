package propria.engine.compile;

import static propria.engine.compile.ModelBuilder.id;
import static propria.engine.compile.ModelBuilder.n;
import static propria.engine.compile.ModelBuilder.over;
import static propria.engine.compile.ModelBuilder.plus;
import static propria.engine.compile.ModelBuilder.some;
import static propria.engine.compile.ModelBuilder.times;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import propria.model.Model;
import propria.model.SpeciesReference;
import propria.model.expression.ElementaryFunction;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression;

/// Draws models: species in two compartments, rules upon rules, reactions, rate rules, with moderate values.
final class RandomModel {

    private static final List<ElementaryFunction> SMOOTH = List.of(ElementaryFunction.TANH, ElementaryFunction.ARCTAN,
            ElementaryFunction.SIN, ElementaryFunction.COS, ElementaryFunction.ARCSINH);

    private final SplittableRandom random;
    private final List<String> known = new ArrayList<>();

    RandomModel(long seed) {
        this.random = new SplittableRandom(seed);
    }

    Model draw(int species, int rules, int reactions) {
        ModelBuilder builder = new ModelBuilder().compartment("one", 1, true).compartment("V", 2.5, true);
        for (int k = 0; k < 6; k++) {
            builder.parameter("k" + k, random.nextDouble(0.2, 2));
            known.add("k" + k);
        }
        List<String> pools = new ArrayList<>();
        for (int k = 0; k < species; k++) {
            String id = "S" + k;
            double start = random.nextDouble(0.1, 2);
            if (random.nextBoolean()) {
                builder.amount(id, random.nextBoolean() ? "one" : "V", start);
            } else {
                builder.concentration(id, "V", start);
            }
            pools.add(id);
            known.add(id);
        }
        builder.variable("X");
        known.add("X");
        for (int k = 0; k < rules; k++) {
            builder.variable("r" + k).assign("r" + k, formula(4));
            known.add("r" + k);
        }
        for (int k = 0; k < reactions; k++) {
            builder.reaction("R" + k, List.of(any(pools)), List.of(any(pools), any(pools)), formula(4));
            known.add("R" + k);
        }
        return builder.rate("X", formula(4)).initially("X", n(0.5)).build();
    }

    /// A network like that of a tissue: every state is made under the influence of three others and decays.
    static Model regulated(int states, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ModelBuilder builder = new ModelBuilder().compartment("one", 1, true);
        for (int k = 0; k < states; k++) {
            builder.amount("S" + k, "one", 1).parameter("k" + k, random.nextDouble(0.1, 9)).parameter("h" + k, 2.5);
        }
        for (int k = 0; k < states; k++) {
            Expression[] influences = new Expression[3];
            for (int i = 0; i < influences.length; i++) {
                int other = random.nextInt(states);
                Expression power = new Expression.Power(id("S" + other), id("h" + other));
                influences[i] = over(power, plus(n(i + 0.5), power));
            }
            builder.variable("a" + k).assign("a" + k, plus(influences))
                    .reaction("in" + k, List.of(), List.of(some(1, "S" + k)), times(id("k" + k), id("a" + k)))
                    .reaction("out" + k, List.of(some(1, "S" + k)), List.of(), times(id("k" + k), id("S" + k)));
        }
        return builder.build();
    }

    private SpeciesReference any(List<String> pools) {
        return some(1 + random.nextInt(2), pools.get(random.nextInt(pools.size())));
    }

    Expression formula(int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return leaf();
        }
        Expression a = formula(depth - 1);
        Expression b = formula(depth - 1);
        Expression above = plus(n(1.5), new Expression.Power(a, n(2)));
        return switch (random.nextInt(10)) {
            case 0 -> plus(a, b, leaf());
            case 1 -> times(call(a), b);
            case 2 -> plus(a, times(n(-1), b));
            case 3 -> over(b, above);
            case 4 -> new Expression.Power(above, n(random.nextInt(-3, 5) / 2.0));
            case 5 -> new Expression.Power(above, call(b));
            case 6 -> new Expression.Call(ElementaryFunction.LN, List.of(above));
            case 7 -> new Expression.Call(ElementaryFunction.EXP, List.of(call(a)));
            case 8 -> new Expression.Call(ElementaryFunction.MAXIMUM, List.of(call(a), call(b)));
            default -> new Expression.Piecewise(List.of(new Expression.Case(condition(a, b), call(a))), call(b));
        };
    }

    private Expression call(Expression a) {
        return new Expression.Call(SMOOTH.get(random.nextInt(SMOOTH.size())), List.of(a));
    }

    private LogicalExpression condition(Expression a, Expression b) {
        LogicalExpression first = new LogicalExpression.Comparison(LogicalExpression.Relation.LESS, a, b);
        LogicalExpression second = new LogicalExpression.Comparison(LogicalExpression.Relation.GREATER_OR_EQUAL, leaf(),
                leaf());
        return switch (random.nextInt(4)) {
            case 0 -> new LogicalExpression.And(List.of(first, second));
            case 1 -> new LogicalExpression.Or(List.of(first, second));
            case 2 -> new LogicalExpression.ExclusiveOr(List.of(first, second));
            default -> new LogicalExpression.Not(first);
        };
    }

    private Expression leaf() {
        return switch (random.nextInt(10)) {
            case 0 -> n(random.nextInt(-2, 4));
            case 1 -> new Expression.Time();
            default -> id(known.get(random.nextInt(known.size())));
        };
    }
}
