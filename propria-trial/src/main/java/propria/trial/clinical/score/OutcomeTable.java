package propria.trial.clinical.score;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import propria.inference.score.ScoredRow.Use;
import propria.trial.clinical.design.RowPlan;
import propria.trial.clinical.forecast.AssumedEffect;
import propria.trial.clinical.forecast.Forecast;
import propria.trial.clinical.table.ClinicalRow;
import propria.trial.clinical.vocabulary.EndpointTerm.Kind;

/// `predictions.csv` of clinical rows: every row in its order, none left out. The columns of the preclinical table come
/// first, in the same order; shares are in per cent.
public final class OutcomeTable {

    private static final MathContext DIGITS = new MathContext(9, RoundingMode.HALF_EVEN);
    private static final List<String> HEADER = List.of("row", "study", "arm", "outcome", "day", "unit", "kind",
            "observed", "used_in_calibration", "use", "supported", "reason", "group", "mean", "q05", "q25", "q50",
            "q75", "q95", "p_lower", "p_equal", "p_higher", "log_score", "log_score_no_effect",
            "log_score_carried_over", "log_score_first_trial", "rank", "indication", "product", "family", "week", "n",
            "n_stated");
    private static final double DAYS = 7;

    private OutcomeTable() {
    }

    /// The table as comma-separated text (RFC 4180).
    public static String of(List<ScoredOutcome> rows) {
        StringBuilder text = new StringBuilder(String.join(",", HEADER)).append('\n');
        rows.forEach(row -> text.append(String.join(",", cells(row))).append('\n'));
        return text.toString();
    }

    private static List<String> cells(ScoredOutcome scored) {
        ClinicalRow row = scored.row();
        OptionalDouble week = row.weeks();
        String unit = scored.plan().filter(OutcomeTable::isShare).map(_ -> "percent").orElse(row.unit());
        List<String> cells = new ArrayList<>(List.of(Integer.toString(row.number()), quoted(row.trial()),
                quoted(row.arm()), quoted(row.endpoint()),
                week.isPresent() ? number(week.getAsDouble() * DAYS) : "", quoted(unit),
                scored.plan().map(p -> p.outcome().kind().name().toLowerCase(Locale.ROOT)).orElse(""),
                scored.isScored() ? number(scored.seen()) : "",
                Boolean.toString(scored.use() == Use.CALIBRATION), scored.use().name().toLowerCase(Locale.ROOT),
                Boolean.toString(scored.isSupported()), quoted(scored.reason()), scored.group()));
        predicted(scored, cells);
        planned(scored, cells);
        return cells;
    }

    private static boolean isShare(RowPlan plan) {
        return plan.outcome().kind() == Kind.SHARE && plan.arm().role() != RowPlan.Role.CONTRAST;
    }

    private static void predicted(ScoredOutcome scored, List<String> cells) {
        Forecast forecast = scored.forecast().orElse(null);
        if (forecast == null) {
            cells.addAll(java.util.Collections.nCopies(14, ""));
            return;
        }
        cells.add(number(forecast.mean()));
        ScoredOutcome.LEVELS.forEach(level -> cells.add(number(forecast.quantile(level))));
        cells.addAll(List.of("", "", ""));
        for (AssumedEffect assumed : AssumedEffect.values()) {
            cells.add(number(scored.logScore(assumed)));
        }
        cells.add(scored.isScored() ? number(forecast.rank(scored.seen())) : "");
    }

    private static void planned(ScoredOutcome scored, List<String> cells) {
        RowPlan plan = scored.plan().orElse(null);
        cells.addAll(plan == null
                ? java.util.Collections.nCopies(6, "")
                : List.of(plan.trial().group() + (plan.trial().offset().isEmpty() ? "" : "/" + plan.trial().offset()),
                        plan.trial().agent(), plan.outcome().family(), number(plan.outcome().week()),
                        Integer.toString(plan.outcome().n()), Boolean.toString(plan.outcome().stated())));
    }

    static String number(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString()
                : "";
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") || text.contains("\n")
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
