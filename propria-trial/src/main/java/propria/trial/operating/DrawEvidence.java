package propria.trial.operating;

import java.util.List;
import propria.trial.design.TrialDesign;
import propria.trial.reading.Hypothesis;
import propria.trial.reading.TrialReading;
import propria.trial.reading.TrialRow;

/// What each draw of parameters says of the primary hypothesis, so that draws can be weighed by other evidence.
///
/// @param logOdds the true log odds ratio of each draw; not a number where it has none
/// @param success the share of successes among the trials of each draw, each test by itself
/// @param trials how many each draw has
public record DrawEvidence(double[] logOdds, double[] success, int[] trials) {

    /// The answer of weighed draws.
    ///
    /// @param assurance the share of successes
    /// @param error its Monte-Carlo error over draws and trials
    /// @param effective how many draws it rests on: `(sum w)^2 / sum w^2`
    public record Weighed(double assurance, double error, double effective) {
    }

    /// Reads them.
    ///
    /// @param rows of the trials of the design
    public static DrawEvidence of(TrialDesign design, Recorded recorded, List<TrialRow> rows) {
        Hypothesis primary = Hypothesis.of(design).getFirst();
        double[] odds = recorded.map(TrialSet.TRUTH, Integer.MAX_VALUE, new TrialReading(design).needed(),
                draw -> Truth.logOdds(design, primary, draw)).stream().mapToDouble(Double::doubleValue).toArray();
        double[] success = new double[odds.length];
        int[] trials = new int[odds.length];
        for (TrialRow row : rows) {
            if (row.hypothesis() == 0 && row.patients() == design.patients()) {
                trials[row.draw()]++;
                success[row.draw()] += row.p() <= design.alpha() && row.favourable() ? 1 : 0;
            }
        }
        for (int d = 0; d < success.length; d++) {
            success[d] /= trials[d];
        }
        return new DrawEvidence(odds, success, trials);
    }

    /// Weighs draws by a normal belief about the log odds ratio, beside what they are weighed by already.
    ///
    /// @param base how much each draw counts before
    public Weighed under(DrawWeights base, double mean, double spread) {
        double[] logs = new double[logOdds.length];
        for (int d = 0; d < logs.length; d++) {
            double z = (logOdds[d] - mean) / spread;
            logs[d] = trials[d] > 0 ? -z * z / 2 : Double.NaN;
        }
        DrawWeights weights = base.and(DrawWeights.ofLogs(logs));
        return new Weighed(weights.mean(success), weights.error(success), weights.effective());
    }
}
