package propria.study.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import propria.engine.random.Normal;
import propria.model.Description.Interval;

class PriorTest {

    private static Prior prior(String id, double value, double low, double high) {
        return Prior.of(id, value, Optional.of(new Interval(low, high)), 1);
    }

    @Test
    void the_median_is_the_value_and_the_interval_holds_the_central_90_percent() {
        Prior skewed = prior("k", 2, 1.5, 9);
        assertThat(skewed.scale()).isEqualTo(Prior.Scale.LOG);
        assertThat(skewed.at(0)).isEqualTo(2);
        assertThat(skewed.at(-Normal.Z95)).isCloseTo(1.5, within(1e-12));
        assertThat(skewed.at(Normal.Z95)).isCloseTo(9, within(1e-12));
    }

    @Test
    void a_part_of_a_whole_stays_between_0_and_1() {
        Prior part = prior("systemic__f_loss", 0.9, 0.5, 0.97);
        assertThat(part.scale()).isEqualTo(Prior.Scale.LOGIT);
        assertThat(part.at(-Normal.Z95)).isCloseTo(0.5, within(1e-12));
        assertThat(part.at(8)).isBetween(0.97, 1.0);
        assertThat(Prior.varied("w_share", 0.9, 2, 4)).isBetween(0.9, 1.0);
    }

    @Test
    void an_interval_that_reaches_zero_never_gives_less() {
        assertThat(prior("k", 1, 0, 3).at(-5)).isZero();
        assertThat(prior("k", 0, -1, 1).at(-Normal.Z95)).isCloseTo(-1, within(1e-12));
    }

    @Test
    void without_an_interval_nothing_varies() {
        assertThat(Prior.of("k", 3, Optional.empty(), 2).at(4)).isEqualTo(3);
    }

    @Test
    void a_widened_prior_is_wider_on_its_scale() {
        Prior twice = Prior.of("k", 2, Optional.of(new Interval(1, 4)), 2);
        assertThat(twice.at(Normal.Z95)).isCloseTo(8, within(1e-12));
    }

    @Test
    void subjects_vary_log_normally_with_the_given_coefficient() {
        double spread = StrictMath.sqrt(StrictMath.log(1 + 0.3 * 0.3));
        assertThat(Prior.varied("k", 5, 0.3, 0)).isEqualTo(5);
        assertThat(Prior.varied("k", 5, 0.3, 1)).isCloseTo(5 * StrictMath.exp(spread), within(1e-12));
    }
}
