package propria.app.estimation;

import java.util.Arrays;
import propria.app.report.svg.Scale;
import propria.app.report.svg.Svg;
import propria.app.text.Figures;

/// A frame with axes on a picture.
///
/// @param x the horizontal scale, in the picture's units
/// @param y the vertical scale
record Panel(Scale x, Scale y) {

    /// The style of all pictures of estimation.
    static final String STYLE = """
            <style>
            text { font-family: sans-serif; font-size: 11px; fill: #1c1f23; }
            .title { font-size: 13px; font-weight: 600; } .note { fill: #4a5560; }
            .grid { stroke: #e3e6ea; } .axis { stroke: #56606b; fill: none; }
            .line { stroke: #0b5cad; stroke-width: 1.8; fill: none; } .limit { stroke: #b3421a; stroke-dasharray: 5 3; }
            .dot { fill: #0b5cad; } .pale { fill: #9aa7b4; } .bar { fill: #7fb0de; } .prior { stroke: #b3421a; fill: none; stroke-width: 1.5; }
            </style>
            """;

    static Panel of(double[] xs, double[] ys, double left, double top, double width, double height) {
        return new Panel(scale(xs, left, left + width), scale(ys, top + height, top));
    }

    private static Scale scale(double[] values, double from, double to) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double low = Arrays.stream(finite).min().orElse(0);
        double high = Arrays.stream(finite).max().orElse(1);
        double room = (high - low) * 0.04;
        return Scale.linear(low - room, high + room, from, to);
    }

    /// Draws grid, numbers and frame.
    void draw(Svg svg, int ticks) {
        double bottom = y.from();
        for (double tick : x.ticks(ticks)) {
            svg.line(x.at(tick), y.to(), x.at(tick), bottom, "grid");
            svg.text(x.at(tick), bottom + 14, "middle", "tick", Figures.of(tick));
        }
        for (double tick : y.ticks(ticks)) {
            svg.line(x.from(), y.at(tick), x.to(), y.at(tick), "grid");
            svg.text(x.from() - 5, y.at(tick) + 4, "end", "tick", Figures.of(tick));
        }
        svg.box(x.from(), y.to(), x.to() - x.from(), bottom - y.to(), "axis");
    }
}
