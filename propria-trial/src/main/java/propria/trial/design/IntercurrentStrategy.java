package propria.trial.design;

/// What is done about an event that follows treatment and touches the outcome: ICH E9(R1), section A.3.2. A principal stratum
/// is refused by the reader: who would have had the event in the other arm is not identified by a trial.
public enum IntercurrentStrategy {
    /// The outcome counts whatever happened.
    TREATMENT_POLICY,
    /// The outcome that would have been without the event; readings after it are missing at random.
    HYPOTHETICAL,
    /// The event is a failure.
    COMPOSITE,
    /// The outcome until the event counts.
    WHILE_ON_TREATMENT
}
