package propria.app.report.chart;

import java.util.List;
import propria.app.report.data.Rows.Measurement;
import propria.app.report.data.Run;
import propria.app.report.finding.PublishedEffect;
import propria.app.report.svg.Labels;
import propria.app.report.svg.Svg;
import propria.app.text.Figures;

/// Published values against the model, a line each. Units differ from line to line, so each value is placed within its
/// own predicted band: the shaded stretch is that 90 % band, the line in its middle the predicted median. A filled
/// square lies inside, an open one outside; one beyond the picture is an arrow at its edge. The line through a value is
/// the 90 % interval of the published mean, where spread and number allow one.
public final class AgreementChart {

    private static final double WIDTH = 960;
    private static final double LEFT = 372;
    private static final double RIGHT = 690;
    private static final double ROW = 24;
    private static final double TOP = 28;
    private static final double REACH = 3;

    private AgreementChart() {
    }

    /// The picture of these rows, described by `description`.
    public static String of(Run run, List<Measurement> rows, String description) {
        Svg svg = new Svg();
        double bottom = TOP + rows.size() * ROW;
        svg.box(at(-1), TOP, at(1) - at(-1), bottom - TOP, "modelband");
        svg.line(at(0), TOP - 4, at(0), bottom + 4, "zero");
        svg.text(at(0), 16, "middle", "small", "90\u00a0% band");
        svg.text(at(-1) - 6, 16, "end", "small", "← published lower");
        svg.text(at(1) + 6, 16, "start", "small", "published higher →");
        for (int i = 0; i < rows.size(); i++) {
            row(svg, run, rows.get(i), TOP + (i + 0.5) * ROW);
        }
        return svg.picture(WIDTH, bottom + 8, description);
    }

    /// Where a value lies in its predicted band: 0 at the median, -1 and 1 at the ends.
    static double position(Measurement m, double value) {
        double side = value < m.predictedMedian()
                ? m.predictedMedian() - m.predictedLow()
                : m.predictedHigh() - m.predictedMedian();
        return side > 0 ? (value - m.predictedMedian()) / side : Math.signum(value - m.predictedMedian()) * REACH * 2;
    }

    private static double at(double position) {
        return (LEFT + RIGHT) / 2 + Math.clamp(position, -REACH, REACH) * (RIGHT - LEFT) / 2 / REACH;
    }

    private static void row(Svg svg, Run run, Measurement m, double y) {
        String observable = run.manifest().observable(m.observable()).map(o -> o.name()).orElse(m.observable());
        String when = ", day " + Figures.of(m.day());
        String name = Labels.wrap(observable + ", " + run.manifest().armName(m.arm()), 47 - when.length(), 1)
                .getFirst();
        svg.text(4, y + 4, "start", "rowname", name + when);
        svg.line(LEFT, y + ROW / 2, RIGHT, y + ROW / 2, "grid");
        double position = position(m, m.value());
        double half = 1.6449 * PublishedEffect.standardError(m).orElse(0);
        if (half > 0) {
            svg.line(at(position(m, m.value() - half)), y, at(position(m, m.value() + half)), y, "pubinterval");
        }
        double width = (m.predictedHigh() - m.predictedLow()) / 2;
        boolean inside = m.inside().equals("yes");
        if (Math.abs(position) > REACH) {
            double tip = at(position);
            double back = position > 0 ? -10 : 10;
            svg.shape("M" + tip + " " + y + "l" + back + " -6v12Z", "outmark");
        } else {
            svg.box(at(position) - 4.5, y - 4.5, 9, 9, inside ? "inmark" : "outmark");
        }
        svg.text(RIGHT + 14, y + 4, "start", "small", (inside ? "inside" : "OUTSIDE") + ": "
                + Figures.within(m.value(), width) + " in " + Figures.range(m.predictedLow(), m.predictedHigh()));
    }
}
