package propria.inference.posterior;

import java.util.List;
import org.hipparchus.distribution.RealDistribution;

/// What is known of a number before the data: a distribution, cut to an interval and normalised there, as PEtab version 2
/// has it. Immutable.
public final class PriorDistribution {

    private final PriorFamily family;
    private final List<Double> parameters;
    private final double lower;
    private final double upper;
    private final RealDistribution base;
    private final double below;
    private final double mass;

    /// @param parameters as [PriorFamily] says
    /// @param lower where the distribution is cut; minus infinity for nowhere
    /// @param upper where the distribution is cut; infinity for nowhere
    /// @throws IllegalArgumentException where the parameters mean no distribution, or the interval holds none of it
    public PriorDistribution(PriorFamily family, List<Double> parameters, double lower, double upper) {
        this.family = family;
        this.parameters = List.copyOf(parameters);
        this.lower = lower;
        this.upper = upper;
        this.base = distribution(family, this.parameters);
        this.below = lower == Double.NEGATIVE_INFINITY ? 0 : base.cumulativeProbability(inner(lower));
        double above = upper == Double.POSITIVE_INFINITY ? 1 : base.cumulativeProbability(inner(upper));
        this.mass = above - below;
        if (!(mass > 0)) {
            throw new IllegalArgumentException(
                    "the prior " + this + " has no probability between " + lower + " and " + upper);
        }
    }

    private static RealDistribution distribution(PriorFamily family, List<Double> parameters) {
        try {
            return family.base(parameters);
        } catch (org.hipparchus.exception.MathRuntimeException e) {
            throw new IllegalArgumentException(family.text() + parameters + " is no distribution: " + e.getMessage(),
                    e);
        }
    }

    /// A distribution that is not cut.
    public static PriorDistribution of(PriorFamily family, double... parameters) {
        return new PriorDistribution(family, java.util.Arrays.stream(parameters).boxed().toList(),
                Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /// Uniform between two bounds.
    public static PriorDistribution uniform(double lower, double upper) {
        return of(PriorFamily.UNIFORM, lower, upper);
    }

    /// Normal.
    public static PriorDistribution normal(double mean, double sd) {
        return of(PriorFamily.NORMAL, mean, sd);
    }

    public PriorFamily family() {
        return family;
    }

    public List<Double> parameters() {
        return parameters;
    }

    /// Where the distribution is cut from below.
    public double lower() {
        return lower;
    }

    /// Where the distribution is cut from above.
    public double upper() {
        return upper;
    }

    /// The same distribution, cut.
    public PriorDistribution within(double low, double high) {
        return new PriorDistribution(family, parameters, StrictMath.max(low, lower), StrictMath.min(high, upper));
    }

    /// The logarithm of the density; minus infinity outside.
    public double logDensity(double x) {
        if (x < lower || x > upper || family.isOfLogarithm() && !(x > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        double inner = inner(x);
        double log = base.logDensity(inner) - StrictMath.log(mass);
        return family.isOfLogarithm() ? log - inner : log;
    }

    /// The derivative of [#logDensity]; zero outside.
    public double slope(double x) {
        if (logDensity(x) == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        double a = parameters.getFirst();
        double b = parameters.getLast();
        return switch (family) {
            case CAUCHY -> -2 * (x - a) / (b * b + (x - a) * (x - a));
            case CHI_SQUARED -> (a / 2 - 1) / x - 0.5;
            case EXPONENTIAL -> -1 / a;
            case GAMMA -> (a - 1) / x - 1 / b;
            case LAPLACE -> -StrictMath.signum(x - a) / b;
            case LOG_LAPLACE -> (-StrictMath.signum(StrictMath.log(x) - a) / b - 1) / x;
            case LOG_NORMAL -> (-(StrictMath.log(x) - a) / (b * b) - 1) / x;
            case LOG_UNIFORM -> -1 / x;
            case NORMAL -> -(x - a) / (b * b);
            case RAYLEIGH -> 1 / x - x / (a * a);
            case UNIFORM -> 0;
        };
    }

    /// Minus the curvature of [#logDensity] where it is a parabola, and for other families a number not below zero that
    /// stands for it: what the prior adds to the information on the parameter.
    public double information() {
        double b = parameters.getLast();
        return switch (family) {
            case NORMAL -> 1 / (b * b);
            case LAPLACE, CAUCHY -> 1 / (2 * b * b);
            default -> 0;
        };
    }

    /// The value below which the number lies with a probability.
    ///
    /// @param probability between 0 and 1
    public double quantile(double probability) {
        double inner = base.inverseCumulativeProbability(below + mass * probability);
        double x = family.isOfLogarithm() ? StrictMath.exp(inner) : inner;
        return StrictMath.min(upper, StrictMath.max(lower, x));
    }

    /// The probability that the number is not above `x`.
    public double cumulative(double x) {
        if (x <= lower || family.isOfLogarithm() && !(x > 0)) {
            return 0;
        }
        return x >= upper ? 1 : (base.cumulativeProbability(inner(x)) - below) / mass;
    }

    private double inner(double x) {
        if (!family.isOfLogarithm()) {
            return x;
        }
        return x > 0 ? StrictMath.log(x) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PriorDistribution that && family == that.family && parameters.equals(that.parameters)
                && Double.compare(lower, that.lower) == 0 && Double.compare(upper, that.upper) == 0;
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(family, parameters, lower, upper);
    }

    @Override
    public String toString() {
        return family.text() + parameters;
    }
}
