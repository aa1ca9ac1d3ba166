package propria.app.report;

import java.util.List;
import propria.app.report.chart.AgreementChart;
import propria.app.report.chart.ErrorBars;
import propria.app.report.chart.TimeCourseChart;
import propria.app.report.data.Rows.Measurement;
import propria.app.report.data.Run;
import propria.app.report.finding.Names;
import propria.app.text.Escape;
import propria.app.text.Figures;

/// Published values against the model's.
final class PublishedSection {

    private PublishedSection() {
    }

    static void write(Html page, Run run) {
        page.section("published", "Published against predicted");
        if (run.measurements().isEmpty()) {
            page.paragraph("This study came with no published values. Nothing here shows that the model predicts.")
                    .endSection();
            return;
        }
        List<Measurement> values = run.measurements().stream().filter(m -> !m.isDirection() && m.isCompared()).toList();
        if (!values.isEmpty()) {
            page.figure(title(run), AgreementChart.of(run, values, title(run)),
                    "The band is that of the mean of as many animals as the laboratory had, with assay noise. The line through"
                            + " a value is the 90 % interval of the published mean, where spread and n are known. A triangle"
                            + " is a value beyond the picture; lines end at its edge.",
                    "");
        } else {
            page.paragraph(title(run));
        }
        page.details("The numbers behind: published against predicted", table(run)).endSection();
    }

    private static String title(Run run) {
        List<Measurement> compared = run.measurements().stream().filter(Measurement::isCompared).toList();
        long inside = compared.stream().filter(m -> m.inside().equals("yes")).count();
        List<Measurement> directions = compared.stream().filter(Measurement::isDirection).toList();
        long right = directions.stream().filter(m -> m.inside().equals("yes")).count();
        long values = compared.size() - directions.size();
        StringBuilder title = new StringBuilder();
        if (values > 0) {
            title.append(inside - right).append(" of ").append(Figures.count(values, "published value"))

                    .append(values == 1 ? " lies" : " lie").append(" inside the model's 90\u00a0% band");
        }
        if (!directions.isEmpty()) {
            title.append(values > 0 ? ", and " : "").append(right).append(" of ")
                    .append(Figures.count(directions.size(), "published direction"))
                    .append(directions.size() == 1 ? " is predicted" : " are predicted");
        }
        return title.isEmpty() ? "No published value could be compared." : title + ".";
    }

    private static String table(Run run) {
        List<List<Html.Cell>> rows = run.measurements().stream().map(m -> List.of(
                Html.Cell.text(run.manifest().observable(m.observable()).map(o -> o.name()).orElse(m.observable())),
                Html.Cell.text(run.manifest().armName(m.arm())), Html.Cell.number(Figures.of(m.day())),
                Html.Cell.number(m.isDirection()
                        ? TimeCourseChart.word(m.value()).strip() + " " + run.manifest().armName(m.comparator())
                        : ErrorBars.value(m) + Names.unit(m.unit())),
                Html.Cell.text(m.n()), Html.Cell.number(predicted(m)), verdict(m),
                Html.Cell.text(m.source() + (m.place().isBlank() ? "" : ", " + m.place())))).toList();
        return new Html().table(List.of("observable", "arm", "day", "published", "n", "predicted median (90 %)",
                "verdict", "source"), rows).toString();
    }

    private static String predicted(Measurement m) {
        if (!Double.isFinite(m.predictedMedian())) {
            return "–";
        }
        double half = (m.predictedHigh() - m.predictedLow()) / 2;
        return Figures.within(m.predictedMedian(), half) + " (" + Figures.range(m.predictedLow(), m.predictedHigh())
                + ")";
    }

    private static Html.Cell verdict(Measurement m) {
        return switch (m.inside()) {
            case "yes" -> new Html.Cell("<span class=\"badge ok\">■ " + (m.isDirection() ? "agrees" : "inside")
                    + "</span>", "");
            case "no" -> new Html.Cell("<span class=\"badge concern\">□ " + (m.isDirection() ? "disagrees" : "outside")
                    + "</span>", "");
            default -> new Html.Cell("<span class=\"badge unknown\">– not compared</span>" + Escape.html(""), "");
        };
    }
}
