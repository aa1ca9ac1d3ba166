package propria.inference.posterior;

import java.util.function.ToDoubleFunction;

/// Gradients by central differences, one-sided where a bound or an undefined value is in the way.
public final class Differences {

    /// The cube root of the precision of a double is best for exact functions; simulations are exact to some 1e-8.
    private static final double STEP = 1e-4;
    private static final double LEAST_SHARE = 1e-3;

    private Differences() {
    }

    /// Value and gradient of a function.
    ///
    /// @param point within the bounds of `space`
    public static Evaluation of(ToDoubleFunction<double[]> function, ParameterSpace space, double[] point) {
        double value = function.applyAsDouble(point);
        if (!Double.isFinite(value)) {
            return Evaluation.nowhere();
        }
        double[] gradient = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            gradient[i] = slope(function, point, i, ends(space, point, i), value);
        }
        return Evaluation.of(value, gradient);
    }

    /// The two ends of a difference, within the bounds: a share of the number itself on the linear scale, where nobody
    /// knows how large numbers are, an absolute step on the others.
    ///
    /// @param i which parameter
    public static double[] ends(ParameterSpace space, double[] point, int i) {
        EstimatedParameter p = space.parameters().get(i);
        double lower = p.scaledLower();
        double upper = p.scaledUpper();
        double width = StrictMath.min(1, upper - lower);
        double least = p.scale() == Scale.LINEAR ? LEAST_SHARE * width : 1;
        double step = STEP * StrictMath.max(StrictMath.abs(point[i]), least);
        return new double[]{StrictMath.max(lower, point[i] - step), StrictMath.min(upper, point[i] + step)};
    }

    private static double slope(ToDoubleFunction<double[]> function, double[] point, int i, double[] ends,
            double value) {
        double above = at(function, point, i, ends[1], value);
        double below = at(function, point, i, ends[0], value);
        boolean isAbove = Double.isFinite(above);
        boolean isBelow = Double.isFinite(below);
        double from = isBelow ? ends[0] : point[i];
        double to = isAbove ? ends[1] : point[i];
        return to == from ? 0 : ((isAbove ? above : value) - (isBelow ? below : value)) / (to - from);
    }

    private static double at(ToDoubleFunction<double[]> function, double[] point, int i, double x, double value) {
        if (x == point[i]) {
            return value;
        }
        double[] moved = point.clone();
        moved[i] = x;
        return function.applyAsDouble(moved);
    }
}
