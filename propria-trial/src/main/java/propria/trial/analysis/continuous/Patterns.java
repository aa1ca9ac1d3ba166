package propria.trial.analysis.continuous;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import propria.trial.analysis.AnalysisException;
import propria.trial.analysis.Linear;

/// The covariance of what a subject has, inverted once for all subjects who have the same visits.
final class Patterns {

    /// @param inverse of the covariance of these visits
    /// @param logDeterminant of the covariance
    record Pattern(double[][] inverse, double logDeterminant) {
    }

    private final double[][] sigma;
    private final Map<Integer, Pattern> known = new HashMap<>();

    Patterns(double[][] sigma) {
        this.sigma = sigma;
    }

    Pattern of(int[] at) {
        int key = 0;
        for (int visit : at) {
            key |= 1 << visit;
        }
        return known.computeIfAbsent(key, _ -> {
            double[][] part = Arrays.stream(at)
                    .mapToObj(i -> Arrays.stream(at).mapToDouble(j -> sigma[i][j]).toArray()).toArray(double[][]::new);
            return new Pattern(Linear.inverse(part), logDeterminant(part));
        });
    }

    static double logDeterminant(double[][] matrix) {
        try {
            var lower = new CholeskyDecomposition(MatrixUtils.createRealMatrix(matrix), 1e-8, 0).getL();
            double sum = 0;
            for (int i = 0; i < matrix.length; i++) {
                sum += 2 * StrictMath.log(lower.getEntry(i, i));
            }
            return sum;
        } catch (MathRuntimeException e) {
            throw new AnalysisException("a covariance is not positive definite");
        }
    }
}
