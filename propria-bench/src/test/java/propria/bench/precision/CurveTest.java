package propria.bench.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {

    private static final Curve CURVE = new Curve("some", true,
            List.of(point(1e-2, 1e-3), point(1e-4, 1e-1), point(1e-3, 5e-1), point(1e-1, 2e-3)));

    private static Point point(double error, double seconds) {
        return new Point(1e-6, error, error, seconds, 1);
    }

    @Test
    void points_that_another_beats_do_not_count() {
        assertThat(CURVE.front()).extracting(Point::error).containsExactly(1e-2, 1e-4);
    }

    @Test
    void between_points_the_time_lies_on_a_line_of_logarithms() {
        assertThat(CURVE.secondsAt(1e-3)).hasValueCloseTo(1e-2, within(1e-15));
        assertThat(CURVE.secondsAt(1e-2)).hasValue(1e-3);
        assertThat(CURVE.secondsAt(1e-4)).hasValueCloseTo(1e-1, within(1e-15));
    }

    @Test
    void beyond_what_was_reached_there_is_no_time() {
        assertThat(CURVE.secondsAt(0.5)).isEmpty();
        assertThat(CURVE.secondsAt(1e-5)).isEmpty();
        assertThat(new Curve("none", false, List.of()).secondsAt(1)).isEmpty();
    }

    @Test
    void an_error_weighs_differences_by_size_and_floor() {
        ErrorMeasure measure = new ErrorMeasure(2, new double[]{0.5, 1});
        ErrorMeasure.Error error = measure.of(new double[]{1.6, 0, 0, 3}, new double[]{1.5, 0, 0, 1});
        assertThat(error.largest()).isCloseTo(1, within(1e-15));
        assertThat(error.rootMeanSquare()).isCloseTo(Math.sqrt((0.05 * 0.05 + 1) / 4), within(1e-15));
        assertThat(measure.of(new double[]{Double.NaN, 0}, new double[]{0, 0}).largest()).isInfinite();
    }
}
