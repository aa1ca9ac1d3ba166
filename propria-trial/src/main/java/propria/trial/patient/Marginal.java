package propria.trial.patient;

import java.util.List;
import java.util.Optional;
import org.hipparchus.distribution.continuous.NormalDistribution;
import propria.engine.random.Normal;
import propria.model.problem.SourceLocation;

/// The distribution of one number among patients: a trait they have, or a baseline that they should have.
///
/// @param name of the number
/// @param kind which distribution
/// @param centre mean of the normal before truncation, median of the log-normal, share of ones
/// @param spread standard deviation of the normal before truncation, of the natural logarithm for the log-normal
/// @param low nothing lies below
/// @param high nothing lies above
/// @param weights of the counts `low`, `low` + 1, …; empty for other kinds
/// @param source the claim that it rests on; assumed without one
public record Marginal(String name, Kind kind, double centre, double spread, double low, double high,
        List<Double> weights, Optional<String> source, SourceLocation place) {

    private static final NormalDistribution STANDARD = new NormalDistribution();

    /// The distributions.
    public enum Kind {
        NORMAL,
        LOG_NORMAL,
        SHARE,
        COUNT
    }

    public Marginal {
        weights = List.copyOf(weights);
    }

    /// The value at a standard normal number: its quantile at the same probability.
    public double at(double normal) {
        return switch (kind) {
            case NORMAL -> centre + spread * inside(normal);
            case LOG_NORMAL -> centre * StrictMath.exp(spread * inside(normal));
            case SHARE -> STANDARD.cumulativeProbability(normal) > 1 - centre ? 1 : 0;
            case COUNT -> count(STANDARD.cumulativeProbability(normal));
        };
    }

    private double count(double probability) {
        double total = weights.stream().mapToDouble(Double::doubleValue).sum();
        double below = 0;
        for (int i = 0; i < weights.size(); i++) {
            below += weights.get(i) / total;
            if (probability < below) {
                return low + i;
            }
        }
        return low + weights.size() - 1;
    }

    /// A standard normal number moved into the truncated range, by probability.
    private double inside(double normal) {
        if (low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY || spread == 0) {
            return normal;
        }
        double from = STANDARD.cumulativeProbability(score(low));
        double to = STANDARD.cumulativeProbability(score(high));
        double probability = from + (to - from) * STANDARD.cumulativeProbability(normal);
        return Normal.quantile(StrictMath.min(1 - 1e-15, StrictMath.max(1e-15, probability)));
    }

    /// The standard normal number at which a value lies, for a normal or log-normal distribution; infinite outside its
    /// range.
    public double normal(double value) {
        double from = STANDARD.cumulativeProbability(score(low));
        double to = STANDARD.cumulativeProbability(score(high));
        double probability = (STANDARD.cumulativeProbability(score(value)) - from) / (to - from);
        if (!(probability > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        return probability < 1 ? Normal.quantile(probability) : Double.POSITIVE_INFINITY;
    }

    private double score(double value) {
        if (kind == Kind.LOG_NORMAL) {
            return value <= 0 ? Double.NEGATIVE_INFINITY : StrictMath.log(value / centre) / spread;
        }
        return (value - centre) / spread;
    }
}
