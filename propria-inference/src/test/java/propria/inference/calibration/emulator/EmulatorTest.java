package propria.inference.calibration.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmulatorTest {

    private static List<double[]> normals(int number, int size, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, number)
                .mapToObj(_ -> IntStream.range(0, size).mapToDouble(_ -> random.nextGaussian()).toArray()).toList();
    }

    private static Emulator of(List<double[]> points, Function<double[], double[]> model, int... places) {
        double[] weights = new double[points.size()];
        Arrays.fill(weights, 1);
        List<double[]> features = points.stream().map(model).toList();
        return new Emulator(points, features, weights, places, new int[features.getFirst().length]);
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
    void each_population_has_lengths_of_its_own() {
        Function<double[], double[]> model = x -> new double[]{Math.sin(3 * x[0]), x[1] + 0.2 * Math.tanh(x[2])};
        List<double[]> points = normals(300, 3, 7);
        double[] weights = new double[points.size()];
        Arrays.fill(weights, 1);
        Emulator emulator = new Emulator(points, points.stream().map(model).toList(), weights, new int[]{0, 1, 2},
                new int[]{0, 1});
        double square = normals(100, 3, 8).stream().mapToDouble(x -> Math.pow(emulator.at(x)[0] - model.apply(x)[0], 2))
                .average().orElseThrow();
        assertThat(Math.sqrt(square)).isLessThan(0.1);
    }

    @Test
    void many_outputs_are_mixtures_of_the_few_that_made_them() {
        double[][] rows = normals(50, 2, 9).stream()
                .map(x -> new double[]{x[0], x[1], x[0] + x[1], x[0] - 2 * x[1], 1e-9 * x[0]}).toArray(double[][]::new);
        Basis basis = Basis.of(rows, 5);
        assertThat(basis.loadings()).hasNumberOfRows(2);
        for (int i = 0; i < rows.length; i++) {
            for (int m = 0; m < 4; m++) {
                double found = basis.scores()[i][0] * basis.loadings()[0][m]
                        + basis.scores()[i][1] * basis.loadings()[1][m];
                assertThat(found).isCloseTo(rows[i][m], within(0.1));
            }
        }
    }
}
