package propria.engine.linear;

import propria.engine.system.SparsityPattern;

/// Solves `(I - c (a - b i) J) (u + v i) = r + s i` in real numbers, as `I - c K` with
///
/// `K = (a J, b J; -b J, a J)`,
///
/// real and imaginary part of one state side by side; in rows that an equation holds the matrix is `-K` instead.
public final class PairSolver {

    private final int[] columnStarts;
    private final double a;
    private final double b;
    private final LinearSolver solver;
    private final double[] doubled;
    private final double[] parts;

    /// @param algebraic for each state whether an equation holds it in place; read, not kept
    public PairSolver(SparsityPattern pattern, boolean[] algebraic, double a, double b) {
        this.a = a;
        this.b = b;
        int n = pattern.size();
        columnStarts = new int[n + 1];
        for (int column = 0; column <= n; column++) {
            columnStarts[column] = pattern.columnStart(column);
        }
        boolean[] held = new boolean[2 * n];
        for (int i = 0; i < 2 * n; i++) {
            held[i] = algebraic[i / 2];
        }
        solver = LinearSolver.of(Eliminations.doubled(pattern), held);
        doubled = new double[4 * pattern.entries()];
        parts = new double[2 * n];
    }

    /// Each entry becomes a block of two rows and two columns.
    static SparsityPattern twice(SparsityPattern pattern) {
        int n = pattern.size();
        int[] starts = new int[2 * n + 1];
        int[] rows = new int[4 * pattern.entries()];
        int next = 0;
        for (int column = 0; column < 2 * n; column++) {
            for (int k = pattern.columnStart(column / 2); k < pattern.columnStart(column / 2 + 1); k++) {
                rows[next++] = 2 * pattern.row(k);
                rows[next++] = 2 * pattern.row(k) + 1;
            }
            starts[column + 1] = next;
        }
        return new SparsityPattern(2 * n, starts, rows);
    }

    /// Factors the matrix.
    ///
    /// @return false where it is singular or not finite
    public boolean factor(double[] jacobian, double c) {
        for (int column = 0; column + 1 < columnStarts.length; column++) {
            int real = 4 * columnStarts[column];
            int imaginary = real + 2 * (columnStarts[column + 1] - columnStarts[column]);
            for (int k = columnStarts[column]; k < columnStarts[column + 1]; k++) {
                int offset = 2 * (k - columnStarts[column]);
                doubled[real + offset] = a * jacobian[k];
                doubled[real + offset + 1] = -b * jacobian[k];
                doubled[imaginary + offset] = b * jacobian[k];
                doubled[imaginary + offset + 1] = a * jacobian[k];
            }
        }
        return solver.factor(doubled, c);
    }

    /// Replaces both parts of the right side by those of the solution.
    public void solve(double[] real, double[] imaginary) {
        for (int i = 0; i < real.length; i++) {
            parts[2 * i] = real[i];
            parts[2 * i + 1] = imaginary[i];
        }
        solver.solve(parts);
        for (int i = 0; i < real.length; i++) {
            real[i] = parts[2 * i];
            imaginary[i] = parts[2 * i + 1];
        }
    }
}
