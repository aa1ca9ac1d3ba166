package propria.inference.calibration.emulator;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A Gaussian process with a squared-exponential kernel that several outputs share, with a length of its own for each input.
/// Lengths and noise are those with the least error when a point is left out (Rasmussen and Williams, Gaussian Processes
/// for Machine Learning, 2006, section 5.4.2): one length for all first, then each of the inputs that matter most in turn.
final class Kriging {

    private static final double[] LENGTHS = {1.2, 2, 3.5, 6};
    private static final double[] NOISES = {1e-6, 1e-4, 1e-2, 1e-1};
    private static final int TRIED = 250;
    private static final int TURNS = 10;
    private static final double STEP = 1.6;
    /// Half a squared distance beyond which a point says nothing.
    private static final double FAR = 25;

    private final double[][] inputs;
    private final double[][] weights;
    private final int[] used;
    private final double[] scales;

    private Kriging(double[][] inputs, double[][] weights, int[] used, double[] scales) {
        this.inputs = inputs;
        this.weights = weights;
        this.used = used;
        this.scales = scales;
    }

    /// Fits.
    ///
    /// @param outputs a row a point, of about unit mean square
    /// @param importances of each input, the most important 1; inputs of none are not used
    static Kriging fit(List<double[]> all, double[][] outputs, double[] importances) {
        int[] used = IntStream.range(0, importances.length).filter(i -> importances[i] > 0).toArray();
        List<double[]> points = all.stream().map(x -> chosen(x, used)).toList();
        double[] importance = chosen(importances, used);
        int from = StrictMath.max(0, points.size() - TRIED);
        List<double[]> last = points.subList(from, points.size());
        double[][] some = Arrays.copyOfRange(outputs, from, outputs.length);
        double best = Double.POSITIVE_INFINITY;
        double[] scales = importance;
        double noise = NOISES[0];
        for (double length : LENGTHS) {
            double[] tried = Arrays.stream(importance).map(s -> s / length).toArray();
            for (double n : NOISES) {
                double missed = missed(last, some, tried, n);
                if (missed < best) {
                    best = missed;
                    scales = tried;
                    noise = n;
                }
            }
        }
        double[] refined = refined(last, some, scales, noise, best);
        double[][] inputs = scaled(points, refined);
        double[][] weights = new double[outputs.length][];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = outputs[i].clone();
        }
        Systems.solve(Systems.factor(covariance(inputs, noise)), weights);
        return new Kriging(inputs, weights, used, refined);
    }

    private static double[] chosen(double[] x, int[] used) {
        return Arrays.stream(used).mapToDouble(i -> x[i]).toArray();
    }

    private static double[] refined(List<double[]> points, double[][] outputs, double[] scales, double noise,
            double reached) {
        double[] best = scales.clone();
        double least = reached;
        List<Integer> order = IntStream.range(0, scales.length).boxed()
                .sorted(Comparator.comparingDouble(i -> -scales[i])).limit(TURNS).toList();
        for (int i : order) {
            for (double by : new double[]{STEP, 1 / STEP}) {
                double[] tried = best.clone();
                tried[i] *= by;
                double missed = missed(points, outputs, tried, noise);
                while (missed < least) {
                    least = missed;
                    best = tried.clone();
                    tried[i] *= by;
                    missed = missed(points, outputs, tried, noise);
                }
            }
        }
        return best;
    }

    private static double[][] scaled(List<double[]> points, double[] scales) {
        return points.stream().map(x -> scaled(x, scales)).toArray(double[][]::new);
    }

    private static double[] scaled(double[] x, double[] scales) {
        double[] scaled = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            scaled[i] = x[i] * scales[i];
        }
        return scaled;
    }

    private static double missed(List<double[]> points, double[][] outputs, double[] scales, double noise) {
        double[][] inputs = scaled(points, scales);
        int n = inputs.length;
        int m = outputs[0].length;
        double[][] right = new double[n][m + n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(outputs[i], 0, right[i], 0, m);
            right[i][m + i] = 1;
        }
        Systems.solve(Systems.factor(covariance(inputs, noise)), right);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < m; k++) {
                double away = right[i][k] / right[i][m + i];
                sum += away * away;
            }
        }
        return sum;
    }

    private static double[][] covariance(double[][] inputs, double noise) {
        double[][] all = new double[inputs.length][];
        for (int i = 0; i < all.length; i++) {
            all[i] = new double[all.length];
            for (int j = 0; j < i; j++) {
                all[i][j] = kernel(inputs[i], inputs[j]);
            }
            all[i][i] = 1 + noise;
        }
        return all;
    }

    private static double kernel(double[] one, double[] other) {
        double square = 0;
        for (int i = 0; i < one.length; i++) {
            double away = one[i] - other[i];
            square += away * away;
        }
        return square > 2 * FAR ? 0 : StrictMath.exp(-square / 2);
    }

    /// What is expected of each output at a point.
    double[] at(double[] point) {
        double[] x = scaled(chosen(point, used), scales);
        double[] sum = new double[weights[0].length];
        for (int i = 0; i < inputs.length; i++) {
            double near = kernel(x, inputs[i]);
            if (near > 0) {
                double[] weight = weights[i];
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += near * weight[k];
                }
            }
        }
        return sum;
    }
}
