package propria.model.problem;

/// Whether a [Problem] stops the work.
public enum Severity {
    /// Nothing can be done before this is mended.
    ERROR,
    /// The work goes on, and the result says that this was seen.
    WARNING
}
