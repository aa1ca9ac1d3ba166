package propria.engine.linear;

import propria.engine.system.SparsityPattern;

/// Solves `(I - c J) x = b` for one pattern of `J` and many values; in a row of a state that an equation holds in place
/// the matrix is `-J` instead. Holds its own memory: one a thread.
public interface LinearSolver {

    /// How solvers are made: [LinearSolver#of(SparsityPattern, boolean[])] is one way.
    interface Maker {
        LinearSolver of(SparsityPattern pattern, boolean[] algebraic);
    }

    /// A solver for Jacobians of this pattern: dense where its factors are full, else sparse, with code written for the
    /// pattern and kept as long as that is in use.
    static LinearSolver of(SparsityPattern pattern) {
        return of(pattern, new boolean[pattern.size()]);
    }

    /// The same for a system with algebraic states.
    ///
    /// @param algebraic for each state whether an equation holds it in place; read, not kept
    static LinearSolver of(SparsityPattern pattern, boolean[] algebraic) {
        Eliminations.Choice choice = Eliminations.of(pattern, algebraic);
        return choice.elimination().<LinearSolver>map(e -> new SparseLu(pattern, algebraic, choice.layout(), e))
                .orElseGet(() -> new DenseLu(pattern, algebraic));
    }

    /// A solver for which no code is written: for patterns that serve one solver only.
    static LinearSolver withoutCode(SparsityPattern pattern, boolean[] algebraic) {
        FactorLayout layout = FactorLayout.of(pattern, FillPattern.of(pattern), algebraic);
        return new SparseLu(pattern, algebraic, layout, new IndexedElimination(layout));
    }

    /// Factors the matrix.
    ///
    /// @param jacobian the entries of `J` in the order of its pattern; read, not kept
    /// @param c the factor of `J`, above zero
    /// @return false where the matrix is singular or not finite; then there is nothing to solve with
    boolean factor(double[] jacobian, double c);

    /// Replaces `b` by the solution of the system factored last.
    void solve(double[] b);

    /// The same for several right-hand sides.
    ///
    /// @param b row by row, `columns` numbers a row; replaced by the solutions
    default void solve(double[] b, int columns) {
        int n = b.length / columns;
        double[] one = new double[n];
        for (int column = 0; column < columns; column++) {
            for (int i = 0; i < n; i++) {
                one[i] = b[i * columns + column];
            }
            solve(one);
            for (int i = 0; i < n; i++) {
                b[i * columns + column] = one[i];
            }
        }
    }
}
