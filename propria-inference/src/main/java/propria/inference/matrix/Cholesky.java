package propria.inference.matrix;

import java.util.Optional;

/// A symmetric positive matrix as `L L'`.
public final class Cholesky {

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /// Factors a matrix.
    ///
    /// @param a symmetric, n by n; only its lower half is read
    /// @return empty where it is not positive definite
    public static Optional<Cholesky> of(double[][] a) {
        int n = a.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (i == j) {
                    if (!(sum > 0) || !Double.isFinite(sum)) {
                        return Optional.empty();
                    }
                    l[i][i] = StrictMath.sqrt(sum);
                } else {
                    l[i][j] = sum / l[j][j];
                }
            }
        }
        return Optional.of(new Cholesky(l));
    }

    /// The solution of `L L' x = b`.
    public double[] solve(double[] b) {
        int n = lower.length;
        double[] x = forward(b);
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /// The solution of `L x = b`.
    public double[] forward(double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /// `L z`: with standard normal `z` a draw from the normal distribution of this covariance.
    public double[] times(double[] z) {
        double[] y = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            for (int k = 0; k <= i; k++) {
                y[i] += lower[i][k] * z[k];
            }
        }
        return y;
    }

    /// The logarithm of the determinant.
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += 2 * StrictMath.log(lower[i][i]);
        }
        return sum;
    }

    /// The inverse of the matrix.
    public double[][] inverse() {
        int n = lower.length;
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            inverse[i] = solve(unit);
        }
        return inverse;
    }
}
