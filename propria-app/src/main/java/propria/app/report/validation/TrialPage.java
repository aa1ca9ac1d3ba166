package propria.app.report.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import propria.app.report.svg.Marker;
import propria.app.report.svg.Scale;
import propria.app.report.svg.Svg;
import propria.app.text.Escape;
import propria.trial.clinical.forecast.AssumedEffect;
import propria.trial.clinical.forecast.Forecast;
import propria.trial.clinical.score.ScoredOutcome;

/// One page without scripts: a forest of predicted and observed arms for each end point, the ranks of observations, what
/// each trial tells for the model, and every row that was refused with its reason.
public final class TrialPage {

    private static final double WIDTH = 760;
    private static final double LEFT = 330;
    private static final double LINE = 15;
    private static final int BINS = 10;
    private static final int LONGEST = 52;

    private TrialPage() {
    }

    /// The page as text.
    ///
    /// @param title what was validated
    /// @param answer sentences for the top
    public static String of(String title, List<ScoredOutcome> rows, List<String> answer) {
        StringBuilder page = new StringBuilder(ValidationPage.head(title));
        answer.forEach(line -> page.append("<p>").append(Escape.html(line)).append("</p>\n"));
        page.append(ValidationPage.LEGEND);
        List<ScoredOutcome> known = rows.stream().filter(ScoredOutcome::isScored).toList();
        ValidationPage.figure(page, "Where observations fall in their predicted distributions", ranks(known));
        ValidationPage.figure(page, "By how much each trial tells for the model (log score, against no effect)",
                gains(known));
        Map<String, List<ScoredOutcome>> groups = new LinkedHashMap<>();
        known.forEach(row -> groups.computeIfAbsent(family(row), _ -> new ArrayList<>()).add(row));
        groups.forEach((name, members) -> ValidationPage.figure(page, name, forest(members)));
        refused(page, rows);
        return page.append("</body></html>\n").toString();
    }

    private static String family(ScoredOutcome row) {
        return row.plan().map(plan -> plan.outcome().family() + ", " + plan.outcome().kind().name().toLowerCase(
                Locale.ROOT) + (row.group().equals("effect") ? ", " + row.row().effect().type() : "")).orElse("");
    }

    private static void refused(StringBuilder page, List<ScoredOutcome> rows) {
        List<ScoredOutcome> refused = rows.stream().filter(row -> !row.isSupported()).toList();
        if (refused.isEmpty()) {
            return;
        }
        page.append("<h2>Not predicted</h2>\n<table><tr><th>row</th><th>trial</th><th>arm</th><th>end point</th>"
                + "<th>why</th></tr>\n");
        for (ScoredOutcome row : refused) {
            page.append("<tr>");
            for (String cell : List.of(Integer.toString(row.row().number()), row.row().trial(), row.row().arm(),
                    row.row().endpoint(), row.reason())) {
                page.append("<td>").append(Escape.html(cell)).append("</td>");
            }
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    private static String ranks(List<ScoredOutcome> rows) {
        int[] counts = new int[BINS];
        rows.forEach(row -> row.forecast().ifPresent(
                forecast -> counts[(int) Math.min(BINS - 1.0, forecast.rank(row.seen()) * BINS)]++));
        if (rows.isEmpty()) {
            return "";
        }
        Svg svg = new Svg();
        double each = (WIDTH - 80) / BINS;
        for (int i = 0; i < BINS; i++) {
            double height = 120.0 * counts[i] * BINS / rows.size() / 3;
            svg.open("calibration", counts[i] + " of " + rows.size())
                    .box(40 + i * each, 150 - height, each - 4, height, "bar").close();
            svg.text(40 + i * each, 166, "start", "", String.format(Locale.ROOT, "%.1f", i / (double) BINS));
        }
        svg.line(40, 110, WIDTH - 40, 110, "axis").text(WIDTH - 36, 114, "start", "", "even");
        return svg.picture(WIDTH, 180, "Histogram of the ranks of " + rows.size() + " observations");
    }

    private static String gains(List<ScoredOutcome> rows) {
        Map<String, Double> gains = new LinkedHashMap<>();
        rows.forEach(row -> gains.merge(row.row().trial(),
                row.logScore(AssumedEffect.ESTIMATED) - row.logScore(AssumedEffect.NONE), Double::sum));
        if (gains.isEmpty()) {
            return "";
        }
        List<Map.Entry<String, Double>> order = new ArrayList<>(gains.entrySet());
        order.sort((a, b) -> Double.compare(b.getValue(), a.getValue()));
        double most = order.stream().mapToDouble(gain -> Math.abs(gain.getValue())).max().orElse(1);
        Scale x = Scale.linear(-Math.max(most, 0.1), Math.max(most, 0.1), LEFT, WIDTH - 60);
        Svg svg = new Svg();
        for (int i = 0; i < order.size(); i++) {
            double gain = order.get(i).getValue();
            double y = 10 + i * LINE;
            svg.open("held_out", "").box(Math.min(x.at(0), x.at(gain)), y, Math.abs(x.at(gain) - x.at(0)), LINE - 4,
                    "bar").close();
            svg.text(LEFT - 8, y + 9, "end", "name", order.get(i).getKey()).text(WIDTH - 55, y + 9, "start", "name",
                    String.format(Locale.ROOT, "%+.2f", gain));
        }
        return svg.picture(WIDTH, 20 + order.size() * LINE, "Gain of each trial");
    }

    private static String forest(List<ScoredOutcome> rows) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (ScoredOutcome row : rows) {
            low = Math.min(low, Math.min(quantile(row, 0.05), row.seen()));
            high = Math.max(high, Math.max(quantile(row, 0.95), row.seen()));
        }
        boolean log = low > 0 && high > 50 * low;
        Scale x = log
                ? new Scale(low, high, LEFT, WIDTH - 30, true)
                : Scale.linear(low, Math.max(high, low + 1e-6), LEFT, WIDTH - 30);
        Svg svg = new Svg();
        for (int i = 0; i < rows.size(); i++) {
            ScoredOutcome row = rows.get(i);
            double y = 12 + i * LINE;
            String text = row.row().trial() + " " + row.row().arm()
                    + (row.row().week().isEmpty() ? "" : " w" + row.row().week());
            svg.open(row.use().name().toLowerCase(Locale.ROOT), text)
                    .line(x.at(quantile(row, 0.05)), y, x.at(quantile(row, 0.95)), y, "wide")
                    .line(x.at(quantile(row, 0.25)), y, x.at(quantile(row, 0.75)), y, "half")
                    .marker(row.group().equals("control") ? Marker.SQUARE : Marker.CIRCLE, x.within(row.seen()), y, 3.5,
                            "seen")
                    .close();
            svg.text(LEFT - 8, y + 4, "end", "name",
                    text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text);
        }
        double bottom = 16 + rows.size() * LINE;
        svg.line(LEFT, bottom, WIDTH - 30, bottom, "axis");
        for (double tick : x.ticks(5)) {
            svg.text(x.at(tick), bottom + 14, "middle", "", String.format(Locale.ROOT, "%.3g", tick));
        }
        return svg.picture(WIDTH, bottom + 22, "Predicted intervals and observed values of " + rows.size() + " rows");
    }

    private static double quantile(ScoredOutcome row, double level) {
        return row.forecast().map((Forecast f) -> f.quantile(level)).orElse(Double.NaN);
    }
}
