package propria.evidence;

/// How far a statement has been checked against what it cites.
public enum Mark {
    /// Read in the source that is named.
    SEEN,
    /// General knowledge that nobody has yet looked up. It may bound a prior; it never enters a likelihood.
    UNVERIFIED,
    /// Chosen by the builders of a model, not estimated from data.
    DESIGN
}
