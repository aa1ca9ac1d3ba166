package propria.app.report.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import propria.app.report.data.CsvTable;
import propria.app.report.finding.Answer;
import propria.app.text.Escape;

/// Curves of operating characteristics: over patients, weeks and dose, for each estimand.
final class CurveSection {

    private static final double WANTED = 0.8;

    private CurveSection() {
    }

    static void add(StringBuilder page, Path folder, OperatingTable table, TrialWords words, double alpha,
            Domain domain)
            throws IOException {
        CurveTable curves = CurveTable.read(folder, table);
        if (curves.rows().isEmpty()) {
            return;
        }
        page.append(
                "<h2>How large, how long, how much?</h2>\n<p>Each test by itself, without looks and multiplicity, two-sided"
                        + " at ")
                .append(alpha)
                .append(" (dotted line). At the right, the value at the end of each line. Smaller trials are the first patients of each; an earlier"
                        + " analysis reads each endpoint at an earlier visit. Bands: two Monte-Carlo standard errors each way;"
                        + " tests that need iterations are read from the first 200 trials."
                        + (table.isConditioned()
                                ? " Assurance: over beliefs that agree with untreated patients of published trials."
                                : "")
                        + " All cells: <code>curves.csv</code>."
                        + "</p>\n");
        for (OperatingTable.Key key : new LinkedHashSet<>(table.keys())) {
            page.append("<h3>").append(text(sentence(curves, words.hypothesis(table, key), key)))
                    .append("</h3>\n<div class=\"grid\">");
            for (OperatingChart.Axis axis : OperatingChart.Axis.values()) {
                String picture = OperatingChart.of(curves, key, axis, alpha, domain);
                if (!picture.isEmpty()) {
                    page.append("<figure>").append(picture).append("</figure>");
                }
            }
            page.append("</div>\n");
            if (curves.of(key).isEmpty()) {
                page.append(
                        "<p>An endpoint that is due at several visits has no curve; its numbers stand above.</p>\n");
            } else {
                numbers(page, curves, key, words.hypothesis(table, key));
            }
        }
    }

    private static String sentence(CurveTable curves, String name, OperatingTable.Key key) {
        if (curves.of(key).isEmpty()) {
            return Answer.capital(name);
        }
        return Answer.capital(name) + ": " + reaches(curves, key, "typical", "power_unadjusted", "power")
                + "; " + reaches(curves, key, curves.due().believed(), "assurance_unadjusted", "assurance");
    }

    private static String reaches(CurveTable curves, OperatingTable.Key key, String bank, String measure,
            String name) {
        return curves.reaches(key, bank, measure, WANTED)
                .map(r -> name + " reaches 80 % by " + r.text("patients") + " patients")
                .orElse(name + " stays below 80 % up to " + curves.patients() + " patients");
    }

    private static void numbers(StringBuilder page, CurveTable curves, OperatingTable.Key key,
            String name) {
        double day = curves.day(key);
        List<CsvTable.Row> rows = curves.of(key).stream()
                .filter(r -> !r.text("measure").equals("mean_estimate"))
                .filter(r -> r.value("day") == day || r.value("patients") == curves.patients()).toList();
        page.append("<details><summary>The numbers behind: " + text(name)
                + "</summary><div class=\"wide\"><table><thead><tr><th>measure</th>"
                + "<th>courses</th><th>patients</th><th>week</th><th>dose ×</th><th>value</th><th>Monte-Carlo error</th>"
                + "<th>trials</th></tr></thead><tbody>");
        for (CsvTable.Row r : rows) {
            page.append("<tr>");
            for (String cell : List.of(r.text("measure").replace('_', ' '), r.text("bank"), r.text("patients"),
                    String.format(Locale.ROOT, "%.4g", r.value("day") / 7), r.text("dose"),
                    OperatingTable.number(r.value("value")), OperatingTable.number(r.value("mc_error")),
                    r.text("trials"))) {
                page.append("<td>").append(text(cell)).append("</td>");
            }
            page.append("</tr>");
        }
        page.append("</tbody></table></div></details>\n");
    }

    private static String text(String text) {
        return Escape.html(text);
    }
}
