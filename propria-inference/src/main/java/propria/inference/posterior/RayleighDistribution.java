package propria.inference.posterior;

import org.hipparchus.distribution.continuous.AbstractRealDistribution;

/// The Rayleigh distribution: density `x / s² exp(-x² / (2 s²))` above zero.
final class RayleighDistribution extends AbstractRealDistribution {

    private static final long serialVersionUID = 1L;

    private final double scale;

    RayleighDistribution(double scale) {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("the scale must be above zero: " + scale);
        }
        this.scale = scale;
    }

    @Override
    public double density(double x) {
        return StrictMath.exp(logDensity(x));
    }

    @Override
    public double logDensity(double x) {
        double z = x / scale;
        return x <= 0 ? Double.NEGATIVE_INFINITY : StrictMath.log(z / scale) - z * z / 2;
    }

    @Override
    public double cumulativeProbability(double x) {
        double z = x / scale;
        return x <= 0 ? 0 : -StrictMath.expm1(-z * z / 2);
    }

    @Override
    public double inverseCumulativeProbability(double p) {
        return scale * StrictMath.sqrt(-2 * StrictMath.log1p(-p));
    }

    @Override
    public double getNumericalMean() {
        return scale * StrictMath.sqrt(StrictMath.PI / 2);
    }

    @Override
    public double getNumericalVariance() {
        return (4 - StrictMath.PI) / 2 * scale * scale;
    }

    @Override
    public double getSupportLowerBound() {
        return 0;
    }

    @Override
    public double getSupportUpperBound() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean isSupportConnected() {
        return true;
    }
}
