package propria.inference.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EmulatorTest {

    @Test
    void a_quadratic_is_found_again() {
        Random random = new Random(3);
        List<double[]> points = new ArrayList<>();
        List<double[]> features = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double[] x = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            points.add(x);
            features.add(new double[]{2 + x[0] - 0.5 * x[1] * x[1], 3 * x[2]});
        }
        double[] weights = new double[points.size()];
        Arrays.fill(weights, 1);
        double[] at = new Emulator(points, features, weights).at(new double[]{0.5, -1, 2});
        assertThat(at[0]).isCloseTo(2, within(0.02));
        assertThat(at[1]).isCloseTo(6, within(0.02));
    }

    @Test
    void chains_find_mean_and_spread_of_a_normal_posterior() {
        EvolutionSampler sampler = new EvolutionSampler(x -> -0.5 * (Math.pow((x[0] - 1) / 0.5, 2) + x[1] * x[1]), 1);
        Random random = new Random(5);
        List<double[]> start = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            start.add(new double[]{random.nextGaussian(), random.nextGaussian()});
        }
        EvolutionSampler.Sample sample = sampler.run(start, 8, 6000);
        double mean = sample.points().stream().mapToDouble(p -> p[0]).average().orElseThrow();
        double square = sample.points().stream().mapToDouble(p -> (p[0] - mean) * (p[0] - mean)).average()
                .orElseThrow();
        assertThat(mean).isCloseTo(1, within(0.06));
        assertThat(Math.sqrt(square)).isCloseTo(0.5, within(0.06));
        assertThat(Convergence.of(sample.points(), sample.chains())).isLessThan(1.05);
    }

    @Test
    void even_weights_can_be_trusted_and_a_heavy_tail_cannot() {
        Random random = new Random(7);
        double[] light = random.doubles(400).map(u -> 0.1 * u).toArray();
        double[] heavy = random.doubles(400).map(u -> -1.5 * Math.log(u)).toArray();
        assertThat(ParetoSmoothing.of(light).shape()).isLessThan(0.5);
        assertThat(ParetoSmoothing.of(heavy).shape()).isGreaterThan(0.7);
        assertThat(Arrays.stream(ParetoSmoothing.of(heavy).weights()).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void flattened_weights_leave_enough_points() {
        double[] logs = new Random(9).doubles(80).map(u -> 40 * u).toArray();
        double[] weights = CalibrationRun.flattened(logs, 24);
        assertThat(1 / Arrays.stream(weights).map(w -> w * w).sum()).isGreaterThanOrEqualTo(24);
        assertThat(CalibrationRun.resample(weights, 40)).hasSize(40);
    }
}
