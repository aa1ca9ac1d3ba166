package propria.engine.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import propria.engine.Tolerances;
import propria.engine.benchmark.HandWritten;
import propria.engine.step.grid.DividedDifferences;

/// The choice between explicit and implicit steps.
class SwitchingTest {

    /// `y0' = -600 (y0 - cos(t))` after a start far from it, beside a slow state: once the start is over, steps can be long,
    /// but explicit ones only by what their error in the fast state lets them.
    private static final HandWritten FOLLOWING = new HandWritten(2, 0, (t, y, p, f) -> {
        f[0] = -600 * (y[0] - StrictMath.cos(t)) + y[1];
        f[1] = -0.1 * y[1];
    }, (t, y, p, j) -> {
        j[0] = -600;
        j[1] = 0;
        j[2] = 1;
        j[3] = -0.1;
    });

    /// A pendulum, which nothing damps.
    private static final HandWritten SWINGING = new HandWritten(2, 0, (t, y, p, f) -> {
        f[0] = y[1];
        f[1] = -StrictMath.sin(y[0]);
    }, (t, y, p, j) -> {
        j[0] = 0;
        j[1] = -StrictMath.cos(y[0]);
        j[2] = 1;
        j[3] = 0;
    });

    private record Run(Equations equations, double[] end) {

        long derivatives() {
            return equations.counters().derivatives();
        }
    }

    private static Run run(StepMethods entry, HandWritten system, double tolerance, double[] start, double end) {
        Equations equations = new Equations(system);
        double[] p = new double[system.parameterSize()];
        system.prepare(p);
        equations.begin(p);
        StepMethod method = entry.on(equations, new Tolerances(tolerance, tolerance));
        method.start(0, start, end);
        while (method.time() < end) {
            method.step(end);
        }
        return new Run(equations, method.state().clone());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-5, 1e-7, 1e-9, 1e-10})
    void the_choice_takes_little_more_work_than_implicit_steps_where_these_are_better(double tolerance) {
        double[] start = {50, 1};
        Run chosen = run(StepMethods.AUTOMATIC, FOLLOWING, tolerance, start, 100);
        Run implicit = run(StepMethods.BDF, FOLLOWING, tolerance, start, 100);
        assertThat(chosen.derivatives()).isLessThan(2 * implicit.derivatives());
        assertThat(chosen.equations().counters().steps()).isLessThan(implicit.equations().counters().steps() * 6 / 5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-5, 1e-7, 1e-9, 1e-10})
    void the_choice_goes_to_explicit_steps_where_these_are_longer(double tolerance) {
        Run chosen = run(StepMethods.AUTOMATIC, SWINGING, tolerance, new double[]{2, 0}, 1000);
        assertThat(chosen.equations().explicitSteps()).isGreaterThan(chosen.equations().counters().steps() * 9 / 10);
    }

    @Test
    void the_solution_is_within_the_tolerance_across_changes_of_the_method() {
        Run chosen = run(StepMethods.AUTOMATIC, FOLLOWING, 1e-9, new double[]{50, 1}, 100);
        // The fast part is gone by then: b (cos + sin / 600) from the cosine, the rest from the slow state.
        assertThat(chosen.equations().explicitSteps()).isPositive();
        double b = 600 * 600 / (600.0 * 600 + 1);
        double exact = b * StrictMath.cos(100) + b / 600 * StrictMath.sin(100) + StrictMath.exp(-10) / 599.9;
        assertThat(chosen.end()[0]).isCloseTo(exact, within(1e-7));
    }

    @Test
    void divided_differences_of_a_polynomial_are_its_derivatives_over_factorials() {
        DividedDifferences differences = new DividedDifferences(1);
        differences.add(-9, new double[]{7});
        double[] times = {-0.3, 0.1, 0.2, 0.5, 0.9, 1.0, 1.6};
        for (double t : times) {
            differences.add(t, new double[]{1 - t + 3 * t * t * t * t * t * t});
        }
        assertThat(differences.isFull()).isTrue();
        differences.divide();
        assertThat(differences.row(6)[0]).isCloseTo(3, within(1e-9));
        assertThat(differences.row(5)[0]).isCloseTo(3 * (0.1 + 0.2 + 0.5 + 0.9 + 1.0 + 1.6), within(1e-9));
    }

    /// The steps that implicit steps are expected to have are those that they have, within a factor of two.
    @ParameterizedTest
    @ValueSource(doubles = {1e-5, 1e-7, 1e-9})
    void the_length_of_implicit_steps_is_known_from_explicit_ones(double tolerance) {
        Equations equations = new Equations(SWINGING);
        double[] p = new double[SWINGING.parameterSize()];
        SWINGING.prepare(p);
        equations.begin(p);
        Bdf bdf = new Bdf(equations, new Tolerances(tolerance, tolerance));
        bdf.start(0, new double[]{2, 0}, 30);
        double lengths = 0;
        double expected = 0;
        int count = 0;
        DividedDifferences past = new DividedDifferences(2);
        Tsitouras54 explicit = new Tsitouras54(equations, new Tolerances(1e-12, 1e-12));
        explicit.start(0, new double[]{2, 0}, 30);
        double next = 0;
        while (explicit.time() < 29) {
            explicit.step(30);
            if (explicit.time() < next) {
                continue;
            }
            next = explicit.time() + 0.02;
            past.add(explicit.time(), explicit.state());
            while (bdf.time() < explicit.time()) {
                bdf.step(30);
            }
            if (past.isFull() && explicit.time() > 5) {
                expected += StrictMath.log(bdf.project(past));
                lengths += StrictMath.log(bdf.time() - bdf.previousTime());
                count++;
            }
        }
        assertThat(StrictMath.exp((expected - lengths) / count)).isBetween(0.5, 2.0);
    }
}
