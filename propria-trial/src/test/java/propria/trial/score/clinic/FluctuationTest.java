package propria.trial.score.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FluctuationTest {

    private static final int PEOPLE = 6000;
    private static final Fluctuation COURSE = new Fluctuation(2, 60);

    private static double[] at(double day) {
        double[] values = new double[PEOPLE];
        for (int i = 0; i < PEOPLE; i++) {
            values[i] = COURSE.at(day, Dice.of(5, i, 0, 3));
        }
        return values;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i] / a.length;
        }
        return sum;
    }

    @Test
    void the_course_has_its_spread_on_every_day_and_forgets_as_an_exponential() {
        double[] first = at(0);
        assertThat(product(first, first)).isCloseTo(4, within(0.2));
        assertThat(product(at(33), at(33))).isCloseTo(4, within(0.2));
        assertThat(product(first, at(60)) / 4).isCloseTo(Math.exp(-1), within(0.05));
        assertThat(product(first, at(20)) / 4).isCloseTo(Math.exp(-20 / 60.0), within(0.05));
        assertThat(product(first, at(600)) / 4).isCloseTo(0, within(0.05));
    }

    @Test
    void who_is_asked_in_on_a_bad_day_is_better_later() {
        double[] first = at(-14);
        double[] later = at(84);
        double before = 0;
        double after = 0;
        int chosen = 0;
        for (int i = 0; i < PEOPLE; i++) {
            if (first[i] > 2) {
                before += first[i];
                after += later[i];
                chosen++;
            }
        }
        assertThat(after / chosen).isLessThan(0.4 * before / chosen);
        assertThat(after / chosen).isPositive();
    }

    @Test
    void without_a_spread_there_is_no_course() {
        assertThat(new Fluctuation(0, 60).at(9, Dice.of(5, 1, 0, 3))).isZero();
        assertThat(new Fluctuation(2, 0).at(9, Dice.of(5, 1, 0, 3))).isZero();
    }
}
