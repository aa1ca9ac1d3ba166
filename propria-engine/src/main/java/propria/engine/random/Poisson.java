package propria.engine.random;

/// The Poisson distribution.
public final class Poisson {

    private static final double REJECTION_FROM = 10;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    private static final double[] LOG_FACTORIALS = new double[16];

    static {
        for (int k = 2; k < LOG_FACTORIALS.length; k++) {
            LOG_FACTORIALS[k] = LOG_FACTORIALS[k - 1] + StrictMath.log(k);
        }
    }

    private Poisson() {
    }

    /// A count.
    ///
    /// @param mean zero or more
    /// @return a whole number
    public static double draw(double mean, RandomStream random) {
        return mean < REJECTION_FROM ? quantile(mean, random.uniform()) : reject(mean, random);
    }

    /// The smallest count at which the distribution function passes `uniform`; takes as many steps as it counts.
    public static double quantile(double mean, double uniform) {
        double probability = StrictMath.exp(-mean);
        double below = probability;
        int count = 0;
        while (uniform > below && probability > 0) {
            count++;
            probability *= mean / count;
            below += probability;
        }
        return count;
    }

    /// Transformed rejection: Hörmann 1993, The transformed rejection method for generating Poisson random variables,
    /// algorithm PTRS (doi:10.1016/0167-6687(93)90997-4).
    private static double reject(double mean, RandomStream random) {
        double logMean = StrictMath.log(mean);
        double b = 0.931 + 2.53 * Math.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        double inner = 0.9277 - 3.6224 / (b - 2);
        while (true) {
            double u = random.uniform() - 0.5;
            double v = random.uniform();
            double side = 0.5 - Math.abs(u);
            double count = Math.floor((2 * a / side + b) * u + mean + 0.43);
            if (side >= 0.07 && v <= inner) {
                return count;
            }
            if (count < 0 || side < 0.013 && v > side) {
                continue;
            }
            double bound = StrictMath.log(v * inverseAlpha / (a / (side * side) + b));
            if (bound <= count * logMean - mean - logFactorial(count)) {
                return count;
            }
        }
    }

    /// The logarithm of `count!`, by Stirling's series where it is exact to the last bits.
    static double logFactorial(double count) {
        if (count < LOG_FACTORIALS.length) {
            return LOG_FACTORIALS[(int) count];
        }
        double n = count + 1;
        double square = n * n;
        double series = (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - 1.0 / 1680 / square) / square) / square) / n;
        return (n - 0.5) * StrictMath.log(n) - n + HALF_LOG_TWO_PI + series;
    }
}
