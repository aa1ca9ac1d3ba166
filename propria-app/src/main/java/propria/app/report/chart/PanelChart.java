package propria.app.report.chart;

import propria.app.report.data.Rows.Band;
import propria.app.report.data.Rows.Measurement;
import propria.app.report.svg.Labels;
import propria.app.report.svg.Scale;
import propria.app.report.svg.Svg;
import propria.app.text.Figures;

/// A picture an arm, on equal axes: both bands, the median and the published values of that arm, with the medians of
/// the others behind it in grey.
public final class PanelChart {

    private static final double WIDTH = 960;
    private static final double HEIGHT = 190;
    private static final int COLUMNS = 3;

    private PanelChart() {
    }

    /// The panels, described by `description`.
    public static String of(Course course, ArmStyles styles, String description) {
        Svg svg = new Svg();
        double column = WIDTH / COLUMNS;
        int n = course.arms().size();
        for (int i = 0; i < n; i++) {
            double left = (i % COLUMNS) * column + 44;
            double top = Math.floorDiv(i, COLUMNS) * HEIGHT;
            Scale x = course.days(left, left + column - 58);
            Scale y = course.values(top + HEIGHT - 30, top + 26);
            panel(course, course.arms().get(i), styles, new CourseLayers(svg, x, y));
        }
        return svg.picture(WIDTH, Math.ceil((double) n / COLUMNS) * HEIGHT, description);
    }

    private static void panel(Course course, Course.ArmCourse arm, ArmStyles styles, CourseLayers layers) {
        Svg svg = layers.svg();
        ArmStyles.Style style = styles.of(arm.arm().id());
        layers.phases(course.run().manifest().phases(), layers.top() - 4, false);
        layers.axes(6, 4);
        for (Course.ArmCourse other : course.arms()) {
            if (other != arm) {
                svg.path(layers.x().within(other.days()), layers.y().within(other.column(Band::q50)), "behind");
            }
        }
        layers.wideBand(arm, style);
        layers.narrowBand(arm, style, false);
        layers.median(arm, style, true);
        for (Measurement m : course.drawn()) {
            if (m.arm().equals(arm.arm().id())) {
                layers.published(m, style, 0, "day " + Figures.of(m.day()) + ": " + ErrorBars.value(m) + ", "
                        + ErrorBars.label(m));
            }
        }
        String name = Labels.wrap(course.run().manifest().armName(arm.arm().id()), 38, 1).getFirst();
        svg.marker(style.marker(), layers.left() + 5, layers.top() - 14, 4.5, style.mark());
        svg.text(layers.left() + 15, layers.top() - 10, "start", style.css() + " name", name);
    }
}
