package propria.trial.analysis.missing;

import propria.engine.random.Streams;

/// A sequence of random numbers that two numbers name. Used by one thread.
public final class Chance {

    private static final String PURPOSE = "imputation";

    private final Streams streams;
    private final int first;
    private final int second;
    private int next;

    /// @param seed of the streams
    public Chance(long seed, int first, int second) {
        this.streams = new Streams(seed);
        this.first = first;
        this.second = second;
    }

    /// Between 0 and 1, neither of them.
    public double uniform() {
        return streams.uniform(first, second, PURPOSE, next++);
    }

    /// Standard normal.
    public double normal() {
        return streams.normal(first, second, PURPOSE, next++);
    }

    /// Of a gamma distribution with scale 1: G. Marsaglia, W. W. Tsang, ACM Trans Math Softw 26 (2000), 363-372.
    ///
    /// @param shape above 0
    public double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                if (StrictMath.log(uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                    return d * v;
                }
            }
        }
    }

    /// Chi-squared.
    public double chiSquared(double freedom) {
        return 2 * gamma(freedom / 2);
    }

    /// Of a beta distribution.
    public double beta(double a, double b) {
        double x = gamma(a);
        return x / (x + gamma(b));
    }
}
