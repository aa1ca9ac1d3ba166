package propria.app.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import propria.app.report.chart.InfluenceChart;
import propria.app.report.data.Rows.Influence;
import propria.app.report.data.Rows.ParameterRow;
import propria.app.report.data.Run;
import propria.app.report.finding.Answer;
import propria.app.report.finding.Influences;
import propria.app.report.finding.Names;
import propria.app.text.Figures;

/// What moves the answer.
final class InfluenceSection {

    private static final int SHOWN = 15;

    private InfluenceSection() {
    }

    static void write(Html page, Run run) {
        if (run.influences().isEmpty()) {
            return;
        }
        Map<String, String> marks = run.parameters().stream()
                .collect(Collectors.toMap(ParameterRow::id, ParameterRow::mark, (a, _) -> a));
        page.section("influence", "What moves the answer").paragraph(
                "How closely each uncertain parameter and the effect move together over the draws. A parameter without a"
                        + " source near the top is the measurement to make next."
                        + (run.manifest().calibrated()
                                ? " The calibration learned its parameters together, so one that does nothing in this"
                                        + " study may move with one that does."
                                : ""));
        String main = Influences.mainEndpoint(run);
        figure(page, run, main, marks);
        for (String endpoint : Influences.endpoints(run)) {
            if (!endpoint.equals(main)) {
                Html inner = new Html();
                figure(inner, run, endpoint, marks);
                page.details("The same for " + Names.endpoint(run, endpoint), inner.toString());
            }
        }
        page.endSection();
    }

    private static void figure(Html page, Run run, String endpoint, Map<String, String> marks) {
        List<Influence> rows = Influences.of(run, endpoint);
        List<Influence> shown = rows.stream().limit(SHOWN).toList();
        Influence first = shown.getFirst();
        String title = Answer.capital(first.name().isBlank() ? first.parameter() : first.name())
                + " moves with the effect on "
                + Answer.decapital(Names.endpoint(run, endpoint)) + " most closely (rank correlation "
                + Figures.significant(first.correlation(), 2) + ").";
        String caption = "<span class=\"key\">● sourced</span> <span class=\"key\">○ assumed</span> "
                + "<span class=\"key\">▲ flagged source</span> <span class=\"key\">line: 90 % interval</span>";
        page.figure(title, InfluenceChart.of(shown, marks, title), caption, "");
        List<List<Html.Cell>> cells = rows.stream().map(row -> List.of(
                Html.Cell.text(row.name().isBlank() ? row.parameter() : row.name()), Html.Cell.text(row.parameter()),
                Html.Cell.number(Figures.significant(row.correlation(), 2)),
                Html.Cell.number(Figures.significant(row.low(), 2) + " to " + Figures.significant(row.high(), 2)),
                Html.Cell.text(marks.getOrDefault(row.parameter(), "")))).toList();
        page.details("The numbers behind: influence on " + Names.endpoint(run, endpoint), new Html().table(
                List.of("parameter", "id", "rank correlation", "90 % interval", "rests on"), cells).toString());
    }
}
