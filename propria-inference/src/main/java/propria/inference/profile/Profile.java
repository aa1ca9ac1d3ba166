package propria.inference.profile;

import java.util.List;

/// The highest posterior for each value of a quantity.
///
/// @param id the parameter or prediction
/// @param points in ascending order of value
/// @param best the highest posterior of all
/// @param threshold how far below the best the interval ends
/// @param lower the end of the interval; the last value looked at where the profile did not fall that far
/// @param upper likewise
public record Profile(String id, List<Point> points, double best, double threshold, Verdict verdict, double lower,
        double upper) {

    public Profile {
        points = List.copyOf(points);
    }

    /// A point of a profile.
    ///
    /// @param value of the quantity; of a parameter on its scale
    /// @param logPosterior the highest with this value
    /// @param point where it is reached, on the scales of all parameters
    public record Point(double value, double logPosterior, double[] point) {
    }

    static Profile of(String id, List<Point> points, double best, double threshold) {
        int top = 0;
        for (int i = 0; i < points.size(); i++) {
            top = points.get(i).logPosterior() > points.get(top).logPosterior() ? i : top;
        }
        int low = top;
        while (low > 0 && points.get(low).logPosterior() >= best - threshold) {
            low--;
        }
        int high = top;
        while (high < points.size() - 1 && points.get(high).logPosterior() >= best - threshold) {
            high++;
        }
        boolean below = points.get(low).logPosterior() < best - threshold;
        boolean above = points.get(high).logPosterior() < best - threshold;
        double lower = below
                ? crossing(points.get(low), points.get(low + 1), best, threshold)
                : points.get(low).value();
        double upper = above
                ? crossing(points.get(high), points.get(high - 1), best, threshold)
                : points.get(high).value();
        return new Profile(id, points, best, threshold, Verdict.of(below, above), lower, upper);
    }

    /// Where the root of the fall, which is a straight line for a parabola, reaches that of the threshold.
    private static double crossing(Point outside, Point inside, double best, double threshold) {
        double out = StrictMath.sqrt(best - outside.logPosterior());
        double in = StrictMath.sqrt(StrictMath.max(0, best - inside.logPosterior()));
        double share = Double.isInfinite(out) ? 0 : (StrictMath.sqrt(threshold) - in) / (out - in);
        return inside.value() + share * (outside.value() - inside.value());
    }

    /// Whether some point is higher than the best that the profile began from: then the search for the best had not ended.
    public boolean improves() {
        return points.stream().anyMatch(p -> p.logPosterior() > best + 1e-3);
    }
}
