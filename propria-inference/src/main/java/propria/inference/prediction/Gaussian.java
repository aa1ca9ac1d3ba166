package propria.inference.prediction;

import org.hipparchus.special.Erf;

/// The standard normal distribution.
final class Gaussian {

    private static final double ROOT2 = StrictMath.sqrt(2);
    private static final double LOG_ROOT_2PI = 0.5 * StrictMath.log(2 * StrictMath.PI);

    private Gaussian() {
    }

    /// The probability of a value below `x`.
    static double cdf(double x) {
        return 0.5 * Erf.erfc(-x / ROOT2);
    }

    /// The natural logarithm of the density at `x`.
    static double logDensity(double x) {
        return -0.5 * x * x - LOG_ROOT_2PI;
    }
}
