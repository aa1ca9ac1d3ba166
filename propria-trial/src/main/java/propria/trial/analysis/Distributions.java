package propria.trial.analysis;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/// The distributions that tests and intervals are read from.
public final class Distributions {

    private static final NormalDistribution STANDARD = new NormalDistribution();
    private static final double MOST_FREEDOM = 1e7;

    private Distributions() {
    }

    /// The probability of a value up to `z`.
    public static double below(double z) {
        return Double.isNaN(z) ? Double.NaN : STANDARD.cumulativeProbability(z);
    }

    /// The probability of a value above `z`.
    public static double above(double z) {
        return below(-z);
    }

    /// The density at `z`.
    public static double density(double z) {
        return STANDARD.density(z);
    }

    /// The value below which a share `probability` lies.
    public static double quantile(double probability) {
        return STANDARD.inverseCumulativeProbability(probability);
    }

    /// The two-sided p-value of `z`.
    public static double twoSided(double z) {
        return 2 * below(-StrictMath.abs(z));
    }

    /// The value of Student's distribution below which a share `probability` lies.
    public static double student(double probability, double freedom) {
        return freedom > MOST_FREEDOM
                ? quantile(probability)
                : new TDistribution(freedom).inverseCumulativeProbability(probability);
    }

    /// The two-sided p-value of `t`.
    public static double studentTwoSided(double t, double freedom) {
        if (Double.isNaN(t)) {
            return Double.NaN;
        }
        return freedom > MOST_FREEDOM
                ? twoSided(t)
                : 2 * new TDistribution(freedom).cumulativeProbability(-StrictMath.abs(t));
    }

    /// The probability of a larger chi-squared.
    public static double chiSquaredAbove(double value, double freedom) {
        return Double.isNaN(value) ? Double.NaN : 1 - new ChiSquaredDistribution(freedom).cumulativeProbability(value);
    }
}
