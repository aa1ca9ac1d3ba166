package propria.app.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import propria.app.report.data.Manifest.Dose;
import propria.app.report.data.Rows.Measurement;
import propria.app.report.finding.Answer;
import propria.app.report.finding.Names;
import propria.app.report.svg.Labels;
import propria.app.report.svg.Scale;
import propria.app.report.svg.Svg;
import propria.app.text.Figures;

/// All arms of one observable over time on shared axes: phases and doses above, medians with bands, published values,
/// names where the lines end, and published directions as arrows below. With more than two arms the wide bands move
/// to [PanelChart], where each arm has room.
public final class TimeCourseChart {

    private static final double WIDTH = 960;
    private static final double LEFT = 64;
    private static final double RIGHT = 742;
    private static final double DOSE_ROW = 16;
    private static final double DIRECTION_ROW = 19;
    private static final double PLOT = 310;

    private final Course course;
    private final ArmStyles styles;
    private final Svg svg = new Svg();
    private final double roof;
    private final CourseLayers layers;

    private TimeCourseChart(Course course, ArmStyles styles) {
        this.course = course;
        this.styles = styles;
        long dosed = course.arms().stream().filter(arm -> !arm.arm().doses().isEmpty()).count();
        this.roof = 24 + dosed * DOSE_ROW;
        double top = roof + 22;
        Scale x = course.days(LEFT, RIGHT);
        this.layers = new CourseLayers(svg, x, course.values(top + PLOT, top + 6));
    }

    /// How many arms a picture holds before their wide bands hide one another.
    public static boolean isCrowded(Course course) {
        return course.arms().size() > 2;
    }

    /// The picture, described by `description`.
    public static String of(Course course, ArmStyles styles, String description) {
        return new TimeCourseChart(course, styles).draw(description);
    }

    private String draw(String description) {
        layers.phases(course.run().manifest().phases(), roof, true);
        layers.axes(12, 6);
        svg.text(LEFT - 52, 13, "start", "axisname", course.observable().name()
                + Names.bracketed(course.observable().unit()));
        if (!isCrowded(course)) {
            course.arms().forEach(arm -> layers.wideBand(arm, styles.of(arm.arm().id())));
        }
        course.arms().forEach(arm -> layers.narrowBand(arm, styles.of(arm.arm().id()), isCrowded(course)));
        course.arms().forEach(arm -> layers.median(arm, styles.of(arm.arm().id()), true));
        doses();
        published();
        endLabels();
        double bottom = directions(layers.bottom() + 38);
        return svg.picture(WIDTH, bottom, description);
    }

    private void doses() {
        double row = 24 + DOSE_ROW / 2;
        for (Course.ArmCourse arm : course.arms()) {
            List<Dose> doses = arm.arm().doses();
            if (doses.isEmpty()) {
                continue;
            }
            ArmStyles.Style style = styles.of(arm.arm().id());
            double last = 0;
            for (Dose dose : doses) {
                last = Math.max(last, layers.x().within(dose.day()));
                svg.open("dose", amount(dose, true) + " on day " + Figures.of(dose.day()));
                svg.marker(style.marker(), layers.x().within(dose.day()), row, 4, style.mark()).close();
            }
            doseLabel(doses, layers.x().within(doses.getFirst().day()), last, row + 4);
            row += DOSE_ROW;
        }
    }

    /// Names the doses right of the last mark, else left of the first, else without the product, which the arm names.
    private void doseLabel(List<Dose> doses, double first, double last, double y) {
        String whole = summary(doses, true);
        double width = Labels.width(whole, 11.5);
        if (last + 10 + width < WIDTH) {
            svg.text(last + 9, y, "start", "small", whole);
        } else if (first - 10 - width > 0) {
            svg.text(first - 9, y, "end", "small", whole);
        } else {
            svg.text(last + 9, y, "start", "small", summary(doses, false));
        }
    }

    private static String summary(List<Dose> doses, boolean named) {
        String first = amount(doses.getFirst(), named);
        boolean alike = doses.stream().allMatch(d -> amount(d, named).equals(first));
        return (doses.size() > 1 ? doses.size() + " × " : "") + (alike ? first : first + " …");
    }

    private static String amount(Dose dose, boolean named) {
        String product = dose.productName().isBlank() ? dose.product() : Answer.decapital(dose.productName());
        return Figures.of(dose.amount()) + Names.unit(dose.unit()) + (named ? " " + product : "") + ", "
                + dose.route();
    }

    private void published() {
        Map<Double, Integer> atOneTime = new TreeMap<>();
        Map<Double, Long> together = course.drawn().stream()
                .collect(Collectors.groupingBy(Measurement::day, Collectors.counting()));
        List<double[]> taken = new ArrayList<>();
        boolean each = course.drawn().stream().map(ErrorBars::label).distinct().count() > 1
                && course.drawn().size() <= 6;
        for (Measurement m : course.drawn()) {
            int before = atOneTime.merge(m.day(), 1, Integer::sum) - 1;
            double shift = 9.0 * (before - (together.getOrDefault(m.day(), 1L) - 1) / 2.0);
            String label = ErrorBars.label(m);
            layers.published(m, styles.of(m.arm()), shift, course.run().manifest().armName(m.arm()) + ", day "
                    + Figures.of(m.day()) + ": " + ErrorBars.value(m) + ", " + label + ", " + m.source());
            if (each) {
                pointLabel(layers.x().within(m.day()) + shift, layers.y().within(m.value()), label, taken);
            }
        }
    }

    /// Writes a label beside a point, on the first side where it covers no other label.
    private void pointLabel(double px, double py, String label, List<double[]> taken) {
        double width = Labels.width(label, 11);
        double[][] places = {{px + 9, py + 4}, {px - 9 - width, py + 4}, {px + 9, py - 12}, {px - 9 - width, py - 12},
                {px + 9, py + 20}, {px - 9 - width, py + 20}};
        for (double[] place : places) {
            boolean free = place[0] > LEFT && place[0] + width < RIGHT + 8
                    && taken.stream().noneMatch(t -> Math.abs(t[1] - place[1]) < 12 && t[0] < place[0] + width
                            && place[0] < t[0] + t[2]);
            if (free) {
                taken.add(new double[]{place[0], place[1], width});
                svg.text(place[0], place[1], "start", "small halo", label);
                return;
            }
        }
    }

    private void endLabels() {
        int n = course.arms().size();
        double[] wanted = new double[n];
        double[] heights = new double[n];
        List<List<String>> names = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Course.ArmCourse arm = course.arms().get(i);
            wanted[i] = layers.y().within(arm.animals().getLast().q50());
            names.add(Labels.wrap(course.run().manifest().armName(arm.arm().id()), 25, 3));
            heights[i] = 15.0 * names.get(i).size() + 3;
        }
        double[] placed = Labels.spread(wanted, heights, layers.top() - 14, layers.bottom() + 14);
        for (int i = 0; i < n; i++) {
            String css = styles.of(course.arms().get(i).arm().id()).css();
            double end = layers.x().within(course.arms().get(i).animals().getLast().day());
            svg.path(new double[]{end + 7, RIGHT + 14, RIGHT + 22, RIGHT + 26},
                    new double[]{wanted[i], wanted[i], placed[i], placed[i]}, css + " leader");
            double line = placed[i] - 7.5 * (names.get(i).size() - 1) + 4.5;
            for (String text : names.get(i)) {
                svg.text(RIGHT + 31, line, "start", css + " name", text);
                line += 15;
            }
        }
    }

    /// Draws a row an arm with the published directions and returns where the picture ends.
    private double directions(double start) {
        svg.text(RIGHT, layers.bottom() + 34, "end", "axisname", "day");
        if (course.directions().isEmpty()) {
            return start + 4;
        }
        double row = start + 14;
        svg.text(LEFT, row - 8, "start", "small", "Published directions (no number was given):");
        row += DIRECTION_ROW - 4;
        for (Course.ArmCourse arm : course.arms()) {
            List<Measurement> own = course.directions().stream().filter(m -> m.arm().equals(arm.arm().id())).toList();
            for (Measurement m : own) {
                direction(m, styles.of(m.arm()), row);
                row += DIRECTION_ROW;
            }
        }
        return row - 4;
    }

    private void direction(Measurement m, ArmStyles.Style style, double row) {
        double at = layers.x().within(m.day());
        svg.open("direction", m.source());
        if (m.value() == 0) {
            svg.line(at - 6, row - 7, at + 6, row - 7, style.css() + " arrow")
                    .line(at - 6, row - 2, at + 6, row - 2, style.css() + " arrow");
        } else {
            double tip = m.value() < 0 ? row + 3 : row - 12;
            double tail = m.value() < 0 ? row - 12 : row + 3;
            double back = m.value() < 0 ? -5 : 5;
            svg.line(at, tail, at, tip, style.css() + " arrow").path(new double[]{at - 4, at, at + 4},
                    new double[]{tip + back, tip, tip + back}, style.css() + " arrow");
        }
        String verdict = switch (m.inside()) {
            case "yes" -> ": the model agrees";
            case "no" -> ": the model disagrees";
            default -> "";
        };
        String text = course.run().manifest().armName(m.arm()) + word(m.value())
                + course.run().manifest().armName(m.comparator()) + ", day " + Figures.of(m.day()) + verdict;
        boolean fits = at + 12 + Labels.width(text, 12) < WIDTH;
        svg.text(fits ? at + 11 : at - 11, row, fits ? "start" : "end", "small", text).close();
    }

    /// ` lower than `.
    public static String word(double direction) {
        return direction < 0 ? " lower than " : direction > 0 ? " higher than " : " like ";
    }
}
