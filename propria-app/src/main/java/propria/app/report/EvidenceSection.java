package propria.app.report;

import java.util.Comparator;
import java.util.List;
import propria.app.report.data.Manifest;
import propria.app.report.data.Rows.ParameterRow;
import propria.app.report.data.Rows.SourceRow;
import propria.app.report.data.Run;
import propria.app.text.Escape;
import propria.app.text.Figures;

/// What the numbers rest on: sources with their integrity, flagged ones first, and every parameter.
final class EvidenceSection {

    private static final int SHOWN = 12;

    private EvidenceSection() {
    }

    static void write(Html page, Run run) {
        Manifest.Evidence evidence = run.manifest().evidence();
        page.section("evidence", "Evidence");
        List<SourceRow> sources = run.sources().stream().sorted(Comparator.comparing((SourceRow s) -> !s.isFlagged())
                .thenComparing(s -> -s.usedBy()).thenComparing(SourceRow::key)).toList();
        long flagged = sources.stream().filter(SourceRow::isFlagged).count();
        long unchecked = sources.stream().filter(s -> s.status().equals("not_checked")).count();
        page.paragraph(Figures.count(sources.size(), "source") + ", "
                + (unchecked == 0 ? "" : unchecked + " not checked for retractions, ") + (flagged == 0
                        ? "none flagged"
                        : Figures.grouped(flagged) + " flagged")
                + (evidence.asOf().isBlank()
                        ? ""
                        : "; integrity as of "
                                + evidence.asOf())
                + ". Flagged sources come first, then those used most.");
        if (!sources.isEmpty()) {
            page.table(header(), sources.stream().limit(SHOWN).map(EvidenceSection::row).toList());
            if (sources.size() > SHOWN) {
                page.details("The other " + Figures.count(sources.size() - SHOWN, "source"), new Html()
                        .table(header(), sources.stream().skip(SHOWN).map(EvidenceSection::row).toList()).toString());
            }
        }
        if (!run.parameters().isEmpty()) {
            page.details("All " + Figures.count(run.parameters().size(), "parameter")
                    + " with value, interval, unit and source", parameters(run.parameters()));
        }
        page.endSection();
    }

    private static List<String> header() {
        return List.of("source", "integrity", "on, by", "numbers", "published values", "citation");
    }

    private static List<Html.Cell> row(SourceRow s) {
        String on = String.join(", ", List.of(s.date(), s.authority()).stream().filter(t -> !t.isBlank()).toList());
        String notice = s.notice().isBlank() ? "" : "<br><small>" + Escape.html(s.notice()) + "</small>";
        String citation = s.citation().isBlank() ? s.title() : s.citation();
        String identifier = s.identifier().isBlank() ? "" : " <small>" + Escape.html(s.identifier()) + "</small>";
        return List.of(Html.Cell.text(s.key()), new Html.Cell(badge(s.status()), ""),
                new Html.Cell(Escape.html(on) + notice, ""), Html.Cell.number(Figures.grouped(s.usedBy())),
                Html.Cell.number(Figures.grouped(s.measurements())),
                new Html.Cell(Escape.html(citation) + identifier + details(s), ""));
    }

    /// What else a reader should know of a source: that it only points, what it stands behind, how it was done.
    private static String details(SourceRow s) {
        StringBuilder text = new StringBuilder();
        if (List.of("review", "meta_analysis", "secondary").contains(s.kind())) {
            text.append("<br><small>").append(Escape.html(s.kind().replace('_', ' ')))
                    .append(": points to numbers, grounds none</small>");
        }
        if (!s.behind().isBlank() && s.usedBy() + s.measurements() == 0) {
            text.append("<br><small>behind ").append(Escape.html(s.behind())).append("</small>");
        }
        if (!s.bias().isBlank()) {
            text.append("<br><small>").append(Escape.html(s.bias())).append("</small>");
        }
        if (!s.conflicts().isBlank()) {
            text.append("<br><small>conflict: ").append(Escape.html(s.conflicts())).append("</small>");
        }
        return text.toString();
    }

    /// A shape and a word, never colour alone.
    static String badge(String status) {
        return switch (status) {
            case "ok" -> "<span class=\"badge ok\">✓ ok</span>";
            case "corrected" -> "<span class=\"badge ok\">✎ corrected</span>";
            case "reinstated" -> "<span class=\"badge ok\">↺ reinstated</span>";
            case "preprint_superseded" -> "<span class=\"badge unknown\">⇢ preprint superseded</span>";
            case "replaced" -> "<span class=\"badge concern\">⇄ replaced</span>";
            case "expression_of_concern" -> "<span class=\"badge concern\">▲ concern</span>";
            case "retracted" -> "<span class=\"badge retracted\">⊗ retracted</span>";
            default -> "<span class=\"badge unknown\">? not checked</span>";
        };
    }

    private static String parameters(List<ParameterRow> rows) {
        return new Html().table(List.of("parameter", "name", "value", "90 % prior", "unit", "rests on", "where"),
                rows.stream().map(p -> List.of(Html.Cell.text(p.id()), Html.Cell.text(p.name()),
                        Html.Cell.number(Figures.significant(p.value(), 4)),
                        Html.Cell.number(p.low().isPresent() && p.high().isPresent()
                                ? Figures.of(p.low().getAsDouble()) + " to " + Figures.of(p.high().getAsDouble())
                                : "fixed"),
                        Html.Cell.text(p.unit()), new Html.Cell(standing(p), ""),
                        Html.Cell.text(p.file() + (p.line().isBlank() ? "" : ":" + p.line())))).toList())
                .toString();
    }

    private static String standing(ParameterRow p) {
        return switch (p.mark()) {
            case "sourced" -> "<span class=\"badge ok\">● sourced</span> " + Escape.html(p.sources());
            case "flagged" -> "<span class=\"badge concern\">▲ flagged</span> " + Escape.html(p.sources());
            default -> "<span class=\"badge unknown\">○ assumed</span>";
        };
    }
}
