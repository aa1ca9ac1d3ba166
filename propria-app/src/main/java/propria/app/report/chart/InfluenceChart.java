package propria.app.report.chart;

import java.util.List;
import java.util.Map;
import propria.app.report.data.Rows.Influence;
import propria.app.report.svg.Labels;
import propria.app.report.svg.Marker;
import propria.app.report.svg.Scale;
import propria.app.report.svg.Svg;
import propria.app.text.Figures;

/// The parameters that move an endpoint most, strongest on top: rank correlation with its interval. A bar to the right
/// says that a higher value raises the effect, one to the left that it lowers it. The sign before the name tells what
/// the value rests on.
public final class InfluenceChart {

    private static final double WIDTH = 960;
    private static final double LEFT = 430;
    private static final double RIGHT = 860;
    private static final double ROW = 23;
    private static final double TOP = 24;

    private InfluenceChart() {
    }

    /// The picture of these parameters, whose marks are in `marks`, described by `description`.
    public static String of(List<Influence> rows, Map<String, String> marks, String description) {
        Svg svg = new Svg();
        double bottom = TOP + rows.size() * ROW;
        boolean signed = rows.stream().anyMatch(row -> row.correlation() < 0);
        Scale x = Scale.linear(signed ? -1 : 0, 1, LEFT, RIGHT);
        for (double tick : x.ticks(8)) {
            svg.line(x.at(tick), TOP, x.at(tick), bottom, "grid");
            svg.text(x.at(tick), bottom + 16, "middle", "tick", Figures.of(tick));
        }
        svg.text(RIGHT, 15, "end", "small", signed ? "a higher value raises the difference →" : "stronger →");
        if (signed) {
            svg.text(LEFT, 15, "start", "small", "← lowers it");
        }
        for (int i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), marks.getOrDefault(rows.get(i).parameter(), ""), x, TOP + (i + 0.5) * ROW);
        }
        svg.line(x.at(0), TOP - 3, x.at(0), bottom + 3, "zero");
        svg.text((LEFT + RIGHT) / 2, bottom + 33, "middle", "axisname", "rank correlation with the effect");
        return svg.picture(WIDTH, bottom + 40, description);
    }

    private static void row(Svg svg, Influence row, String mark, Scale x, double y) {
        String name = row.name().isBlank() ? row.parameter() : row.name();
        switch (mark) {
            case "sourced" -> svg.marker(Marker.CIRCLE, 9, y, 4.5, "sourcedmark");
            case "flagged" -> svg.marker(Marker.TRIANGLE, 9, y, 5, "flaggedmark");
            default -> svg.marker(Marker.CIRCLE, 9, y, 4, "assumedmark");
        }
        svg.text(20, y + 4, "start", "rowname", Labels.wrap(name, 60, 1).getFirst());
        double end = x.within(row.correlation());
        svg.box(Math.min(x.at(0), end), y - 7, Math.abs(end - x.at(0)), 14,
                row.correlation() < 0 ? "influence down" : "influence up");
        if (Double.isFinite(row.low()) && Double.isFinite(row.high())) {
            double low = x.within(row.low());
            double high = x.within(row.high());
            svg.line(low, y, high, y, "whisker").line(low, y - 3, low, y + 3, "whisker").line(high, y - 3, high, y + 3,
                    "whisker");
        }
        svg.text(RIGHT + 12, y + 4, "start", "small", Figures.significant(row.correlation(), 2));
    }
}
