package propria.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import propria.app.report.data.Run;
import propria.app.report.finding.Answer;
import propria.app.report.finding.EstimateTrust;
import propria.app.report.finding.Names;
import propria.app.report.finding.SourceEffect;
import propria.app.text.Escape;
import propria.app.text.Figures;
import propria.formats.hash.Hash;
import propria.study.retraction.SourceInfluence;
import propria.study.retraction.SourceInfluence.Exact;
import propria.study.retraction.SourceInfluenceFile;
import propria.study.retraction.Verdict;
import propria.study.summary.Effect.Middle;

/// What the answer would be without each source, and switches to take out any of them together. The table stands by itself
/// where scripts do not run; the script is a part of the page, asks nobody, and computes what the table does.
final class SourcesSection {

    private static final int SHOWN = 12;
    private static final String NO_VERDICT = "<span class=\"badge\">○ no verdict</span>";

    private SourcesSection() {
    }

    static void write(Html page, Run run) {
        if (run.influenceOfSources().isEmpty() || run.influenceOfSources().get().endpoints().isEmpty()) {
            return;
        }
        SourceInfluence influence = run.influenceOfSources().get();
        List<SourceEffect> effects = SourceEffect.each(influence);
        page.section("sources-off", "Without a source").paragraph(
                "If a source falls, the numbers that rest on it fall back to the next claim, else to a wide prior around"
                        + " the same middle. The conclusion of a comparison is the side of zero on which its interval"
                        + " lies; it flips when it leaves that side. Estimated from the draws of this run, number by"
                        + " number; propria retract computes it exactly.");
        panel(page, run, influence);
        exact(page, run, influence.exact());
        table(page, run, influence, effects);
        page.raw("<script type=\"application/json\" id=\"source-influence\">"
                + SourceInfluenceFile.write(influence).strip().replace("</", "<\\/") + "</script>\n<script>"
                + script() + "</script>\n").endSection();
    }

    private static void panel(Html page, Run run, SourceInfluence influence) {
        page.raw(
                "<div class=\"switches\" id=\"switches\" hidden><p><button type=\"button\" id=\"all-on\">All sources in"
                        + "</button> <button type=\"button\" id=\"flagged-out\">Flagged sources out</button></p>\n"
                        + "<div aria-live=\"polite\" id=\"without\"><p id=\"switched\">All sources are in.</p>"
                        + "<div class=\"wide-table\"><table><thead><tr><th scope=\"col\">endpoint</th><th scope=\"col\">with all"
                        + " sources</th><th scope=\"col\">without those switched off</th><th scope=\"col\">conclusion</th></tr>"
                        + "</thead><tbody>");
        List<Middle> all = influence.without(java.util.Set.of());
        for (int e = 0; e < all.size(); e++) {
            page.raw("<tr><th scope=\"row\">" + Escape.html(name(run, influence, e)) + "</th><td>"
                    + Escape.html(text(all.get(e))) + "</td><td data-without=\"" + e + "\">"
                    + Escape.html(text(all.get(e))) + "</td><td data-verdict=\"" + e + "\">" + badge(Verdict.HOLDS)
                    + "</td></tr>\n");
        }
        page.raw("</tbody></table></div></div></div>\n");
    }

    private static void exact(Html page, Run run, List<Exact> exact) {
        SourceInfluence influence = run.influenceOfSources().orElseThrow();
        for (Exact answer : exact) {
            page.raw("<h3>Run again without " + Escape.html(String.join(", ", answer.off())) + " ("
                    + Escape.html(answer.why()) + ")</h3>");
            List<List<Html.Cell>> rows = new ArrayList<>();
            for (int e = 0; e < answer.middles().size(); e++) {
                rows.add(List.of(Html.Cell.text(name(run, influence, e)),
                        Html.Cell.text(text(influence.without(java.util.Set.of()).get(e))),
                        Html.Cell.text(text(answer.middles().get(e))),
                        new Html.Cell(badge(influence.verdict(e, answer.middles().get(e))), "")));
            }
            page.table(List.of("endpoint", "with", "without, exact", "conclusion"), rows);
        }
    }

    private static void table(Html page, Run run, SourceInfluence influence, List<SourceEffect> effects) {
        page.raw("<h3 class=\"later\">" + Escape.html(title(run, influence, effects)) + "</h3>\n");
        List<String> header = List.of("source", "integrity", "numbers that change", "published values lost",
                name(run, influence, 0) + ", without it", "conclusion");
        List<List<Html.Cell>> rows = effects.stream().map(SourcesSection::row).toList();
        page.table(header, rows.stream().limit(SHOWN).toList());
        if (rows.size() > SHOWN) {
            page.details("The other " + Figures.count(rows.size() - SHOWN, "source"),
                    new Html().table(header, rows.stream().skip(SHOWN).toList()).toString());
        }
    }

    private static String title(Run run, SourceInfluence influence, List<SourceEffect> effects) {
        List<SourceEffect> told = effects.stream().filter(e -> e.doubt().isEmpty()).toList();
        long flips = told.stream().filter(e -> e.verdict() == Verdict.FLIPS).count();
        if (told.size() < effects.size()) {
            return "The conclusion on " + Answer.decapital(name(run, influence, 0)) + " flips without " + flips + " of "
                    + Figures.count(told.size(), "source") + "; of " + (effects.size() - told.size())
                    + " the estimate tells no verdict.";
        }
        return flips == 0
                ? "The conclusion on " + Answer.decapital(name(run, influence, 0)) + " holds without any one source."
                : "The conclusion on " + Answer.decapital(name(run, influence, 0)) + " flips without " + flips + " of "
                        + Figures.count(effects.size(), "source") + ".";
    }

    private static List<Html.Cell> row(SourceEffect e) {
        String key = Escape.html(e.key());
        String changed = e.numbers() == 0
                ? "none"
                : e.numbers() + (e.orphans() > 0 ? ", " + e.orphans() + " without any other claim" : "");
        return List.of(new Html.Cell("<label class=\"switch\"><input type=\"checkbox\" checked data-source=\"" + key
                + "\" data-status=\"" + Escape.html(e.status()) + "\" hidden> " + key + "</label>", ""),
                new Html.Cell(EvidenceSection.badge(e.status()), ""), Html.Cell.text(changed),
                Html.Cell.number(Integer.toString(e.measurements())),
                Html.Cell.text(e.doubt().isPresent()
                        ? doubt(e.doubt().get())
                        : e.numbers() == 0 ? "as before" : text(e.main())),
                new Html.Cell(e.doubt().isPresent() ? NO_VERDICT : badge(e.verdict()), ""));
    }

    private static String doubt(EstimateTrust.Doubt doubt) {
        return switch (doubt) {
            case FEW_DRAWS -> "fewer than " + EstimateTrust.LEAST_DRAWS + " draws; propria retract is exact";
            case BEYOND -> "more than ten times any effect of this run; propria retract is exact";
        };
    }

    static String badge(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> "<span class=\"badge ok\">■ holds</span>";
            case FLIPS -> "<span class=\"badge concern\">◇ flips</span>";
        };
    }

    private static String name(Run run, SourceInfluence influence, int endpoint) {
        SourceInfluence.Endpoint e = influence.endpoints().get(endpoint);
        return Names.endpoint(run, e.id()) + (e.comparator().isPresent()
                ? ", " + Names.arm(run, e.arm()) + " against " + Names.arm(run, e.comparator().get())
                : ", " + Names.arm(run, e.arm()));
    }

    static String text(Middle middle) {
        double half = (middle.upper() - middle.lower()) / 2;
        return Figures.within(middle.value(), half) + " (" + Figures.range(middle.lower(), middle.upper()) + ")";
    }

    /// The policy that the page sets itself: nothing is loaded, and no script runs but the one that it holds.
    static String contentPolicy() {
        byte[] digest = Hash.bytes(script().getBytes(StandardCharsets.UTF_8));
        return "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"
                + Base64.getEncoder().encodeToString(digest) + "'; base-uri 'none'; form-action 'none'";
    }

    private static String script() {
        try (InputStream js = Objects
                .requireNonNull(SourcesSection.class.getResourceAsStream("sources-off.js"))) {
            return new String(js.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
