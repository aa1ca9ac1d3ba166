package propria.inference.prediction;

/// Predictions that are compared.
public enum Rival {
    /// The model.
    MODEL,
    /// A treated arm is as its comparator; an arm that was made ill is as a healthy one.
    NO_EFFECT,
    /// The pooled effect of the calibration studies on the class of the outcome is carried over; for an arm that was made
    /// ill the pooled level.
    CARRIED_OVER
}
