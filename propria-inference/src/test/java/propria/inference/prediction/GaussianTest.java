package propria.inference.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

class GaussianTest {

    @Test
    void the_error_function_is_that_of_a_library_by_another_method() {
        for (double x = 0; x < 26; x += 0.0137) {
            double expected = Erf.erfc(x);
            assertThat(Gaussian.erfc(x)).isCloseTo(expected, within(1e-12 * expected + 1e-300));
        }
    }

    @Test
    void probabilities_below_and_above_make_one_and_the_ends_are_exact() {
        for (double x = -9; x < 9; x += 0.1) {
            assertThat(Gaussian.cdf(x) + Gaussian.cdf(-x)).isCloseTo(1, within(1e-15));
        }
        assertThat(Gaussian.cdf(0)).isEqualTo(0.5);
        assertThat(Gaussian.cdf(-60)).isZero();
        assertThat(Gaussian.cdf(60)).isOne();
    }
}
