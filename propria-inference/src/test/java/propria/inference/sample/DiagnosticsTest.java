package propria.inference.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import propria.engine.random.RandomStream;

/// What tells good chains and weights from bad ones does so.
class DiagnosticsTest {

    private static double[][] autoregressive(double correlation, double shiftOfFirst, int draws) {
        double[][] chains = new double[4][draws];
        RandomStream random = new RandomStream();
        for (int c = 0; c < 4; c++) {
            random.begin(3, c, "test");
            double x = random.normal();
            for (int i = 0; i < draws; i++) {
                x = correlation * x + StrictMath.sqrt(1 - correlation * correlation) * random.normal();
                chains[c][i] = x + (c == 0 ? shiftOfFirst : 0);
            }
        }
        return chains;
    }

    @Test
    void independent_draws_are_worth_their_number() {
        Convergence convergence = Convergence.of(autoregressive(0, 0, 2000));
        assertThat(convergence.rHat()).isLessThan(1.005);
        assertThat(convergence.bulkEss()).isCloseTo(8000, within(900.0));
        assertThat(convergence.tailEss()).isCloseTo(8000, within(1200.0));
    }

    /// A chain whose neighbours correlate by r is worth `(1 - r) / (1 + r)` of its length.
    @Test
    void correlated_draws_are_worth_less() {
        Convergence convergence = Convergence.of(autoregressive(0.8, 0, 4000));
        assertThat(convergence.bulkEss()).isCloseTo(16_000.0 / 9, within(300.0));
    }

    @Test
    void a_chain_apart_is_seen_and_so_is_one_of_another_width() {
        assertThat(Convergence.of(autoregressive(0, 1.5, 500)).rHat()).isGreaterThan(1.1);
        double[][] wide = autoregressive(0, 0, 500);
        wide[0] = Arrays.stream(wide[0]).map(v -> 4 * v).toArray();
        assertThat(Convergence.of(wide).rHat()).isGreaterThan(1.1);
    }

    @Test
    void the_shape_of_a_pareto_tail_is_found() {
        RandomStream random = new RandomStream();
        for (double shape : new double[]{-0.3, 0.2, 0.8}) {
            random.begin(1, 0, "pareto " + shape);
            double[] x = new double[3000];
            for (int i = 0; i < x.length; i++) {
                x[i] = 2 * StrictMath.expm1(-shape * StrictMath.log(random.uniform())) / shape;
            }
            Arrays.sort(x);
            double[] fit = ParetoSmoothing.fit(x);
            assertThat(fit[0]).isCloseTo(shape, within(0.06));
            assertThat(fit[1]).isCloseTo(2, within(0.15));
        }
    }

    /// Twenty numbers, normal with known variance around a mean with a flat prior: leaving one out has a closed form.
    @Test
    void leaving_one_out_agrees_with_its_closed_form() {
        RandomStream random = new RandomStream();
        random.begin(5, 0, "data");
        double[] y = new double[20];
        for (int i = 0; i < y.length; i++) {
            y[i] = random.normal();
        }
        double mean = Arrays.stream(y).average().orElseThrow();
        double[] draws = new double[4000];
        random.begin(5, 1, "posterior");
        for (int s = 0; s < draws.length; s++) {
            draws[s] = mean + random.normal() / StrictMath.sqrt(20);
        }
        for (double out : y) {
            double[] logs = Arrays.stream(draws)
                    .map(m -> -0.5 * StrictMath.log(2 * StrictMath.PI) - (out - m) * (out - m) / 2)
                    .toArray();
            ParetoSmoothing weights = ParetoSmoothing.leavingOut(logs);
            double others = (20 * mean - out) / 19;
            double variance = 1 + 1.0 / 19;
            double exact = -0.5 * StrictMath.log(2 * StrictMath.PI * variance)
                    - (out - others) * (out - others) / 2 / variance;
            assertThat(weights.kHat()).isLessThan(ParetoSmoothing.threshold(4000));
            assertThat(weights.logMean(logs)).isCloseTo(exact, within(0.02));
        }
    }

    @Test
    void weights_that_cannot_be_trusted_are_known_by_their_tail() {
        RandomStream random = new RandomStream();
        random.begin(2, 0, "bad");
        double[] ratios = new double[2000];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = -1.5 * StrictMath.log(random.uniform());
        }
        assertThat(ParetoSmoothing.of(ratios).kHat()).isGreaterThan(ParetoSmoothing.threshold(2000));
    }
}
