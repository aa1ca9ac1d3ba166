package propria.trial.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawWeightsTest {

    private static final int CASES = 200;

    private static double[] some(Random random, int count) {
        return random.doubles(count, -3, 3).toArray();
    }

    @Test
    void equal_draws_count_alike_and_give_the_usual_mean_error_and_quantiles() {
        Random random = new Random(1);
        for (int i = 0; i < CASES; i++) {
            int n = 2 + random.nextInt(40);
            double[] read = some(random, n);
            DrawWeights weights = DrawWeights.ofLogs(new double[n]);
            assertThat(weights.values()).containsOnly(1.0 / n);
            assertThat(weights.effective()).isCloseTo(n, within(1e-9));
            double mean = Arrays.stream(read).average().orElseThrow();
            double squares = Arrays.stream(read).map(v -> (v - mean) * (v - mean)).sum();
            assertThat(weights.mean(read)).isCloseTo(mean, within(1e-12));
            assertThat(weights.error(read)).isCloseTo(StrictMath.sqrt(squares / (n - 1) / n), within(1e-12));
            double[] sorted = Arrays.stream(read).sorted().toArray();
            double at = 0.3 * (n - 1);
            int below = (int) at;
            double wanted = sorted[below] + (at - below) * (sorted[Math.min(below + 1, n - 1)] - sorted[below]);
            assertThat(weights.quantile(read, 0.3)).isCloseTo(wanted, within(1e-9));
        }
    }

    @Test
    void a_draw_with_a_whole_number_of_weight_is_as_many_equal_draws() {
        Random random = new Random(2);
        for (int i = 0; i < CASES; i++) {
            int n = 2 + random.nextInt(10);
            double[] read = some(random, n);
            double[] counts = new double[n];
            double sum = 0;
            double count = 0;
            for (int d = 0; d < n; d++) {
                counts[d] = random.nextInt(4) + (d == 0 ? 1 : 0);
                sum += counts[d] * read[d];
                count += counts[d];
            }
            assertThat(new DrawWeights(counts).mean(read)).isCloseTo(sum / count, within(1e-12));
        }
    }

    @Test
    void weights_are_the_same_however_far_away_all_draws_are() {
        Random random = new Random(3);
        for (int i = 0; i < CASES; i++) {
            double[] logs = some(random, 12);
            double[] far = Arrays.stream(logs).map(l -> l - 1e6).toArray();
            assertThat(DrawWeights.ofLogs(far).values()).usingComparatorWithPrecision(1e-9)
                    .containsExactly(DrawWeights.ofLogs(logs).values());
            assertThat(DrawWeights.ofLogs(far).effective()).isBetween(1.0, 12.0);
        }
    }

    @Test
    void a_single_draw_has_its_value_and_no_error() {
        DrawWeights one = DrawWeights.ofLogs(new double[]{Double.NaN, -900, Double.NEGATIVE_INFINITY});
        assertThat(one.values()).containsExactly(0, 1, 0);
        assertThat(one.effective()).isEqualTo(1);
        double[] read = {5, 0.25, 7};
        assertThat(one.mean(read)).isEqualTo(0.25);
        assertThat(one.quantile(read, 0.05)).isEqualTo(0.25);
        assertThat(one.error(read)).isNaN();
    }

    @Test
    void draws_without_a_value_do_not_count_and_no_draw_gives_no_number() {
        double[] read = {1, Double.NaN, 3};
        assertThat(new DrawWeights(new double[]{1, 8, 1}).mean(read)).isCloseTo(2, within(1e-12));
        DrawWeights none = DrawWeights.ofLogs(new double[]{Double.NaN, Double.NaN, Double.NaN});
        assertThat(none.effective()).isZero();
        assertThat(none.mean(read)).isNaN();
        assertThat(none.quantile(read, 0.5)).isNaN();
    }

    @Test
    void independent_evidence_multiplies_weights() {
        double[] first = {0.5, -1, 2};
        double[] second = {1, 0, -3};
        assertThat(DrawWeights.ofLogs(first).and(DrawWeights.ofLogs(second)).values())
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(DrawWeights.ofLogs(new double[]{1.5, -1, -1}).values());
    }
}
