package propria.engine.linear;

import java.util.Arrays;
import propria.engine.system.SparsityPattern;

/// Gaussian elimination on a full matrix, rows exchanged so that each pivot is the largest of its column after every
/// row has been scaled to a largest entry of one (Golub & Van Loan, Matrix Computations, 3.4: scaled partial pivoting;
/// states differ by many powers of ten, and so do the rows).
public final class DenseLu implements LinearSolver {

    private final SparsityPattern pattern;
    private final boolean[] algebraic;
    private final int n;
    private final double[][] rows;
    private final double[] scale;
    private final int[] exchanged;

    public DenseLu(SparsityPattern pattern) {
        this(pattern, new boolean[pattern.size()]);
    }

    DenseLu(SparsityPattern pattern, boolean[] algebraic) {
        this.algebraic = algebraic.clone();
        this.pattern = pattern;
        n = pattern.size();
        rows = new double[n][n];
        scale = new double[n];
        exchanged = new int[n];
    }

    @Override
    public boolean factor(double[] jacobian, double c) {
        if (!fill(jacobian, c)) {
            return false;
        }
        for (int k = 0; k < n; k++) {
            int pivot = pivotRow(k);
            exchange(k, pivot);
            double[] top = rows[k];
            double diagonal = top[k];
            if (diagonal == 0 || !Double.isFinite(diagonal)) {
                return false;
            }
            for (int i = k + 1; i < n; i++) {
                double[] row = rows[i];
                if (row[k] != 0) {
                    double factor = row[k] / diagonal;
                    row[k] = factor;
                    for (int j = k + 1; j < n; j++) {
                        row[j] -= factor * top[j];
                    }
                }
            }
        }
        return true;
    }

    /// @return whether every entry is finite
    private boolean fill(double[] jacobian, double c) {
        for (int i = 0; i < n; i++) {
            Arrays.fill(rows[i], 0);
        }
        for (int column = 0; column < n; column++) {
            for (int k = pattern.columnStart(column); k < pattern.columnStart(column + 1); k++) {
                rows[pattern.row(k)][column] = algebraic[pattern.row(k)] ? -jacobian[k] : -c * jacobian[k];
            }
            rows[column][column] += algebraic[column] ? 0 : 1;
        }
        boolean finite = true;
        for (int i = 0; i < n; i++) {
            double largest = 0;
            for (double entry : rows[i]) {
                largest = Math.max(largest, Math.abs(entry));
            }
            scale[i] = largest == 0 ? 1 : largest;
            finite &= Double.isFinite(largest);
        }
        return finite;
    }

    private int pivotRow(int k) {
        int best = k;
        double largest = -1;
        for (int i = k; i < n; i++) {
            double size = Math.abs(rows[i][k]) / scale[i];
            if (size > largest) {
                largest = size;
                best = i;
            }
        }
        return best;
    }

    private void exchange(int k, int pivot) {
        exchanged[k] = pivot;
        double[] row = rows[k];
        rows[k] = rows[pivot];
        rows[pivot] = row;
        double s = scale[k];
        scale[k] = scale[pivot];
        scale[pivot] = s;
    }

    @Override
    public void solve(double[] b) {
        for (int k = 0; k < n; k++) {
            int pivot = exchanged[k];
            double value = b[pivot];
            b[pivot] = b[k];
            b[k] = value;
        }
        for (int i = 1; i < n; i++) {
            b[i] = remainder(rows[i], b, 0, i, b[i]);
        }
        for (int i = n - 1; i >= 0; i--) {
            b[i] = remainder(rows[i], b, i + 1, n, b[i]) / rows[i][i];
        }
    }

    @Override
    public void solve(double[] b, int columns) {
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < columns; j++) {
                double value = b[exchanged[k] * columns + j];
                b[exchanged[k] * columns + j] = b[k * columns + j];
                b[k * columns + j] = value;
            }
        }
        for (int i = 1; i < n; i++) {
            subtractRows(rows[i], b, 0, i, i * columns, columns);
        }
        for (int i = n - 1; i >= 0; i--) {
            subtractRows(rows[i], b, i + 1, n, i * columns, columns);
            for (int k = i * columns; k < (i + 1) * columns; k++) {
                b[k] /= rows[i][i];
            }
        }
    }

    private static void subtractRows(double[] row, double[] x, int from, int to, int target, int columns) {
        for (int j = from; j < to; j++) {
            if (row[j] != 0) {
                for (int k = 0; k < columns; k++) {
                    x[target + k] -= row[j] * x[j * columns + k];
                }
            }
        }
    }

    private static double remainder(double[] row, double[] x, int from, int to, double start) {
        double rest = start;
        for (int j = from; j < to; j++) {
            rest -= row[j] * x[j];
        }
        return rest;
    }
}
