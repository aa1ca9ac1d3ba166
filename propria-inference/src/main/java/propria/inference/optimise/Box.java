package propria.inference.optimise;

import propria.inference.posterior.ParameterSpace;

/// The bounds of a search.
record Box(double[] lower, double[] upper) {

    static Box of(ParameterSpace space) {
        return new Box(space.lower(), space.upper());
    }

    /// Whether the slope at a point leads out of the box in coordinate `i`.
    boolean isHeld(double[] x, double[] gradient, int i) {
        return x[i] <= lower[i] && gradient[i] <= 0 || x[i] >= upper[i] && gradient[i] >= 0;
    }

    /// The largest slope that stays within the box.
    double slope(double[] x, double[] gradient) {
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            if (!isHeld(x, gradient, i)) {
                largest = StrictMath.max(largest, StrictMath.abs(gradient[i]));
            }
        }
        return largest;
    }
}
