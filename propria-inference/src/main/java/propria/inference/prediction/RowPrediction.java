package propria.inference.prediction;

/// What is predicted for a row.
public sealed interface RowPrediction {

    /// The natural logarithm of the probability, or of its density in the unit of the row, of what was observed.
    double logScore(double observed);

    /// The probabilities of a direction.
    ///
    /// @param lower than the comparator
    /// @param equal no difference that the study could show
    /// @param higher than the comparator
    record Direction(double lower, double equal, double higher) implements RowPrediction {

        @Override
        public double logScore(double observed) {
            return StrictMath.log(observed < 0 ? lower : observed > 0 ? higher : equal);
        }
    }

    /// The distribution of a number.
    record Value(Mixture distribution) implements RowPrediction {

        @Override
        public double logScore(double observed) {
            return distribution.logDensity(observed);
        }
    }
}
