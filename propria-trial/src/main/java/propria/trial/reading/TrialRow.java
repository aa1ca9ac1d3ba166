package propria.trial.reading;

/// What one trial said of one hypothesis.
///
/// @param trial number
/// @param draw which belief it was simulated with
/// @param patients how many it had
/// @param hypothesis its place
/// @param estimate not a number where the analysis failed
/// @param p two-sided; 1 where the analysis failed
/// @param adjusted for several hypotheses; 0 or 1 for the primary one of a trial with looks
/// @param rejected whether the hypothesis of no effect was
/// @param favourable whether the effect goes the right way
/// @param centreCorrelation intraclass correlation of the outcome over centres, arms put level; not a number without centres
/// @param lotCorrelation the same over lots, in the arm
/// @param look at which it stopped, from 1; negative when it stopped for futility
public record TrialRow(int trial, int draw, int patients, int hypothesis, double estimate, double error, double lower,
        double upper, double p, double adjusted, boolean rejected, boolean favourable, int look,
        double centreCorrelation, double lotCorrelation) {

    /// Whether the trial shows what it was made to show.
    public boolean success() {
        return rejected && favourable;
    }
}
