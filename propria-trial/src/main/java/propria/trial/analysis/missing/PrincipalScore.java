package propria.trial.analysis.missing;

import java.util.Map;
import java.util.TreeMap;
import propria.trial.analysis.AnalysisException;
import propria.trial.analysis.EffectEstimate;

/// The difference of means in those who would have an event under neither treatment, by weights of their principal score: who
/// is seen without the event counts as much as the share without it in the other arm of the same stratum (B. Jo, E. A. Stuart,
/// Stat Med 28 (2009), 2857-2875). That holds if, within a stratum, the event under the other treatment tells nothing of the
/// outcome. The error takes the weights as known.
///
/// @param difference treated minus comparator
/// @param error its standard error
public record PrincipalScore(double difference, double error) {

    /// @param treated 1 or 0 by subject
    /// @param strata by subject
    /// @param event whether a subject is seen to have the event
    /// @param values the outcomes; not a number leaves a subject out
    /// @throws AnalysisException when an arm has nobody without the event
    public static PrincipalScore of(int[] treated, int[] strata, boolean[] event, double[] values) {
        Map<Integer, double[]> free = new TreeMap<>();
        for (int i = 0; i < treated.length; i++) {
            double[] own = free.computeIfAbsent(strata[i], _ -> new double[4]);
            own[2 * treated[i]] += event[i] ? 0 : 1;
            own[2 * treated[i] + 1]++;
        }
        double[] weights = new double[2];
        double[] means = new double[2];
        double[] weight = new double[treated.length];
        for (int i = 0; i < treated.length; i++) {
            double[] own = free.getOrDefault(strata[i], new double[4]);
            int other = 1 - treated[i];
            boolean in = !event[i] && !Double.isNaN(values[i]) && own[2 * other + 1] > 0;
            weight[i] = in ? own[2 * other] / own[2 * other + 1] : 0;
            weights[treated[i]] += weight[i];
            means[treated[i]] += in ? weight[i] * values[i] : 0;
        }
        if (!(weights[0] > 0) || !(weights[1] > 0)) {
            throw new AnalysisException("an arm has nobody without the event");
        }
        means[0] /= weights[0];
        means[1] /= weights[1];
        double variance = 0;
        for (int i = 0; i < treated.length; i++) {
            double off = weight[i] > 0 ? weight[i] * (values[i] - means[treated[i]]) / weights[treated[i]] : 0;
            variance += off * off;
        }
        return new PrincipalScore(means[1] - means[0], StrictMath.sqrt(variance));
    }

    /// With the interval and test of the normal distribution.
    public EffectEstimate effect(double level) {
        if (!(error > 0)) {
            throw new AnalysisException("outcomes do not vary");
        }
        return EffectEstimate.normal(difference, error, level);
    }
}
