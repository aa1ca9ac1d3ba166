package propria.app.report.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import propria.app.report.data.CsvTable;
import propria.app.text.Escape;
import propria.app.text.Figures;

/// How the patients of a run were made: what a cohort is worth, who stands at a bound, and how near it comes to the patients of trials.
final class CohortSection {

    private static final Map<String, String> METHODS = Map.of("select",
            "many plausible people were simulated and those kept whose readings have the published density (select)",
            "mcmc",
            "by Markov chains whose stationary distribution has the published readings (mcmc)", "perturb",
            "people were accepted, or moved by the smallest change until their readings agree (perturb)");

    private CohortSection() {
    }

    /// In a few words.
    ///
    /// @param method empty for people as the population has them
    static String said(String method) {
        return method.isEmpty()
                ? "as the population has them, whatever their readings at baseline come to"
                : "chosen by " + method + "; see below";
    }

    static void add(StringBuilder page, Path folder) throws IOException {
        List<CsvTable.Row> made = CsvTable.readIfPresent(folder.resolve("how-patients-were-made.csv")).rows();
        if (made.isEmpty()) {
            return;
        }
        String method = made.getFirst().text("method");
        page.append("<h2>How the patients were made</h2>\n<p>In each belief about parameters, ")
                .append(Escape.html(METHODS.getOrDefault(method, method)))
                .append(". What a cohort is worth is the number of independent patients who would say as much. At a bound: a"
                        + " parameter of the patient stands at the edge of what is held plausible.</p>\n<div class=\"wide\"><table><thead>"
                        + "<tr><th>courses</th><th>beliefs</th><th>patients</th><th>worth, middle (least)</th><th>at a bound</th>"
                        + "<th>places not filled as wanted</th><th>lives simulated</th><th>failed</th><th>beliefs in which nobody is"
                        + " like those patients</th></tr></thead><tbody>");
        byCourses(made).forEach((courses, rows) -> facts(page, courses, rows));
        page.append("</tbody></table></div>\n");
        match(page, CsvTable.readIfPresent(folder.resolve("cohort-match.csv")).rows());
    }

    private static SequencedMap<String, List<CsvTable.Row>> byCourses(List<CsvTable.Row> rows) {
        return rows.stream().collect(
                Collectors.groupingBy(r -> r.text("courses"), java.util.LinkedHashMap::new, Collectors.toList()));
    }

    private static void facts(StringBuilder page, String courses, List<CsvTable.Row> rows) {
        List<CsvTable.Row> some = rows.stream().filter(r -> r.value("patients") > 0).toList();
        double[] worth = some.stream().mapToDouble(r -> r.value("effective")).sorted().toArray();
        double people = sum(rows, "patients");
        page.append("<tr><td>").append(Escape.html(courses));
        for (String cell : List.of(Figures.grouped(rows.size()), Figures.grouped((long) people),
                worth.length == 0
                        ? "–"
                        : String.format(Locale.ROOT, "%.0f (%.0f)", middle(worth), worth[0]),
                String.format(Locale.ROOT, "%.0f (%.1f %%)", sum(rows, "at_bound"),
                        100 * sum(rows, "at_bound") / Math.max(1, people)),
                Figures.grouped((long) sum(rows, "missed")), Figures.grouped((long) sum(rows, "simulations")),
                Figures.grouped((long) sum(rows, "failures")), Figures.grouped(rows.size() - some.size()))) {
            page.append("</td><td>").append(Escape.html(cell));
        }
        page.append("</td></tr>\n");
    }

    /// Over beliefs: the middle, and from where to where they lie.
    private static void match(StringBuilder page, List<CsvTable.Row> rows) {
        SequencedMap<String, List<CsvTable.Row>> readings = rows.stream().collect(Collectors.groupingBy(
                r -> r.text("reading") + ", " + r.text("measure"), java.util.LinkedHashMap::new, Collectors.toList()));
        if (readings.isEmpty()) {
            return;
        }
        page.append(
                "<p>Readings before treatment, without the noise of a visit, beside the published ones.</p>\n<div class=\"wide\">"
                        + "<table><thead><tr><th>reading</th><th>published</th><th>every parameter at its value (error)</th>"
                        + "<th>over beliefs: middle (from, to)</th></tr></thead><tbody>");
        readings.forEach((name, own) -> {
            Map<String, List<CsvTable.Row>> courses = new TreeMap<>(byCourses(own));
            page.append("<tr><td>").append(Escape.html(name)).append("</td><td>")
                    .append(figure(own.getFirst(), "target"))
                    .append("</td><td>")
                    .append(courses.getOrDefault("typical", List.of()).stream()
                            .map(r -> figure(r, "expected") + " (" + figure(r, "error") + ")").findFirst().orElse("–"))
                    .append("</td><td>").append(spread(courses.getOrDefault("prior", List.of())))
                    .append("</td></tr>\n");
        });
        page.append("</tbody></table></div>\n");
    }

    private static String spread(List<CsvTable.Row> rows) {
        double[] values = rows.stream().mapToDouble(r -> r.value("expected")).sorted().toArray();
        return values.length == 0
                ? "–"
                : OperatingTable.number(middle(values)) + " (" + OperatingTable.number(values[0]) + ", "
                        + OperatingTable.number(values[values.length - 1]) + ")";
    }

    private static double middle(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static double sum(List<CsvTable.Row> rows, String column) {
        return rows.stream().mapToDouble(r -> r.value(column)).sum();
    }

    private static String figure(CsvTable.Row row, String column) {
        return OperatingTable.number(row.value(column));
    }
}
