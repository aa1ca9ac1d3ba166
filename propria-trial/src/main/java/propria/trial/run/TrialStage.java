package propria.trial.run;

/// What a run of trials does, one after another: first with every parameter at its value, then over beliefs about parameters.
public enum TrialStage {

    /// Patients are chosen so that their baseline is the published one.
    CHOOSING_TYPICAL("choosing patients with every parameter at its value", "draws"),
    /// Patients are simulated.
    SIMULATING_TYPICAL("simulating patients with every parameter at its value", "people"),
    /// As [#CHOOSING_TYPICAL], over beliefs.
    CHOOSING("choosing patients over beliefs about parameters", "draws"),
    /// As [#SIMULATING_TYPICAL], over beliefs.
    SIMULATING("simulating patients over beliefs about parameters", "people"),
    /// Trials are done on the courses of these patients.
    TRYING_TYPICAL("trials with every parameter at its value", "trials"),
    /// As [#TRYING_TYPICAL], over beliefs.
    TRYING("trials over beliefs about parameters", "trials"),
    /// Endpoints are read from what was recorded and analysed.
    READING("reading the trials", "trials");

    private final String words;
    private final String unit;

    TrialStage(String words, String unit) {
        this.words = words;
        this.unit = unit;
    }

    /// What is done, for a person.
    public String words() {
        return words;
    }

    /// What is counted while it is done, plural.
    public String unit() {
        return unit;
    }
}
