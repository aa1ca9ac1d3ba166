package propria.trial.analysis.missing;

import java.util.Arrays;
import propria.trial.analysis.AnalysisException;
import propria.trial.analysis.Linear;
import propria.trial.analysis.continuous.LinearModel;

/// Imputes readings of which each subject lacks all from some visit on. In each arm, a reading is regressed on all that came
/// before; coefficients and variance are drawn from their posterior under a flat prior (D. B. Rubin, 1987, section 5.3). Means of
/// reference-based methods follow from the same draws.
public final class MonotoneImputation {

    private final double[][] readings;
    private final int[] arms;
    private final int times;
    private final Regression[][] fitted;

    /// The regression of a reading on those before it.
    private record Regression(double[] coefficients, double[][] root, double freedom, double variance) {

        Regression drawn(Chance chance) {
            double scale = variance * freedom / chance.chiSquared(freedom);
            double[] normals = new double[coefficients.length];
            Arrays.setAll(normals, _ -> chance.normal());
            double[] drawn = coefficients.clone();
            for (int i = 0; i < drawn.length; i++) {
                for (int j = 0; j <= i; j++) {
                    drawn[i] += StrictMath.sqrt(scale) * root[i][j] * normals[j];
                }
            }
            return new Regression(drawn, root, freedom, scale);
        }

        double mean(double[] before) {
            double mean = coefficients[0];
            for (int i = 1; i < coefficients.length; i++) {
                mean += coefficients[i] * before[i - 1];
            }
            return mean;
        }
    }

    /// @param readings by subject, then by time, the first before treatment; not a number from where they are missing
    /// @param arms of the subjects; 0 is the comparator
    /// @throws AnalysisException when an arm has too few readings, or one is missing before another that is there
    public MonotoneImputation(double[][] readings, int[] arms) {
        this.readings = readings;
        this.arms = arms;
        this.times = readings[0].length;
        for (double[] subject : readings) {
            for (int t = 1; t < times; t++) {
                if (Double.isNaN(subject[t - 1]) && !Double.isNaN(subject[t]) || Double.isNaN(subject[0])) {
                    throw new AnalysisException("a reading is missing before another that is there");
                }
            }
        }
        int count = Arrays.stream(arms).max().orElse(0) + 1;
        fitted = new Regression[count][times];
        for (int arm = 0; arm < count; arm++) {
            for (int t = 0; t < times; t++) {
                fitted[arm][t] = regression(arm, t);
            }
        }
    }

    private Regression regression(int arm, int time) {
        double[][] seen = java.util.stream.IntStream.range(0, readings.length)
                .filter(s -> arms[s] == arm && !Double.isNaN(readings[s][time])).mapToObj(s -> readings[s])
                .toArray(double[][]::new);
        double[][] rows = new double[seen.length][time + 1];
        double[] values = new double[seen.length];
        for (int i = 0; i < seen.length; i++) {
            rows[i][0] = 1;
            System.arraycopy(seen[i], 0, rows[i], 1, time);
            values[i] = seen[i][time];
        }
        LinearModel fit = LinearModel.fit(rows, values);
        double[][] unit = Arrays.stream(fit.covariance()).map(double[]::clone).toArray(double[][]::new);
        if (!(fit.variance() > 0)) {
            throw new AnalysisException("a reading of an arm does not vary");
        }
        for (double[] row : unit) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= fit.variance();
            }
        }
        return new Regression(fit.coefficients(), Linear.root(unit), fit.freedom(), fit.variance());
    }

    /// All readings, those that were missing imputed once.
    ///
    /// @param shift added to imputed readings of arms other than the comparator
    public double[][] impute(ImputationMethod method, double shift, Chance chance) {
        Regression[][] drawn = new Regression[fitted.length][];
        double[][] means = new double[fitted.length][times];
        for (int arm = 0; arm < fitted.length; arm++) {
            drawn[arm] = Arrays.stream(fitted[arm]).map(r -> r.drawn(chance)).toArray(Regression[]::new);
            for (int t = 0; t < times; t++) {
                means[arm][t] = drawn[arm][t].mean(means[arm]);
            }
        }
        double[][] whole = new double[readings.length][];
        for (int s = 0; s < readings.length; s++) {
            whole[s] = complete(readings[s], arms[s], method, drawn, means, chance);
            for (int t = 0; t < times; t++) {
                if (Double.isNaN(readings[s][t]) && arms[s] != 0) {
                    whole[s][t] += shift;
                }
            }
        }
        return whole;
    }

    /// Past readings count as differences from the mean that a subject is taken to have.
    private double[] complete(double[] seen, int arm, ImputationMethod method, Regression[][] drawn, double[][] means,
            Chance chance) {
        int last = 0;
        while (last + 1 < times && !Double.isNaN(seen[last + 1])) {
            last++;
        }
        boolean own = arm == 0 || method == ImputationMethod.MAR;
        Regression[] used = drawn[own ? arm : 0];
        double[] mean = own ? means[arm] : mean(method, means[arm], means[0], last);
        double[] reference = own ? means[arm] : means[0];
        double[] whole = seen.clone();
        for (int t = last + 1; t < times; t++) {
            double expected = mean[t];
            for (int j = 0; j < t; j++) {
                expected += used[t].coefficients()[j + 1] * (whole[j] - mean[j]);
            }
            if (own || mean == reference) {
                expected = used[t].mean(whole);
            }
            whole[t] = expected + StrictMath.sqrt(used[t].variance()) * chance.normal();
        }
        return whole;
    }

    private static double[] mean(ImputationMethod method, double[] own, double[] reference, int last) {
        double[] mean = own.clone();
        for (int t = 0; t < mean.length; t++) {
            mean[t] = switch (method) {
                case MAR -> own[t];
                case CR -> reference[t];
                case J2R -> t <= last ? own[t] : reference[t];
                case CIR -> t <= last ? own[t] : own[last] + reference[t] - reference[last];
            };
        }
        return mean;
    }
}
