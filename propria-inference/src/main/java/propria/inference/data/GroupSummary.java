package propria.inference.data;

import org.hipparchus.special.Gamma;
import propria.inference.matrix.Vectors;

/// A group of animals as a paper reports it: mean, spread, number. With normal single values of mean `mu` and standard
/// deviation `sigma` the reported mean is normal with variance `sigma² / n`, the reported standard deviation `s` has
/// `(n - 1) s² / sigma²` of a chi-squared distribution with `n - 1` degrees of freedom, and both are independent
/// (Casella & Berger 2002, theorem 5.3.1): the likelihood is that of the single values, which nobody has.
///
/// @param mean as reported
/// @param spread as reported; zero or less for none
/// @param kind what the spread is
/// @param n the number of animals, at least one
/// @param readingError the standard deviation of reading numbers off a picture, in the unit of the mean; zero for a table
public record GroupSummary(double mean, double spread, SpreadKind kind, int n, double readingError) {

    /// What a spread is.
    public enum SpreadKind {
        /// The standard deviation of animals.
        SD,
        /// The standard error of the mean.
        SEM,
        /// The paper does not say.
        UNKNOWN
    }

    public GroupSummary {
        if (n < 1 || !Double.isFinite(mean) || readingError < 0) {
            throw new IllegalArgumentException("a group has a finite mean, animals, and no negative reading error");
        }
    }

    /// The logarithm of the likelihood.
    ///
    /// @param mu the predicted mean
    /// @param sigma the standard deviation of animals, above zero
    /// @param shareOfSem the probability that a spread of unknown kind is a standard error: the two readings are mixed
    public double logLikelihood(double mu, double sigma, double shareOfSem) {
        return logOfMean(mu, sigma) + (hasSpread() ? logOfSpread(sigma, shareOfSem) : 0);
    }

    /// Whether the spread says something.
    public boolean hasSpread() {
        return spread > 0 && n > 1;
    }

    /// The part of the mean.
    public double logOfMean(double mu, double sigma) {
        return StandardNormal.logDensity(mean, mu, StrictMath.sqrt(sigma * sigma / n + readingError * readingError));
    }

    /// The part of the spread, a density of the number that is reported.
    public double logOfSpread(double sigma, double shareOfSem) {
        double root = StrictMath.sqrt(n);
        return switch (kind) {
            case SD -> logDensityOfSd(spread, sigma);
            case SEM -> logDensityOfSd(spread * root, sigma) + StrictMath.log(root);
            case UNKNOWN -> Vectors.logSumExp(new double[]{
                    StrictMath.log1p(-shareOfSem) + logDensityOfSd(spread, sigma),
                    StrictMath.log(shareOfSem) + logDensityOfSd(spread * root, sigma) + StrictMath.log(root)});
        };
    }

    /// The density of a sample's standard deviation, from that of chi-squared. An error of reading is carried along by
    /// averaging over what may have been drawn (Gauss and Hermite, normal error).
    private double logDensityOfSd(double s, double sigma) {
        if (readingError == 0) {
            return logChi(s, sigma);
        }
        double error = readingError * (kind == SpreadKind.SD || s == spread ? 1 : StrictMath.sqrt(n));
        return HermiteRule.logMean(deviation -> logChi(StrictMath.abs(s + error * deviation), sigma));
    }

    private double logChi(double s, double sigma) {
        double half = (n - 1) / 2.0;
        double q = (n - 1) * s * s / (sigma * sigma);
        return StrictMath.log(2) + half * StrictMath.log(half) - Gamma.logGamma(half)
                + (n - 2) * StrictMath.log(s) - (n - 1) * StrictMath.log(sigma) - q / 2;
    }

    /// The chance that the spread is a standard error, after it has been seen.
    public double chanceOfSem(double sigma, double shareOfSem) {
        double root = StrictMath.sqrt(n);
        double sd = StrictMath.log1p(-shareOfSem) + logDensityOfSd(spread, sigma);
        double sem = StrictMath.log(shareOfSem) + logDensityOfSd(spread * root, sigma) + StrictMath.log(root);
        return StrictMath.exp(sem - Vectors.logSumExp(new double[]{sd, sem}));
    }
}
