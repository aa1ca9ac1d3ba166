package propria.trial.analysis;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/// What regressions share.
public final class Linear {

    private static final double SMALL = 1e-13;

    private Linear() {
    }

    /// The inverse of a symmetric positive definite matrix.
    ///
    /// @throws AnalysisException when it is not positive definite
    public static double[][] inverse(double[][] matrix) {
        try {
            RealMatrix m = MatrixUtils.createRealMatrix(matrix);
            double[] scale = new double[matrix.length];
            for (int i = 0; i < scale.length; i++) {
                scale[i] = 1 / StrictMath.sqrt(matrix[i][i]);
                if (!Double.isFinite(scale[i])) {
                    throw new AnalysisException("a term of the model has no variation");
                }
            }
            RealMatrix d = MatrixUtils.createRealDiagonalMatrix(scale);
            RealMatrix scaled = d.multiply(m).multiply(d);
            return d.multiply(new CholeskyDecomposition(scaled, SMALL * matrix.length, SMALL).getSolver().getInverse())
                    .multiply(d).getData();
        } catch (MathRuntimeException e) {
            throw new AnalysisException("terms of the model cannot be told apart: " + e.getMessage());
        }
    }

    /// The lower triangle whose product with its transpose is a symmetric positive definite matrix.
    ///
    /// @throws AnalysisException when it is not positive definite
    public static double[][] root(double[][] matrix) {
        int n = matrix.length;
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                if (i == j && !(sum > 0)) {
                    throw new AnalysisException("a covariance is not positive");
                }
                root[i][j] = i == j ? StrictMath.sqrt(sum) : sum / root[j][j];
            }
        }
        return root;
    }

    /// A matrix times a vector.
    public static double[] times(double[][] matrix, double[] vector) {
        double[] result = new double[matrix.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = dot(matrix[i], vector);
        }
        return result;
    }

    /// The inner product of two vectors.
    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /// Adds `weight` times the outer product of a vector with itself.
    public static void addOuter(double[][] matrix, double[] vector, double weight) {
        for (int i = 0; i < vector.length; i++) {
            double w = weight * vector[i];
            for (int j = 0; j < vector.length; j++) {
                matrix[i][j] += w * vector[j];
            }
        }
    }
}
