package propria.app.report;

import java.util.List;
import propria.app.report.data.Manifest;
import propria.app.report.data.Run;
import propria.app.text.Escape;
import propria.app.text.Figures;

/// With what the run was computed, so that it can be computed again.
final class ManifestSection {

    private ManifestSection() {
    }

    static void write(Html page, Run run) {
        Manifest m = run.manifest();
        page.section("manifest", "How to get these numbers again");
        String method = m.methodUsed().isBlank()
                ? ""
                : " Step method: " + m.methodUsed()
                        + (m.methodUsed().equals(m.methodRequested()) || m.methodRequested().isBlank()
                                ? ""
                                : " (requested: " + m.methodRequested() + ")")
                        + ".";
        String time = Double.isFinite(m.seconds()) ? " It took " + Figures.duration(m.seconds()) + "." : "";
        page.paragraph(
                "The same study, version and seed give the same summary.csv to the last digit, with any number of"
                        + " threads." + method + time);
        page.raw("<pre>propria run ").raw(Escape.html(m.study().id())).raw(" --draws " + m.draws().requested()
                + " --seed " + m.seed() + "</pre>\n");
        String sum = m.everything().stream().filter(e -> e.path().equals("summary_sha256")).map(Manifest.Entry::text)
                .findFirst().orElse("");
        if (!sum.isEmpty()) {
            page.raw("<p class=\"hash\">SHA-256 of summary.csv: <code>").raw(Escape.html(sum))
                    .raw("</code></p>\n");
        }
        List<List<Html.Cell>> rows = m.everything().stream()
                .map(e -> List.of(Html.Cell.text(e.path()), Html.Cell.text(e.text()))).toList();
        page.details("The whole manifest", new Html().table(List.of("entry", "value"), rows).toString()).endSection();
    }
}
