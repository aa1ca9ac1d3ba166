package propria.inference.calibration;

import java.util.Arrays;

/// Importance weights whose largest are smoothed by a generalised Pareto distribution; its shape `k` says whether they can
/// be trusted: below 0.7 they can (Vehtari, Simpson, Gelman, Yao and Gabry 2024, arXiv:1507.02646). The shape is estimated
/// as Zhang and Stephens 2009 do (doi:10.1198/tech.2009.08017).
///
/// @param weights smoothed, their sum is 1
/// @param shape the shape of the tail
record ParetoSmoothing(double[] weights, double shape) {

    private static final int FEWEST = 5;
    private static final double PRIOR_WEIGHT = 10;

    /// Smooths weights.
    ///
    /// @param logWeights the natural logarithms of the raw weights, but for a constant
    static ParetoSmoothing of(double[] logWeights) {
        int n = logWeights.length;
        double most = Arrays.stream(logWeights).max().orElse(0);
        double[] weights = Arrays.stream(logWeights).map(w -> StrictMath.exp(w - most)).toArray();
        int tail = (int) StrictMath.min(n / 5.0, 3 * StrictMath.sqrt(n));
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(weights[a], weights[b]));
        double shape = Double.POSITIVE_INFINITY;
        if (tail >= FEWEST) {
            double cut = weights[order[n - tail - 1]];
            double[] above = new double[tail];
            for (int i = 0; i < tail; i++) {
                above[i] = weights[order[n - tail + i]] - cut;
            }
            double[] fit = fit(above);
            shape = fit[0];
            for (int i = 0; i < tail && Double.isFinite(shape) && fit[1] > 0; i++) {
                double level = (i + 0.5) / tail;
                double value = StrictMath.abs(shape) < 1e-9
                        ? -fit[1] * StrictMath.log1p(-level)
                        : fit[1] * (StrictMath.pow(1 - level, -shape) - 1) / shape;
                weights[order[n - tail + i]] = StrictMath.min(cut + value, 1);
            }
        }
        double sum = Arrays.stream(weights).sum();
        return new ParetoSmoothing(Arrays.stream(weights).map(w -> w / sum).toArray(), shape);
    }

    /// Shape and scale of values above a threshold, ascending.
    private static double[] fit(double[] x) {
        int n = x.length;
        int grid = 30 + (int) StrictMath.sqrt(n);
        double quartile = x[StrictMath.max((int) (n / 4.0 + 0.5) - 1, 0)];
        double largest = x[n - 1];
        if (!(quartile > 0) || !(largest > 0)) {
            return new double[]{0, 0};
        }
        double[] theta = new double[grid];
        double[] profile = new double[grid];
        for (int j = 0; j < grid; j++) {
            theta[j] = 1 / largest + (1 - StrictMath.sqrt(grid / (j + 0.5))) / (3 * quartile);
            double k = meanLog(x, theta[j]);
            profile[j] = n * (StrictMath.log(-theta[j] / k) - k - 1);
        }
        double mean = 0;
        for (int j = 0; j < grid; j++) {
            double against = 0;
            for (int i = 0; i < grid; i++) {
                against += StrictMath.exp(profile[i] - profile[j]);
            }
            mean += theta[j] / against;
        }
        double shape = meanLog(x, mean);
        double scale = -shape / mean;
        return new double[]{(n * shape + PRIOR_WEIGHT * 0.5) / (n + PRIOR_WEIGHT), scale};
    }

    private static double meanLog(double[] x, double theta) {
        double sum = 0;
        for (double value : x) {
            sum += StrictMath.log1p(-theta * value);
        }
        return sum / x.length;
    }
}
