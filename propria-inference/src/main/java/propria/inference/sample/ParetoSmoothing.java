package propria.inference.sample;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import propria.inference.matrix.Vectors;

/// Importance weights whose largest are replaced by quantiles of a generalised Pareto distribution fitted to them: Vehtari,
/// Simpson, Gelman, Yao & Gabry 2024 (JMLR 25:72). The shape `kHat` tells whether the weights can be trusted.
///
/// @param logWeights normalised: their exponentials sum to one
/// @param kHat the shape of the tail; infinite where the tail is too short to tell
public record ParetoSmoothing(double[] logWeights, double kHat) {

    private static final int SHORTEST_TAIL = 5;

    /// Smooths.
    ///
    /// @param logRatios the logarithms of the raw weights, up to a constant
    public static ParetoSmoothing of(double[] logRatios) {
        int size = logRatios.length;
        double highest = Arrays.stream(logRatios).max().orElse(0);
        double[] logs = Arrays.stream(logRatios).map(l -> l - highest).toArray();
        int tail = (int) StrictMath.ceil(StrictMath.min(0.2 * size, 3 * StrictMath.sqrt(size)));
        double kHat = Double.POSITIVE_INFINITY;
        if (tail >= SHORTEST_TAIL) {
            int[] order = IntStream.range(0, size).boxed().sorted(Comparator.comparingDouble(k -> logs[k]))
                    .mapToInt(k -> k).toArray();
            double cutoff = logs[order[size - tail - 1]];
            double[] excess = new double[tail];
            for (int i = 0; i < tail; i++) {
                excess[i] = StrictMath.exp(logs[order[size - tail + i]]) - StrictMath.exp(cutoff);
            }
            kHat = excess[0] == excess[tail - 1] ? Double.NEGATIVE_INFINITY : smooth(logs, order, cutoff, excess);
        }
        double sum = Vectors.logSumExp(logs);
        return new ParetoSmoothing(Arrays.stream(logs).map(l -> l - sum).toArray(), kHat);
    }

    private static double smooth(double[] logs, int[] order, double cutoff, double[] excess) {
        double[] fit = fit(excess);
        int tail = excess.length;
        for (int i = 0; i < tail; i++) {
            double p = (i + 0.5) / tail;
            double quantile = StrictMath.abs(fit[0]) < 1e-12
                    ? -fit[1] * StrictMath.log1p(-p)
                    : fit[1] * StrictMath.expm1(-fit[0] * StrictMath.log1p(-p)) / fit[0];
            double log = StrictMath.log(quantile + StrictMath.exp(cutoff));
            logs[order[order.length - tail + i]] = StrictMath.min(0, log);
        }
        return fit[0];
    }

    /// Shape and scale of a generalised Pareto distribution: Zhang & Stephens 2009 (doi:10.1198/tech.2009.08017), with the
    /// weak prior on the shape of Vehtari and others, appendix C.
    ///
    /// @param x ascending, above zero
    static double[] fit(double[] x) {
        int n = x.length;
        int candidates = 30 + (int) StrictMath.sqrt(n);
        double quarter = x[(int) StrictMath.floor(n / 4.0 + 0.5) - 1];
        double[] theta = new double[candidates];
        double[] logs = new double[candidates];
        for (int j = 0; j < candidates; j++) {
            theta[j] = 1 / x[n - 1] + (1 - StrictMath.sqrt(candidates / (j + 0.5))) / (3 * quarter);
            double k = shape(theta[j], x);
            logs[j] = n * (StrictMath.log(-theta[j] / k) - k - 1);
        }
        double sum = Vectors.logSumExp(logs);
        double best = 0;
        for (int j = 0; j < candidates; j++) {
            best += theta[j] * StrictMath.exp(logs[j] - sum);
        }
        double k = shape(best, x);
        double scale = -k / best;
        return new double[]{(n * k + 5) / (n + 10.0), scale};
    }

    private static double shape(double theta, double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += StrictMath.log1p(-theta * value);
        }
        return sum / x.length;
    }

    /// The largest `kHat` at which so many draws can be trusted: Vehtari and others 2024, equation 13.
    public static double threshold(int draws) {
        return StrictMath.min(1 - 1 / StrictMath.log10(draws), 0.7);
    }

    /// The logarithm of the density of a piece of the data by the posterior without that piece.
    ///
    /// @param logLikelihoods of the piece, a draw each
    /// @return the smoothed weights of draws without the piece, whose `kHat` is to be looked at
    public static ParetoSmoothing leavingOut(double[] logLikelihoods) {
        return of(Arrays.stream(logLikelihoods).map(l -> -l).toArray());
    }

    /// The weights; their sum is one.
    public double[] weights() {
        return Arrays.stream(logWeights).map(StrictMath::exp).toArray();
    }

    /// How many equally weighted draws the weights are worth (Kish 1965).
    public double effective() {
        return 1 / Arrays.stream(weights()).map(w -> w * w).sum();
    }

    /// The logarithm of the weighted mean of exponentials.
    public double logMean(double[] logs) {
        double[] weighted = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            weighted[i] = logs[i] + logWeights[i];
        }
        return Vectors.logSumExp(weighted);
    }
}
