package propria.trial.analysis.continuous;

import propria.trial.analysis.AnalysisException;
import propria.trial.analysis.EffectEstimate;
import propria.trial.analysis.Linear;

/// Least squares, which an analysis of covariance is.
///
/// @param coefficients a term each
/// @param covariance terms by terms
/// @param freedom residual degrees of freedom
/// @param variance of the residuals
public record LinearModel(double[] coefficients, double[][] covariance, double freedom, double variance) {

    /// Fits.
    ///
    /// @param rows the terms of each row, the intercept among them
    /// @param values a row each
    /// @throws AnalysisException when terms cannot be told apart or no degree of freedom is left
    public static LinearModel fit(double[][] rows, double[] values) {
        if (rows.length <= (rows.length == 0 ? 0 : rows[0].length)) {
            throw new AnalysisException("there are not more rows than terms");
        }
        int terms = rows[0].length;
        double[][] cross = new double[terms][terms];
        double[] right = new double[terms];
        for (int i = 0; i < rows.length; i++) {
            Linear.addOuter(cross, rows[i], 1);
            for (int j = 0; j < terms; j++) {
                right[j] += rows[i][j] * values[i];
            }
        }
        double[][] inverse = Linear.inverse(cross);
        double[] beta = Linear.times(inverse, right);
        double squares = 0;
        for (int i = 0; i < rows.length; i++) {
            double residual = values[i] - Linear.dot(rows[i], beta);
            squares += residual * residual;
        }
        double freedom = rows.length - terms;
        double variance = squares / freedom;
        for (double[] row : inverse) {
            for (int j = 0; j < terms; j++) {
                row[j] *= variance;
            }
        }
        return new LinearModel(beta, inverse, freedom, variance);
    }

    /// A coefficient with the interval and test of Student's distribution.
    public EffectEstimate term(int index, double level) {
        return EffectEstimate.student(coefficients[index], StrictMath.sqrt(covariance[index][index]), freedom, level);
    }
}
