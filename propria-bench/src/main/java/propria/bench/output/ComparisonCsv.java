package propria.bench.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import propria.bench.precision.Comparison;
import propria.bench.precision.Curve;
import propria.bench.precision.Point;

/// Every point of every curve, one a line. The ratios of a line say how many times longer each comparator takes than this
/// contender for the error of this line; empty where the comparator does not reach it.
public final class ComparisonCsv {

    private ComparisonCsv() {
    }

    /// The lines, with their header.
    ///
    /// @param comparators the names of those that ratios are taken to
    public static List<String> lines(List<Comparison> comparisons, List<String> comparators) {
        List<String> lines = new ArrayList<>();
        StringBuilder header = new StringBuilder(
                "model,states,method,relative_tolerance,absolute_tolerance,error_rms,error_max,microseconds,steps");
        comparators.forEach(name -> header.append(",ratio_to_").append(column(name)));
        lines.add(header.toString());
        for (Comparison comparison : comparisons) {
            for (Curve curve : comparison.curves()) {
                curve.points().forEach(point -> lines.add(line(comparison, curve, point, comparators)));
            }
        }
        return lines;
    }

    private static String column(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    private static String line(Comparison comparison, Curve curve, Point point, List<String> comparators) {
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "\"%s\",%d,\"%s\",%.1e,%.4e,%.4e,%.4e,%.2f,%d",
                        comparison.subject().name(), comparison.subject().states(), curve.name(), point.relative(),
                        point.relative() * comparison.reference().floor(), point.error(), point.largestError(),
                        point.seconds() * 1e6, point.steps()));
        for (String name : comparators) {
            OptionalDouble theirs = comparison.curve(name).map(other -> other.secondsAt(point.error()))
                    .orElse(OptionalDouble.empty());
            line.append(',');
            theirs.ifPresent(seconds -> line.append(String.format(Locale.ROOT, "%.3f", seconds / point.seconds())));
        }
        return line.toString();
    }
}
