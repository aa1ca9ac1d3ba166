package propria.app.experiment.output;

import java.util.Locale;
import propria.app.experiment.output.SurfaceMesh.Point;

/// A box of side one seen from far away, from above the corner where all is zero: turned by 38 degrees and tilted by 27.
final class BoxView {

    private static final double COS_TURN = 0.788011;
    private static final double SIN_TURN = 0.615661;
    private static final double COS_TILT = 0.891007;
    private static final double SIN_TILT = 0.453990;
    private static final double SIZE = 390;
    private static final double TALL = 0.72;
    private static final double MIDDLE = 350;
    private static final double BASE = 418;

    private BoxView() {
    }

    /// How far to the right in the picture.
    static double across(Point p) {
        return MIDDLE + SIZE * ((p.x() - 0.5) * COS_TURN - (p.y() - 0.5) * SIN_TURN);
    }

    /// How far down in the picture.
    static double down(Point p) {
        return BASE - SIZE * (p.z() * TALL * COS_TILT + turned(p) * SIN_TILT);
    }

    /// How far from the eye.
    static double depth(Point p) {
        return turned(p) * COS_TILT - p.z() * TALL * SIN_TILT;
    }

    /// The place in the picture as path data.
    static String place(Point p) {
        return String.format(Locale.ROOT, "%.1f %.1f", across(p), down(p));
    }

    private static double turned(Point p) {
        return (p.x() - 0.5) * SIN_TURN + (p.y() - 0.5) * COS_TURN;
    }
}
