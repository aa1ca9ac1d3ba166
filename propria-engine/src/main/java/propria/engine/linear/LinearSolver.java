package propria.engine.linear;

import propria.engine.system.SparsityPattern;

/// Factorises `I - c J` and solves with it. Holds its own memory: one a thread.
public interface LinearSolver {

    /// The system size below which dense elimination is faster, and the share of fill above which it is.
    static LinearSolver of(SparsityPattern pattern) {
        return pattern.size() < 10 ? new DenseLu(pattern) : new SparseLu(pattern);
    }

    /// Factorises `I - c J`.
    ///
    /// @param jacobian the entries of J in the order of the pattern
    /// @param c the factor of J, above zero
    /// @return false when the matrix is singular to working precision
    boolean factor(double[] jacobian, double c);

    /// Replaces `b` by the solution.
    void solve(double[] b);
}
