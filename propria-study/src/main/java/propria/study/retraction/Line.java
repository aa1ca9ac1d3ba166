package propria.study.retraction;

/// Straight lines through a few points; level beyond the outer ones.
final class Line {

    private Line() {
    }

    /// The height at a place.
    ///
    /// @param x ascending, at least one
    static double at(double[] x, double[] y, double place) {
        if (x.length == 1) {
            return y[0];
        }
        double inside = StrictMath.min(x[x.length - 1], StrictMath.max(x[0], place));
        int right = 1;
        while (right < x.length - 1 && inside > x[right]) {
            right++;
        }
        double part = (inside - x[right - 1]) / (x[right] - x[right - 1]);
        return y[right - 1] + part * (y[right] - y[right - 1]);
    }
}
