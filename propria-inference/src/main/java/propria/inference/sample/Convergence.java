package propria.inference.sample;

import java.util.Arrays;
import java.util.stream.IntStream;
import propria.engine.random.Normal;

/// Whether chains have met: rank-normalised split R-hat and effective sample sizes of Vehtari, Gelman, Simpson, Carpenter &
/// Bürkner 2021 (doi:10.1214/20-BA1221).
///
/// @param rHat near 1 when chains agree; above 1.01 they do not
/// @param bulkEss how many independent draws the middle of the distribution is worth
/// @param tailEss how many its 5 % and 95 % quantiles are worth
public record Convergence(double rHat, double bulkEss, double tailEss) {

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    /// Looks at one quantity.
    ///
    /// @param chains by chain and draw, equally many draws, at least four
    public static Convergence of(double[][] chains) {
        double[][] split = split(chains);
        double[][] ranks = rankNormalised(split);
        double rHat = StrictMath.max(rHat(ranks), rHat(rankNormalised(folded(split))));
        double tail = StrictMath.min(ess(below(split, quantile(split, LOW))),
                ess(below(split, quantile(split, HIGH))));
        return new Convergence(rHat, ess(ranks), tail);
    }

    /// The standard error of the mean of a quantity that comes from correlated draws.
    public static double errorOfMean(double[][] chains) {
        double[][] split = split(chains);
        double[] all = Arrays.stream(split).flatMapToDouble(Arrays::stream).toArray();
        double mean = Arrays.stream(all).average().orElse(0);
        double variance = Arrays.stream(all).map(v -> (v - mean) * (v - mean)).sum() / (all.length - 1);
        return StrictMath.sqrt(variance / ess(split));
    }

    private static double[][] split(double[][] chains) {
        int half = chains[0].length / 2;
        double[][] split = new double[2 * chains.length][];
        for (int c = 0; c < chains.length; c++) {
            split[2 * c] = Arrays.copyOfRange(chains[c], 0, half);
            split[2 * c + 1] = Arrays.copyOfRange(chains[c], chains[c].length - half, chains[c].length);
        }
        return split;
    }

    /// Ranks, ties averaged, as standard normal numbers: equation 14.
    private static double[][] rankNormalised(double[][] chains) {
        int n = chains[0].length;
        int size = chains.length * n;
        int[] order = IntStream.range(0, size).boxed()
                .sorted(java.util.Comparator.comparingDouble(k -> chains[k / n][k % n])).mapToInt(k -> k).toArray();
        double[][] normal = new double[chains.length][n];
        for (int i = 0; i < size;) {
            int j = i;
            double value = chains[order[i] / n][order[i] % n];
            while (j < size && chains[order[j] / n][order[j] % n] == value) {
                j++;
            }
            double rank = (i + 1 + j) / 2.0;
            double z = Normal.quantile((rank - 0.375) / (size + 0.25));
            for (int k = i; k < j; k++) {
                normal[order[k] / n][order[k] % n] = z;
            }
            i = j;
        }
        return normal;
    }

    private static double[][] folded(double[][] chains) {
        double median = quantile(chains, 0.5);
        double[][] folded = new double[chains.length][];
        for (int c = 0; c < chains.length; c++) {
            folded[c] = Arrays.stream(chains[c]).map(v -> StrictMath.abs(v - median)).toArray();
        }
        return folded;
    }

    private static double[][] below(double[][] chains, double limit) {
        double[][] below = new double[chains.length][];
        for (int c = 0; c < chains.length; c++) {
            below[c] = Arrays.stream(chains[c]).map(v -> v <= limit ? 1 : 0).toArray();
        }
        return below;
    }

    private static double quantile(double[][] chains, double probability) {
        double[] sorted = Arrays.stream(chains).flatMapToDouble(Arrays::stream).sorted().toArray();
        double at = probability * (sorted.length - 1);
        int low = (int) at;
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /// Equations 1 to 4: variances within chains and between.
    private static double rHat(double[][] chains) {
        int n = chains[0].length;
        double within = 0;
        double[] means = new double[chains.length];
        for (int c = 0; c < chains.length; c++) {
            means[c] = mean(chains[c]);
            within += autocovariance(chains[c], means[c], 0) * n / (n - 1) / chains.length;
        }
        double overall = mean(means);
        double between = 0;
        for (double m : means) {
            between += (m - overall) * (m - overall) / (means.length - 1);
        }
        return within == 0
                ? between == 0 ? 1 : Double.POSITIVE_INFINITY
                : StrictMath.sqrt((n - 1.0) / n + between / within);
    }

    private static double autocovariance(double[] x, double mean, int lag) {
        double sum = 0;
        for (int i = 0; i + lag < x.length; i++) {
            sum += (x[i] - mean) * (x[i + lag] - mean);
        }
        return sum / x.length;
    }

    /// Equations 10 to 13, with Geyer's initial monotone sequence.
    private static double ess(double[][] chains) {
        int n = chains[0].length;
        int size = chains.length * n;
        double[] means = Arrays.stream(chains).mapToDouble(Convergence::mean).toArray();
        double within = 0;
        for (int c = 0; c < chains.length; c++) {
            within += autocovariance(chains[c], means[c], 0) * n / (n - 1) / chains.length;
        }
        double overall = mean(means);
        double between = 0;
        for (double m : means) {
            between += (m - overall) * (m - overall) / (means.length - 1);
        }
        double pooled = within * (n - 1) / n + between;
        if (pooled == 0) {
            return size;
        }
        double sum = 0;
        double last = Double.POSITIVE_INFINITY;
        for (int lag = 0; lag + 1 < n; lag += 2) {
            double pair = correlation(chains, means, lag, within, pooled)
                    + correlation(chains, means, lag + 1, within, pooled);
            if (pair < 0) {
                break;
            }
            last = StrictMath.min(last, pair);
            sum += last;
        }
        double time = StrictMath.max(2 * sum - 1, 1 / StrictMath.log10(size));
        return size / time;
    }

    private static double correlation(double[][] chains, double[] means, int lag, double within, double pooled) {
        if (lag == 0) {
            return 1;
        }
        double mean = 0;
        for (int c = 0; c < chains.length; c++) {
            mean += autocovariance(chains[c], means[c], lag) / chains.length;
        }
        return 1 - (within - mean) / pooled;
    }
}
