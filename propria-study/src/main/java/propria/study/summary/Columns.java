package propria.study.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Columns of values that can be read again and again, and what is said of them. Values that are not numbers are left out.
///
/// @param count how many columns
/// @param size how many values a column has at most
/// @param scan reads all of them in the order of draws and subjects
record Columns(int count, long size, Consumer<Storage.Visitor> scan) {

    /// Up to so many values a column are sorted in memory; more are counted by [Selection], to the same bits.
    static final int SORTED = 1 << 15;

    /// What is said of a column.
    ///
    /// @param mean the sum in order, divided by `n`
    /// @param sd the standard deviation with `n - 1`; not a number for one value
    /// @param quantiles of type 7 (Hyndman and Fan 1996), at the probabilities that were asked for
    record Described(int n, double mean, double sd, double[] quantiles) {
    }

    List<Described> describe(double... probabilities) {
        return size <= SORTED ? sorted(probabilities) : new Selection(count, scan, probabilities).describe();
    }

    private List<Described> sorted(double[] probabilities) {
        double[][] found = new double[count][Math.toIntExact(size)];
        int[] n = new int[count];
        scan.accept((draw, first, values) -> {
            for (int c = 0; c < count; c++) {
                for (double value : values[c]) {
                    if (!Double.isNaN(value)) {
                        found[c][n[c]++] = value;
                    }
                }
            }
        });
        List<Described> described = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            described.add(of(Arrays.copyOf(found[c], n[c]), probabilities));
        }
        return described;
    }

    /// Describes values in memory, none of which is not a number; sorts them.
    static Described of(double[] values, double... probabilities) {
        int n = values.length;
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / n;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        Arrays.sort(values);
        return new Described(n, n == 0 ? Double.NaN : mean, sd(squares, n),
                Arrays.stream(probabilities).map(p -> Distribution.quantile(values, p)).toArray());
    }

    static double sd(double squares, int n) {
        return n > 1 ? StrictMath.sqrt(squares / (n - 1)) : Double.NaN;
    }

    /// The mean of each column in each draw; not a number for a draw without values.
    List<double[]> means(int draws) {
        double[][] sums = new double[count][draws];
        int[][] n = new int[count][draws];
        scan.accept((draw, first, values) -> {
            for (int c = 0; c < count; c++) {
                double sum = sums[c][draw];
                for (double value : values[c]) {
                    if (!Double.isNaN(value)) {
                        sum += value;
                        n[c][draw]++;
                    }
                }
                sums[c][draw] = sum;
            }
        });
        for (int c = 0; c < count; c++) {
            for (int draw = 0; draw < draws; draw++) {
                sums[c][draw] = n[c][draw] == 0 ? Double.NaN : sums[c][draw] / n[c][draw];
            }
        }
        return List.of(sums);
    }
}
