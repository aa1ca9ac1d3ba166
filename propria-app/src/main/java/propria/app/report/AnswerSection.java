package propria.app.report;

import java.util.List;
import propria.app.report.data.Manifest;
import propria.app.report.data.Run;
import propria.app.report.data.RunMode;
import propria.app.report.finding.Answer;
import propria.app.report.finding.Doubts;
import propria.app.report.finding.FlaggedOut;
import propria.app.text.Escape;
import propria.app.text.Figures;

/// The first box: the question, the answer with its interval, the three main reasons it may be wrong, and who, when
/// and from which seed.
final class AnswerSection {

    private static final int SHOWN = 3;

    private AnswerSection() {
    }

    static void write(Html page, Run run) {
        Manifest manifest = run.manifest();
        Answer answer = Answer.of(run);
        page.raw("<header id=\"answer\">\n<p class=\"kicker\">In-silico study · " + Escape.html(manifest.study().id())
                + "</p>\n<h1>" + Escape.html(manifest.study().title()) + "</h1>\n");
        if (!manifest.study().question().isBlank()) {
            page.paragraph("question", manifest.study().question());
        }
        page.raw("<div class=\"answer\">").paragraph("headline", answer.sentence());
        if (!answer.contains().isEmpty()) {
            page.paragraph("contains", answer.contains());
        }
        further(page, answer.further());
        page.raw("</div>\n");
        stamps(page, run);
        doubts(page, Doubts.of(run));
        page.paragraph("origin", origin(manifest));
        page.raw("</header>\n");
    }

    /// What a reader of page one must know of the evidence: where the study overrides the usual policy, and the answer
    /// without the sources in doubt.
    private static void stamps(Html page, Run run) {
        for (Manifest.Warning warning : run.manifest().warnings()) {
            if (warning.code().equals("E421")) {
                page.paragraph("stamp", "▲ Override: " + warning.text());
            }
        }
        RunMode.read(run.folder()).ifPresent(mode -> page.paragraph("stamp", mode.sentence()));
        FlaggedOut.of(run).ifPresent(out -> page.paragraph("stamp", out.sentence()));
    }

    private static void further(Html page, List<String> sentences) {
        if (sentences.isEmpty()) {
            return;
        }
        page.raw("<ul>");
        sentences.stream().limit(4).forEach(s -> page.raw("<li>" + Escape.html(s) + "</li>"));
        page.raw("</ul>\n");
        if (sentences.size() > 4) {
            page.paragraph("small-print",
                    "and " + Figures.count(sentences.size() - 4, "further comparison") + " below.");
        }
    }

    private static void doubts(Html page, List<Doubts.Doubt> doubts) {
        if (doubts.isEmpty()) {
            return;
        }
        page.raw("<div class=\"doubts\"><h2>Why this may be wrong</h2>\n<ol>");
        doubts.stream().limit(SHOWN).forEach(d -> page.raw("<li>" + Escape.html(d.sentence()) + "</li>\n"));
        page.raw("</ol></div>\n");
    }

    private static String origin(Manifest m) {
        String when = m.created().replaceFirst("T(\\d\\d:\\d\\d).*", " at $1");
        String mirrors = m.study().mirrors().isBlank() ? "" : " It mirrors " + m.study().mirrors() + ".";
        return "Propria " + m.version() + " ran this on " + when + " with seed " + m.seed() + ", "
                + Figures.count(m.draws().used(), "draw") + " of the parameters and "
                + Figures.count(m.subjects().perArm(), "virtual subject") + " an arm." + mirrors
                + " Exploratory: the model is not qualified for decisions.";
    }
}
