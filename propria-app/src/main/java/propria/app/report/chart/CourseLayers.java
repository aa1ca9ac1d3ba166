package propria.app.report.chart;

import java.util.List;
import propria.app.report.data.Manifest.Insult;
import propria.app.report.data.Manifest.Phase;
import propria.app.report.data.Rows.Band;
import propria.app.report.data.Rows.Measurement;
import propria.app.report.finding.Names;
import propria.app.report.svg.Labels;
import propria.app.report.svg.Scale;
import propria.app.report.svg.Svg;
import propria.app.text.Figures;

/// The layers of a picture of courses, from back to front; one frame may hold several arms or one.
record CourseLayers(Svg svg, Scale x, Scale y) {

    double left() {
        return x.from();
    }

    double right() {
        return x.to();
    }

    double top() {
        return y.to();
    }

    double bottom() {
        return y.from();
    }

    /// Shades the phases with an insult, from `roof` down, and names every phase that has room for its name.
    void phases(List<Phase> phases, double roof, boolean named) {
        for (Phase phase : phases) {
            double from = x.within(phase.from());
            double to = x.within(phase.to());
            if (to - from < 1) {
                continue;
            }
            if (!phase.insults().isEmpty()) {
                svg.box(from, roof, to - from, bottom() - roof, "insult");
            }
            svg.line(from, roof, from, bottom(), "phase");
            String title = title(phase);
            String shown = Labels.width(title, 12) < to - from - 8 ? title : phase.name();
            if (named && Labels.width(shown, 12) < to - from - 6) {
                svg.text(from + 5, roof + 13, "start", "small", shown);
            }
        }
    }

    /// `induction: DSS 3 %`.
    static String title(Phase phase) {
        StringBuilder title = new StringBuilder(phase.name());
        String join = ": ";
        for (Insult insult : phase.insults()) {
            title.append(join).append(insult.name()).append(' ').append(Figures.of(insult.value()))
                    .append(Names.unit(insult.unit()));
            join = ", ";
        }
        return title.toString();
    }

    /// Axes with about `xs` and `ys` ticks.
    void axes(int xs, int ys) {
        for (double tick : y.ticks(ys)) {
            svg.line(left(), y.at(tick), right(), y.at(tick), "grid");
            svg.text(left() - 7, y.at(tick) + 4, "end", "tick", Figures.of(tick));
        }
        for (double tick : x.dayTicks(xs)) {
            svg.line(x.at(tick), bottom(), x.at(tick), bottom() + 5, "axis");
            svg.text(x.at(tick), bottom() + 18, "middle", "tick", Figures.of(tick));
        }
        svg.line(left(), bottom(), right(), bottom(), "axis");
    }

    /// The spread over animals and draws: 90 % of them.
    void wideBand(Course.ArmCourse arm, ArmStyles.Style style) {
        svg.area(x.within(arm.days()), y.within(arm.column(Band::q05)), y.within(arm.column(Band::q95)),
                style.css() + " wide");
    }

    /// The spread of the arm's mean over draws: 90 % of them; faint where many arms share the frame.
    void narrowBand(Course.ArmCourse arm, ArmStyles.Style style, boolean faint) {
        if (arm.means().size() > 1) {
            double[] days = arm.means().stream().mapToDouble(Band::day).toArray();
            double[] low = arm.means().stream().mapToDouble(Band::q05).toArray();
            double[] high = arm.means().stream().mapToDouble(Band::q95).toArray();
            svg.area(x.within(days), y.within(low), y.within(high),
                    style.css() + (faint ? " narrow faint" : " narrow"));
        }
    }

    /// The median, with a marker now and then so that the line can be told in grey.
    void median(Course.ArmCourse arm, ArmStyles.Style style, boolean markers) {
        double[] days = x.within(arm.days());
        double[] values = y.within(arm.column(Band::q50));
        svg.path(days, values, style.css() + " ln");
        if (markers) {
            svg.marker(style.marker(), days[days.length - 1], values[values.length - 1], 4.5, style.mark());
        }
    }

    /// A published value and its bar; a bar of unknown kind is dotted.
    void published(Measurement m, ArmStyles.Style style, double shift, String title) {
        double at = x.within(m.day()) + shift;
        double half = ErrorBars.half(m);
        svg.open("published", title);
        if (half > 0) {
            String bar = style.css() + (m.spreadKind().equals("unknown") || m.spreadKind().isBlank()
                    ? " bar dotted"
                    : " bar");
            double low = y.within(m.value() - half);
            double high = y.within(m.value() + half);
            svg.line(at, low, at, high, bar).line(at - 4, low, at + 4, low, style.css() + " bar")
                    .line(at - 4, high, at + 4, high, style.css() + " bar");
        }
        svg.marker(style.marker(), at, y.within(m.value()), 5.5, style.mark() + " pub").close();
    }
}
