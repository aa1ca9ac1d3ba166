package propria.bench.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import propria.app.report.svg.Marker;
import propria.app.report.svg.Scale;
import propria.app.report.svg.Svg;
import propria.bench.precision.Comparison;
import propria.bench.precision.Curve;
import propria.bench.precision.Point;

/// Work against precision: the error achieved to the right, the smaller the farther, and the time upwards. Whoever lies
/// lower is faster.
public final class CurvePicture {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 400;
    private static final double LEFT = 74;
    private static final double RIGHT = 520;
    private static final double TOP = 56;
    private static final double BOTTOM = 346;
    private static final int STYLES = 8;
    private static final String STYLE = """
            <style>
            text { font-family: sans-serif; font-size: 12px; fill: #1c1f23; }
            .ground { fill: #ffffff; } .title { font-size: 15px; font-weight: 600; } .name { font-weight: 600; }
            .grid { stroke: #e3e6ea; } .axis { stroke: #56606b; }
            .c { fill: none; stroke-width: 2; } .m { stroke: none; }
            .c0 { stroke: #0b5cad; } .m0 { fill: #0b5cad; } .c1 { stroke: #b3421a; } .m1 { fill: #b3421a; }
            .c2 { stroke: #1b7837; } .m2 { fill: #1b7837; } .c3 { stroke: #762a83; } .m3 { fill: #762a83; }
            .c4 { stroke: #8c6d00; } .m4 { fill: #8c6d00; } .c5 { stroke: #00767a; } .m5 { fill: #00767a; }
            .c6 { stroke: #a50f5e; } .m6 { fill: #a50f5e; } .c7 { stroke: #444444; } .m7 { fill: #444444; }
            </style>
            """;

    private final Comparison comparison;
    private final List<Curve> curves = new ArrayList<>();
    private final Svg svg = new Svg();

    private CurvePicture(Comparison comparison) {
        this.comparison = comparison;
        comparison.curves().stream().filter(curve -> !curve.front().isEmpty()).forEach(curves::add);
    }

    /// The picture as the text of an SVG file.
    public static String of(Comparison comparison) {
        return new CurvePicture(comparison).draw();
    }

    private String draw() {
        List<Point> all = curves.stream().flatMap(curve -> curve.front().stream()).toList();
        double largest = all.stream().mapToDouble(Point::error).max().orElse(1);
        double smallest = all.stream().mapToDouble(Point::error).min().orElse(largest / 10);
        double slowest = all.stream().mapToDouble(Point::seconds).max().orElse(1);
        double fastest = all.stream().mapToDouble(Point::seconds).min().orElse(slowest / 10);
        Scale x = new Scale(smallest / 1.5, largest * 1.5, RIGHT, LEFT, true);
        Scale y = new Scale(fastest * 1e6 / 1.5, slowest * 1e6 * 1.5, BOTTOM, TOP, true);
        svg.box(0, 0, WIDTH, HEIGHT, "ground");
        svg.text(LEFT, 24, "start", "title",
                comparison.subject().name() + ", " + comparison.subject().states() + " states");
        axes(x, y);
        for (int k = 0; k < curves.size(); k++) {
            draw(curves.get(k), k, x, y);
        }
        String picture = svg.picture(WIDTH, HEIGHT, "time against error for " + comparison.subject().name());
        int end = picture.indexOf('>') + 1;
        return picture.substring(0, end).replaceFirst("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ") + "\n"
                + STYLE
                + picture.substring(end);
    }

    private void axes(Scale x, Scale y) {
        for (double tick : x.ticks(7)) {
            svg.line(x.at(tick), TOP, x.at(tick), BOTTOM, "grid");
            svg.text(x.at(tick), BOTTOM + 18, "middle", "tick", String.format(Locale.ROOT, "%.0e", tick));
        }
        for (double tick : y.ticks(6)) {
            svg.line(LEFT, y.at(tick), RIGHT, y.at(tick), "grid");
            svg.text(LEFT - 8, y.at(tick) + 4, "end", "tick", String.format(Locale.ROOT, "%,.0f", tick));
        }
        svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, "axis").line(LEFT, TOP, LEFT, BOTTOM, "axis");
        svg.text(RIGHT, BOTTOM + 38, "end", "name", "error achieved (root mean square), smaller to the right");
        svg.text(LEFT, TOP - 10, "start", "name", "microseconds a simulation");
    }

    private void draw(Curve curve, int number, Scale x, Scale y) {
        double[] errors = x.within(curve.front().stream().mapToDouble(Point::error).toArray());
        double[] times = y.within(curve.front().stream().mapToDouble(point -> point.seconds() * 1e6).toArray());
        Marker marker = Marker.values()[number % Marker.values().length];
        String style = "m m" + number % STYLES;
        svg.path(errors, times, "c c" + number % STYLES);
        for (int k = 0; k < errors.length; k++) {
            svg.marker(marker, errors[k], times[k], 4, style);
        }
        double at = TOP + 10 + 20 * number;
        svg.path(new double[]{RIGHT + 16, RIGHT + 44}, new double[]{at, at}, "c c" + number % STYLES);
        svg.marker(marker, RIGHT + 30, at, 4, style).text(RIGHT + 50, at + 4, "start", "key", curve.name());
    }
}
