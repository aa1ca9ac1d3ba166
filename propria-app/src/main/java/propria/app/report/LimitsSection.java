package propria.app.report;

import java.util.List;
import propria.app.report.data.Run;
import propria.app.report.finding.Doubts;
import propria.app.text.Escape;

/// What this must not be used for, and every doubt that the first box had no room for.
final class LimitsSection {

    private LimitsSection() {
    }

    static void write(Html page, Run run) {
        page.section("limits", "What this must not be used for").raw("<ul>"
                + "<li>Treating a patient, choosing a dose for one, or any decision that a regulator relies on.</li>"
                + "<li>Taking the place of an experiment. It can say which experiment would tell most.</li>"
                + "<li>Claims about patients: a model of an animal's colitis is not one of a person's disease.</li>"
                + "<li>Doses, routes, times and products far from those that the cited experiments tested.</li>"
                + "</ul>\n");
        List<Doubts.Doubt> rest = Doubts.of(run).stream().skip(3).toList();
        if (!rest.isEmpty()) {
            page.raw("<h3>Further doubts</h3><ul>");
            rest.forEach(d -> page.raw("<li>" + Escape.html(d.sentence()) + "</li>"));
            page.raw("</ul>\n");
        }
        page.endSection();
    }
}
