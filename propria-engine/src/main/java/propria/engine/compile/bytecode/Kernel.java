package propria.engine.compile.bytecode;

/// A compiled computation on plain arrays. Without memory of its own, so that threads may share it.
@FunctionalInterface
public interface Kernel {

    /// Computes nothing.
    Kernel NOTHING = (_, _, _, _, _) -> {
    };

    /// @param t the time
    /// @param y the states
    /// @param p the parameters and what is derived from them
    /// @param scratch memory for intermediate values
    /// @param out where the results go
    void run(double t, double[] y, double[] p, double[] scratch, double[] out);
}
