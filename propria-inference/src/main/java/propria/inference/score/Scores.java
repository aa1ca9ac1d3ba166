package propria.inference.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import propria.inference.prediction.Rival;
import propria.inference.prediction.RowPrediction.Direction;
import propria.inference.score.ScoredRow.Use;

/// What the predictions of a table amount to, as the entries of `scores.json`.
///
/// Differences of mean log scores have two standard errors: over rows, and over studies (each study its sum; rows of a
/// study are not independent), the larger of which counts.
public final class Scores {

    private static final double[] EDGES = {0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.0000001};

    private Scores() {
    }

    /// The entries, in order.
    public static Map<String, Object> of(List<ScoredRow> rows) {
        Map<String, Object> scores = new LinkedHashMap<>();
        scores.put("rows", rows.size());
        scores.put("supported", rows.stream().filter(ScoredRow::isSupported).count());
        Map<String, Integer> refused = new TreeMap<>();
        rows.stream().filter(row -> !row.isSupported())
                .forEach(row -> refused.merge(row.reason(), 1, Integer::sum));
        scores.put("refused", rows.stream().filter(row -> !row.isSupported()).count());
        scores.put("refused_by_reason", refused);
        Map<String, Integer> assumed = new TreeMap<>();
        rows.forEach(row -> row.assumed().keySet().forEach(what -> assumed.merge(what, 1, Integer::sum)));
        scores.put("assumed", assumed);
        for (Use use : List.of(Use.HELD_OUT, Use.CALIBRATION, Use.EXCLUDED)) {
            scores.put(use.name().toLowerCase(java.util.Locale.ROOT),
                    part(rows.stream().filter(ScoredRow::isSupported).filter(row -> row.use() == use).toList()));
        }
        return scores;
    }

    /// The entries of one part of a table.
    public static Map<String, Object> part(List<ScoredRow> rows) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("rows", rows.size());
        part.put("studies", rows.stream().map(row -> row.row().study()).distinct().count());
        if (rows.isEmpty()) {
            return part;
        }
        part.put("all", compared(rows));
        List<ScoredRow> numbers = rows.stream().filter(ScoredRow::isNumber).toList();
        List<ScoredRow> directions = rows.stream().filter(row -> !row.isNumber()).toList();
        if (!numbers.isEmpty()) {
            Map<String, Object> entry = compared(numbers);
            entry.put("coverage_50", share(numbers, row -> row.holds(0.25, 0.75)));
            entry.put("coverage_90", share(numbers, row -> row.holds(0.05, 0.95)));
            part.put("numbers", entry);
        }
        if (!directions.isEmpty()) {
            Map<String, Object> entry = compared(directions);
            entry.put("directions_right", share(directions, ScoredRow::isRight));
            entry.put("calibration", calibration(directions));
            part.put("directions", entry);
        }
        List<ScoredRow> treated = rows.stream().filter(row -> row.group().equals("treated")).toList();
        if (!treated.isEmpty()) {
            part.put("treated", compared(treated));
        }
        return part;
    }

    private static double share(List<ScoredRow> rows, Predicate<ScoredRow> held) {
        return rows.stream().filter(held).count() / (double) rows.size();
    }

    private static Map<String, Object> compared(List<ScoredRow> rows) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("rows", rows.size());
        for (Rival rival : Rival.values()) {
            String name = rival == Rival.MODEL ? "" : "_" + rival.name().toLowerCase(java.util.Locale.ROOT);
            entry.put("mean_log_score" + name,
                    rows.stream().mapToDouble(row -> row.logScore(rival)).average().orElse(Double.NaN));
        }
        for (Rival rival : List.of(Rival.NO_EFFECT, Rival.CARRIED_OVER)) {
            String name = rival.name().toLowerCase(java.util.Locale.ROOT);
            double mean = rows.stream().mapToDouble(row -> row.gain(rival)).average().orElse(0);
            entry.put("gain_over_" + name, mean);
            entry.put("gain_over_" + name + "_se", error(rows, rival, mean));
        }
        return entry;
    }

    /// The larger of the standard errors over rows and over studies.
    private static double error(List<ScoredRow> rows, Rival rival, double mean) {
        double squares = rows.stream().mapToDouble(row -> (row.gain(rival) - mean) * (row.gain(rival) - mean)).sum();
        Map<String, double[]> studies = new LinkedHashMap<>();
        rows.forEach(
                row -> studies.computeIfAbsent(row.row().study(), _ -> new double[1])[0] += row.gain(rival) - mean);
        double between = studies.values().stream().mapToDouble(sum -> sum[0] * sum[0]).sum();
        double n = rows.size();
        double byRow = n > 1 ? StrictMath.sqrt(squares / (n - 1) / n) : Double.NaN;
        double groups = studies.size();
        double byStudy = groups > 1 ? StrictMath.sqrt(between * groups / (groups - 1)) / n : 0;
        return StrictMath.max(byRow, byStudy);
    }

    /// How often what was given a probability came true, in classes of probability; each of the three directions of a
    /// row counts.
    private static List<Map<String, Object>> calibration(List<ScoredRow> rows) {
        List<Map<String, Object>> classes = new ArrayList<>();
        for (int i = 0; i + 1 < EDGES.length; i++) {
            double sum = 0;
            int count = 0;
            int came = 0;
            for (ScoredRow row : rows) {
                if (!(row.prediction().orElse(null) instanceof Direction(var lower, var equal, var higher))) {
                    continue;
                }
                double[] probabilities = {lower, equal, higher};
                for (int k = 0; k < probabilities.length; k++) {
                    if (probabilities[k] >= EDGES[i] && probabilities[k] < EDGES[i + 1]) {
                        sum += probabilities[k];
                        count++;
                        came += row.row().mean().orElseThrow() == k - 1 ? 1 : 0;
                    }
                }
            }
            if (count > 0) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("predicted", sum / count);
                entry.put("observed", came / (double) count);
                entry.put("count", count);
                classes.add(entry);
            }
        }
        return classes;
    }
}
