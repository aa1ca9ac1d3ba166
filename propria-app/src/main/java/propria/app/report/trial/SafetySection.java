package propria.app.report.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import propria.app.report.data.CsvTable;
import propria.app.report.finding.Answer;
import propria.app.text.Escape;
import propria.app.text.Figures;

/// Adverse events that published trials lead one to expect, and what nobody counted.
final class SafetySection {

    private SafetySection() {
    }

    static void add(StringBuilder page, Path folder, TrialWords words) throws IOException {
        List<CsvTable.Row> rows = CsvTable.readIfPresent(folder.resolve("safety-forecast.csv")).rows();
        if (rows.isEmpty()) {
            return;
        }
        Map<String, String> reviews = CsvTable.readIfPresent(folder.resolve("safety.csv")).rows().stream()
                .filter(r -> !r.text("arm").isBlank())
                .collect(Collectors.toMap(r -> r.text("trial_id"), r -> r.text("arm"), (a, _) -> a));
        page.append(
                "<h2>Safety</h2>\n<p>Events are not simulated by the gut: these are patients to expect in an arm from published"
                        + " trials of the same class of product by the same kind of route, any adverse event of a kind once a patient,"
                        + " with a 90 % interval for a new arm. Ratios are of reviews over all indications. Arms of which the same is"
                        + " known share a row.</p>\n<div class=\"wide\">"
                        + "<table class=\"words\"><thead><tr><th>arm</th><th>event</th><th>seen</th><th>expected patients (5 to 95 %)</th>"
                        + "<th>ratio against control</th></tr></thead><tbody>");
        Map<List<String>, Set<String>> arms = new LinkedHashMap<>();
        Map<String, Set<String>> uncounted = new LinkedHashMap<>();
        for (CsvTable.Row r : rows) {
            if (Double.isNaN(r.value("expected_q50")) && Double.isNaN(r.value("ratio"))) {
                uncounted.computeIfAbsent(r.text("refusal"), _ -> new LinkedHashSet<>()).add(event(r));
            } else {
                arms.computeIfAbsent(cells(r, reviews), _ -> new LinkedHashSet<>()).add(words.arm(r.text("arm")));
            }
        }
        arms.forEach((cells, names) -> {
            page.append("<tr><td>").append(Escape.html(String.join("; ", names) + cells.getFirst())).append("</td>");
            cells.stream().skip(1).forEach(cell -> page.append("<td>").append(Escape.html(cell)).append("</td>"));
            page.append("</tr>\n");
        });
        page.append("</tbody></table></div>\n");
        uncounted.forEach((why, events) -> page.append("<p>").append(Escape.html(Answer.capital(why))).append(": ")
                .append(Escape.html(String.join(", ", events))).append(".</p>\n"));
    }

    /// All that a row says but for its arm.
    private static List<String> cells(CsvTable.Row r, Map<String, String> reviews) {
        return List.of(" (" + r.text("arm_patients") + " patients, " + r.text("route") + ")", event(r),
                r.value("trials") > 0
                        ? r.text("events") + " of " + r.text("patients") + " in "
                                + Figures.count((int) r.value("trials"), "trial")
                        : "–",
                Double.isNaN(r.value("expected_q50")) ? r.text("refusal") : expected(r), ratio(r, reviews));
    }

    private static String event(CsvTable.Row r) {
        return TrialWords.readable(r.text("event"));
    }

    private static String expected(CsvTable.Row r) {
        return String.format(Locale.ROOT, "%.0f (%.0f to %.0f)", r.value("expected_q50"), r.value("expected_q05"),
                r.value("expected_q95"));
    }

    private static String ratio(CsvTable.Row r, Map<String, String> reviews) {
        return Double.isNaN(r.value("ratio"))
                ? "–"
                : String.format(Locale.ROOT, "%s %.2f (%.2f to %.2f), %s", r.text("ratio_type"), r.value("ratio"),
                        r.value("ratio_low"), r.value("ratio_high"),
                        reviews.getOrDefault(r.text("ratio_source"), TrialWords.readable(r.text("ratio_source"))));
    }
}
