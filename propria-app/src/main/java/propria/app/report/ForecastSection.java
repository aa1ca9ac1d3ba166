package propria.app.report;

import java.util.List;
import java.util.Optional;
import propria.app.report.data.Rows.Endpoint;
import propria.app.report.data.Rows.Forecast;
import propria.app.report.data.Run;
import propria.app.report.finding.Names;
import propria.app.text.Figures;

/// What a laboratory that makes the study would find, as the calibration has it.
final class ForecastSection {

    private ForecastSection() {
    }

    static void write(Html page, Run run) {
        if (run.forecasts().isEmpty()) {
            return;
        }
        page.section("forecast", "What a laboratory would find")
                .paragraph("The endpoints above are the model's own, for"
                        + " the mean of its animals. Published studies found more than the model gives, and differ from one"
                        + " laboratory to the next. The calibration estimates both, and expects of one further study like this the"
                        + " differences below, in standard deviations between animals; the interval contains the difference between"
                        + " laboratories and the chance of "
                        + Figures.count(Math.toIntExact(run.manifest().subjects().perArm()),
                                "animal")
                        + " an arm.");
        List<List<Html.Cell>> cells = run.forecasts().stream().map(row -> cells(run, row)).toList();
        page.raw(new Html().table(List.of("endpoint", "arms", "difference [SD] (90 % interval)", "shows lower",
                "no difference", "shows higher"), cells).toString());
        if (run.manifest().fittedToThisStudy()) {
            page.paragraph(
                    "The published experiment that this study mirrors is among those that were calibrated on: that"
                            + " the two agree is a fit, not a test.");
        }
        page.endSection();
    }

    private static List<Html.Cell> cells(Run run, Forecast row) {
        Html.Cell endpoint = Html.Cell.text(Names.endpoint(run, row.endpoint()));
        Html.Cell arms = Html.Cell.text(pair(run, row));
        if (!row.reason().isEmpty()) {
            return List.of(endpoint, arms, Html.Cell.text("not known: " + row.reason()), Html.Cell.text(""),
                    Html.Cell.text(""), Html.Cell.text(""));
        }
        double half = (row.upper() - row.lower()) / 2;
        return List.of(endpoint, arms,
                Html.Cell.text(
                        Figures.within(row.median(), half) + " (" + Figures.range(row.lower(), row.upper()) + ")"),
                Html.Cell.text(Figures.percent(row.showsLower())), Html.Cell.text(Figures.percent(row.showsNone())),
                Html.Cell.text(Figures.percent(row.showsHigher())));
    }

    private static String pair(Run run, Forecast row) {
        Optional<Endpoint> same = run.comparisons().stream()
                .filter(e -> e.id().equals(row.endpoint()) && e.arm().equals(row.arm())).findFirst();
        return same.map(e -> Names.pair(run, e)).orElse(row.arm() + " against " + row.comparator());
    }
}
