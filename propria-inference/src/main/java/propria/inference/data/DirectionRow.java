package propria.inference.data;

import org.hipparchus.distribution.continuous.TDistribution;

/// A comparison of two groups of which only the outcome of a test is known. Lower, equal and higher are the outcomes of a
/// two-sided t-test: how large a "no difference" can be follows from the numbers of animals. The noncentral t distribution
/// is taken by Abramowitz & Stegun 26.7.10.
///
/// @param treated animals of the treated group, at least two
/// @param control animals of the other group, at least two
/// @param level of the test, such as 0.05
public record DirectionRow(int treated, int control, double level) {

    public DirectionRow {
        if (treated < 2 || control < 2 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException("two animals a group at least, and a level between 0 and 1");
        }
    }

    /// Probabilities of the three outcomes, which sum to one.
    public record Probabilities(double lower, double equal, double higher) {

        /// The one of an outcome.
        public double of(ReportedDirection direction) {
            return switch (direction) {
                case LOWER -> lower;
                case EQUAL -> equal;
                case HIGHER -> higher;
            };
        }
    }

    private double degrees() {
        return treated + control - 2.0;
    }

    private double critical() {
        return new TDistribution(degrees()).inverseCumulativeProbability(1 - level / 2);
    }

    /// The probabilities.
    ///
    /// @param effect the true difference over the usual standard deviation of animals [-]
    public Probabilities probabilities(double effect) {
        double lower = StrictMath.exp(log(ReportedDirection.LOWER, effect));
        double higher = StrictMath.exp(log(ReportedDirection.HIGHER, effect));
        return new Probabilities(lower, StrictMath.max(0, 1 - lower - higher), higher);
    }

    /// The logarithm of the probability of an outcome.
    public double log(ReportedDirection outcome, double effect) {
        double shift = effect / StrictMath.sqrt(1.0 / treated + 1.0 / control);
        double t = critical();
        double bend = t * (1 - 1 / (4 * degrees()));
        double width = StrictMath.sqrt(1 + t * t / (2 * degrees()));
        return switch (outcome) {
            case LOWER -> StandardNormal.logCumulative((-bend - shift) / width);
            case HIGHER -> StandardNormal.logCumulative((shift - bend) / width);
            case EQUAL -> StandardNormal.logBetween((-bend - shift) / width, (bend - shift) / width);
        };
    }
}
