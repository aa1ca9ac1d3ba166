package propria.trial.pool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import propria.trial.analysis.Distributions;

/// How likely a share of untreated patients is beside published pools. On the logit scale a pool lies about the share of its model
/// with the pool's own standard error and a deviation between trials, `y ~ normal(x, s^2 + tau^2)`, as in a meta-analytic
/// predictive prior (H. Schmidli et al., Biometrics 70 (2014), 1023-1032, section 2); `tau` is averaged over its posterior. Rows of
/// the same trials count as one observation: the mean of their log densities stands for them (a composite likelihood scaled to one
/// observation; F. Pauli, W. Racugno, L. Ventura, Statistica Sinica 21 (2011), 149-164).
///
/// @param pools that are held against
/// @param spreads draws of the standard deviation between trials
record PoolLikelihood(List<PlaceboPool> pools, double[] spreads) {

    /// A draw contradicts when as large a distance has a smaller probability than this.
    private static final double CONTRADICTED = 0.05;

    /// The logarithm of the likelihood of simulated shares, up to a constant that is the same for all.
    ///
    /// @param logits of the simulated shares, by pool
    double log(double[] logits) {
        double[] logs = Arrays.stream(spreads).map(tau -> log(logits, tau)).toArray();
        double most = Arrays.stream(logs).max().orElse(Double.NaN);
        double sum = Arrays.stream(logs).map(l -> StrictMath.exp(l - most)).sum();
        return most + StrictMath.log(sum / logs.length);
    }

    private double log(double[] logits, double tau) {
        double sum = 0;
        for (List<Integer> rows : bodies().values()) {
            for (int row : rows) {
                double variance = variance(row, tau);
                double distance = logits[row] - pools.get(row).logit();
                sum -= (StrictMath.log(variance) + distance * distance / variance) / 2 / rows.size();
            }
        }
        return sum;
    }

    private double variance(int row, double tau) {
        return pools.get(row).error() * pools.get(row).error() + tau * tau;
    }

    /// The standard deviation between trials: root of the mean square over its posterior.
    double spread() {
        return StrictMath.sqrt(Arrays.stream(spreads).map(t -> t * t).average().orElse(Double.NaN));
    }

    /// How many standard errors a simulated share is away from a pool.
    double distance(int row, double logit) {
        return (logit - pools.get(row).logit()) / StrictMath.sqrt(variance(row, spread()));
    }

    /// Whether simulated shares are within what chance and differences between trials do: the squares of distances, their mean for
    /// rows of the same trials, are no larger than all but one in twenty chi-squared of as many bodies of trials.
    boolean agrees(double[] logits) {
        double sum = 0;
        for (List<Integer> rows : bodies().values()) {
            for (int row : rows) {
                double away = distance(row, logits[row]);
                sum += away * away / rows.size();
            }
        }
        return Distributions.chiSquaredAbove(sum, bodies().size()) >= CONTRADICTED;
    }

    /// The rows of each body of trials.
    Map<String, List<Integer>> bodies() {
        Map<String, List<Integer>> bodies = new LinkedHashMap<>();
        for (int row = 0; row < pools.size(); row++) {
            bodies.computeIfAbsent(pools.get(row).trials(), _ -> new ArrayList<>()).add(row);
        }
        return bodies;
    }
}
