package propria.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import propria.app.report.chart.ArmStyles;
import propria.app.report.chart.Course;
import propria.app.report.chart.ErrorBars;
import propria.app.report.chart.PanelChart;
import propria.app.report.chart.TimeCourseChart;
import propria.app.report.data.Manifest.Observable;
import propria.app.report.data.Rows.Band;
import propria.app.report.data.Rows.Endpoint;
import propria.app.report.data.Rows.Measurement;
import propria.app.report.data.Run;
import propria.app.report.finding.Answer;
import propria.app.report.finding.Names;
import propria.app.text.Escape;
import propria.app.text.Figures;

/// A picture an observable: all arms over time, under a title that says what is to be seen.
final class CoursesSection {

    /// Rows of the table behind a picture; the whole is in `summary.csv`.
    private static final int TABLE_ROWS = 120;

    private CoursesSection() {
    }

    static void write(Html page, Run run, ArmStyles styles) {
        page.section("courses", "Over time");
        if (run.manifest().arms().size() > 1) {
            page.paragraph("Bands of two arms may overlap although the arms differ: all arms share the same draws and"
                    + " animals. What the arms differ by is under Endpoints.");
        }
        for (Observable observable : run.manifest().observables()) {
            Course course = Course.of(run, observable);
            if (course.arms().isEmpty()) {
                page.paragraph(observable.name() + " was not recorded in this run.");
                continue;
            }
            write(page, run, course, styles);
        }
        page.endSection();
    }

    private static void write(Html page, Run run, Course course, ArmStyles styles) {
        String title = title(run, course.observable());
        String description = title + " " + Answer.course(run, course.observable());
        page.figure(title, TimeCourseChart.of(course, styles, description), legend(course), "");
        if (TimeCourseChart.isCrowded(course)) {
            page.figure("The same, arm by arm, with the spread between animals",
                    PanelChart.of(course, styles, description), "", "");
        }
        page.details("The numbers behind: " + course.observable().name(), table(run, course) + published(run, course));
    }

    private static String title(Run run, Observable observable) {
        Optional<Endpoint> own = run.comparisons().stream()
                .filter(row -> run.observableOf(row.id()).filter(o -> o.id().equals(observable.id())).isPresent())
                .findFirst();
        return own.map(row -> Answer.capital(Answer.effect(run, row)) + ".").orElse(Answer.course(run, observable));
    }

    private static String legend(Course course) {
        boolean crowded = TimeCourseChart.isCrowded(course);
        StringBuilder legend = new StringBuilder("<span class=\"key\"><svg viewBox=\"0 0 26 14\" aria-hidden=\"true\">"
                + "<path class=\"keyline\" d=\"M1 7H25\"/></svg>median subject</span> ");
        legend.append("<span class=\"key\"><svg viewBox=\"0 0 26 14\" aria-hidden=\"true\">"
                + "<rect class=\"keynarrow\" x=\"1\" y=\"1\" width=\"24\" height=\"12\"/></svg>"
                + "90 %: uncertainty of the parameters, for the mean of the arm</span> ");
        legend.append("<span class=\"key\"><svg viewBox=\"0 0 26 14\" aria-hidden=\"true\">"
                + "<rect class=\"keywide\" x=\"1\" y=\"1\" width=\"24\" height=\"12\"/></svg>"
                + "90 %: the same and differences between animals" + (crowded ? " (panels only)" : "") + "</span> ");
        if (!course.drawn().isEmpty()) {
            legend.append("<span class=\"key\"><svg viewBox=\"0 0 26 14\" aria-hidden=\"true\">"
                    + "<path class=\"keybar\" d=\"M13 0V14M10 .5h6M10 13.5h6\"/>"
                    + "<rect class=\"keypoint\" x=\"9.5\" y=\"3.5\" width=\"7\" height=\"7\"/></svg>published: ")
                    .append(Escape.html(labels(course))).append("</span>");
        }
        if (!course.elsewhere().isEmpty()) {
            legend.append("<span class=\"key\">Not drawn, other unit: ")
                    .append(Figures.count(course.elsewhere().size(), "published value"))
                    .append(", in the table</span>");
        }
        return legend.toString();
    }

    private static String labels(Course course) {
        List<String> labels = course.drawn().stream().map(ErrorBars::label).distinct().toList();
        String sources = course.drawn().stream().map(Measurement::source).distinct().limit(3)
                .collect(Collectors.joining(", "));
        return (labels.size() == 1 ? labels.getFirst() : byArm(course)) + " (" + sources + ")";
    }

    private static String byArm(Course course) {
        List<String> parts = new ArrayList<>();
        for (Course.ArmCourse arm : course.arms()) {
            List<String> labels = course.drawn().stream().filter(m -> m.arm().equals(arm.arm().id()))
                    .map(ErrorBars::label).distinct().toList();
            if (!labels.isEmpty()) {
                String said = labels.size() == 1
                        ? labels.getFirst()
                        : "n and bar differ from day to day, see the table";
                parts.add(Names.arm(course.run(), arm.arm().id()) + " " + said);
            }
        }
        return String.join("; ", parts);
    }

    private static String table(Run run, Course course) {
        List<Band> rows = course.arms().stream().flatMap(arm -> arm.animals().stream()).toList();
        int step = Math.ceilDiv(rows.size(), TABLE_ROWS);
        List<List<Html.Cell>> cells = new ArrayList<>();
        for (Course.ArmCourse arm : course.arms()) {
            int n = arm.animals().size();
            for (int i = 0; i < n; i++) {
                if ((n - 1 - i) % step == 0) {
                    cells.add(row(run, arm.animals().get(i)));
                }
            }
        }
        Html html = new Html();
        if (step > 1) {
            html.paragraph("Every " + step + "th recorded time; all of them are in summary.csv.");
        }
        return html
                .table(List.of("arm", "day", "subjects × draws", "mean", "SD", "5 %", "25 %", "median", "75 %", "95 %"),
                        cells)
                .toString();
    }

    private static List<Html.Cell> row(Run run, Band b) {
        double half = (b.q95() - b.q05()) / 2;
        List<Html.Cell> cells = new ArrayList<>();
        cells.add(Html.Cell.text(run.manifest().armName(b.arm())));
        cells.add(Html.Cell.number(Figures.of(b.day())));
        cells.add(Html.Cell.number(Figures.grouped(b.n())));
        for (double value : new double[]{b.mean(), b.sd(), b.q05(), b.q25(), b.q50(), b.q75(), b.q95()}) {
            cells.add(Html.Cell.number(Figures.within(value, half)));
        }
        return cells;
    }

    private static String published(Run run, Course course) {
        List<Measurement> all = new ArrayList<>(course.drawn());
        all.addAll(course.elsewhere());
        all.addAll(course.directions());
        if (all.isEmpty()) {
            return new Html().paragraph("No published value of this was given to the study.").toString();
        }
        List<List<Html.Cell>> cells = all.stream().map(m -> List.of(
                Html.Cell.text(run.manifest().armName(m.arm())), Html.Cell.number(Figures.of(m.day())),
                Html.Cell.number(m.isDirection()
                        ? TimeCourseChart.word(m.value()).strip() + " " + run.manifest().armName(m.comparator())
                        : ErrorBars.value(m)),
                Html.Cell.text(m.isDirection() ? "" : Names.unit(m.unit()).strip()), Html.Cell.text(m.n()),
                Html.Cell.text(m.source()), Html.Cell.text(m.place()))).toList();
        return new Html().raw("<h4>Published values</h4>")
                .table(List.of("arm", "day", "value ± spread (kind)", "unit", "n", "source", "place"), cells)
                .toString();
    }
}
