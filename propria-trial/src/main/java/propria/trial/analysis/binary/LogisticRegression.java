package propria.trial.analysis.binary;

import propria.trial.analysis.AnalysisException;
import propria.trial.analysis.Distributions;
import propria.trial.analysis.EffectEstimate;
import propria.trial.analysis.Linear;

/// Logistic regression by maximum likelihood, by penalised likelihood where the maximum is at infinity.
///
/// @param coefficients a term each, on the scale of log odds
/// @param covariance terms by terms
/// @param penalised whether Firth's penalty was used (D. Firth, Biometrika 80 (1993), 27-38)
/// @param deviance of the fit, from that of a model which fits every row
public record LogisticRegression(double[] coefficients, double[][] covariance, boolean penalised, double deviance) {

    private static final int MOST_STEPS = 100;
    private static final double CLOSE = 1e-10;

    /// Further than this on the scale of log odds, arms or terms are taken to be separated.
    private static final double SEPARATED = 15;

    /// Fits by maximum likelihood; by Firth's penalised likelihood when a fitted log odds runs beyond 15, which is how
    /// separation shows.
    ///
    /// @param rows the terms of each row, the intercept among them
    /// @param successes of each row
    /// @param trials of each row
    /// @throws AnalysisException when terms cannot be told apart
    public static LogisticRegression fit(double[][] rows, double[] successes, double[] trials) {
        try {
            LogisticRegression plain = newton(rows, successes, trials, false, new double[rows[0].length], -1);
            for (double[] row : rows) {
                if (StrictMath.abs(Linear.dot(row, plain.coefficients)) > SEPARATED) {
                    return penalised(rows, successes, trials);
                }
            }
            return plain;
        } catch (AnalysisException e) {
            return penalised(rows, successes, trials);
        }
    }

    /// Fits by Firth's penalised likelihood.
    ///
    /// @throws AnalysisException when terms cannot be told apart
    public static LogisticRegression penalised(double[][] rows, double[] successes, double[] trials) {
        return newton(rows, successes, trials, true, new double[rows[0].length], -1);
    }

    /// The interval of a coefficient of a penalised fit from the profile of the penalised likelihood, which holds its level where
    /// Wald's does not (G. Heinze, M. Schemper, Stat Med 21 (2002), 2409-2419), with the p-value of the likelihood ratio. To the
    /// arguments of [#fit].
    public EffectEstimate profile(double[][] rows, double[] successes, double[] trials, int index, double level) {
        double best = objective(rows, successes, trials, coefficients, true);
        double depth = StrictMath.pow(Distributions.quantile(0.5 + level / 2), 2) / 2;
        double error = StrictMath.sqrt(covariance[index][index]);
        double[] ends = new double[2];
        for (int side = 0; side < 2; side++) {
            double step = side == 0 ? -error : error;
            double near = coefficients[index];
            double far = near + step;
            for (int i = 0; i < MOST_STEPS && best - held(rows, successes, trials, index, far) < depth; i++) {
                near = far;
                far += step;
            }
            for (int i = 0; i < MOST_STEPS; i++) {
                double middle = (near + far) / 2;
                if (best - held(rows, successes, trials, index, middle) < depth) {
                    near = middle;
                } else {
                    far = middle;
                }
            }
            ends[side] = (near + far) / 2;
        }
        double ratio = 2 * (best - held(rows, successes, trials, index, 0));
        return new EffectEstimate(coefficients[index], error, ends[0], ends[1], level,
                Distributions.chiSquaredAbove(ratio, 1));
    }

    /// The largest penalised likelihood with a coefficient held.
    private double held(double[][] rows, double[] successes, double[] trials, int index, double value) {
        double[] start = coefficients.clone();
        start[index] = value;
        return objective(rows, successes, trials, newton(rows, successes, trials, true, start, index).coefficients,
                true);
    }

    /// A coefficient with Wald's interval and test.
    public EffectEstimate term(int index, double level) {
        return EffectEstimate.normal(coefficients[index], StrictMath.sqrt(covariance[index][index]), level);
    }

    /// @param held the place of a coefficient that stays; negative for none
    private static LogisticRegression newton(double[][] rows, double[] y, double[] n, boolean penalty, double[] start,
            int held) {
        double[] beta = start.clone();
        double best = objective(rows, y, n, beta, penalty);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[][] covariance = Linear.inverse(information(rows, n, beta));
            double[] score = score(rows, y, n, beta, covariance, penalty);
            double[] move = held < 0
                    ? Linear.times(covariance, score)
                    : without(held, information(rows, n, beta), score);
            double length = 1;
            double[] next = moved(beta, move, length);
            double value = objective(rows, y, n, next, penalty);
            while (value < best - CLOSE && length > CLOSE) {
                length /= 2;
                next = moved(beta, move, length);
                value = objective(rows, y, n, next, penalty);
            }
            boolean done = StrictMath.abs(value - best) < CLOSE * (1 + StrictMath.abs(best)) && largest(move) < 1e-7;
            beta = next;
            best = value;
            if (done || largest(beta) > 10 * SEPARATED) {
                break;
            }
        }
        return new LogisticRegression(beta, Linear.inverse(information(rows, n, beta)), penalty,
                deviance(rows, y, n, beta));
    }

    /// Newton's step of the others.
    private static double[] without(int held, double[][] information, double[] score) {
        double[][] rest = information.clone();
        double[] slopes = score.clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] = information[i].clone();
            rest[i][held] = 0;
        }
        rest[held] = new double[rest.length];
        rest[held][held] = 1;
        slopes[held] = 0;
        return Linear.times(Linear.inverse(rest), slopes);
    }

    private static double[] moved(double[] beta, double[] move, double length) {
        double[] next = beta.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += length * move[i];
        }
        return next;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = StrictMath.max(largest, StrictMath.abs(value));
        }
        return largest;
    }

    private static double share(double[] row, double[] beta) {
        return 1 / (1 + StrictMath.exp(-Linear.dot(row, beta)));
    }

    private static double[][] information(double[][] rows, double[] n, double[] beta) {
        double[][] sum = new double[beta.length][beta.length];
        for (int i = 0; i < rows.length; i++) {
            double p = share(rows[i], beta);
            Linear.addOuter(sum, rows[i], n[i] * p * (1 - p));
        }
        return sum;
    }

    private static double[] score(double[][] rows, double[] y, double[] n, double[] beta, double[][] covariance,
            boolean penalty) {
        double[] sum = new double[beta.length];
        for (int i = 0; i < rows.length; i++) {
            double p = share(rows[i], beta);
            double residual = y[i] - n[i] * p;
            if (penalty) {
                double hat = n[i] * p * (1 - p) * Linear.dot(rows[i], Linear.times(covariance, rows[i]));
                residual += hat * (0.5 - p);
            }
            for (int j = 0; j < sum.length; j++) {
                sum[j] += residual * rows[i][j];
            }
        }
        return sum;
    }

    private static double objective(double[][] rows, double[] y, double[] n, double[] beta, boolean penalty) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            double eta = Linear.dot(rows[i], beta);
            double softplus = StrictMath.max(eta, 0) + StrictMath.log1p(StrictMath.exp(-StrictMath.abs(eta)));
            sum += y[i] * eta - n[i] * softplus;
        }
        return penalty ? sum + logDeterminant(information(rows, n, beta)) / 2 : sum;
    }

    private static double logDeterminant(double[][] matrix) {
        return StrictMath.log(new org.hipparchus.linear.LUDecomposition(
                org.hipparchus.linear.MatrixUtils.createRealMatrix(matrix), 0).getDeterminant());
    }

    private static double deviance(double[][] rows, double[] y, double[] n, double[] beta) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            double fitted = n[i] * share(rows[i], beta);
            sum += part(y[i], fitted) + part(n[i] - y[i], n[i] - fitted);
        }
        return 2 * sum;
    }

    private static double part(double observed, double fitted) {
        return observed > 0 ? observed * StrictMath.log(observed / fitted) : 0;
    }
}
