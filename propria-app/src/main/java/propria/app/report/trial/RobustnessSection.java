package propria.app.report.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import propria.app.report.data.CsvTable;
import propria.app.report.svg.Marker;
import propria.app.report.svg.Scale;
import propria.app.report.svg.Svg;
import propria.app.text.Escape;

/// Whether the answer survives other beliefs: two priors by doubted trials out and in, from published trials alone and from the
/// simulated ones.
final class RobustnessSection {

    private static final double WIDTH = 720;
    private static final double LEFT = 260;
    private static final double RIGHT = 600;
    private static final double LINE = 22;

    private RobustnessSection() {
    }

    static void add(StringBuilder page, Path folder) throws IOException {
        List<CsvTable.Row> rows = CsvTable.readIfPresent(folder.resolve("robustness.csv")).rows();
        if (rows.isEmpty()) {
            return;
        }
        page.append(
                "<h2>Does it survive other beliefs?</h2>\n<p>Two priors on the effect of cells by two rules on published trials"
                        + " that are in doubt. Assurance from these trials knows no mechanism; that from the simulated trials weighs draws"
                        + " of the model's parameters by how well their true effect agrees with the belief and their untreated patients"
                        + " with those of published trials, and rests on as many draws as the last column says.</p>\n<figure>")
                .append(forest(rows))
                .append("<figcaption>log odds ratio of a new trial: median, 5 to 95 %</figcaption></figure>\n<div class=\"wide\">"
                        + "<table><thead><tr><th>prior</th><th>doubted trials</th><th>comparator</th><th>log odds ratio of a new"
                        + " trial (5, 50, 95 %)</th><th>assurance from trials</th><th>assurance from the model</th>"
                        + "<th>Monte-Carlo error</th><th>draws behind it</th></tr></thead><tbody>");
        for (CsvTable.Row r : rows) {
            page.append("<tr><td>").append(Escape.html(r.text("prior").replace('_', ' '))).append("</td><td>")
                    .append(Escape.html(r.text("inclusion").replace("flagged_", ""))).append("</td>");
            for (String cell : List.of(String.format(Locale.ROOT, "%.0f %%", r.value("control_percent")),
                    OperatingTable.number(r.value("log_odds_ratio_q05")) + ", "
                            + OperatingTable.number(r.value("log_odds_ratio_q50")) + ", "
                            + OperatingTable.number(r.value("log_odds_ratio_q95")),
                    OperatingTable.number(r.value("assurance")), OperatingTable.number(r.value("mechanism_assurance")),
                    OperatingTable.number(r.value("mechanism_mc_error")),
                    String.format(Locale.ROOT, "%.1f", r.value("mechanism_effective_draws")))) {
                page.append("<td>").append(Escape.html(cell)).append("</td>");
            }
            page.append("</tr>\n");
        }
        page.append("</tbody></table></div>\n");
    }

    private static String forest(List<CsvTable.Row> rows) {
        double low = Math.min(0, rows.stream().mapToDouble(r -> r.value("log_odds_ratio_q05")).min().orElse(0));
        double high = Math.max(0, rows.stream().mapToDouble(r -> r.value("log_odds_ratio_q95")).max().orElse(1));
        Scale x = Scale.linear(low, high, LEFT, RIGHT);
        double bottom = 10 + rows.size() * LINE;
        Svg svg = new Svg().line(x.at(0), 4, x.at(0), bottom, "nominal").line(LEFT, bottom, RIGHT, bottom, "axis");
        for (double tick : x.ticks(5)) {
            svg.text(x.at(tick), bottom + 15, "middle", "tick", String.format(Locale.ROOT, "%.1f", tick));
        }
        for (int i = 0; i < rows.size(); i++) {
            CsvTable.Row r = rows.get(i);
            double y = 16 + i * LINE;
            svg.text(LEFT - 10, y + 4, "end", "name", r.text("prior").replace('_', ' ') + ", doubted trials "
                    + r.text("inclusion").replace("flagged_", ""));
            svg.open("power", "").line(x.at(r.value("log_odds_ratio_q05")), y, x.at(r.value("log_odds_ratio_q95")), y,
                    "curve").marker(Marker.SQUARE, x.at(r.value("log_odds_ratio_q50")), y, 4, "dot").close();
            svg.text(RIGHT + 10, y + 4, "start", "name", "assurance " + OperatingTable.number(r.value("assurance")));
        }
        return svg.picture(WIDTH, bottom + 22,
                "Log odds ratios of " + rows.size() + " combinations of prior and inclusion");
    }
}
