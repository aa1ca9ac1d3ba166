package propria.app.report.validation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import propria.app.text.Escape;
import propria.app.text.Figures;
import propria.inference.prediction.Rival;
import propria.inference.prediction.RowPrediction.Direction;
import propria.inference.prediction.RowPrediction.Value;
import propria.inference.score.ScoredRow;

/// What a page of a validation says in words: the answer first, and what could not be predicted with its reason.
final class ValidationWords {

    private ValidationWords() {
    }

    /// The answer in a sentence: how much was predicted, how often that was right, and against what.
    static String headline(List<ScoredRow> rows) {
        List<ScoredRow> known = rows.stream().filter(ScoredRow::isSupported).toList();
        if (known.isEmpty()) {
            return "None of " + Figures.grouped(rows.size()) + " rows could be predicted.";
        }
        List<ScoredRow> numbers = known.stream().filter(r -> r.prediction().orElse(null) instanceof Value).toList();
        long inside = numbers.stream().filter(ValidationWords::inside).count();
        List<ScoredRow> directions = known.stream().filter(r -> r.prediction().orElse(null) instanceof Direction)
                .toList();
        long right = directions.stream().filter(ValidationWords::right).count();
        long fitted = known.stream().filter(r -> r.use() == ScoredRow.Use.CALIBRATION).count();
        long fresh = known.stream().filter(r -> r.use() == ScoredRow.Use.HELD_OUT).count();
        double gain = known.stream().mapToDouble(r -> r.logScore(Rival.MODEL) - r.logScore(Rival.CARRIED_OVER))
                .average()
                .orElse(0);
        return Figures.grouped(known.size()) + " of " + Figures.grouped(rows.size())
                + " published results could be predicted: "
                + Figures.grouped(fitted) + " fitted, " + Figures.grouped(known.size() - fitted - fresh)
                + " known and left out, " + Figures.grouped(fresh) + " held out."
                + (fresh == 0 ? " None is new: agreement is no test." : "")
                + (directions.isEmpty()
                        ? ""
                        : " The likeliest direction came true in " + right + " of " + directions.size() + ".")
                + (numbers.isEmpty()
                        ? ""
                        : " The 90 % interval holds " + inside + " of " + numbers.size() + " numbers.")
                + " Against the pooled effect carried over, the model " + (gain < 0 ? "loses " : "gains ")
                + String.format(Locale.ROOT, "%.3f", Math.abs(gain)) + " in log score a row.";
    }

    private static boolean inside(ScoredRow row) {
        double observed = row.row().mean().orElseThrow();
        return row.prediction().orElse(null) instanceof Value(var distribution)
                && observed >= distribution.quantile(0.05) && observed <= distribution.quantile(0.95);
    }

    private static boolean right(ScoredRow row) {
        if (!(row.prediction().orElse(null) instanceof Direction(var lower, var equal, var higher))) {
            return false;
        }
        double likeliest = lower >= equal && lower >= higher ? -1 : higher >= equal ? 1 : 0;
        return row.row().mean().orElseThrow() == likeliest;
    }

    /// A table of reasons with how many rows each took out; empty where nothing was refused.
    static String refused(List<ScoredRow> rows) {
        Map<String, Long> reasons = rows.stream().filter(r -> !r.isSupported())
                .collect(Collectors.groupingBy(ScoredRow::reason, TreeMap::new, Collectors.counting()));
        if (reasons.isEmpty()) {
            return "";
        }
        long all = reasons.values().stream().mapToLong(Long::longValue).sum();
        StringBuilder text = new StringBuilder("<details><summary>").append(Figures.grouped(all))
                .append(" rows could not be predicted: why</summary><table><thead><tr><th>reason</th><th>rows</th></tr></thead>"
                        + "<tbody>");
        reasons.entrySet().stream().sorted(Comparator.comparingLong(e -> -e.getValue()))
                .forEach(e -> text.append("<tr><td>").append(Escape.html(e.getKey())).append("</td><td>")
                        .append(e.getValue()).append("</td></tr>\n"));
        return text.append("</tbody></table></details>\n").toString();
    }

    /// A tick of an axis: no zeros behind the point that say nothing.
    static String figure(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return String.format(Locale.ROOT, "%d", (long) value);
        }
        String text = String.format(Locale.ROOT, "%.3g", value);
        return text.contains("e") ? text : text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
