package propria.trial.clinical.forecast;

import propria.inference.prediction.Mixture;

/// The predicted distribution of what a row shows.
public sealed interface Forecast {

    /// The mean, in the unit in which it is written.
    double mean();

    /// The value up to which a share of the distribution lies.
    double quantile(double probability);

    /// The natural logarithm of the probability, or density, of what was seen.
    double logScore(double seen);

    /// The probability of less than what was seen, and half of that of exactly that.
    double rank(double seen);

    /// A count out of some, written in per cent of those. Its quantiles are those of the count spread evenly over half a
    /// patient on either side, so that intervals hold as often as they say and not more often because counts are few.
    ///
    /// @param probabilities of each count from 0
    record Count(double[] probabilities) implements Forecast {

        private int n() {
            return probabilities.length - 1;
        }

        private int count(double percent) {
            return (int) StrictMath.max(0, StrictMath.min(n(), StrictMath.round(percent * n() / 100)));
        }

        @Override
        public double mean() {
            double sum = 0;
            for (int i = 0; i < probabilities.length; i++) {
                sum += i * probabilities[i];
            }
            return 100 * sum / n();
        }

        @Override
        public double quantile(double probability) {
            double sum = 0;
            for (int i = 0; i <= n(); i++) {
                if (sum + probabilities[i] >= probability) {
                    double within = (probability - sum) / probabilities[i];
                    return StrictMath.max(0, StrictMath.min(100, 100 * (i - 0.5 + within) / n()));
                }
                sum += probabilities[i];
            }
            return 100;
        }

        @Override
        public double logScore(double seen) {
            return StrictMath.log(StrictMath.max(probabilities[count(seen)], Double.MIN_NORMAL));
        }

        @Override
        public double rank(double seen) {
            int count = count(seen);
            double sum = probabilities[count] / 2;
            for (int i = 0; i < count; i++) {
                sum += probabilities[i];
            }
            return sum;
        }
    }

    /// A number.
    record Number(Mixture distribution) implements Forecast {

        @Override
        public double mean() {
            return distribution.mean();
        }

        @Override
        public double quantile(double probability) {
            return distribution.quantile(probability);
        }

        @Override
        public double logScore(double seen) {
            return distribution.logDensity(seen);
        }

        @Override
        public double rank(double seen) {
            return distribution.cdf(seen);
        }
    }
}
