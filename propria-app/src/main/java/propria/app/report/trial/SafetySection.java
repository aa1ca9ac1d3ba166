package propria.app.report.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import propria.app.report.data.CsvTable;
import propria.app.text.Escape;
import propria.app.text.Figures;

/// Adverse events that published trials lead one to expect, and what nobody counted.
final class SafetySection {

    private SafetySection() {
    }

    static void add(StringBuilder page, Path folder) throws IOException {
        List<CsvTable.Row> rows = CsvTable.readIfPresent(folder.resolve("safety-forecast.csv")).rows();
        if (rows.isEmpty()) {
            return;
        }
        page.append(
                "<h2>Safety</h2>\n<p>Events are not simulated by the gut: these are patients to expect in an arm from published"
                        + " trials of the same class of product by the same kind of route, any adverse event of a kind once a patient,"
                        + " with a 90 % interval for a new arm. Ratios are of reviews over all indications.</p>\n<div class=\"wide\">"
                        + "<table class=\"words\"><thead><tr><th>arm</th><th>event</th><th>seen</th><th>expected patients (5 to 95 %)</th>"
                        + "<th>ratio against control</th></tr></thead><tbody>");
        for (CsvTable.Row r : rows) {
            page.append("<tr>");
            for (String cell : List.of(r.text("arm") + ", n " + r.text("arm_patients") + ", " + r.text("route"),
                    r.text("event").replace('_', ' '),
                    r.value("trials") > 0
                            ? r.text("events") + " of " + r.text("patients") + " in "
                                    + Figures.count((int) r.value("trials"), "trial")
                            : "–",
                    Double.isNaN(r.value("expected_q50")) ? r.text("refusal") : expected(r), ratio(r))) {
                page.append("<td>").append(Escape.html(cell)).append("</td>");
            }
            page.append("</tr>\n");
        }
        page.append("</tbody></table></div>\n");
    }

    private static String expected(CsvTable.Row r) {
        return String.format(Locale.ROOT, "%.0f (%.0f to %.0f)", r.value("expected_q50"), r.value("expected_q05"),
                r.value("expected_q95"));
    }

    private static String ratio(CsvTable.Row r) {
        return Double.isNaN(r.value("ratio"))
                ? "–"
                : String.format(Locale.ROOT, "%s %.2f (%.2f to %.2f), %s", r.text("ratio_type"), r.value("ratio"),
                        r.value("ratio_low"), r.value("ratio_high"), r.text("ratio_source"));
    }
}
