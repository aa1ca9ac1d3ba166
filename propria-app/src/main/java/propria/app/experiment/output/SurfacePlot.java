package propria.app.experiment.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import propria.app.experiment.Experiment;
import propria.app.experiment.output.SurfaceMesh.Point;
import propria.app.report.svg.Labels;
import propria.app.report.svg.Scale;
import propria.app.report.svg.Svg;
import propria.app.text.Figures;
import propria.formats.sedml.document.SedDataGenerator;
import propria.formats.sedml.document.SedOutput.Axis;
import propria.formats.sedml.document.SedOutput.Plot3D;
import propria.formats.sedml.document.SedOutput.Surface;

/// A picture of surfaces that stands by itself: a mesh in a box seen from above one corner, coloured by height, its
/// nearest parts drawn last. A surface of one row is a line.
public final class SurfacePlot {

    private static final double WIDTH = 860;
    private static final double HEIGHT = 600;
    private static final double BAR = 700;
    private static final double BAR_TOP = 140;
    private static final double BAR_BOTTOM = 380;
    private static final int COLOURS = 16;
    private static final int STYLES = 4;
    private static final String STYLE = """
            <style>
            text { font-family: sans-serif; font-size: 12px; fill: #1c1f23; }
            .title { font-size: 15px; font-weight: 600; } .name { font-weight: 600; } .note { fill: #56606b; }
            .grid { stroke: #e3e6ea; } .axis { stroke: #56606b; }
            .s0 { stroke: #ffffff; } .s1 { stroke: #1c1f23; } .s2 { stroke: #b3421a; } .s3 { stroke: #a50f5e; }
            .m { stroke-width: 0.6; stroke-linejoin: round; }
            .c { fill: none; stroke-width: 2.5; } .c.s0 { stroke: #31688e; }
            .wire { fill: none; } .key { fill: #21918c; }
            .v0 { fill: #440154; } .v1 { fill: #481a6c; } .v2 { fill: #472f7d; } .v3 { fill: #414487; }
            .v4 { fill: #39568c; } .v5 { fill: #31688e; } .v6 { fill: #2a788e; } .v7 { fill: #23888e; }
            .v8 { fill: #1f988b; } .v9 { fill: #22a884; } .v10 { fill: #35b779; } .v11 { fill: #54c568; }
            .v12 { fill: #7ad151; } .v13 { fill: #a5db36; } .v14 { fill: #d2e21b; } .v15 { fill: #fde725; }
            </style>
            """;

    private final Plot3D plot;
    private final Experiment experiment;
    private final List<SurfaceMesh> meshes;
    private final Scale x;
    private final Scale y;
    private final Scale z;
    private final Svg svg = new Svg();

    /// A part of a surface that is drawn whole.
    private record Cell(List<Point> corners, int surface) {

        double mean(ToDoubleFunction<Point> of) {
            return corners.stream().mapToDouble(of).average().orElse(0);
        }
    }

    private SurfacePlot(Plot3D plot, Experiment experiment) {
        this.plot = plot;
        this.experiment = experiment;
        this.meshes = plot.surfaces().stream().map(s -> SurfaceMesh.of(s, experiment)).toList();
        this.x = scale(plot.x(), Point::x);
        this.y = scale(plot.y(), Point::y);
        this.z = scale(plot.z(), Point::z);
    }

    /// The picture as the text of an SVG file.
    public static String of(Plot3D plot, Experiment experiment) {
        return new SurfacePlot(plot, experiment).draw();
    }

    private Scale scale(Axis axis, ToDoubleFunction<Point> of) {
        double[] values = meshes.stream().flatMap(SurfaceMesh::points).filter(this::placed).mapToDouble(of).toArray();
        double low = DoubleStream.of(values).min().orElse(axis.logarithmic() ? 1 : 0);
        double high = DoubleStream.of(values).max().orElse(1);
        if (axis.logarithmic()) {
            return new Scale(low, high > low ? high : low * 10, 0, 1, true);
        }
        return Scale.linear(low, high, 0, 1);
    }

    /// Whether a point has a place on the axes.
    private boolean placed(Point p) {
        return placed(p.x(), plot.x()) && placed(p.y(), plot.y()) && placed(p.z(), plot.z());
    }

    private static boolean placed(double value, Axis axis) {
        return Double.isFinite(value) && (!axis.logarithmic() || value > 0);
    }

    private Point inBox(Point p) {
        return new Point(x.within(p.x()), y.within(p.y()), z.within(p.z()));
    }

    private String draw() {
        String title = plot.name().orElse(plot.id());
        svg.text(24, 26, "start", "title", title);
        frame();
        cells().forEach(this::cell);
        for (int i = 0; i < meshes.size(); i++) {
            SurfaceMesh mesh = meshes.get(i);
            if (mesh.isLine()) {
                line(mesh.points().filter(this::placed).map(this::inBox).toList(), "c s" + i % STYLES);
            }
        }
        colours();
        legend();
        notes();
        String names = String.join(", ", plot.surfaces().stream().map(SurfacePlot::name).toList());
        String picture = svg.picture(WIDTH, HEIGHT, title + ": surfaces of " + names);
        int end = picture.indexOf('>') + 1;
        return picture.substring(0, end).replaceFirst("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ") + "\n"
                + STYLE + picture.substring(end);
    }

    /// From the farthest to the nearest.
    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < meshes.size(); i++) {
            for (List<Point> corners : meshes.get(i).cells()) {
                if (corners.stream().allMatch(this::placed)) {
                    cells.add(new Cell(corners.stream().map(this::inBox).toList(), i));
                }
            }
        }
        cells.sort(Comparator.comparingDouble((Cell c) -> c.mean(BoxView::depth)).reversed());
        return cells;
    }

    private void cell(Cell cell) {
        StringBuilder data = new StringBuilder();
        for (Point corner : cell.corners()) {
            data.append(data.isEmpty() ? 'M' : 'L').append(BoxView.place(corner));
        }
        svg.shape(data.append('Z').toString(), "m s" + cell.surface() % STYLES + " v" + colour(cell.mean(Point::z)));
    }

    private static int colour(double share) {
        return Math.clamp((int) (share * COLOURS), 0, COLOURS - 1);
    }

    private void frame() {
        for (double tick : x.ticks(5)) {
            double at = x.at(tick);
            line(List.of(new Point(at, 0, 0), new Point(at, 1, 0), new Point(at, 1, 1)), "grid wire");
            label(new Point(at, 0, 0), 8, 16, "start", "tick", Figures.of(tick));
        }
        for (double tick : y.ticks(5)) {
            double at = y.at(tick);
            line(List.of(new Point(0, at, 0), new Point(1, at, 0), new Point(1, at, 1)), "grid wire");
            label(new Point(0, at, 0), -4, 21, "end", "tick", Figures.of(tick));
        }
        for (double tick : z.ticks(5)) {
            double at = z.at(tick);
            line(List.of(new Point(0, 1, at), new Point(1, 1, at), new Point(1, 0, at)), "grid wire");
            label(new Point(0, 1, at), -8, 4, "end", "tick", Figures.of(tick));
        }
        line(List.of(new Point(1, 0, 0), new Point(0, 0, 0), new Point(0, 1, 0), new Point(0, 1, 1)), "axis wire");
        label(new Point(0.6, 0, 0), 24, 48, "start", "name", axisName(plot.x(), Surface::x));
        label(new Point(0, 0.6, 0), -24, 48, "end", "name", axisName(plot.y(), Surface::y));
        label(new Point(0, 1, 1), -8, -14, "middle", "name", axisName(plot.z(), Surface::z));
    }

    /// What the document calls the axis, or else the data that all surfaces have on it.
    private String axisName(Axis axis, Function<Surface, String> data) {
        List<String> names = plot.surfaces().stream().map(data).distinct()
                .map(id -> experiment.document().dataGenerator(id).map(SedDataGenerator::label).orElse(id)).toList();
        return axis.label().orElse(names.size() == 1 ? names.getFirst() : "");
    }

    private void line(List<Point> points, String style) {
        svg.path(points.stream().mapToDouble(BoxView::across).toArray(),
                points.stream().mapToDouble(BoxView::down).toArray(), style);
    }

    private void label(Point at, double right, double down, String anchor, String style, String text) {
        svg.text(BoxView.across(at) + right, BoxView.down(at) + down, anchor, style, text);
    }

    private void colours() {
        double step = (BAR_BOTTOM - BAR_TOP) / COLOURS;
        for (int i = 0; i < COLOURS; i++) {
            svg.box(BAR, BAR_BOTTOM - (i + 1) * step, 18, step + 0.5, "v" + i);
        }
        Scale bar = z.over(BAR_BOTTOM, BAR_TOP);
        for (double tick : z.ticks(5)) {
            svg.line(BAR + 18, bar.at(tick), BAR + 23, bar.at(tick), "axis");
            svg.text(BAR + 27, bar.at(tick) + 4, "start", "tick", Figures.of(tick));
        }
        svg.text(BAR, BAR_TOP - 12, "start", "name", Labels.wrap(axisName(plot.z(), Surface::z), 22, 1).getFirst());
    }

    private void legend() {
        int most = 8;
        for (int i = 0; i < StrictMath.min(most, meshes.size()); i++) {
            double at = BAR_BOTTOM + 34 + 20 * i;
            if (meshes.get(i).isLine()) {
                svg.path(new double[]{BAR, BAR + 18}, new double[]{at - 4, at - 4}, "c s" + i % STYLES);
            } else {
                svg.box(BAR, at - 11, 18, 14, "key m s" + i % STYLES);
            }
            boolean more = i == most - 1 && meshes.size() > most;
            svg.text(BAR + 27, at, "start", "tick", more
                    ? "and " + (meshes.size() - i) + " more"
                    : Labels.wrap(name(plot.surfaces().get(i)), 18, 1).getFirst());
        }
    }

    /// What the picture does not show.
    private void notes() {
        long without = meshes.stream().flatMap(SurfaceMesh::points).filter(p -> !placed(p)).count();
        List<String> notes = new ArrayList<>();
        if (without > 0) {
            notes.add(Figures.count(without, "point") + " without a place on the axes");
        }
        if (meshes.stream().anyMatch(SurfaceMesh::isThinned)) {
            notes.add("some lines of the mesh left out; the table has all points");
        }
        svg.text(24, HEIGHT - 14, "start", "note", String.join("; ", notes));
    }

    private static String name(Surface surface) {
        return surface.name().orElse(surface.id());
    }
}
