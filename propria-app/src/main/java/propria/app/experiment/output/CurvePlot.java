package propria.app.experiment.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import propria.app.experiment.Data;
import propria.app.experiment.Experiment;
import propria.app.report.svg.Labels;
import propria.app.report.svg.Scale;
import propria.app.report.svg.Svg;
import propria.app.text.Figures;
import propria.formats.sedml.document.SedOutput.Axis;
import propria.formats.sedml.document.SedOutput.Plot2D;

/// A picture of curves that stands by itself: axes, a line for each curve and turn, names at their right.
public final class CurvePlot {

    private static final double WIDTH = 860;
    private static final double HEIGHT = 430;
    private static final double LEFT = 76;
    private static final double RIGHT = 620;
    private static final double TOP = 58;
    private static final double BOTTOM = 376;
    private static final int STYLES = 8;
    private static final String STYLE = """
            <style>
            text { font-family: sans-serif; font-size: 12px; fill: #1c1f23; }
            .title { font-size: 15px; font-weight: 600; } .name { font-weight: 600; }
            .grid { stroke: #e3e6ea; } .axis { stroke: #56606b; }
            .c { fill: none; stroke-width: 2; stroke-linejoin: round; }
            .c0 { stroke: #0b5cad; } .c1 { stroke: #b3421a; stroke-dasharray: 7 3; }
            .c2 { stroke: #1b7837; stroke-dasharray: 2 3; } .c3 { stroke: #762a83; stroke-dasharray: 9 3 2 3; }
            .c4 { stroke: #8c6d00; } .c5 { stroke: #00767a; stroke-dasharray: 7 3; }
            .c6 { stroke: #a50f5e; stroke-dasharray: 2 3; } .c7 { stroke: #444444; stroke-dasharray: 9 3 2 3; }
            </style>
            """;

    private final Plot2D plot;
    private final List<Line> lines = new ArrayList<>();
    private final Svg svg = new Svg();

    /// One line of points.
    private record Line(double[] x, double[] y, int curve) {
    }

    private CurvePlot(Plot2D plot, Experiment experiment) {
        this.plot = plot;
        for (int i = 0; i < plot.curves().size(); i++) {
            add(data(experiment, plot.curves().get(i).x()), data(experiment, plot.curves().get(i).y()), i);
        }
    }

    private static Data data(Experiment experiment, String id) {
        return Optional.ofNullable(experiment.data().get(id)).orElse(new Data.Course(new double[0]));
    }

    /// The picture as the text of an SVG file.
    public static String of(Plot2D plot, Experiment experiment) {
        return new CurvePlot(plot, experiment).draw();
    }

    private void add(Data x, Data y, int curve) {
        List<Data> xs = parts(x);
        List<Data> ys = parts(y);
        if (x instanceof Data.Course(double[] a) && y instanceof Data.Course(double[] b)) {
            points(a, b, curve);
            return;
        }
        for (int i = 0; i < StrictMath.max(xs.size(), ys.size()); i++) {
            add(xs.get(StrictMath.min(i, xs.size() - 1)), ys.get(StrictMath.min(i, ys.size() - 1)), curve);
        }
    }

    private static List<Data> parts(Data data) {
        return data instanceof Data.Turns(List<Data> parts) && !parts.isEmpty() ? parts : List.of(data);
    }

    /// Keeps the points that have a place on the axes.
    private void points(double[] x, double[] y, int curve) {
        int[] kept = IntStream.range(0, StrictMath.min(x.length, y.length))
                .filter(i -> Double.isFinite(x[i]) && Double.isFinite(y[i]) && (!plot.x().logarithmic() || x[i] > 0)
                        && (!plot.y().logarithmic() || y[i] > 0))
                .toArray();
        lines.add(new Line(Arrays.stream(kept).mapToDouble(i -> x[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> y[i]).toArray(), curve));
    }

    private String draw() {
        Scale x = scale(plot.x(), lines.stream().flatMapToDouble(l -> DoubleStream.of(l.x())), LEFT, RIGHT);
        Scale y = scale(plot.y(), lines.stream().flatMapToDouble(l -> DoubleStream.of(l.y())), BOTTOM, TOP);
        svg.text(LEFT, 22, "start", "title", plot.name().orElse(plot.id()));
        for (double tick : x.ticks(7)) {
            svg.line(x.at(tick), TOP, x.at(tick), BOTTOM, "grid");
            svg.text(x.at(tick), BOTTOM + 18, "middle", "tick", Figures.of(tick));
        }
        for (double tick : y.ticks(6)) {
            svg.line(LEFT, y.at(tick), RIGHT, y.at(tick), "grid");
            svg.text(LEFT - 8, y.at(tick) + 4, "end", "tick", Figures.of(tick));
        }
        svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, "axis").line(LEFT, TOP, LEFT, BOTTOM, "axis");
        plot.x().label().ifPresent(name -> svg.text(RIGHT, BOTTOM + 38, "end", "name", name));
        plot.y().label().ifPresent(name -> svg.text(LEFT, TOP - 10, "start", "name", name));
        for (Line line : lines) {
            if (line.x().length > 0) {
                svg.path(x.within(line.x()), y.within(line.y()), "c c" + line.curve() % STYLES);
            }
        }
        legend();
        String names = String.join(", ", IntStream.range(0, plot.curves().size()).mapToObj(this::name).toList());
        String picture = svg.picture(WIDTH, HEIGHT, plot.name().orElse(plot.id()) + ": curves of " + names);
        int end = picture.indexOf('>') + 1;
        return picture.substring(0, end).replaceFirst("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ") + "\n"
                + STYLE + picture.substring(end);
    }

    private static Scale scale(Axis axis, DoubleStream all, double from, double to) {
        double[] values = all.toArray();
        double low = Arrays.stream(values).min().orElse(axis.logarithmic() ? 1 : 0);
        double high = Arrays.stream(values).max().orElse(1);
        if (axis.logarithmic()) {
            return new Scale(low, high > low ? high : low * 10, from, to, true);
        }
        return Scale.linear(low, high, from, to);
    }

    private String name(int curve) {
        return plot.curves().get(curve).name().orElse(plot.curves().get(curve).id());
    }

    private void legend() {
        int most = (int) ((BOTTOM - TOP) / 18);
        for (int i = 0; i < StrictMath.min(most, plot.curves().size()); i++) {
            double at = TOP + 10 + 18 * i;
            svg.path(new double[]{RIGHT + 16, RIGHT + 44}, new double[]{at, at}, "c c" + i % STYLES);
            boolean more = i == most - 1 && plot.curves().size() > most;
            svg.text(RIGHT + 50, at + 4, "start", "key",
                    more ? "and " + (plot.curves().size() - i) + " more" : Labels.wrap(name(i), 26, 1).getFirst());
        }
    }
}
