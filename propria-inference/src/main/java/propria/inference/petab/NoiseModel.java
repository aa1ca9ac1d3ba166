package propria.inference.petab;

import propria.formats.petab.problem.Observable.Distribution;
import propria.formats.petab.problem.Observable.Transformation;

/// How measurements scatter around simulations: the six densities of PEtab ("Noise distributions").
///
/// @param distribution of the transformed measurement
/// @param transformation of measurement and simulation
record NoiseModel(Distribution distribution, Transformation transformation) {

    private static final double LOG_ROOT_TWO_PI = StrictMath.log(2 * StrictMath.PI) / 2;
    private static final double LOG_TWO = StrictMath.log(2);
    private static final double LN10 = StrictMath.log(10);

    /// A value on the scale on which it is compared.
    double transformed(double value) {
        return switch (transformation) {
            case LIN -> value;
            case LOG -> StrictMath.log(value);
            case LOG10 -> StrictMath.log10(value);
        };
    }

    /// The distance from simulation to measurement, in units of `scale`.
    double residual(double measurement, double simulation, double scale) {
        return (transformed(measurement) - transformed(simulation)) / scale;
    }

    /// The logarithm of the density of a measurement.
    double logDensity(double measurement, double simulation, double scale) {
        double r = residual(measurement, simulation, scale);
        double log = switch (distribution) {
            case NORMAL -> -r * r / 2 - StrictMath.log(scale) - LOG_ROOT_TWO_PI;
            case LAPLACE -> -StrictMath.abs(r) - StrictMath.log(scale) - LOG_TWO;
        };
        double sum = log + switch (transformation) {
            case LIN -> 0;
            case LOG -> -StrictMath.log(measurement);
            case LOG10 -> -StrictMath.log(measurement * LN10);
        };
        return scale > 0 && !Double.isNaN(sum) ? sum : Double.NEGATIVE_INFINITY;
    }

    /// The derivative of [#logDensity] with respect to the transformed simulation.
    double slopeBySimulation(double residual, double scale) {
        return switch (distribution) {
            case NORMAL -> residual / scale;
            case LAPLACE -> StrictMath.signum(residual) / scale;
        };
    }

    /// The derivative of [#logDensity] with respect to the scale.
    double slopeByScale(double residual, double scale) {
        return switch (distribution) {
            case NORMAL -> (residual * residual - 1) / scale;
            case LAPLACE -> (StrictMath.abs(residual) - 1) / scale;
        };
    }

    /// The expected information on the transformed simulation; that on the scale is [#scaleInformation].
    double information(double scale) {
        return 1 / (scale * scale);
    }

    /// The expected information on the scale.
    double scaleInformation(double scale) {
        return (distribution == Distribution.NORMAL ? 2 : 1) / (scale * scale);
    }
}
