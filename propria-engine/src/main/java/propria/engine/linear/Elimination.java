package propria.engine.linear;

/// Gaussian elimination for one pattern and one order of pivots, without memory of its own, so that threads may share it.
interface Elimination {

    /// Factors the matrix; where a pivot is zero or not finite, so are factors.
    ///
    /// @param jacobian the entries of `J` in the order of its pattern
    /// @param c the factor of `J`
    /// @param factors where the factors go, as [FactorLayout] says
    void factor(double[] jacobian, double c, double[] factors);

    /// Replaces `b` by the solution.
    void solve(double[] factors, double[] b);
}
