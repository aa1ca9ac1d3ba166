package propria.trial.analysis;

/// What an analysis says of an effect.
///
/// @param value the estimate
/// @param error its standard error; not a number when the method has none
/// @param lower end of the interval
/// @param upper end of the interval
/// @param level of the interval, such as 0.95
/// @param p two-sided, of no effect
public record EffectEstimate(double value, double error, double lower, double upper, double level, double p) {

    /// Whether the interval holds a value.
    public boolean covers(double truth) {
        return lower <= truth && truth <= upper;
    }

    /// An estimate with a normal error.
    public static EffectEstimate normal(double value, double error, double level) {
        double half = Distributions.quantile(0.5 + level / 2) * error;
        return new EffectEstimate(value, error, value - half, value + half, level,
                Distributions.twoSided(value / error));
    }

    /// An estimate with an error of Student's distribution.
    ///
    /// @param freedom degrees of freedom
    public static EffectEstimate student(double value, double error, double freedom, double level) {
        double half = Distributions.student(0.5 + level / 2, freedom) * error;
        return new EffectEstimate(value, error, value - half, value + half, level,
                Distributions.studentTwoSided(value / error, freedom));
    }
}
