package propria.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import propria.app.files.FileKind;
import propria.app.files.ModelText;
import propria.model.Model;

class DifferenceTest {

    private static final String MODEL = "model m() species S = 2; R: S -> ; k * S; k = 0.5; x := 1 - S / 2; end";

    private static Model model(String text) {
        return ModelText.readText(text, FileKind.ANTIMONY, "m.ant");
    }

    private static Difference between(String one, String other) {
        return new ModelComparison(4, 40).of(model(one), model(other));
    }

    @Test
    void a_difference_is_relative_to_the_value_and_says_where_it_is() {
        Difference difference = Difference.of("S", new double[]{0, 1}, new double[]{1, 2}, new double[]{1, 2.2});
        assertThat(difference.size()).isCloseTo(0.2 / 2.2, within(1e-12));
        assertThat(difference.where()).isEqualTo("S at 1.0");
        assertThat(difference.isSame()).isFalse();
    }

    @Test
    void rounding_about_zero_is_no_difference_where_the_quantity_is_large_elsewhere() {
        double[] none = {0, 0};
        double[] rounding = {1e-17, -1e-17};
        assertThat(Difference.of("x", none, none, rounding).isSame()).isFalse();
        assertThat(Difference.of("x", none, none, rounding, 1).isSame()).isTrue();
    }

    @Test
    void values_that_are_missing_or_no_numbers_are_a_difference() {
        double[] one = {1};
        assertThat(Difference.of("x", one, one, new double[0]).isSame()).isFalse();
        assertThat(Difference.of("x", one, one, new double[]{Double.NaN}).isSame()).isFalse();
        assertThat(Difference.of("x", one, new double[]{Double.NaN}, new double[]{Double.NaN}).isSame()).isTrue();
    }

    @Test
    void equal_models_do_not_differ_and_a_changed_constant_shows() {
        assertThat(between(MODEL, MODEL).size()).isZero();
        assertThat(between(MODEL, MODEL.replace("0.5", "0.50001")).size()).isBetween(1e-6, 1e-3);
        assertThat(between(MODEL, MODEL.replace("species S", "species T").replace("S", "T")).isSame()).isFalse();
    }

    @Test
    void a_model_at_rest_is_compared_in_motion_too() {
        String rest = "model m() species S = 2; S' = k * (2 - S); k = 0.5; end";
        assertThat(between(rest, rest.replace("k = 0.5", "k = 0.6")).isSame()).isFalse();
    }
}
