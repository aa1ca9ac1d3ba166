package propria.inference.calibration.estimate;

import java.util.List;

/// A Gaussian process with a squared-exponential kernel that many outputs share. Its length and its noise are those with the
/// least error when a point is left out (Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, section
/// 5.4.2).
///
/// @param inputs scaled
/// @param weights of the kernel of each point, an output a column
/// @param scales of the inputs
/// @param length of the kernel, on the scaled inputs
/// @param error the share of the variance of the outputs that is missed when a point is left out
record Kriging(double[][] inputs, double[][] weights, double[] scales, double length, double error) {

    private static final double[] LENGTHS = {1.2, 2, 3.5, 6};
    private static final double[] NOISES = {1e-4, 1e-2, 1e-1};
    private static final int TRIED = 350;
    private static final int OUTPUTS = 60;

    /// Fits.
    ///
    /// @param outputs a row a point, with mean about zero
    static Kriging fit(List<double[]> points, double[][] outputs, double[] scales) {
        double[][] inputs = points.stream().map(x -> scaled(x, scales)).toArray(double[][]::new);
        int from = StrictMath.max(0, inputs.length - TRIED);
        double best = Double.POSITIVE_INFINITY;
        double length = LENGTHS[0];
        double noise = NOISES[0];
        double[][] last = java.util.Arrays.copyOfRange(inputs, from, inputs.length);
        double[][] some = some(outputs, from);
        for (double l : LENGTHS) {
            for (double n : NOISES) {
                double missed = missed(last, some, l, n);
                if (missed < best) {
                    best = missed;
                    length = l;
                    noise = n;
                }
            }
        }
        double[][] weights = new double[outputs.length][];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = outputs[i].clone();
        }
        Systems.solve(Systems.factor(covariance(inputs, length, noise)), weights);
        return new Kriging(inputs, weights, scales, length, best);
    }

    private static double[] scaled(double[] x, double[] scales) {
        double[] scaled = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            scaled[i] = x[i] * scales[i];
        }
        return scaled;
    }

    /// Some outputs of the last points, each divided by its standard deviation.
    private static double[][] some(double[][] outputs, int from) {
        int step = StrictMath.max(1, outputs[0].length / OUTPUTS);
        int kept = (outputs[0].length + step - 1) / step;
        double[][] some = new double[outputs.length - from][kept];
        for (int k = 0; k < kept; k++) {
            double squares = 1e-18;
            for (int i = from; i < outputs.length; i++) {
                squares += outputs[i][k * step] * outputs[i][k * step];
            }
            double sd = StrictMath.sqrt(squares / (outputs.length - from));
            for (int i = from; i < outputs.length; i++) {
                some[i - from][k] = outputs[i][k * step] / sd;
            }
        }
        return some;
    }

    private static double missed(double[][] inputs, double[][] outputs, double length, double noise) {
        int n = inputs.length;
        int m = outputs[0].length;
        double[][] right = new double[n][m + n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(outputs[i], 0, right[i], 0, m);
            right[i][m + i] = 1;
        }
        Systems.solve(Systems.factor(covariance(inputs, length, noise)), right);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < m; k++) {
                double away = right[i][k] / right[i][m + i];
                sum += away * away;
            }
        }
        return sum / n / m;
    }

    private static double[][] covariance(double[][] inputs, double length, double noise) {
        double[][] all = new double[inputs.length][];
        for (int i = 0; i < all.length; i++) {
            all[i] = new double[all.length];
            for (int j = 0; j < i; j++) {
                all[i][j] = kernel(inputs[i], inputs[j], length);
            }
            all[i][i] = 1 + noise;
        }
        return all;
    }

    private static double kernel(double[] one, double[] other, double length) {
        double square = 0;
        for (int i = 0; i < one.length; i++) {
            square += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return StrictMath.exp(-square / (2 * length * length));
    }

    /// Adds what is expected of each output at a point.
    void add(double[] point, double[] to) {
        double[] x = scaled(point, scales);
        for (int i = 0; i < inputs.length; i++) {
            double near = kernel(x, inputs[i], length);
            double[] weight = weights[i];
            for (int k = 0; k < to.length; k++) {
                to[k] += near * weight[k];
            }
        }
    }
}
