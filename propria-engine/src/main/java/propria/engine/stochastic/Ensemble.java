package propria.engine.stochastic;

import propria.engine.Counters;
import propria.engine.Trajectory;

/// Many runs of one model: the course of the mean and of the spread.
///
/// @param runs how many
/// @param method how turns were drawn
/// @param mean the mean of each output at each time
/// @param deviation the standard deviation between runs, with `runs - 1` as divisor
public record Ensemble(int runs, StochasticMethod method, Trajectory mean, Trajectory deviation) {

    /// The work of all runs.
    public Counters counters() {
        return mean.counters();
    }
}
