package propria.app.experiment.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import propria.app.experiment.Data;
import propria.app.experiment.Experiment;
import propria.formats.sedml.document.SedOutput.Surface;

/// The points of a surface in rows: a row for each turn of a repeated task, along it the values of the turn. Turns of one
/// value each make a row together.
///
/// @param rows the rows, of any lengths
record SurfaceMesh(List<List<Point>> rows) {

    /// The most lines of a mesh drawn in each direction.
    private static final int MOST = 64;

    /// A point in space.
    record Point(double x, double y, double z) {
    }

    SurfaceMesh {
        rows = rows.stream().map(List::copyOf).toList();
    }

    static SurfaceMesh of(Surface surface, Experiment experiment) {
        boolean single = isSingle(data(experiment, surface.z()));
        List<double[]> x = courses(data(experiment, surface.x()), single);
        List<double[]> y = courses(data(experiment, surface.y()), single);
        List<double[]> z = courses(data(experiment, surface.z()), single);
        List<List<Point>> rows = new ArrayList<>();
        for (int i = 0; i < z.size(); i++) {
            rows.add(row(part(x, i), part(y, i), z.get(i)));
        }
        return new SurfaceMesh(rows);
    }

    /// One value on an axis stands for the whole row.
    private static List<Point> row(double[] x, double[] y, double[] z) {
        int points = StrictMath.min(z.length,
                StrictMath.min(x.length == 1 ? z.length : x.length, y.length == 1 ? z.length : y.length));
        return IntStream.range(0, points)
                .mapToObj(i -> new Point(x[x.length == 1 ? 0 : i], y[y.length == 1 ? 0 : i], z[i])).toList();
    }

    private static double[] part(List<double[]> courses, int i) {
        return courses.size() == 1 ? courses.getFirst() : i < courses.size() ? courses.get(i) : new double[0];
    }

    private static Data data(Experiment experiment, String id) {
        return Optional.ofNullable(experiment.data().get(id)).orElse(new Data.Course(new double[0]));
    }

    /// Whether each turn has one value.
    private static boolean isSingle(Data data) {
        return switch (data) {
            case Data.Course(double[] values) -> values.length == 1;
            case Data.Turns(List<Data> parts) -> parts.stream().allMatch(SurfaceMesh::isSingle);
        };
    }

    /// @param joined whether the innermost turns, if they have one value each, make one course together
    private static List<double[]> courses(Data data, boolean joined) {
        return switch (data) {
            case Data.Course(double[] values) -> List.of(values);
            case Data.Turns(List<Data> parts) -> {
                List<double[]> courses = parts.stream().flatMap(p -> courses(p, joined).stream()).toList();
                yield joined && data.depth() == 1 && isSingle(data)
                        ? List.of(courses.stream().mapToDouble(c -> c[0]).toArray())
                        : courses;
            }
        };
    }

    /// All points, row by row.
    Stream<Point> points() {
        return rows.stream().flatMap(List::stream);
    }

    /// Whether the points lie on one line.
    boolean isLine() {
        return rows.size() == 1;
    }

    /// Whether there are more lines than are drawn.
    boolean isThinned() {
        return !isLine() && (rows.size() > MOST || longest() > MOST);
    }

    private int longest() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    /// The corners of the cells between neighbouring lines.
    List<List<Point>> cells() {
        List<List<Point>> cells = new ArrayList<>();
        int[] down = lines(rows.size());
        int[] along = lines(longest());
        for (int i = 1; i < down.length; i++) {
            List<Point> one = rows.get(down[i - 1]);
            List<Point> next = rows.get(down[i]);
            for (int k = 1; k < along.length && along[k] < StrictMath.min(one.size(), next.size()); k++) {
                cells.add(List.of(one.get(along[k - 1]), one.get(along[k]), next.get(along[k]),
                        next.get(along[k - 1])));
            }
        }
        return cells;
    }

    /// Which of `count` lines are drawn: the first, the last, and others evenly between.
    private static int[] lines(int count) {
        int drawn = StrictMath.min(count, MOST);
        return IntStream.range(0, drawn).map(i -> drawn < 2 ? 0 : (int) ((long) i * (count - 1) / (drawn - 1)))
                .toArray();
    }
}
