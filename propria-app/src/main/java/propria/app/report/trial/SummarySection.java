package propria.app.report.trial;

import java.util.LinkedHashSet;
import propria.app.text.Escape;

/// One line a hypothesis: what there is to find, how often it is found, how far off estimates and intervals are.
final class SummarySection {

    private SummarySection() {
    }

    static void add(StringBuilder page, OperatingTable table) {
        page.append(
                "<h2>Operating characteristics of the whole trial</h2>\n<div class=\"wide\"><table><thead><tr><th>estimand,"
                        + " arm</th><th>true effect</th><th>power</th><th>assurance</th><th>bias</th><th>coverage</th><th>type I error,"
                        + " test by itself</th><th>type I error, over all hypotheses</th></tr></thead><tbody>");
        for (OperatingTable.Key key : new LinkedHashSet<>(table.keys())) {
            page.append("<tr><td>").append(Escape.html(key.estimand() + ", " + key.arm())).append("</td>");
            cell(page, table.said("prior", "design", key, "true_effect"));
            cell(page, table.said("typical", "design", key, "power"));
            cell(page, table.said("prior", "design", key, "assurance"));
            cell(page, table.said("prior", "design", key, "bias"));
            cell(page, table.said("prior", "design", key, "coverage"));
            cell(page, table.said("prior", "null", key, "type_1_error_unadjusted"));
            cell(page, table.said("prior", "null", key, "type_1_error"));
            page.append("</tr>\n");
        }
        page.append(
                "</tbody></table></div>\n<p>Power: every parameter of the model at its value. All else: over beliefs about"
                        + " parameters. Power and assurance hold alpha over all hypotheses.</p>\n");
    }

    private static void cell(StringBuilder page, String text) {
        page.append("<td>").append(Escape.html(text)).append("</td>");
    }
}
