package propria.trial.analysis.time;

/// Between which two looks something happened.
///
/// @param left the last look at which it had not happened; equal to `right` when the time is known
/// @param right the first look at which it had; infinite when it had not at the last
public record CensoredInterval(double left, double right) {

    public CensoredInterval {
        if (!(left >= 0) || !(right >= left)) {
            throw new IllegalArgumentException("not an interval: " + left + " to " + right);
        }
    }

    /// Whether the time itself is known.
    public boolean exact() {
        return left == right;
    }
}
