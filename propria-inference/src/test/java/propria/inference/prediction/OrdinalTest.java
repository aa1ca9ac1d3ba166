package propria.inference.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class OrdinalTest {

    @Property
    void probabilities_sum_to_one_and_turn_round_with_the_effect(@ForAll @DoubleRange(min = -5, max = 5) double z,
            @ForAll @DoubleRange(min = 3, max = 40) double n, @ForAll @DoubleRange(min = 0, max = 3) double h) {
        double[] p = Ordinal.probabilities(z, n, h);
        double[] turned = Ordinal.probabilities(-z, n, h);
        assertThat(p[0] + p[1] + p[2]).isCloseTo(1, within(1e-9));
        assertThat(p[0]).isCloseTo(turned[2], within(1e-12));
    }

    @Test
    void critical_points_are_those_of_students_t() {
        assertThat(Ordinal.critical(8)).isCloseTo(2.145, within(0.02));
        assertThat(Ordinal.critical(4)).isCloseTo(2.447, within(0.03));
        assertThat(Ordinal.critical(15)).isCloseTo(2.048, within(0.02));
    }

    /// The other road: studies with animals, a t test each.
    @Test
    void probabilities_are_those_of_simulated_studies() {
        Random random = new Random(1);
        int n = 10;
        int studies = 20_000;
        int better = 0;
        for (int s = 0; s < studies; s++) {
            double z = 0.8 + 0.6 * random.nextGaussian();
            better += statistic(random, n, z) > 2.101 ? 1 : 0;
        }
        assertThat(better / (double) studies).isCloseTo(Ordinal.probabilities(0.8, n, 0.36)[0], within(0.02));
    }

    private static double statistic(Random random, int n, double z) {
        double[] means = new double[2];
        double squares = 0;
        for (int arm = 0; arm < 2; arm++) {
            double[] x = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = arm * z + random.nextGaussian();
                means[arm] += x[i] / n;
            }
            for (double value : x) {
                squares += (value - means[arm]) * (value - means[arm]);
            }
        }
        return (means[1] - means[0]) / Math.sqrt(squares / (2 * n - 2) * 2 / n);
    }
}
