package propria.trial.analysis.time;

import java.util.List;
import propria.trial.analysis.AnalysisException;
import propria.trial.analysis.Distributions;
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
    private static final int MOST_DOUBLINGS = 12;
    private static final double END = 1e-5;
    private static final double FLAT = 1e-8;
    private static final int MOST_FLAT = 3;
    private static final double MOST_DAMPING = 1e5;
    private static final double WIDE = 100;

    /// Fits by Newton's method.
    ///
    /// @param rows the terms of each subject, the intercept among them
    /// @throws AnalysisException when nothing happened, or no maximum is found in 200 steps
    public static WeibullModel fit(List<CensoredInterval> subjects, double[][] rows) {
        if (subjects.stream().noneMatch(s -> Double.isFinite(s.right()))) {
            throw new AnalysisException("there is no event");
        }
        double[] at = start(subjects, rows);
        double here = climb(subjects, rows, at, -1);
        return new WeibullModel(at, covariance(information(subjects, rows, at)), here);
    }

    /// Not numbers where the likelihood has a ridge without an end, as without an event in an arm.
    private static double[][] covariance(double[][] information) {
        try {
            return Linear.inverse(information);
        } catch (AnalysisException e) {
            double[][] unknown = new double[information.length][information.length];
            for (double[] row : unknown) {
                java.util.Arrays.fill(row, Double.NaN);
            }
            return unknown;
        }
    }

    /// Newton's method, damped where the likelihood is not concave, until it gains nothing or, on a ridge, next to nothing.
    ///
    /// @param at where it begins; becomes the maximum
    /// @param held which coefficient stays where it begins; -1 for none
    /// @return the likelihood there
    private static double climb(List<CensoredInterval> subjects, double[][] rows, double[] at, int held) {
        double here = likelihood(subjects, rows, at);
        int flat = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] score = score(subjects, rows, at);
            double[][] information = information(subjects, rows, at);
            hold(held, score, information);
            double[] move = direction(information, score);
            if (Linear.dot(move, score) < CLOSE || flat > MOST_FLAT) {
                return here;
            }
            double length = 1;
            double there = likelihood(subjects, rows, moved(at, move, length));
            while (!(there > here) && length > CLOSE) {
                length /= 2;
                there = likelihood(subjects, rows, moved(at, move, length));
            }
            if (!(there > here)) {
                return here;
            }
            flat = there - here < FLAT ? flat + 1 : 0;
            System.arraycopy(moved(at, move, length), 0, at, 0, at.length);
            here = there;
        }
        throw new AnalysisException("the Weibull model is not found in " + MOST_STEPS + " steps");
    }

    private static void hold(int held, double[] score, double[][] information) {
        if (held >= 0) {
            score[held] = 0;
            for (int i = 0; i < score.length; i++) {
                information[held][i] = 0;
                information[i][held] = 0;
            }
            information[held][held] = 1;
        }
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
        for (double damping = 0; damping < MOST_DAMPING; damping = damping == 0 ? 1e-3 : 10 * damping) {
            double[][] damped = new double[score.length][];
            for (int i = 0; i < damped.length; i++) {
                damped[i] = information[i].clone();
                damped[i][i] += damping * (StrictMath.abs(damped[i][i]) + 1e-6);
            }
            try {
                return Linear.times(Linear.inverse(damped), score);
            } catch (AnalysisException _) {
                // not concave yet: more of it
            }
        }
        return score.clone();
    }

    private static double[] moved(double[] at, double[] move, double length) {
        double[] next = at.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += length * move[i];
        }
        return next;
    }

    /// A coefficient with Wald's interval and test. With few events it hardly ever rejects: the error of the scale is part of that of
    /// each coefficient, so that the ratio of both has a bound that falls as the scale becomes uncertain.
    public EffectEstimate term(int index, double level) {
        return EffectEstimate.normal(coefficients[index], StrictMath.sqrt(covariance[index][index]), level);
    }

    /// A coefficient with the p-value of the likelihood ratio and the interval of all values that it would not reject, which do not
    /// depend on how the scale is written (D. R. Cox, D. Oakes, "Analysis of Survival Data", 1984, section 3.3). An end is infinite
    /// where the likelihood never falls so low, as without an event in an arm. To the arguments of [#fit].
    public EffectEstimate profile(List<CensoredInterval> subjects, double[][] rows, int index, double level) {
        double error = StrictMath.sqrt(covariance[index][index]);
        double step = error > 0 && error < WIDE ? error : 1;
        double ratio = 2 * (likelihood - held(subjects, rows, index, coefficients.clone(), 0));
        if (!Double.isFinite(ratio)) {
            throw new AnalysisException("the Weibull model without the term has no likelihood");
        }
        double depth = StrictMath.pow(Distributions.quantile(0.5 + level / 2), 2) / 2;
        return new EffectEstimate(coefficients[index], error, end(subjects, rows, index, -step, depth),
                end(subjects, rows, index, step, depth), level,
                Distributions.chiSquaredAbove(StrictMath.max(0, ratio), 1));
    }

    /// Where the profile of the likelihood has fallen by a depth, on one side, by the secant that keeps its bracket (Illinois).
    private double end(List<CensoredInterval> subjects, double[][] rows, int index, double step, double depth) {
        double[] at = coefficients.clone();
        double near = coefficients[index];
        double above = depth;
        double far = near + 2 * step;
        double below = rest(subjects, rows, index, at, far, depth);
        for (int i = 0; below > 0; i++) {
            if (i == MOST_DOUBLINGS) {
                return step > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            }
            near = far;
            above = below;
            far = coefficients[index] + 2 * (far - coefficients[index]);
            below = rest(subjects, rows, index, at, far, depth);
        }
        for (int i = 0; i < MOST_STEPS && StrictMath.abs(far - near) > END * StrictMath.abs(step); i++) {
            double next = Double.isFinite(below - above)
                    ? far - below * (far - near) / (below - above)
                    : (near + far) / 2;
            double value = rest(subjects, rows, index, at, next, depth);
            if (StrictMath.abs(value) < END * depth) {
                return next;
            }
            if (value * below < 0) {
                near = far;
                above = below;
            } else {
                above /= 2;
            }
            far = next;
            below = value;
        }
        return far;
    }

    /// How far the largest likelihood with a coefficient held lies above the depth; `at` becomes the point where it is reached.
    private double rest(List<CensoredInterval> subjects, double[][] rows, int index, double[] at, double value,
            double depth) {
        return depth - (likelihood - held(subjects, rows, index, at, value));
    }

    /// The largest likelihood with a coefficient held, climbed to from a near point, or from the common start where the near one is
    /// impossible, as where the scale has become tiny.
    private static double held(List<CensoredInterval> subjects, double[][] rows, int index, double[] at, double value) {
        at[index] = value;
        if (!Double.isFinite(likelihood(subjects, rows, at))) {
            System.arraycopy(start(subjects, rows), 0, at, 0, at.length);
            at[index] = value;
        }
        return climb(subjects, rows, at, index);
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
