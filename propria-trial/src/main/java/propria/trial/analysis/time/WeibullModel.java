package propria.trial.analysis.time;

import java.util.List;
import propria.trial.analysis.AnalysisException;
import propria.trial.analysis.EffectEstimate;
import propria.trial.analysis.Linear;

/// The accelerated failure time model with Weibull's distribution, of times that are known, censored or known to lie in an
/// interval: `log T = x'b + s W` with `W` of the extreme value distribution of minima.
///
/// @param coefficients of the terms, then the logarithm of the scale `s`
/// @param covariance of these
/// @param likelihood its logarithm
public record WeibullModel(double[] coefficients, double[][] covariance, double likelihood) {

    private static final int MOST_STEPS = 200;
    private static final double STEP = 1e-5;
    private static final double CLOSE = 1e-10;

    /// Fits by Newton's method.
    ///
    /// @param rows the terms of each subject, the intercept among them
    /// @throws AnalysisException when nothing happened, or no maximum is found
    public static WeibullModel fit(List<CensoredInterval> subjects, double[][] rows) {
        if (subjects.stream().noneMatch(s -> Double.isFinite(s.right()))) {
            throw new AnalysisException("there is no event");
        }
        double[] at = start(subjects, rows);
        double here = likelihood(subjects, rows, at);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] score = score(subjects, rows, at);
            double[][] information = information(subjects, rows, at);
            double[] move = direction(information, score);
            double gain = Linear.dot(move, score);
            if (gain < CLOSE) {
                return new WeibullModel(at, Linear.inverse(information), here);
            }
            double length = 1;
            double[] next = moved(at, move, length);
            double there = likelihood(subjects, rows, next);
            while (!(there > here - 1e-12) && length > CLOSE) {
                length /= 2;
                next = moved(at, move, length);
                there = likelihood(subjects, rows, next);
            }
            at = next;
            here = there;
        }
        throw new AnalysisException("the Weibull model is not found in " + MOST_STEPS + " steps");
    }

    /// The mean of the logarithms of what is known, a little above as censored times are longer.
    private static double[] start(List<CensoredInterval> subjects, double[][] rows) {
        double[] logs = subjects.stream()
                .mapToDouble(s -> Double.isFinite(s.right()) ? (s.left() + s.right()) / 2 : s.left())
                .filter(t -> t > 0).map(StrictMath::log).toArray();
        double[] start = new double[rows[0].length + 1];
        start[0] = java.util.Arrays.stream(logs).average().orElse(0) + 0.5;
        return start;
    }

    private static double[] direction(double[][] information, double[] score) {
        try {
            return Linear.times(Linear.inverse(information), score);
        } catch (AnalysisException e) {
            double[] scaled = score.clone();
            double size = StrictMath.sqrt(Linear.dot(score, score));
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] /= size;
            }
            return scaled;
        }
    }

    private static double[] moved(double[] at, double[] move, double length) {
        double[] next = at.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += length * move[i];
        }
        return next;
    }

    /// A coefficient with Wald's interval and test.
    public EffectEstimate term(int index, double level) {
        return EffectEstimate.normal(coefficients[index], StrictMath.sqrt(covariance[index][index]), level);
    }

    /// The scale `s`.
    public double scale() {
        return StrictMath.exp(coefficients[coefficients.length - 1]);
    }

    private static double likelihood(List<CensoredInterval> subjects, double[][] rows, double[] at) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += of(subjects.get(i), mean(rows[i], at), StrictMath.exp(at[at.length - 1]));
        }
        return sum;
    }

    private static double mean(double[] row, double[] at) {
        double mean = 0;
        for (int j = 0; j < row.length; j++) {
            mean += row[j] * at[j];
        }
        return mean;
    }

    private static double of(CensoredInterval s, double mean, double scale) {
        double right = (StrictMath.log(s.right()) - mean) / scale;
        if (s.exact()) {
            return right - StrictMath.exp(right) - StrictMath.log(scale) - StrictMath.log(s.right());
        }
        double left = s.left() > 0 ? StrictMath.exp((StrictMath.log(s.left()) - mean) / scale) : 0;
        if (!Double.isFinite(s.right())) {
            return -left;
        }
        return -left + StrictMath.log(-StrictMath.expm1(left - StrictMath.exp(right)));
    }

    private static double[] score(List<CensoredInterval> subjects, double[][] rows, double[] at) {
        double[] score = new double[at.length];
        double scale = StrictMath.exp(at[at.length - 1]);
        for (int i = 0; i < rows.length; i++) {
            CensoredInterval s = subjects.get(i);
            double mean = mean(rows[i], at);
            double[] slopes = slopes(s, mean, scale);
            for (int j = 0; j < rows[i].length; j++) {
                score[j] += slopes[0] * rows[i][j];
            }
            score[at.length - 1] += slopes[1];
        }
        return score;
    }

    /// By the mean and by the logarithm of the scale.
    private static double[] slopes(CensoredInterval s, double mean, double scale) {
        double right = (StrictMath.log(s.right()) - mean) / scale;
        if (s.exact()) {
            double d = 1 - StrictMath.exp(right);
            return new double[]{-d / scale, -d * right - 1};
        }
        double zl = s.left() > 0 ? (StrictMath.log(s.left()) - mean) / scale : 0;
        double left = s.left() > 0 ? StrictMath.exp(zl) : 0;
        if (!Double.isFinite(s.right())) {
            return new double[]{left / scale, left * zl};
        }
        double end = StrictMath.exp(right);
        double ratio = 1 / StrictMath.expm1(end - left);
        double byLeft = -left - ratio * left;
        double byRight = ratio * end;
        return new double[]{-(byLeft + byRight) / scale, -(byLeft * zl + byRight * right)};
    }

    /// The negative of the second derivatives, by central differences of the first.
    private static double[][] information(List<CensoredInterval> subjects, double[][] rows, double[] at) {
        int p = at.length;
        double[][] result = new double[p][p];
        for (int j = 0; j < p; j++) {
            double[] ahead = at.clone();
            double[] behind = at.clone();
            ahead[j] += STEP;
            behind[j] -= STEP;
            double[] up = score(subjects, rows, ahead);
            double[] down = score(subjects, rows, behind);
            for (int i = 0; i < p; i++) {
                double slope = -(up[i] - down[i]) / (2 * STEP) / 2;
                result[i][j] += slope;
                result[j][i] += slope;
            }
        }
        return result;
    }
}
