package propria.app.report;

import propria.app.report.data.Manifest;
import propria.app.report.data.Rows.Measurement;
import propria.app.report.data.Run;
import propria.app.text.Escape;
import propria.app.text.Figures;

/// What the answer counts on, in numbers.
final class CountsSection {

    private CountsSection() {
    }

    static void write(Html page, Run run) {
        Manifest m = run.manifest();
        long compared = run.measurements().stream().filter(Measurement::isCompared).count();
        long inside = run.measurements().stream().filter(it -> it.inside().equals("yes")).count();
        page.section("counts", "What it counts on").raw("<ul class=\"tiles\">");
        tile(page, m.evidence().sourced(), "✓", "parameters sourced", "");
        tile(page, m.evidence().assumed(), "○", "parameters assumed", "no source is cited");
        tile(page, m.evidence().flagged(), "▲", "parameters flagged", "their source is in question");
        tile(page, m.subjects().simulated(), "", "virtual subjects simulated",
                m.subjects().failed() == 0 ? "none failed" : Figures.grouped(m.subjects().failed()) + " failed");
        tile(page, m.draws().used(), "", "draws of the parameters", m.draws().redrawn() == 0
                ? "none drawn again"
                : Figures.grouped(m.draws().redrawn()) + " drawn again");
        if (compared > 0) {
            page.raw("<li><b>" + inside + " of " + compared + "</b><span>published values inside the band</span>"
                    + "<small>a perfect model: about 90 %</small></li>");
        } else {
            page.raw("<li><b>0</b><span>published values compared</span></li>");
        }
        page.raw("</ul>\n");
        if (!m.study().notes().isBlank()) {
            page.raw("<h3 class=\"later\">What the study assumes</h3>").paragraph(m.study().notes().strip());
        }
        page.endSection();
    }

    private static void tile(Html page, long count, String sign, String what, String note) {
        page.raw(
                "<li><b>" + (sign.isEmpty() ? "" : "<i aria-hidden=\"true\">" + sign + "</i> ") + Figures.grouped(count)
                        + "</b><span>" + Escape.html(what) + "</span>"
                        + (note.isEmpty() ? "" : "<small>" + Escape.html(note) + "</small>") + "</li>");
    }
}
