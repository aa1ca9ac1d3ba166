package propria.inference.calibration.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import propria.inference.sample.Convergence;

class EvolutionSamplerTest {

    private static List<double[]> normals(int number, int size, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, number)
                .mapToObj(_ -> IntStream.range(0, size).mapToDouble(_ -> random.nextGaussian()).toArray()).toList();
    }

    @Test
    void chains_find_mean_and_spread_of_a_normal_posterior() {
        EvolutionSampler.Sample sample = sampled(1);
        double mean = sample.points().stream().mapToDouble(p -> p[0]).average().orElseThrow();
        double square = sample.points().stream().mapToDouble(p -> (p[0] - mean) * (p[0] - mean)).average()
                .orElseThrow();
        assertThat(mean).isCloseTo(1, within(0.06));
        assertThat(Math.sqrt(square)).isCloseTo(0.5, within(0.06));
        assertThat(Convergence.of(sample.chain(0)).rHat()).isLessThan(1.03);
    }

    @Test
    void chains_are_the_same_on_any_number_of_threads() {
        assertThat(sampled(3).points()).usingRecursiveComparison().isEqualTo(sampled(1).points());
    }

    private static EvolutionSampler.Sample sampled(int threads) {
        EvolutionSampler sampler = new EvolutionSampler(x -> -0.5 * (Math.pow((x[0] - 1) / 0.5, 2) + x[1] * x[1]), 1,
                threads);
        return sampler.run(new ArrayList<>(normals(20, 2, 5)), 8, 6000);
    }

    @Test
    void the_rival_that_foretells_every_study_best_takes_the_weight_and_equals_share_it() {
        double[] better = {-1, -1, -1, -1};
        double[] worse = {-4, -5, -4, -5};
        assertThat(Rivals.stacked(List.of(worse, better))[1]).isGreaterThan(0.99);
        assertThat(Rivals.stacked(List.of(better, better))[0]).isCloseTo(0.5, within(1e-9));
        double[] half = {-1, -1, -9, -9};
        double[] other = {-9, -9, -1, -1};
        assertThat(Rivals.stacked(List.of(half, other))[0]).isCloseTo(0.5, within(1e-6));
    }
}
