package propria.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import propria.engine.compile.graph.Special;
import propria.model.Model;
import propria.model.expression.ElementaryFunction;
import propria.model.expression.ElementaryValue;
import propria.model.expression.Expression;

/// Generated code is held to values that are found without it.
class TwoRoadsTest {

    private static final int MODELS = 150;

    private static Run at(Model model, long seed) {
        Run run = new Run(ModelCompiler.compile(model), Map.of());
        SplittableRandom random = new SplittableRandom(seed);
        run.t = random.nextDouble(0, 2);
        for (int k = 0; k < run.y.length; k++) {
            run.y[k] = random.nextDouble(0.1, 3);
        }
        return run;
    }

    @Test
    void generated_rates_and_outputs_are_those_of_the_formulas() {
        for (int seed = 0; seed < MODELS; seed++) {
            Model model = new RandomModel(seed).draw(5, 8, 6);
            Run run = at(model, seed);
            ByTheBook book = new ByTheBook(model, run);
            for (String state : run.model.stateIds()) {
                assertClose(run.rate(state), book.rate(state), 1e-10, "rate of " + state + ", model " + seed);
            }
            for (int k = 0; k < 8; k++) {
                assertClose(run.output("r" + k), book.value("r" + k), 1e-11, "r" + k + ", model " + seed);
            }
        }
    }

    @Test
    void the_jacobian_is_that_of_finite_differences() {
        int compared = 0;
        for (int seed = 0; seed < MODELS; seed++) {
            Run run = at(new RandomModel(seed).draw(5, 8, 6), seed);
            for (String column : run.model.stateIds()) {
                compared += compareColumn(run, column, seed);
            }
        }
        assertThat(compared).isGreaterThan(MODELS * 30);
    }

    /// Compares where the finite difference has settled: where half the step gives the same. A jump or a kink between
    /// the points, a formula that swings within them, or a rate so large that the difference is lost in its last digits
    /// leaves nothing to compare with.
    private static int compareColumn(Run run, String column, int seed) {
        double[] coarse = slopes(run, column, 2e-5);
        double[] fine = slopes(run, column, 1e-5);
        double[] finest = slopes(run, column, 5e-6);
        double[] rates = run.rates();
        int compared = 0;
        for (String row : run.model.stateIds()) {
            int i = run.model.stateIndex(row);
            double size = 1 + Math.abs(fine[i]);
            boolean small = Math.abs(rates[i]) < 1e4 * size;
            if (small && Math.abs(coarse[i] - fine[i]) < 1e-6 * size && Math.abs(finest[i] - fine[i]) < 1e-6 * size) {
                compared++;
                assertThat(run.jacobian(row, column)).as("d %s / d %s, model %d", row, column, seed)
                        .isCloseTo(fine[i], within(1e-5 * size));
            }
        }
        return compared;
    }

    private static double[] slopes(Run run, String column, double step) {
        int k = run.model.stateIndex(column);
        double y = run.y[k];
        run.y[k] = y + step;
        double[] above = run.rates();
        run.y[k] = y - step;
        double[] below = run.rates();
        run.y[k] = y;
        for (int i = 0; i < above.length; i++) {
            above[i] = (above[i] - below[i]) / (2 * step);
        }
        return above;
    }

    @Test
    void every_elementary_function_is_the_one_of_the_language() {
        for (ElementaryFunction function : ElementaryFunction.values()) {
            for (double x : new double[]{0.3, 0.7, 1.6, 4, 7.5}) {
                List<Expression> arguments = new ArrayList<>(List.of(ModelBuilder.id("A")));
                boolean two = !function.takes(1);
                if (two) {
                    arguments.addFirst(ModelBuilder.n(3.5));
                }
                Run run = Run.of(new ModelBuilder().compartment("c", 1, true).amount("A", "c", x).variable("v")
                        .assign("v", new Expression.Call(function, arguments)));
                double expected = two ? ElementaryValue.of(function, 3.5, x) : ElementaryValue.of(function, x);
                assertClose(run.output("v"), expected, 1e-14, function + " of " + x);
            }
        }
    }

    @Test
    void roots_of_odd_degree_exist_for_negative_numbers() {
        for (double degree : new double[]{2, 3, 4, 5}) {
            assertClose(Special.root(degree, -7), degree == 3
                    ? -StrictMath.cbrt(7)
                    : ElementaryValue.of(ElementaryFunction.ROOT, degree, -7), 1e-15, "root " + degree);
        }
    }

    @Test
    void factorials_end_where_numbers_do() {
        assertThat(Special.factorial(5)).isEqualTo(120);
        assertThat(Special.factorial(171)).isInfinite();
        assertThat(Special.factorial(2.5)).isNaN();
    }

    private static void assertClose(double actual, double expected, double relative, String what) {
        if (Double.isNaN(expected) || Double.isInfinite(expected)) {
            assertThat(actual).as(what).isEqualTo(Double.valueOf(expected));
        } else {
            assertThat(actual).as(what).isCloseTo(expected, within(relative * (1 + Math.abs(expected))));
        }
    }
}
