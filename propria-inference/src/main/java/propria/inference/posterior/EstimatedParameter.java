package propria.inference.posterior;

/// A number to be estimated.
///
/// @param id its name
/// @param scale the scale on which it is searched
/// @param lower the least value, on the linear scale; minus infinity for none
/// @param upper the greatest value, on the linear scale; infinity for none
/// @param nominal a value to begin with, on the linear scale; not a number for none
/// @param prior what is known of it
/// @param priorScale the scale of the number that `prior` speaks of
public record EstimatedParameter(String id, Scale scale, double lower, double upper, double nominal,
        PriorDistribution prior, Scale priorScale) {

    public EstimatedParameter {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(id + " has its lower bound " + lower + " above its upper " + upper);
        }
    }

    /// A parameter whose prior speaks of the number on the scale of the search.
    ///
    /// @param lower on the linear scale
    /// @param upper on the linear scale
    public static EstimatedParameter of(String id, Scale scale, double lower, double upper, double nominal,
            PriorDistribution prior) {
        return new EstimatedParameter(id, scale, lower, upper, nominal, prior, scale);
    }

    /// The least number on the scale.
    public double scaledLower() {
        return scale.of(lower);
    }

    /// The greatest number on the scale.
    public double scaledUpper() {
        return scale.of(upper);
    }

    /// The logarithm of the prior density, as it is stated: of the number on `priorScale`.
    ///
    /// @param scaled the number on `scale`
    public double logPrior(double scaled) {
        return prior.logDensity(stated(scaled));
    }

    /// The logarithm of what turns the stated density into one of the number on `scale`.
    public double logVolume(double scaled) {
        return scale == priorScale ? 0 : scale.logDerivative(scaled) - priorScale.logDerivative(stated(scaled));
    }

    /// The derivative of [#logPrior].
    public double slopeOfLogPrior(double scaled) {
        return prior.slope(stated(scaled)) * statedSlope(scaled);
    }

    /// The derivative of [#logVolume].
    public double slopeOfLogVolume(double scaled) {
        return scale == priorScale
                ? 0
                : scale.derivativeOfLogDerivative(scaled)
                        - priorScale.derivativeOfLogDerivative(stated(scaled)) * statedSlope(scaled);
    }

    /// What the prior adds to the information on the number on `scale`, about.
    public double priorInformation(double scaled) {
        double slope = statedSlope(scaled);
        return prior.information() * slope * slope;
    }

    /// The number on `scale` below which the prior has a probability.
    ///
    /// @param probability between 0 and 1
    public double priorQuantile(double probability) {
        double value = scale == priorScale
                ? prior.quantile(probability)
                : scale.of(priorScale.value(prior.quantile(probability)));
        return StrictMath.min(scaledUpper(), StrictMath.max(scaledLower(), value));
    }

    private double stated(double scaled) {
        return scale == priorScale ? scaled : priorScale.of(scale.value(scaled));
    }

    private double statedSlope(double scaled) {
        return scale == priorScale ? 1 : scale.derivative(scaled) / priorScale.derivative(stated(scaled));
    }
}
