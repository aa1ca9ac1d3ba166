package propria.inference.data;

/// A normal value of which only a range is known: below a limit of detection, above the end of a scale, between two
/// grades.
///
/// @param low minus infinity for none
/// @param high infinity for none
public record LimitedValue(double low, double high) {

    public LimitedValue {
        if (!(low < high)) {
            throw new IllegalArgumentException("the range is empty: " + low + " to " + high);
        }
    }

    /// Below a limit.
    public static LimitedValue below(double limit) {
        return new LimitedValue(Double.NEGATIVE_INFINITY, limit);
    }

    /// Above a limit.
    public static LimitedValue above(double limit) {
        return new LimitedValue(limit, Double.POSITIVE_INFINITY);
    }

    /// One of ordered grades, whose borders are on the scale of the prediction (McCullagh 1980, the cumulative probit).
    ///
    /// @param grade from 0
    /// @param borders ascending, one fewer than grades
    public static LimitedValue grade(int grade, double... borders) {
        return new LimitedValue(grade == 0 ? Double.NEGATIVE_INFINITY : borders[grade - 1],
                grade == borders.length ? Double.POSITIVE_INFINITY : borders[grade]);
    }

    /// The logarithm of the probability.
    ///
    /// @param mean predicted
    /// @param sd of the value, above zero
    public double logLikelihood(double mean, double sd) {
        return StandardNormal.logBetween((low - mean) / sd, (high - mean) / sd);
    }
}
