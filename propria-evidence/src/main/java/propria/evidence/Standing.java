package propria.evidence;

/// What a number of a model stands on.
public enum Standing {
    /// At least one statement that was read in its source, and no cited source is in doubt.
    SOURCED,
    /// No source, or only statements that nobody has looked up.
    ASSUMED,
    /// At least one cited source carries an expression of concern or is retracted.
    FLAGGED
}
