package propria.app.report.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import propria.app.report.data.CsvTable;
import propria.app.report.data.CsvTable.Row;

/// Sets the comparator of all simulated trials beside every published pool of placebo arms of the population.
public final class PlaceboCheck {

    /// A pool of patients like these, with a visit at its time.
    ///
    /// @param met in how many subjects of all trials the rule was met
    /// @param seen of how many; who had left counts as not met
    /// @param week of the visit
    public record Pool(String rule, String week, int met, int seen, String published, boolean inside) {
    }

    private PlaceboCheck() {
    }

    /// The pools that are a test, with every parameter of the model at its value.
    public static List<Pool> of(Path folder) throws IOException {
        return CsvTable.readIfPresent(folder.resolve("placebo-check.csv")).rows().stream()
                .filter(r -> r.text("courses").equals("typical") && r.text("like_this").equals("yes")
                        && !r.text("visit_day").isEmpty())
                .map(r -> new Pool(r.text("rule") + (r.text("reader").equals("local") ? ", local reading" : ""),
                        number(r.value("visit_day") / 7), (int) r.value("met"), (int) r.value("seen"),
                        r.text("percent") + " % (" + r.text("low") + " to " + r.text("high") + "), "
                                + r.text("source"),
                        r.text("verdict").equals("inside")))
                .toList();
    }

    /// The section of the report; rows of courses over beliefs, with the others beside them.
    static void write(StringBuilder page, Path folder) throws IOException {
        List<Row> rows = CsvTable.readIfPresent(folder.resolve("placebo-check.csv")).rows();
        page.append("<h2>Placebo check</h2>\n");
        if (rows.isEmpty()) {
            page.append("<p>No published pool is compared with this population.</p>\n");
            return;
        }
        List<Row> typical = rows.stream().filter(r -> r.text("courses").equals("typical")).toList();
        List<Row> prior = rows.stream().filter(r -> r.text("courses").equals("prior")).toList();
        List<Row> agreeing = rows.stream().filter(r -> r.text("courses").equals("conditioned")).toList();
        page.append(
                "<p>The comparator of all trials: mean share, and from where to where nine trials in ten fall, beside each"
                        + " published pool with its 95 % interval. Whoever has left counts as not met. The verdict says where the mean of"
                        + " the typical courses lies. Pools that cover other patients or other indices say so and are no test. Beliefs that agree are draws of the"
                        + " parameters weighed by the pools that are a test.</p>\n"
                        + "<table class=\"tight words\"><thead><tr><th>rule</th><th>reader</th><th>week of the visit</th>"
                        + "<th>published [%]</th><th>simulated, typical parameters [%]</th><th>simulated, over all beliefs [%]</th>"
                        + (agreeing.isEmpty() ? "" : "<th>simulated, over beliefs that agree [%]</th>")
                        + "<th>verdict</th><th>comparable</th><th>pool</th></tr></thead><tbody>");
        for (int i = 0; i < typical.size(); i++) {
            Row r = typical.get(i);
            page.append("<tr>");
            cell(page, TrialWords.readable(r.text("rule")));
            cell(page, r.text("reader"));
            cell(page, r.text("visit_day").isEmpty() ? "–" : number(r.value("visit_day") / 7));
            cell(page, r.text("percent") + " (" + r.text("low") + " to " + r.text("high") + ")");
            cell(page, simulated(r));
            cell(page, i < prior.size() ? simulated(prior.get(i)) : "–");
            if (!agreeing.isEmpty()) {
                cell(page, simulated(agreeing.get(i)));
            }
            cell(page, r.text("like_this").equals("yes") ? r.text("verdict") : "–");
            cell(page, r.text("like_this"));
            cell(page, r.text("source"));
            page.append("</tr>\n");
        }
        page.append("</tbody></table>\n");
    }

    private static void cell(StringBuilder page, String words) {
        page.append("<td>").append(TrialReport.text(words)).append("</td>");
    }

    private static String simulated(Row r) {
        return r.text("simulated_mean").isEmpty()
                ? "–"
                : String.format(Locale.ROOT, "%.1f (%.1f to %.1f)", r.value("simulated_mean"),
                        r.value("simulated_q05"), r.value("simulated_q95"));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.1f", value);
    }
}
