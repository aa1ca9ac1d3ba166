package propria.inference.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThinningTest {

    @Test
    void a_draw_is_taken_as_often_as_its_weight_says_to_the_nearest_whole_number() {
        assertThat(Thinning.resample(new double[]{0.5, 0.25, 0, 0.25}, 8)).containsExactly(0, 0, 0, 0, 1, 1, 3, 3);
        double[] weights = new Random(3).doubles(50).toArray();
        double sum = Arrays.stream(weights).sum();
        double[] even = Arrays.stream(weights).map(w -> w / sum).toArray();
        double[] thin = Thinning.of(even, 40);
        assertThat(Arrays.stream(thin).sum()).isCloseTo(1, within(1e-12));
        for (int i = 0; i < thin.length; i++) {
            assertThat(thin[i] * 40).isCloseTo(even[i] * 40, within(1.0));
        }
    }

    @Test
    void few_draws_stay_as_they_are() {
        double[] weights = {0.2, 0.8};
        assertThat(Thinning.of(weights, 20)).isSameAs(weights);
    }
}
