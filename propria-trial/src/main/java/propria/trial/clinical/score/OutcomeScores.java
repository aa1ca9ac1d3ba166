package propria.trial.clinical.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import propria.inference.score.ScoredRow.Use;
import propria.trial.clinical.forecast.AssumedEffect;

/// What the predictions of a clinical table amount to, as the entries of `scores.json`.
///
/// Differences of mean log scores have the larger of two standard errors: over rows, and over trials (each trial its sum;
/// rows of the same patients are not independent).
public final class OutcomeScores {

    private static final Map<AssumedEffect, String> NAMES = Map.of(AssumedEffect.NONE, "no_effect",
            AssumedEffect.POOLED, "carried_over", AssumedEffect.FIRST, "first_trial");
    private static final List<AssumedEffect> RIVALS = List.of(AssumedEffect.NONE, AssumedEffect.POOLED,
            AssumedEffect.FIRST);
    private static final int BINS = 10;

    private OutcomeScores() {
    }

    /// The entries, in order.
    public static Map<String, Object> of(List<ScoredOutcome> rows) {
        Map<String, Object> scores = new LinkedHashMap<>();
        scores.put("rows", rows.size());
        scores.put("supported", rows.stream().filter(ScoredOutcome::isSupported).count());
        scores.put("predicted_without_observation",
                rows.stream().filter(row -> row.isSupported() && !row.isScored()).count());
        scores.put("refused", rows.stream().filter(row -> !row.isSupported()).count());
        Map<String, Integer> refused = new TreeMap<>();
        rows.stream().filter(row -> !row.isSupported()).forEach(row -> refused.merge(row.reason(), 1, Integer::sum));
        scores.put("refused_by_reason", refused);
        for (Use use : List.of(Use.HELD_OUT, Use.CALIBRATION, Use.EXCLUDED)) {
            scores.put(use.name().toLowerCase(Locale.ROOT), part(rows.stream().filter(ScoredOutcome::isScored)
                    .filter(row -> row.use() == use).toList()));
        }
        return scores;
    }

    /// The entries of one part of a table.
    public static Map<String, Object> part(List<ScoredOutcome> rows) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("rows", rows.size());
        part.put("trials", rows.stream().map(ScoredOutcome::cluster).distinct().count());
        if (rows.isEmpty()) {
            return part;
        }
        part.put("all", compared(rows));
        for (String group : List.of("control", "treated", "effect", "start")) {
            List<ScoredOutcome> own = rows.stream().filter(row -> row.group().equals(group)).toList();
            if (!own.isEmpty()) {
                part.put(group, compared(own));
            }
        }
        List<ScoredOutcome> compared = rows.stream().filter(OutcomeScores::isControlled).toList();
        if (!compared.isEmpty()) {
            part.put("treated_in_controlled_trials", compared(compared));
        }
        part.put("ranks", ranks(rows));
        return part;
    }

    private static boolean isControlled(ScoredOutcome row) {
        return row.group().equals("treated") && row.plan().filter(plan -> !plan.trial().single()).isPresent();
    }

    private static Map<String, Object> compared(List<ScoredOutcome> rows) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("rows", rows.size());
        entry.put("trials", rows.stream().map(ScoredOutcome::cluster).distinct().count());
        entry.put("coverage_50", share(rows, row -> row.holds(0.25, 0.75)));
        entry.put("coverage_90", share(rows, row -> row.holds(0.05, 0.95)));
        entry.put("mean_log_score", mean(rows, AssumedEffect.ESTIMATED));
        for (AssumedEffect rival : RIVALS) {
            entry.put("mean_log_score_" + NAMES.get(rival), mean(rows, rival));
        }
        for (AssumedEffect rival : RIVALS) {
            double gain = rows.stream().mapToDouble(row -> row.gain(rival)).average().orElse(0);
            entry.put("gain_over_" + NAMES.get(rival), gain);
            entry.put("gain_over_" + NAMES.get(rival) + "_se", error(rows, rival, gain));
        }
        return entry;
    }

    private static double mean(List<ScoredOutcome> rows, AssumedEffect assumed) {
        return rows.stream().mapToDouble(row -> row.logScore(assumed)).average().orElse(0);
    }

    private static double share(List<ScoredOutcome> rows, Predicate<ScoredOutcome> held) {
        return rows.stream().filter(held).count() / (double) rows.size();
    }

    private static double error(List<ScoredOutcome> rows, AssumedEffect rival, double mean) {
        double squares = rows.stream().mapToDouble(row -> (row.gain(rival) - mean) * (row.gain(rival) - mean)).sum();
        Map<String, double[]> trials = new LinkedHashMap<>();
        rows.forEach(row -> trials.computeIfAbsent(row.cluster(), _ -> new double[1])[0] += row.gain(rival) - mean);
        double between = trials.values().stream().mapToDouble(sum -> sum[0] * sum[0]).sum();
        double n = rows.size();
        double groups = trials.size();
        double byRow = n > 1 ? StrictMath.sqrt(squares / (n - 1) / n) : 0;
        double byTrial = groups > 1 ? StrictMath.sqrt(between * groups / (groups - 1)) / n : 0;
        return StrictMath.max(byRow, byTrial);
    }

    /// How many observations fall in each tenth of their predicted distribution; even where predictions are calibrated.
    private static List<Integer> ranks(List<ScoredOutcome> rows) {
        int[] counts = new int[BINS];
        for (ScoredOutcome row : rows) {
            row.forecast().ifPresent(
                    forecast -> counts[(int) StrictMath.min(BINS - 1.0, forecast.rank(row.seen()) * BINS)]++);
        }
        return java.util.Arrays.stream(counts).boxed().toList();
    }
}
