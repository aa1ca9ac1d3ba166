package propria.trial.analysis.binary;

import propria.trial.analysis.AnalysisException;
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
            LogisticRegression plain = newton(rows, successes, trials, false);
            for (double[] row : rows) {
                if (StrictMath.abs(Linear.dot(row, plain.coefficients)) > SEPARATED) {
                    return newton(rows, successes, trials, true);
                }
            }
            return plain;
        } catch (AnalysisException e) {
            return newton(rows, successes, trials, true);
        }
    }

    /// Fits by Firth's penalised likelihood.
    ///
    /// @throws AnalysisException when terms cannot be told apart
    public static LogisticRegression penalised(double[][] rows, double[] successes, double[] trials) {
        return newton(rows, successes, trials, true);
    }

    /// A coefficient with Wald's interval and test.
    public EffectEstimate term(int index, double level) {
        return EffectEstimate.normal(coefficients[index], StrictMath.sqrt(covariance[index][index]), level);
    }

    private static LogisticRegression newton(double[][] rows, double[] y, double[] n, boolean penalty) {
        double[] beta = new double[rows[0].length];
        double best = objective(rows, y, n, beta, penalty);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[][] covariance = Linear.inverse(information(rows, n, beta));
            double[] move = Linear.times(covariance, score(rows, y, n, beta, covariance, penalty));
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
