package propria.trial.analysis.continuous;

import propria.trial.analysis.Linear;

/// A model of repeated measures at one covariance: coefficients, restricted likelihood and what its derivatives need.
///
/// @param theta the entries of the lower triangle of the covariance, row by row
/// @param sigma the covariance of the visits
/// @param inverses of the covariance of what each subject has
/// @param beta the coefficients that fit best
/// @param phi their covariance
/// @param weighted the inverse covariance times the residuals, a subject each
/// @param likelihood restricted, its logarithm
record RepeatedFit(RepeatedMeasures data, double[] theta, double[][] sigma, double[][][] inverses, double[] beta,
        double[][] phi, double[][] weighted, double likelihood) {

    /// The place of an entry of the covariance among the parameters.
    static int index(int row, int column) {
        int high = StrictMath.max(row, column);
        return high * (high + 1) / 2 + StrictMath.min(row, column);
    }

    static RepeatedFit at(RepeatedMeasures data, double[] theta) {
        int visits = data.visits();
        double[][] sigma = new double[visits][visits];
        for (int i = 0; i < visits; i++) {
            for (int j = 0; j < visits; j++) {
                sigma[i][j] = theta[index(i, j)];
            }
        }
        int count = data.subjects().size();
        Patterns patterns = new Patterns(sigma);
        double[][][] inverses = new double[count][][];
        double[][] cross = new double[data.terms()][data.terms()];
        double[] right = new double[data.terms()];
        double logs = 0;
        for (int s = 0; s < count; s++) {
            RepeatedMeasures.Subject subject = data.subjects().get(s);
            Patterns.Pattern pattern = patterns.of(subject.at());
            inverses[s] = pattern.inverse();
            logs += pattern.logDeterminant();
            add(subject, pattern.inverse(), cross, right);
        }
        double[][] phi = Linear.inverse(cross);
        double[] beta = Linear.times(phi, right);
        double[][] weighted = new double[count][];
        double squares = 0;
        for (int s = 0; s < count; s++) {
            double[] residual = residual(data.subjects().get(s), beta);
            weighted[s] = Linear.times(inverses[s], residual);
            squares += Linear.dot(residual, weighted[s]);
        }
        double likelihood = -0.5 * (logs + Patterns.logDeterminant(cross) + squares
                + (data.readings() - data.terms()) * StrictMath.log(2 * StrictMath.PI));
        return new RepeatedFit(data, theta, sigma, inverses, beta, phi, weighted, likelihood);
    }

    private static void add(RepeatedMeasures.Subject subject, double[][] inverse, double[][] cross, double[] right) {
        double[][] rows = subject.rows();
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                double w = inverse[i][j];
                for (int a = 0; a < right.length; a++) {
                    double wa = w * rows[i][a];
                    right[a] += wa * subject.values()[j];
                    for (int b = 0; b < right.length; b++) {
                        cross[a][b] += wa * rows[j][b];
                    }
                }
            }
        }
    }

    private static double[] residual(RepeatedMeasures.Subject subject, double[] beta) {
        double[] residual = subject.values().clone();
        for (int i = 0; i < residual.length; i++) {
            residual[i] -= Linear.dot(subject.rows()[i], beta);
        }
        return residual;
    }

    /// The derivative of the covariance of a subject by a parameter, applied to a vector: visits that the subject lacks give
    /// nothing.
    static double[] turned(int[] at, int row, int column, double[] vector) {
        double[] result = new double[vector.length];
        int i = java.util.Arrays.binarySearch(at, row);
        int j = java.util.Arrays.binarySearch(at, column);
        if (i >= 0 && j >= 0) {
            result[i] += vector[j];
            if (i != j) {
                result[j] += vector[i];
            }
        }
        return result;
    }

    /// `V⁻¹ ∂V/∂θ V⁻¹` of a subject.
    static double[][] sandwich(int[] at, double[][] inverse, int row, int column) {
        int n = at.length;
        double[][] result = new double[n][n];
        int i = java.util.Arrays.binarySearch(at, row);
        int j = java.util.Arrays.binarySearch(at, column);
        if (i < 0 || j < 0) {
            return result;
        }
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                result[a][b] = inverse[a][i] * inverse[j][b];
                if (i != j) {
                    result[a][b] += inverse[a][j] * inverse[i][b];
                }
            }
        }
        return result;
    }

    /// `∂ log L / ∂θ`.
    double[] score() {
        double[] score = new double[theta.length];
        for (int s = 0; s < inverses.length; s++) {
            RepeatedMeasures.Subject subject = data.subjects().get(s);
            double[][] leverage = leverage(subject, inverses[s]);
            double[] e = weighted[s];
            for (int row = 0; row < sigma.length; row++) {
                for (int column = 0; column <= row; column++) {
                    int i = java.util.Arrays.binarySearch(subject.at(), row);
                    int j = java.util.Arrays.binarySearch(subject.at(), column);
                    if (i >= 0 && j >= 0) {
                        double part = inverses[s][i][j] - leverage[i][j] - e[i] * e[j];
                        score[index(row, column)] -= i == j ? part / 2 : part;
                    }
                }
            }
        }
        return score;
    }

    /// `V⁻¹ X Φ X' V⁻¹` of a subject.
    private double[][] leverage(RepeatedMeasures.Subject subject, double[][] inverse) {
        int n = inverse.length;
        double[][] vx = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] sum = new double[beta.length];
            for (int k = 0; k < n; k++) {
                for (int a = 0; a < sum.length; a++) {
                    sum[a] += inverse[i][k] * subject.rows()[k][a];
                }
            }
            vx[i] = sum;
        }
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] turned = Linear.times(phi, vx[i]);
            for (int j = 0; j < n; j++) {
                result[i][j] = Linear.dot(turned, vx[j]);
            }
        }
        return result;
    }

    /// `y'P ∂V/∂θi P ∂V/∂θj P y`, halved: the average of the observed and the expected information.
    double[][] averageInformation() {
        int p = theta.length;
        double[][] sum = new double[p][p];
        double[][] onTerms = new double[p][beta.length];
        for (int s = 0; s < inverses.length; s++) {
            RepeatedMeasures.Subject subject = data.subjects().get(s);
            double[][] w = new double[p][];
            double[][] vw = new double[p][];
            for (int row = 0; row < sigma.length; row++) {
                for (int column = 0; column <= row; column++) {
                    int t = index(row, column);
                    w[t] = turned(subject.at(), row, column, weighted[s]);
                    vw[t] = Linear.times(inverses[s], w[t]);
                    for (int k = 0; k < vw[t].length; k++) {
                        for (int a = 0; a < beta.length; a++) {
                            onTerms[t][a] += subject.rows()[k][a] * vw[t][k];
                        }
                    }
                }
            }
            for (int i = 0; i < p; i++) {
                for (int j = 0; j < p; j++) {
                    sum[i][j] += Linear.dot(w[i], vw[j]) / 2;
                }
            }
        }
        for (int i = 0; i < p; i++) {
            double[] turned = Linear.times(phi, onTerms[i]);
            for (int j = 0; j < p; j++) {
                sum[i][j] -= Linear.dot(turned, onTerms[j]) / 2;
            }
        }
        return sum;
    }
}
