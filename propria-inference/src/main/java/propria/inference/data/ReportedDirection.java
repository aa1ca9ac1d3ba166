package propria.inference.data;

/// What a paper says of a comparison when it gives no number.
public enum ReportedDirection {
    /// Significantly lower than the comparator.
    LOWER,
    /// No significant difference.
    EQUAL,
    /// Significantly higher than the comparator.
    HIGHER;

    /// The direction of -1, 0 or 1.
    public static ReportedDirection of(int sign) {
        return values()[Integer.signum(sign) + 1];
    }
}
