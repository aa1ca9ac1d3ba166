package propria.trial.clinical.response;

import org.hipparchus.special.Gamma;

/// Counts of successes whose probability differs between arms beyond what is known of them: the beta-binomial distribution
/// (Skellam 1948, doi:10.1111/j.2517-6161.1948.tb00014.x) with mean `p` and intraclass correlation `1 / (1 + size)`.
public final class BetaBinomial {

    private BetaBinomial() {
    }

    /// The natural logarithm of the probability of a count.
    ///
    /// @param p the mean share, between 0 and 1
    /// @param size of the beta distribution, above 0
    public static double logProbability(int count, int n, double p, double size) {
        double a = p * size;
        double b = (1 - p) * size;
        return Gamma.logGamma(n + 1) - Gamma.logGamma(count + 1) - Gamma.logGamma(n - count + 1)
                + rising(a, count) + rising(b, n - count) - rising(size, n);
    }

    /// The logarithm of `x (x + 1) … (x + count - 1)`.
    private static double rising(double x, int count) {
        if (count > 12) {
            return Gamma.logGamma(x + count) - Gamma.logGamma(x);
        }
        double product = 1;
        for (int i = 0; i < count; i++) {
            product *= x + i;
        }
        return StrictMath.log(product);
    }

    private static double risingSlope(double x, int count) {
        if (count > 30) {
            return Gamma.digamma(x + count) - Gamma.digamma(x);
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += 1 / (x + i);
        }
        return sum;
    }

    /// The derivatives of the logarithm with respect to `p` and to `size`.
    static double[] slopes(int count, int n, double p, double size) {
        double byA = risingSlope(p * size, count);
        double byB = risingSlope((1 - p) * size, n - count);
        double whole = risingSlope(size, n);
        return new double[]{size * (byA - byB), p * byA + (1 - p) * byB - whole};
    }
}
