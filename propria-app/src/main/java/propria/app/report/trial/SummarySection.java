package propria.app.report.trial;

import java.util.LinkedHashSet;
import propria.app.text.Escape;

/// One line a hypothesis: what there is to find, how often it is found, how far off estimates and intervals are.
final class SummarySection {

    private SummarySection() {
    }

    /// @param weeks the last for which there is evidence
    static void add(StringBuilder page, OperatingTable table, TrialWords words, double weeks) {
        page.append("<h2>Operating characteristics of the whole trial</h2>\n");
        found(page, table, words, weeks);
        page.append("<p>Power: every parameter of the model at its value. "
                + (table.isConditioned()
                        ? "True effect and assurance: over beliefs about parameters that agree with untreated"
                                + " patients of published trials."
                        : "True effect and assurance: over beliefs about parameters.")
                + " An effect on a share of patients is in percentage points (pp)."
                + " Power and assurance hold alpha over all hypotheses. The quantiles of beliefs say what is not known"
                + " of the true effect; the ± say only how many draws and trials were simulated.</p>\n");
        page.append("<h3>Can the test and the estimate be trusted?</h3>\n");
        trusted(page, table, words, weeks);
        page.append("<p>All of these are over "
                + (table.isConditioned()
                        ? "all beliefs as they were drawn, since a test must hold its level in each"
                        : "beliefs about parameters")
                + ". Type I error: how often a trial claims an effect where there is none. Bias: of the estimate. Coverage:"
                + " how often its 95 % interval contains the true effect.</p>\n");
    }

    /// What there is to find, and how often a trial finds it.
    private static void found(StringBuilder page, OperatingTable table, TrialWords words, double weeks) {
        page.append("<div class=\"wide\"><table class=\"tight\"><thead><tr><th>estimand, arm</th><th>true effect</th>"
                + "<th>5, 50, 95 % of beliefs</th><th>power</th><th>assurance</th>"
                + (table.isConditioned() ? "<th>assurance, all beliefs as drawn</th>" : "")
                + "</tr></thead><tbody>");
        String believed = table.believed();
        for (OperatingTable.Key key : new LinkedHashSet<>(table.keys())) {
            boolean share = words.isShare(key.estimand());
            head(page, table, words, key, weeks);
            cell(page, table.effect(believed, key, "true_effect", share));
            cell(page, table.bare(believed, key, "true_effect_q05", share) + ", "
                    + table.bare(believed, key, "true_effect_q50", share) + ", "
                    + table.bare(believed, key, "true_effect_q95", share));
            cell(page, table.percent("typical", "design", key, "power"));
            cell(page, table.percent(believed, "design", key, "assurance"));
            if (table.isConditioned()) {
                cell(page, table.percent(OperatingTable.DRAWN, "design", key, "assurance"));
            }
            page.append("</tr>\n");
        }
        page.append("</tbody></table></div>\n");
    }

    /// How often the test errs, and how far off estimates and intervals are.
    private static void trusted(StringBuilder page, OperatingTable table, TrialWords words, double weeks) {
        page.append("<div class=\"wide\"><table class=\"tight\"><thead><tr><th>estimand, arm</th>"
                + "<th>type I error, test by itself</th><th>type I error, over all hypotheses</th><th>bias</th>"
                + "<th>coverage</th></tr></thead><tbody>");
        for (OperatingTable.Key key : new LinkedHashSet<>(table.keys())) {
            head(page, table, words, key, weeks);
            cell(page, table.percent("prior", "null", key, "type_1_error_unadjusted"));
            cell(page, table.percent("prior", "null", key, "type_1_error"));
            cell(page, table.effect("prior", key, "bias", words.isShare(key.estimand())));
            cell(page, table.percent("prior", "design", key, "coverage"));
            page.append("</tr>\n");
        }
        page.append("</tbody></table></div>\n");
    }

    private static void head(StringBuilder page, OperatingTable table, TrialWords words, OperatingTable.Key key,
            double weeks) {
        page.append("<tr><td>").append(Escape.html(words.hypothesis(table, key)
                + (due(table, key) > 7 * weeks ? " (extrapolated)" : ""))).append("</td>");
    }

    /// When an endpoint is due; a time to an event is followed to the last visit at which any is.
    private static double due(OperatingTable table, OperatingTable.Key key) {
        double day = table.day(key);
        return Double.isNaN(day)
                ? table.keys().stream().mapToDouble(table::day).filter(d -> !Double.isNaN(d)).max().orElse(0)
                : day;
    }

    private static void cell(StringBuilder page, String text) {
        page.append("<td>").append(Escape.html(text)).append("</td>");
    }
}
