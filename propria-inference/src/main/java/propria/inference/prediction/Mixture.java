package propria.inference.prediction;

import java.util.List;

/// A distribution of a number as a weighted sum of normal ones on a comparison scale, written in the unit of a table.
///
/// @param parts their weights sum to 1
/// @param least the smallest value that can be written
/// @param most the largest value that can be written
public record Mixture(List<Part> parts, double least, double most) {

    private static final int HALVINGS = 48;
    private static final double[] NODES = {-3.75043971772574, -2.36675941073454, -1.15440539473997, 0,
            1.15440539473997, 2.36675941073454, 3.75043971772574};
    private static final double[] NODE_WEIGHTS = {5.48268855972e-4, 3.07571239675865e-2, 0.240123178605013,
            0.457142857142857, 0.240123178605013, 3.07571239675865e-2, 5.48268855972e-4};

    public Mixture {
        parts = List.copyOf(parts);
    }

    /// How the comparison scale is written.
    public enum Form {
        /// The share of a maximum: values beyond 0 and 1 are written as 0 and 1.
        SHARE,
        /// As it is.
        LINEAR,
        /// The natural logarithm.
        LOG,
        /// The logit of a percentage.
        LOGIT
    }

    /// One normal distribution.
    ///
    /// @param unit what one unit of the comparison scale is: the maximum of a score, else 1
    public record Part(Form form, double unit, double weight, double mean, double sd) {

        private double on(double value) {
            return switch (form) {
                case SHARE -> value / unit;
                case LINEAR -> value;
                case LOG -> value > 0 ? StrictMath.log(value) : Double.NEGATIVE_INFINITY;
                case LOGIT -> logit(value / unit);
            };
        }

        /// A percentage of exactly 0 or 100 is half a subject of a hundred away from it.
        static double logit(double share) {
            double inside = StrictMath.min(0.995, StrictMath.max(0.005, share));
            return StrictMath.log(inside / (1 - inside));
        }

        private double value(double x) {
            return switch (form) {
                case SHARE -> unit * StrictMath.max(0, StrictMath.min(1, x));
                case LINEAR -> x;
                case LOG -> StrictMath.exp(x);
                case LOGIT -> unit / (1 + StrictMath.exp(-x));
            };
        }

        private double cdf(double value) {
            if ((form == Form.SHARE || form == Form.LOGIT) && value >= unit) {
                return 1;
            }
            if ((form == Form.SHARE || form == Form.LOGIT) && value < 0) {
                return 0;
            }
            return Gaussian.cdf((on(value) - mean) / sd);
        }

        private double density(double value) {
            double x = on(value);
            if (form == Form.SHARE && value <= 0) {
                return value < 0 ? 0 : Gaussian.cdf(-mean / sd);
            }
            if (form == Form.SHARE && value >= unit) {
                return value > unit ? 0 : Gaussian.cdf((mean - 1) / sd);
            }
            double density = StrictMath.exp(Gaussian.logDensity((x - mean) / sd)) / sd;
            return switch (form) {
                case SHARE -> density / unit;
                case LINEAR -> density;
                case LOG -> value > 0 ? density / value : 0;
                case LOGIT -> {
                    double share = StrictMath.min(0.995, StrictMath.max(0.005, value / unit));
                    yield density / (unit * share * (1 - share));
                }
            };
        }
    }

    /// The probability of a value up to `value`.
    public double cdf(double value) {
        double sum = 0;
        for (Part part : parts) {
            sum += part.weight() * part.cdf(value);
        }
        return sum;
    }

    /// The natural logarithm of the density; at the ends of a score, of the probability of the end.
    public double logDensity(double value) {
        double sum = 0;
        for (Part part : parts) {
            sum += part.weight() * part.density(value);
        }
        return StrictMath.log(StrictMath.max(sum, Double.MIN_NORMAL));
    }

    /// The value below which a share of the distribution lies.
    public double quantile(double probability) {
        double low = least;
        double high = most;
        if (cdf(low) >= probability) {
            return low;
        }
        boolean positive = low >= 0 && high > 1e6;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = positive
                    ? StrictMath.sqrt(StrictMath.max(low, 1e-9) * StrictMath.max(high, 1e-9))
                    : (low + high) / 2;
            if (cdf(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /// The mean: of each part by Gauss-Hermite quadrature with 7 nodes.
    public double mean() {
        double sum = 0;
        for (Part part : parts) {
            for (int k = 0; k < NODES.length; k++) {
                sum += part.weight() * NODE_WEIGHTS[k] * part.value(part.mean() + part.sd() * NODES[k]);
            }
        }
        return sum;
    }
}
