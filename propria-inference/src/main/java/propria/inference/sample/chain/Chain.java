package propria.inference.sample.chain;

/// A Markov chain on the points of a posterior. Its next state depends on its state, the seed, its number and the number of
/// the iteration, and on nothing else.
public interface Chain {

    /// What tells chains apart.
    ///
    /// @param seed of the random numbers
    /// @param number of the chain
    /// @param warmup iterations in which it learns
    record Setting(long seed, int number, int warmup) {
    }

    /// Makes one step.
    ///
    /// @param iteration from 0, warm-up included
    void advance(int iteration);

    /// Where it is, on the scales of the parameters.
    double[] position();

    /// The logarithm of the density there ([propria.inference.posterior.LogPosterior#density]).
    double logDensity();

    /// Whether the last step broke down numerically.
    boolean diverged();

    /// All that it needs to go on.
    double[] state();

    /// Goes back to a state.
    void restore(double[] state);
}
