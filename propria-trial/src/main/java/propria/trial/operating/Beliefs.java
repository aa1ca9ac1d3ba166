package propria.trial.operating;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import propria.trial.design.TrialDesign;

/// What trials say over draws of the parameters: as they were drawn, or weighed by how well they agree with untreated patients of
/// published trials.
///
/// @param bank the name under which characteristics are given
/// @param weights by draw; empty where every trial counts alike
record Beliefs(String bank, int draws, Optional<DrawWeights> weights) {

    /// As they were drawn and, where there is what to hold them against, weighed.
    static List<Beliefs> of(String bank, int draws, Optional<DrawWeights> conditioned) {
        Beliefs drawn = new Beliefs(bank, draws, Optional.empty());
        return conditioned.isEmpty() ? List.of(drawn) : List.of(drawn, new Beliefs(CONDITIONED, draws, conditioned));
    }

    static final List<Double> LEVELS = List.of(0.05, 0.5, 0.95);

    /// The name of conditioned beliefs.
    static final String CONDITIONED = "conditioned";

    /// A mean with its Monte-Carlo error, which draws decide more than trials do.
    record Mean(double value, double error) {
    }

    static String name(double level) {
        return String.format(java.util.Locale.ROOT, "true_effect_q%02d", StrictMath.round(100 * level));
    }

    /// Of what is read of each trial.
    ///
    /// @param draw of each trial
    /// @param read of each trial; not a number where there is none
    Mean mean(int[] draw, double[] read) {
        double[] means = DrawWeights.means(draws, draw, read);
        DrawWeights own = weights.orElseGet(() -> DrawWeights.byTrials(draws, draw, read));
        return new Mean(own.mean(means), own.error(means));
    }

    /// The quantiles of the true effect: what is not known of it.
    ///
    /// @param truth by draw and hypothesis
    /// @param named gives a quantile a name
    /// @return nothing when no draw has a true effect
    <R> List<R> quantiles(double[][] truth, int place, BiFunction<String, Double, R> named) {
        double[] known = known(truth, place);
        DrawWeights own = weights.orElseGet(() -> DrawWeights.equal(known.length));
        return Arrays.stream(known).noneMatch(Double::isFinite)
                ? List.of()
                : LEVELS.stream().map(level -> named.apply(name(level), own.quantile(known, level))).toList();
    }

    /// The true effects of a hypothesis by draw; not a number where there is none.
    static double[] known(double[][] truth, int place) {
        return Arrays.stream(truth).mapToDouble(t -> t.length > 0 ? t[place] : Double.NaN).toArray();
    }

    /// How many draws have one.
    static int count(double[][] truth, int place) {
        return (int) Arrays.stream(known(truth, place)).filter(Double::isFinite).count();
    }

    /// On how many draws conditioned beliefs rest; nothing for others.
    Optional<Characteristic> effective(TrialDesign design) {
        return weights.map(w -> new Characteristic(bank, "design", design.patients(), Double.NaN,
                design.estimands().getFirst().id(), design.allocation().get(1).arm(), "effective_draws",
                w.effective(), Double.NaN, draws));
    }

    /// By straight lines between ordered values.
    static double quantile(double[] sorted, double level) {
        return DrawWeights.equal(sorted.length).quantile(sorted, level);
    }
}
