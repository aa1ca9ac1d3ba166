package propria.inference.optimise;

/// Where a maximiser ended.
///
/// @param point on the scales of the parameters
/// @param value of the posterior there; minus infinity where the start had none
/// @param evaluations how many it took; one with a gradient counts once
/// @param stop why it ended
public record Optimum(double[] point, double value, int evaluations, Stop stop) {

    /// Why a maximiser ended.
    public enum Stop {
        /// The slope within the bounds is about zero.
        FLAT,
        /// Steps no longer move the point or raise the value.
        SMALL_STEP,
        /// The evaluations are used up.
        LIMIT,
        /// The start has no value.
        UNDEFINED_START
    }

    /// Whether it came to an end by itself.
    public boolean isConverged() {
        return stop == Stop.FLAT || stop == Stop.SMALL_STEP;
    }
}
