package propria.trial.safety;

import java.util.ArrayList;
import java.util.List;
import propria.trial.clinical.response.BetaBinomial;
import propria.trial.safety.SafetyForecast.Interval;

/// The posterior of a rate over trials that counted patients: beta-binomial counts with a rate that is common, and patients of
/// one trial who are alike by an intraclass correlation. Jeffreys' prior on the rate, a normal one on the logit of the
/// correlation; both on a grid, so nothing is drawn.
final class SafetyPool {

    private static final double LOWEST = -11;
    private static final double HIGHEST = 5;
    private static final double STEP = 0.1;
    private static final double SPREADS = 0.5;

    private final List<double[]> points = new ArrayList<>();
    private final double[] weights;

    /// What one arm counted.
    record Count(int events, int patients) {
    }

    /// @param mean of the logit of the intraclass correlation before any trial
    /// @param sd of the same
    SafetyPool(List<Count> counts, double mean, double sd) {
        List<Double> logs = new ArrayList<>();
        for (double logit = LOWEST; logit <= HIGHEST; logit += STEP) {
            double p = 1 / (1 + StrictMath.exp(-logit));
            for (double z = -2; z <= 2; z += SPREADS) {
                double size = StrictMath.exp(-(mean + sd * z));
                double log = 0.5 * StrictMath.log(p * (1 - p)) - 0.5 * z * z;
                for (Count count : counts) {
                    log += BetaBinomial.logProbability(count.events, count.patients, p, size);
                }
                points.add(new double[]{p, size});
                logs.add(log);
            }
        }
        double most = logs.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        weights = logs.stream().mapToDouble(log -> StrictMath.exp(log - most)).toArray();
        double sum = java.util.Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
    }

    /// The common rate.
    Interval rate() {
        double[] levels = {0.05, 0.5, 0.95};
        double[] found = new double[levels.length];
        for (int k = 0; k < levels.length; k++) {
            double sum = 0;
            int i = 0;
            while (i < weights.length - 1 && sum + weights[i] < levels[k]) {
                sum += weights[i];
                i++;
            }
            found[k] = points.get(i)[0];
        }
        return new Interval(found[0], found[1], found[2]);
    }

    /// How many patients of a new arm.
    Interval expected(int patients) {
        double[] probabilities = new double[patients + 1];
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 1e-7) {
                for (int k = 0; k <= patients; k++) {
                    probabilities[k] += weights[i] * StrictMath.exp(
                            BetaBinomial.logProbability(k, patients, points.get(i)[0], points.get(i)[1]));
                }
            }
        }
        return new Interval(at(probabilities, 0.05), at(probabilities, 0.5), at(probabilities, 0.95));
    }

    private static double at(double[] probabilities, double level) {
        double total = java.util.Arrays.stream(probabilities).sum();
        double sum = 0;
        for (int k = 0; k < probabilities.length; k++) {
            sum += probabilities[k] / total;
            if (sum >= level) {
                return k;
            }
        }
        return probabilities.length - 1.0;
    }
}
