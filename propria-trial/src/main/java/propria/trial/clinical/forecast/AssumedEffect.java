package propria.trial.clinical.forecast;

/// What a prediction takes the effect of treatment to be. All know the same of patients who get nothing that acts.
public enum AssumedEffect {
    /// What was estimated, with how much it differs between trials.
    ESTIMATED,
    /// None: a treated arm is as a control arm.
    NONE,
    /// The pooled effect of the calibration trials of the product in the indication, carried over.
    POOLED,
    /// The effect of the first of those trials, carried over.
    FIRST
}
