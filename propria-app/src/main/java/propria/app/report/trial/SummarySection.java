package propria.app.report.trial;

import java.util.LinkedHashSet;
import propria.app.text.Escape;

/// One line a hypothesis: what there is to find, how often it is found, how far off estimates and intervals are.
final class SummarySection {

    private SummarySection() {
    }

    /// @param weeks the last for which there is evidence
    static void add(StringBuilder page, OperatingTable table, double weeks) {
        page.append(
                "<h2>Operating characteristics of the whole trial</h2>\n<div class=\"wide\"><table class=\"tight\"><thead><tr><th>estimand,"
                        + " arm</th><th>true effect</th><th>5, 50, 95 % of beliefs</th><th>power</th><th>assurance</th>"
                        + (table.isConditioned() ? "<th>assurance, all beliefs as drawn</th>" : "")
                        + "<th>type I error,"
                        + " test by itself</th><th>type I error, over all hypotheses</th><th>bias</th><th>coverage</th></tr></thead><tbody>");
        for (OperatingTable.Key key : new LinkedHashSet<>(table.keys())) {
            page.append("<tr><td>").append(Escape.html(key.estimand() + ", " + key.arm()
                    + (due(table, key) > 7 * weeks ? " (extrapolated)" : ""))).append("</td>");
            String believed = table.believed();
            cell(page, table.said(believed, "design", key, "true_effect"));
            cell(page, table.plain(believed, key, "true_effect_q05") + ", "
                    + table.plain(believed, key, "true_effect_q50") + ", "
                    + table.plain(believed, key, "true_effect_q95"));
            cell(page, table.said("typical", "design", key, "power"));
            cell(page, table.said(believed, "design", key, "assurance"));
            if (table.isConditioned()) {
                cell(page, table.said(OperatingTable.DRAWN, "design", key, "assurance"));
            }
            cell(page, table.said("prior", "null", key, "type_1_error_unadjusted"));
            cell(page, table.said("prior", "null", key, "type_1_error"));
            cell(page, table.said("prior", "design", key, "bias"));
            cell(page, table.said("prior", "design", key, "coverage"));
            page.append("</tr>\n");
        }
        page.append(
                "</tbody></table></div>\n<p>Power: every parameter of the model at its value. "
                        + (table.isConditioned()
                                ? "True effect and assurance: over beliefs about parameters that agree with untreated"
                                        + " patients of published trials. Errors of type I, bias and coverage: over all"
                                        + " beliefs as they were drawn, since a test must hold its level in each."
                                : "All else: over beliefs about parameters.")
                        + " Power and assurance hold alpha over all hypotheses. The quantiles of beliefs say what is not known"
                        + " of the true effect; the ± say only how many draws and trials were simulated.</p>\n");
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
