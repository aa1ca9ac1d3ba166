package propria.trial.clinical.vocabulary;

/// What the words of an end point mean.
///
/// @param endpointClass which baseline or number it is, as in the vocabulary
/// @param kind how it is written
/// @param inverse whether the words name the failure
/// @param refusal why it is not predicted; empty when it is
public record EndpointTerm(String endpointClass, Kind kind, boolean inverse, String refusal) {

    /// How an end point is written.
    public enum Kind {
        /// A share of patients.
        SHARE,
        /// A number at a time.
        LEVEL,
        /// A number at a time less the same before treatment.
        CHANGE,
        /// The median of a time to an event [weeks].
        DURATION
    }
}
