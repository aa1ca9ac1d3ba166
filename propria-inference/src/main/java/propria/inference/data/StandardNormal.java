package propria.inference.data;

import org.hipparchus.special.Erf;

/// The standard normal distribution, exact far out in its tails.
public final class StandardNormal {

    private static final double LOG_ROOT_TWO_PI = StrictMath.log(2 * StrictMath.PI) / 2;
    private static final double ROOT_HALF = StrictMath.sqrt(0.5);
    /// Below this the asymptotic series has more digits than `erfc`.
    private static final double FAR = -20;

    private StandardNormal() {
    }

    /// The logarithm of the density.
    public static double logDensity(double z) {
        return -z * z / 2 - LOG_ROOT_TWO_PI;
    }

    /// The logarithm of the density of a normal number.
    ///
    /// @param sd above zero
    public static double logDensity(double x, double mean, double sd) {
        return logDensity((x - mean) / sd) - StrictMath.log(sd);
    }

    /// The probability of being below `z`.
    public static double cumulative(double z) {
        return Erf.erfc(-z * ROOT_HALF) / 2;
    }

    /// The logarithm of [#cumulative]; far out by Abramowitz & Stegun 26.2.12.
    public static double logCumulative(double z) {
        if (z > FAR) {
            return z > 0 ? StrictMath.log1p(-cumulative(-z)) : StrictMath.log(cumulative(z));
        }
        double s = 1 / (z * z);
        return logDensity(z) - StrictMath.log(-z) + StrictMath.log1p(-s * (1 - 3 * s * (1 - 5 * s)));
    }

    /// The logarithm of the probability of being between two numbers.
    public static double logBetween(double low, double high) {
        if (low > 0) {
            return logBetween(-high, -low);
        }
        double above = logCumulative(high);
        double below = logCumulative(low);
        return below == Double.NEGATIVE_INFINITY ? above : above + StrictMath.log1p(-StrictMath.exp(below - above));
    }
}
