package propria.study.summary;

import java.util.Arrays;

/// A sample, described. Quantiles are of type 7: Hyndman and Fan 1996 (doi:10.2307/2684934).
///
/// @param n how many values
/// @param sd the standard deviation with `n - 1`; not a number for one value
public record Distribution(int n, double mean, double sd, double q05, double q25, double q50, double q75, double q95) {

    /// Describes values; those that are not numbers are left out.
    public static Distribution of(double[] values) {
        double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        int n = sorted.length;
        double sum = 0;
        for (double value : sorted) {
            sum += value;
        }
        double mean = sum / n;
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        double sd = n > 1 ? StrictMath.sqrt(squares / (n - 1)) : Double.NaN;
        Arrays.sort(sorted);
        return new Distribution(n, n == 0 ? Double.NaN : mean, sd, quantile(sorted, 0.05), quantile(sorted, 0.25),
                quantile(sorted, 0.5), quantile(sorted, 0.75), quantile(sorted, 0.95));
    }

    /// A quantile of type 7 of ascending values; not a number without values.
    static double quantile(double[] sorted, double probability) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = (sorted.length - 1) * probability;
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
