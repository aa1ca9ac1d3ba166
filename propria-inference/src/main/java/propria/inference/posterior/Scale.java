package propria.inference.posterior;

/// The scale on which a parameter is estimated; PEtab's `parameterScale`, and the logit for parts of a whole.
public enum Scale {
    /// The value itself.
    LINEAR,
    /// The natural logarithm, for what is above zero.
    LOG,
    /// The decimal logarithm, for what is above zero.
    LOG10,
    /// `ln(v / (1 - v))`, for what lies between 0 and 1.
    LOGIT;

    private static final double LN10 = StrictMath.log(10);

    /// A value on this scale.
    ///
    /// @param value the value itself
    /// @return not a number or infinite where the scale does not reach
    public double of(double value) {
        return switch (this) {
            case LINEAR -> value;
            case LOG -> StrictMath.log(value);
            case LOG10 -> StrictMath.log10(value);
            case LOGIT -> StrictMath.log(value) - StrictMath.log1p(-value);
        };
    }

    /// The value behind a number on this scale.
    public double value(double scaled) {
        return switch (this) {
            case LINEAR -> scaled;
            case LOG -> StrictMath.exp(scaled);
            case LOG10 -> StrictMath.pow(10, scaled);
            case LOGIT -> scaled < 0
                    ? StrictMath.exp(scaled) / (1 + StrictMath.exp(scaled))
                    : 1 / (1 + StrictMath.exp(-scaled));
        };
    }

    /// The logarithm of the derivative of the value with respect to the number on this scale.
    public double logDerivative(double scaled) {
        return switch (this) {
            case LINEAR -> 0;
            case LOG -> scaled;
            case LOG10 -> scaled * LN10 + StrictMath.log(LN10);
            case LOGIT -> -StrictMath.abs(scaled) - 2 * StrictMath.log1p(StrictMath.exp(-StrictMath.abs(scaled)));
        };
    }

    /// The derivative of the value with respect to the number on this scale.
    public double derivative(double scaled) {
        return this == LINEAR ? 1 : StrictMath.exp(logDerivative(scaled));
    }

    /// The derivative of [#logDerivative].
    public double derivativeOfLogDerivative(double scaled) {
        return switch (this) {
            case LINEAR -> 0;
            case LOG -> 1;
            case LOG10 -> LN10;
            case LOGIT -> 1 - 2 * value(scaled);
        };
    }
}
