package propria.inference.sample.chain;

import propria.inference.posterior.Evaluation;
import propria.inference.posterior.Evaluation.Order;
import propria.inference.posterior.LogPosterior;

/// A posterior over numbers without bounds: between two bounds the logit of the share of the way, beyond one bound the
/// logarithm of the distance, else the number itself. Densities change by the derivative of that.
final class Unbounded {

    private final LogPosterior posterior;
    private final double[] lower;
    private final double[] upper;

    Unbounded(LogPosterior posterior) {
        this.posterior = posterior;
        this.lower = posterior.space().lower();
        this.upper = posterior.space().upper();
    }

    /// The point behind free numbers.
    double[] point(double[] z) {
        double[] x = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            x[i] = switch (kind(i)) {
                case BOTH -> lower[i] + (upper[i] - lower[i]) * logistic(z[i]);
                case LOWER -> lower[i] + StrictMath.exp(z[i]);
                case UPPER -> upper[i] - StrictMath.exp(z[i]);
                case NONE -> z[i];
            };
        }
        return x;
    }

    /// The free numbers of a point; a point on a bound is taken a little inside.
    double[] free(double[] x) {
        double[] z = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            z[i] = switch (kind(i)) {
                case BOTH -> {
                    double share = (x[i] - lower[i]) / (upper[i] - lower[i]);
                    double inside = StrictMath.min(1 - 1e-6, StrictMath.max(1e-6, share));
                    yield StrictMath.log(inside / (1 - inside));
                }
                case LOWER -> StrictMath.log(StrictMath.max(1e-6, x[i] - lower[i]));
                case UPPER -> StrictMath.log(StrictMath.max(1e-6, upper[i] - x[i]));
                case NONE -> x[i];
            };
        }
        return z;
    }

    /// The density of free numbers and its gradient.
    Evaluation density(double[] z) {
        Evaluation inner = posterior.density(point(z), Order.GRADIENT);
        if (!inner.isDefined()) {
            return inner;
        }
        double value = inner.value();
        double[] gradient = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            switch (kind(i)) {
                case BOTH -> {
                    double share = logistic(z[i]);
                    double width = upper[i] - lower[i];
                    value += StrictMath.log(width) - StrictMath.abs(z[i])
                            - 2 * StrictMath.log1p(StrictMath.exp(-StrictMath.abs(z[i])));
                    gradient[i] = inner.gradient()[i] * width * share * (1 - share) + 1 - 2 * share;
                }
                case LOWER, UPPER -> {
                    double sign = kind(i) == Kind.LOWER ? 1 : -1;
                    value += z[i];
                    gradient[i] = sign * inner.gradient()[i] * StrictMath.exp(z[i]) + 1;
                }
                case NONE -> gradient[i] = inner.gradient()[i];
            }
        }
        return Evaluation.of(value, gradient);
    }

    private enum Kind {
        BOTH,
        LOWER,
        UPPER,
        NONE
    }

    private Kind kind(int i) {
        if (Double.isFinite(lower[i])) {
            return Double.isFinite(upper[i]) ? Kind.BOTH : Kind.LOWER;
        }
        return Double.isFinite(upper[i]) ? Kind.UPPER : Kind.NONE;
    }

    private static double logistic(double z) {
        return z < 0 ? StrictMath.exp(z) / (1 + StrictMath.exp(z)) : 1 / (1 + StrictMath.exp(-z));
    }
}
