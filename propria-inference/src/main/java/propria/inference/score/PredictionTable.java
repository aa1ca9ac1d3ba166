package propria.inference.score;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import propria.inference.prediction.Rival;
import propria.inference.prediction.RowPrediction.Direction;
import propria.inference.prediction.RowPrediction.Value;
import propria.inference.score.ScoredRow.Use;

/// `predictions.csv`: every row of a table of evidence in its order, none left out.
public final class PredictionTable {

    private static final MathContext DIGITS = new MathContext(9, RoundingMode.HALF_EVEN);
    private static final List<String> HEADER = List.of("row", "study", "arm", "outcome", "day", "unit", "kind",
            "observed", "used_in_calibration", "use", "supported", "reason", "group", "mean", "q05", "q25", "q50",
            "q75",
            "q95", "p_lower", "p_equal", "p_higher", "log_score", "log_score_no_effect", "log_score_carried_over",
            "assumed");

    private PredictionTable() {
    }

    /// The table as comma-separated text (RFC 4180).
    public static String of(List<ScoredRow> rows) {
        StringBuilder text = new StringBuilder(String.join(",", HEADER)).append('\n');
        for (ScoredRow row : rows) {
            text.append(String.join(",", cells(row))).append('\n');
        }
        return text.toString();
    }

    private static List<String> cells(ScoredRow scored) {
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(scored.row().number()));
        for (String text : List.of(scored.row().study(), scored.row().arm(), scored.row().outcome(),
                scored.row().day(), scored.row().unit())) {
            cells.add(quoted(text));
        }
        cells.add(scored.row().isDirection() ? "direction" : "number");
        cells.add(scored.row().mean().isPresent() ? number(scored.row().mean().getAsDouble()) : "");
        cells.add(Boolean.toString(scored.use() == Use.CALIBRATION));
        cells.add(scored.use().name().toLowerCase(java.util.Locale.ROOT));
        cells.add(Boolean.toString(scored.isSupported()));
        cells.add(quoted(scored.reason()));
        cells.add(scored.group());
        predicted(scored, cells);
        for (Rival rival : Rival.values()) {
            cells.add(scored.isSupported() ? number(scored.logScore(rival)) : "");
        }
        cells.add(quoted(scored.assumed().entrySet().stream().map(e -> e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining("; "))));
        return cells;
    }

    private static void predicted(ScoredRow scored, List<String> cells) {
        switch (scored.prediction().orElse(null)) {
            case null -> cells.addAll(List.of("", "", "", "", "", "", "", "", ""));
            case Direction(var lower, var equal, var higher) -> {
                cells.add(number(higher - lower));
                for (double level : ScoredRow.LEVELS) {
                    cells.add(level <= lower ? "-1" : level <= lower + equal ? "0" : "1");
                }
                cells.addAll(List.of(number(lower), number(equal), number(higher)));
            }
            case Value(var distribution) -> {
                cells.add(number(distribution.mean()));
                ScoredRow.LEVELS.forEach(level -> cells.add(number(distribution.quantile(level))));
                cells.addAll(List.of("", "", ""));
            }
        }
    }

    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        return value == 0
                ? "0"
                : new BigDecimal(value).round(DIGITS).stripTrailingZeros().toString().replace("E+", "e")
                        .replace("E", "e");
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
