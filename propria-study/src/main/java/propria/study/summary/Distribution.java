package propria.study.summary;

import java.util.Arrays;

/// A sample, described. Quantiles are of type 7: Hyndman and Fan 1996 (doi:10.2307/2684934).
///
/// @param n how many values
/// @param sd the standard deviation with `n - 1`; not a number for one value
public record Distribution(int n, double mean, double sd, double q05, double q25, double q50, double q75, double q95) {

    static final double[] PROBABILITIES = {0.05, 0.25, 0.5, 0.75, 0.95};

    /// Describes values; those that are not numbers are left out.
    public static Distribution of(double[] values) {
        return of(Columns.of(Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray(), PROBABILITIES));
    }

    /// The same of what is known of a column at [#PROBABILITIES].
    static Distribution of(Columns.Described d) {
        double[] q = d.quantiles();
        return new Distribution(d.n(), d.mean(), d.sd(), q[0], q[1], q[2], q[3], q[4]);
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
