package propria.trial.patient.cohort;

import java.util.List;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.trial.patient.TargetPopulation;

/// The density that baseline readings must have, on the scale on which each is standard normal: a Gaussian copula. A Spearman
/// correlation `s` becomes `2 sin(pi s / 6)` of the normal numbers (Pearson 1907). Pairs of which nothing is known get the
/// correlations that leave the most freedom: the largest determinant, at which the inverse is zero for them (Dempster 1972,
/// doi:10.2307/2528966).
final class TargetDensity {

    private static final int ROUNDS = 200;

    private final double[][] correlation;
    private final RealMatrix inverse;
    private final RealMatrix lower;
    private final double constant;

    /// @throws ProblemException T120 when no distribution has such correlations
    TargetDensity(TargetPopulation target) {
        List<String> names = List.copyOf(target.baseline().keySet());
        int n = names.size();
        correlation = new double[n][n];
        boolean[][] known = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            correlation[i][i] = 1;
            known[i][i] = true;
        }
        for (TargetPopulation.Pair pair : target.correlations()) {
            int i = names.indexOf(pair.first());
            int j = names.indexOf(pair.second());
            correlation[i][j] = 2 * StrictMath.sin(StrictMath.PI * pair.spearman() / 6);
            correlation[j][i] = correlation[i][j];
            known[i][j] = true;
            known[j][i] = true;
        }
        complete(known);
        RealMatrix matrix = MatrixUtils.createRealMatrix(correlation);
        try {
            CholeskyDecomposition factors = new CholeskyDecomposition(matrix);
            lower = factors.getL();
            inverse = factors.getSolver().getInverse();
            constant = -0.5 * StrictMath.log(factors.getDeterminant());
        } catch (org.hipparchus.exception.MathRuntimeException _) {
            throw new ProblemException(Problem.error("T120", "no distribution has the correlations of `" + target.id()
                    + "`", "their matrix is not positive", "lower the largest of them"));
        }
    }

    private void complete(boolean[][] known) {
        int n = correlation.length;
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    if (!known[i][j]) {
                        correlation[i][j] = byOthers(i, j);
                        correlation[j][i] = correlation[i][j];
                    }
                }
            }
        }
    }

    /// The correlation of two readings when the others explain all of it.
    private double byOthers(int i, int j) {
        int n = correlation.length;
        int[] rest = java.util.stream.IntStream.range(0, n).filter(k -> k != i && k != j).toArray();
        if (rest.length == 0) {
            return 0;
        }
        RealMatrix all = MatrixUtils.createRealMatrix(correlation);
        RealMatrix among = MatrixUtils.inverse(all.getSubMatrix(rest, rest));
        return all.getSubMatrix(new int[]{i}, rest).multiply(among).multiply(all.getSubMatrix(rest, new int[]{j}))
                .getEntry(0, 0);
    }

    /// The logarithm of the density at scores, but for a constant that is the same everywhere.
    double log(double[] scores) {
        return constant - 0.5 * MatrixUtils.createRealVector(scores)
                .dotProduct(inverse.operate(MatrixUtils.createRealVector(scores)));
    }

    /// Scores with the correlations of the target.
    ///
    /// @param independent standard normal numbers
    double[] correlated(double[] independent) {
        return lower.operate(independent);
    }

    double correlation(int i, int j) {
        return correlation[i][j];
    }
}
