package propria.engine.linear;

import java.util.Arrays;
import propria.engine.system.SparsityPattern;

/// Elimination on a fixed fill pattern with pivots on the diagonal. A pivot that is tiny beside its row hands the matrix
/// to [DenseLu], which pivots.
public final class SparseLu implements LinearSolver {

    /// A pivot below this share of the largest entry of its row counts as too small.
    private static final double SMALLEST_PIVOT = 1e-8;

    private final SparsityPattern pattern;
    private final FillPattern fill;
    private final double[][] values;
    private final double[] reciprocals;
    private final int[] entryRow;
    private final int[] entryPosition;
    private final double[] scattered;
    private final double[] ordered;
    private final DenseLu pivoting;
    private boolean dense;

    public SparseLu(SparsityPattern pattern) {
        this.pattern = pattern;
        this.fill = new FillPattern(pattern);
        int n = pattern.size();
        this.values = new double[n][];
        Arrays.setAll(values, i -> new double[fill.columns[i].length]);
        this.reciprocals = new double[n];
        this.scattered = new double[n];
        this.ordered = new double[n];
        this.pivoting = new DenseLu(pattern);
        this.entryRow = new int[pattern.entries()];
        this.entryPosition = new int[pattern.entries()];
        int[] place = new int[n];
        for (int k = 0; k < n; k++) {
            place[fill.order[k]] = k;
        }
        for (int column = 0; column < n; column++) {
            for (int k = pattern.columnStart(column); k < pattern.columnStart(column + 1); k++) {
                entryRow[k] = place[pattern.row(k)];
                entryPosition[k] = Arrays.binarySearch(fill.columns[entryRow[k]], place[column]);
            }
        }
    }

    @Override
    public boolean factor(double[] jacobian, double c) {
        for (int i = 0; i < values.length; i++) {
            Arrays.fill(values[i], 0);
            values[i][fill.diagonal[i]] = 1;
        }
        for (int k = 0; k < pattern.entries(); k++) {
            values[entryRow[k]][entryPosition[k]] -= c * jacobian[k];
        }
        dense = false;
        for (int i = 0; i < values.length; i++) {
            if (!eliminate(i)) {
                dense = true;
                return pivoting.factor(jacobian, c);
            }
        }
        return true;
    }

    private boolean eliminate(int i) {
        int[] columns = fill.columns[i];
        double[] row = values[i];
        int diagonal = fill.diagonal[i];
        for (int k = 0; k < columns.length; k++) {
            scattered[columns[k]] = row[k];
        }
        for (int k = 0; k < diagonal; k++) {
            int above = columns[k];
            double factor = scattered[above] * reciprocals[above];
            row[k] = factor;
            if (factor != 0) {
                int[] aboveColumns = fill.columns[above];
                double[] aboveRow = values[above];
                for (int j = fill.diagonal[above] + 1; j < aboveColumns.length; j++) {
                    scattered[aboveColumns[j]] -= factor * aboveRow[j];
                }
            }
        }
        double largest = 0;
        for (int k = diagonal; k < columns.length; k++) {
            row[k] = scattered[columns[k]];
            largest = Math.max(largest, Math.abs(row[k]));
        }
        reciprocals[i] = 1 / row[diagonal];
        return Math.abs(row[diagonal]) > SMALLEST_PIVOT * largest;
    }

    @Override
    public void solve(double[] b) {
        if (dense) {
            pivoting.solve(b);
            return;
        }
        int n = values.length;
        for (int i = 0; i < n; i++) {
            double sum = b[fill.order[i]];
            int[] columns = fill.columns[i];
            double[] row = values[i];
            for (int k = 0; k < fill.diagonal[i]; k++) {
                sum -= row[k] * ordered[columns[k]];
            }
            ordered[i] = sum;
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = ordered[i];
            int[] columns = fill.columns[i];
            double[] row = values[i];
            for (int k = fill.diagonal[i] + 1; k < columns.length; k++) {
                sum -= row[k] * ordered[columns[k]];
            }
            ordered[i] = sum * reciprocals[i];
        }
        for (int i = 0; i < n; i++) {
            b[fill.order[i]] = ordered[i];
        }
    }
}
