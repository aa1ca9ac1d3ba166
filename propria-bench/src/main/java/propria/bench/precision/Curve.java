package propria.bench.precision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// The points of one contender.
///
/// @param name of the contender
/// @param own whether it is the engine of this project
/// @param points in the order of the ladder
/// @param remark what tables say where there are no points to compare; empty where nothing is to be said
public record Curve(String name, boolean own, List<Point> points, String remark) {

    public Curve {
        points = List.copyOf(points);
    }

    public Curve(String name, boolean own, List<Point> points) {
        this(name, own, points, "");
    }

    /// The least time for an error of at most `error`: on a straight line between logarithms, over the points that no other
    /// beats in both error and time. Empty outside the errors reached.
    public OptionalDouble secondsAt(double error) {
        List<Point> front = front();
        if (front.isEmpty() || error < front.getLast().error()) {
            return OptionalDouble.empty();
        }
        if (error >= front.getFirst().error()) {
            return error == front.getFirst().error()
                    ? OptionalDouble.of(front.getFirst().seconds())
                    : OptionalDouble.empty();
        }
        int k = 1;
        while (front.get(k).error() > error) {
            k++;
        }
        Point loose = front.get(k - 1);
        Point tight = front.get(k);
        double share = StrictMath.log(loose.error() / error) / StrictMath.log(loose.error() / tight.error());
        return OptionalDouble.of(loose.seconds() * StrictMath.pow(tight.seconds() / loose.seconds(), share));
    }

    /// From large error and little time to small error and much time.
    public List<Point> front() {
        List<Point> sorted = new ArrayList<>(points);
        sorted.removeIf(point -> !(point.error() > 0) || !Double.isFinite(point.error()));
        sorted.sort(Comparator.comparingDouble(Point::seconds).thenComparingDouble(Point::error));
        List<Point> front = new ArrayList<>();
        for (Point point : sorted) {
            if (front.isEmpty() || point.error() < front.getLast().error()) {
                front.add(point);
            }
        }
        return front;
    }
}
