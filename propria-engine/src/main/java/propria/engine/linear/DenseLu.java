package propria.engine.linear;

import propria.engine.system.SparsityPattern;

/// Gaussian elimination with partial pivoting on a full matrix, row by row.
public final class DenseLu implements LinearSolver {

    private final SparsityPattern pattern;
    private final int n;
    private final double[][] rows;
    private final double[] ordered;
    private final int[] origin;

    public DenseLu(SparsityPattern pattern) {
        this.pattern = pattern;
        this.n = pattern.size();
        this.rows = new double[n][n];
        this.ordered = new double[n];
        this.origin = new int[n];
    }

    @Override
    public boolean factor(double[] jacobian, double c) {
        for (int i = 0; i < n; i++) {
            java.util.Arrays.fill(rows[i], 0);
            rows[i][i] = 1;
            origin[i] = i;
        }
        for (int column = 0; column < n; column++) {
            for (int k = pattern.columnStart(column); k < pattern.columnStart(column + 1); k++) {
                rows[pattern.row(k)][column] -= c * jacobian[k];
            }
        }
        for (int column = 0; column < n; column++) {
            if (!pivot(column)) {
                return false;
            }
            eliminate(column);
        }
        return true;
    }

    private boolean pivot(int column) {
        int best = column;
        for (int i = column + 1; i < n; i++) {
            if (Math.abs(rows[i][column]) > Math.abs(rows[best][column])) {
                best = i;
            }
        }
        double[] row = rows[best];
        rows[best] = rows[column];
        rows[column] = row;
        int place = origin[best];
        origin[best] = origin[column];
        origin[column] = place;
        return Math.abs(row[column]) > 0 && Double.isFinite(row[column]);
    }

    private void eliminate(int column) {
        double[] above = rows[column];
        double pivot = above[column];
        for (int i = column + 1; i < n; i++) {
            double[] row = rows[i];
            if (row[column] != 0) {
                double factor = row[column] / pivot;
                row[column] = factor;
                for (int j = column + 1; j < n; j++) {
                    row[j] -= factor * above[j];
                }
            }
        }
    }

    @Override
    public void solve(double[] b) {
        for (int i = 0; i < n; i++) {
            double sum = b[origin[i]];
            double[] row = rows[i];
            for (int j = 0; j < i; j++) {
                sum -= row[j] * ordered[j];
            }
            ordered[i] = sum;
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = ordered[i];
            double[] row = rows[i];
            for (int j = i + 1; j < n; j++) {
                sum -= row[j] * ordered[j];
            }
            ordered[i] = sum / row[i];
        }
        System.arraycopy(ordered, 0, b, 0, n);
    }
}
