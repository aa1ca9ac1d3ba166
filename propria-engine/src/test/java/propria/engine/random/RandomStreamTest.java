package propria.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {

    private static final int MANY = 200_000;

    private static RandomStream stream(long seed, int run, String use) {
        RandomStream stream = new RandomStream();
        stream.begin(seed, run, use);
        return stream;
    }

    @Test
    void a_stream_begun_again_repeats_itself() {
        RandomStream stream = stream(3, 4, "turns");
        double[] first = {stream.uniform(), stream.uniform(), stream.uniform()};
        stream.begin(3, 4, "turns");
        assertThat(new double[]{stream.uniform(), stream.uniform(), stream.uniform()}).containsExactly(first);
        assertThat(first).doesNotHaveDuplicates();
    }

    @Test
    void seed_run_and_use_each_name_another_stream() {
        assertThat(new double[]{stream(1, 1, "a").uniform(), stream(2, 1, "a").uniform(), stream(1, 2, "a").uniform(),
                stream(1, 1, "b").uniform(), stream(1 | 1L << 40, 1, "a").uniform()}).doesNotHaveDuplicates();
    }

    @Test
    void a_stream_begins_with_the_number_that_has_its_name() {
        assertThat(stream(9, 5, "k").uniform()).isEqualTo(new Streams(9).uniform(5, 0, "k", 0));
    }

    @Test
    void neighbours_in_a_stream_are_not_correlated() {
        RandomStream stream = stream(1, 0, "turns");
        double before = stream.uniform() - 0.5;
        double sum = 0;
        for (int i = 0; i < MANY; i++) {
            double now = stream.uniform() - 0.5;
            sum += before * now;
            before = now;
        }
        assertThat(sum / MANY * 12).isCloseTo(0, within(4 / StrictMath.sqrt(MANY)));
    }

    @Test
    void exponential_numbers_have_mean_and_variance_one() {
        RandomStream stream = stream(5, 0, "x");
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < MANY; i++) {
            double x = stream.exponential();
            sum += x;
            squares += x * x;
        }
        double mean = sum / MANY;
        assertThat(mean).isCloseTo(1, within(4 / StrictMath.sqrt(MANY)));
        assertThat(squares / MANY - mean * mean).isCloseTo(1, within(4 * StrictMath.sqrt(8.0 / MANY)));
    }

    /// Pearson's chi-square over counts expected at least 20 times; the bound is its mean plus five standard deviations.
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.7, 3, 9.99, 10, 25.5, 300})
    void poisson_counts_follow_their_distribution(double mean) {
        RandomStream stream = stream(11, 2, "poisson");
        int most = (int) (mean + 12 * StrictMath.sqrt(mean) + 12);
        int[] seen = new int[most + 1];
        for (int i = 0; i < MANY; i++) {
            seen[(int) Math.min(most, Poisson.draw(mean, stream))]++;
        }
        double square = 0;
        int cells = 0;
        double rest = MANY;
        double seenRest = MANY;
        for (int k = 0; k <= most; k++) {
            double expected = MANY * StrictMath.exp(k * StrictMath.log(mean) - mean - Poisson.logFactorial(k));
            if (expected >= 20) {
                square += (seen[k] - expected) * (seen[k] - expected) / expected;
                cells++;
                rest -= expected;
                seenRest -= seen[k];
            }
        }
        assertThat(square).isLessThan(cells + 5 * StrictMath.sqrt(2.0 * cells));
        assertThat(seenRest).isCloseTo(rest, within(5 * StrictMath.sqrt(rest + 20)));
    }

    @Test
    void logarithms_of_factorials_agree_with_products() {
        double product = 0;
        for (int k = 1; k <= 150; k++) {
            product += StrictMath.log(k);
            assertThat(Poisson.logFactorial(k)).isCloseTo(product, within(1e-12 * (1 + product)));
        }
    }
}
