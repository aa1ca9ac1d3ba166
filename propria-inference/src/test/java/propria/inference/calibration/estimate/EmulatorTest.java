package propria.inference.calibration.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import propria.inference.sample.Convergence;

class EmulatorTest {

    private static List<double[]> normals(int number, int size, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, number)
                .mapToObj(_ -> IntStream.range(0, size).mapToDouble(_ -> random.nextGaussian()).toArray()).toList();
    }

    private static Emulator of(List<double[]> points, Function<double[], double[]> model, int... places) {
        double[] weights = new double[points.size()];
        Arrays.fill(weights, 1);
        return new Emulator(points, points.stream().map(model).toList(), weights, places);
    }

    @Test
    void a_quadratic_is_found_again() {
        double[] at = of(normals(400, 3, 3), x -> new double[]{2 + x[0] - 0.5 * x[1] * x[1], 3 * x[2]}, 0, 1, 2)
                .at(new double[]{0.5, -1, 2});
        assertThat(at[0]).isCloseTo(2, within(0.02));
        assertThat(at[1]).isCloseTo(6, within(0.02));
    }

    @Test
    void products_and_saturation_which_a_quadratic_lacks_are_found_too() {
        Function<double[], double[]> model = x -> new double[]{x[0] * x[1] + Math.tanh(x[2])};
        Emulator emulator = of(normals(300, 3, 4), model, 0, 1, 2);
        double square = normals(100, 3, 5).stream().mapToDouble(x -> Math.pow(emulator.at(x)[0] - model.apply(x)[0], 2))
                .average().orElseThrow();
        assertThat(Math.sqrt(square)).isLessThan(0.12);
    }

    @Test
    void features_that_never_differ_and_features_that_are_the_same_come_back_as_they_are() {
        Emulator emulator = of(normals(60, 2, 6), x -> new double[]{7, x[0], x[0]}, 0);
        double[] at = emulator.at(new double[]{0.3, 99});
        assertThat(at[0]).isEqualTo(7);
        assertThat(at[1]).isEqualTo(at[2]).isCloseTo(0.3, within(0.02));
    }

    @Test
    void chains_find_mean_and_spread_of_a_normal_posterior() {
        EvolutionSampler.Sample sample = sampled(1);
        double mean = sample.points().stream().mapToDouble(p -> p[0]).average().orElseThrow();
        double square = sample.points().stream().mapToDouble(p -> (p[0] - mean) * (p[0] - mean)).average()
                .orElseThrow();
        assertThat(mean).isCloseTo(1, within(0.06));
        assertThat(Math.sqrt(square)).isCloseTo(0.5, within(0.06));
        int length = sample.points().size() / sample.chains();
        double[][] chains = new double[sample.chains()][length];
        for (int i = 0; i < sample.points().size(); i++) {
            chains[i / length][i % length] = sample.points().get(i)[0];
        }
        assertThat(Convergence.of(chains).rHat()).isLessThan(1.03);
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
