package propria.app.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.app.report.chart.ArmStyles;
import propria.app.report.chart.EffectChart;
import propria.app.report.data.Rows.Endpoint;
import propria.app.report.data.Run;
import propria.app.report.finding.Answer;
import propria.app.report.finding.Names;
import propria.app.report.finding.PublishedEffect;
import propria.app.text.Figures;

/// The endpoints: differences between arms, and each arm's own estimate in the table behind.
final class EffectsSection {

    private EffectsSection() {
    }

    static void write(Html page, Run run, ArmStyles styles) {
        if (run.endpoints().isEmpty()) {
            return;
        }
        page.section("effects", "Endpoints").paragraph("Arms are compared draw by draw on the same virtual animals,"
                + " so that what they share does not widen the interval.");
        Map<String, List<Endpoint>> byEndpoint = new LinkedHashMap<>();
        run.comparisons().forEach(row -> byEndpoint.computeIfAbsent(row.id(), _ -> new ArrayList<>()).add(row));
        byEndpoint.forEach((id, rows) -> {
            String title = title(run, id, rows);
            page.figure(title, EffectChart.of(run, rows, styles, title), "", "");
        });
        page.details("The numbers behind: endpoints", table(run)).endSection();
    }

    private static String title(Run run, String id, List<Endpoint> rows) {
        if (rows.size() == 1) {
            return Answer.capital(Answer.effect(run, rows.getFirst())) + ".";
        }
        long decided = rows.stream().filter(Endpoint::decided).count();
        return Names.endpoint(run, id) + ": " + decided + " of " + rows.size()
                + " comparisons show a difference whose interval leaves out zero.";
    }

    private static String table(Run run) {
        List<List<Html.Cell>> cells = run.endpoints().stream().map(row -> row(run, row)).toList();
        return new Html().table(List.of("endpoint", "arm", "estimate (interval)", "comparator", "difference (interval)",
                "published difference", "level"), cells).toString();
    }

    private static List<Html.Cell> row(Run run, Endpoint row) {
        double half = (row.upper() - row.lower()) / 2;
        double effectHalf = (row.effectUpper() - row.effectLower()) / 2;
        Optional<PublishedEffect> published = row.effect().isPresent()
                ? PublishedEffect.of(run, row)
                : Optional.empty();
        return List.of(Html.Cell.text(Names.endpoint(run, row.id())),
                Html.Cell.text(run.manifest().armName(row.arm())),
                Html.Cell.text(Figures.within(row.estimate(), half) + " (" + Figures.range(row.lower(), row.upper())
                        + ")" + Names.unit(Names.unitOf(run, row.id()))),
                Html.Cell.text(row.comparator().isBlank() ? "" : run.manifest().armName(row.comparator())),
                Html.Cell.text(row.effect().isPresent()
                        ? Figures.within(row.effect().getAsDouble(), effectHalf) + " ("
                                + Figures.range(row.effectLower(), row.effectUpper()) + ")"
                        : ""),
                Html.Cell.text(published.map(p -> Figures.of(p.effect()) + " (" + p.source() + ")").orElse("")),
                Html.Cell.text(Figures.percent(row.level())));
    }
}
