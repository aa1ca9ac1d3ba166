package propria.trial.design;

/// What is done about an event that follows treatment and touches the outcome: ICH E9(R1), section A.3.2.
public enum IntercurrentStrategy {
    /// The outcome counts whatever happened.
    TREATMENT_POLICY,
    /// The outcome that would have been without the event; readings after it are missing.
    HYPOTHETICAL,
    /// The event is a failure.
    COMPOSITE,
    /// The outcome until the event counts.
    WHILE_ON_TREATMENT,
    /// The outcome in those who would not have the event under either treatment. Who they are is not seen: it is assumed that,
    /// within strata, who would have it under the other treatment does not depend on the outcome (principal ignorability).
    PRINCIPAL_STRATUM
}
