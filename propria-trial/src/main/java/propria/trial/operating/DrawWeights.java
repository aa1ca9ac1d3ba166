package propria.trial.operating;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// How much each draw of parameters counts: weights that sum to one (self-normalised importance weights; A. B. Owen, Monte Carlo
/// theory, methods and examples, 2013, chapter 9). Every statement over beliefs, whatever they are conditioned on, is read with
/// them.
///
/// @param values by draw, none negative; all 0 when no draw counts
public record DrawWeights(double[] values) {

    /// Scales what is given so that it sums to one.
    public DrawWeights {
        double sum = Arrays.stream(values).sum();
        values = sum > 0 ? Arrays.stream(values).map(v -> v / sum).toArray() : new double[values.length];
    }

    /// Every draw alike.
    public static DrawWeights equal(int draws) {
        double[] ones = new double[draws];
        Arrays.fill(ones, 1);
        return new DrawWeights(ones);
    }

    /// From logarithms, up to a constant; a draw whose logarithm is not a finite number does not count.
    public static DrawWeights ofLogs(double[] logs) {
        double most = Arrays.stream(logs).filter(Double::isFinite).max().orElse(0);
        return new DrawWeights(Arrays.stream(logs).map(l -> Double.isFinite(l) ? StrictMath.exp(l - most) : 0)
                .toArray());
    }

    /// Each draw by its number of trials with a reading, so that every trial counts alike.
    ///
    /// @param draw of each trial
    /// @param read of each trial; not a number where there is none
    static DrawWeights byTrials(int draws, int[] draw, double[] read) {
        double[] counts = new double[draws];
        for (int i = 0; i < draw.length; i++) {
            counts[draw[i]] += Double.isNaN(read[i]) ? 0 : 1;
        }
        return new DrawWeights(counts);
    }

    /// The mean of what is read of the trials of each draw; not a number where a draw has none.
    static double[] means(int draws, int[] draw, double[] read) {
        double[] sums = new double[draws];
        int[] counts = new int[draws];
        for (int i = 0; i < draw.length; i++) {
            if (!Double.isNaN(read[i])) {
                sums[draw[i]] += read[i];
                counts[draw[i]]++;
            }
        }
        return IntStream.range(0, draws).mapToDouble(d -> counts[d] == 0 ? Double.NaN : sums[d] / counts[d]).toArray();
    }

    /// Both weights at once, as of independent evidence.
    public DrawWeights and(DrawWeights other) {
        return new DrawWeights(IntStream.range(0, values.length).mapToDouble(d -> values[d] * other.values[d])
                .toArray());
    }

    /// The same where a draw without a value does not count.
    private DrawWeights of(double[] read) {
        return new DrawWeights(IntStream.range(0, values.length)
                .mapToDouble(d -> Double.isFinite(read[d]) ? values[d] : 0).toArray());
    }

    private double squares() {
        return Arrays.stream(values).map(v -> v * v).sum();
    }

    /// On how many draws a statement rests: `(sum w)^2 / sum w^2` (L. Kish, Survey sampling, 1965); 0 when none counts.
    public double effective() {
        double squares = squares();
        return squares > 0 ? 1 / squares : 0;
    }

    /// The weighed mean.
    ///
    /// @param read a number a draw; draws without one (not finite) do not count
    /// @return not a number when no draw counts
    public double mean(double[] read) {
        DrawWeights own = of(read);
        double mean = 0;
        for (int d = 0; d < read.length; d++) {
            mean += own.values[d] > 0 ? own.values[d] * read[d] : 0;
        }
        return own.effective() > 0 ? mean : Double.NaN;
    }

    /// The Monte-Carlo standard error of the weighed mean over draws, `sqrt(sum w^2 (x - mean)^2 / (1 - sum w^2))`: with equal
    /// weights the standard deviation over the root of their number. What few trials add to a draw is in it.
    ///
    /// @return not a number when a single draw counts
    public double error(double[] read) {
        DrawWeights own = of(read);
        double mean = mean(read);
        double sum = 0;
        for (int d = 0; d < read.length; d++) {
            sum += own.values[d] > 0
                    ? own.values[d] * own.values[d] * (read[d] - mean) * (read[d] - mean)
                    : 0;
        }
        double rest = 1 - own.squares();
        return rest > 1e-12 ? StrictMath.sqrt(sum / rest) : Double.NaN;
    }

    /// A quantile of the weighed values: straight lines between the middles of their weights, from the least to the largest; with
    /// equal weights the usual one.
    ///
    /// @param level from 0 to 1
    /// @return not a number when no draw counts
    public double quantile(double[] read, double level) {
        DrawWeights own = of(read);
        int[] order = IntStream.range(0, read.length).filter(d -> own.values[d] > 0).boxed()
                .sorted(Comparator.<Integer>comparingDouble(d -> read[d]).thenComparing(d -> d))
                .mapToInt(Integer::intValue).toArray();
        if (order.length == 0) {
            return Double.NaN;
        }
        double[] at = new double[order.length];
        for (int i = 1; i < order.length; i++) {
            at[i] = at[i - 1] + (own.values[order[i - 1]] + own.values[order[i]]) / 2;
        }
        double wanted = level * at[at.length - 1];
        int above = 1;
        while (above < at.length - 1 && at[above] < wanted) {
            above++;
        }
        if (order.length == 1) {
            return read[order[0]];
        }
        double share = (wanted - at[above - 1]) / (at[above] - at[above - 1]);
        return read[order[above - 1]] + share * (read[order[above]] - read[order[above - 1]]);
    }
}
