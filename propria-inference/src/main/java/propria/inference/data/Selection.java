package propria.inference.data;

/// Publication bias: how likely a result is to be published, by its outcome, against one that is significant and as
/// expected (weight functions of Hedges 1992, doi:10.1214/ss/1177011364, and Vevea & Hedges 1995,
/// doi:10.1007/BF02294384). A likelihood of what was published is divided by the chance of being published.
///
/// @param notSignificant the weight of a result that is not significant, above 0 and at most 1
/// @param opposite the weight of a significant result against what was expected, likewise
public record Selection(double notSignificant, double opposite) {

    /// Everything is published.
    public static final Selection NONE = new Selection(1, 1);

    public Selection {
        if (!(notSignificant > 0 && notSignificant <= 1 && opposite > 0 && opposite <= 1)) {
            throw new IllegalArgumentException("weights lie above 0 and at most at 1");
        }
    }

    private double weight(ReportedDirection outcome, ReportedDirection expected) {
        if (outcome == ReportedDirection.EQUAL) {
            return notSignificant;
        }
        return outcome == expected ? 1 : opposite;
    }

    /// What to add to the logarithm of a likelihood: the logarithm of the weight of what was found over its mean.
    ///
    /// @param found the outcome that was published
    /// @param expected what the authors hoped for; [ReportedDirection#EQUAL] for no hope, and then only significance counts
    /// @param chances of all outcomes by the model, before selection
    public double logCorrection(ReportedDirection found, ReportedDirection expected,
            DirectionRow.Probabilities chances) {
        double mean = 0;
        for (ReportedDirection outcome : ReportedDirection.values()) {
            mean += weight(outcome, hope(expected, outcome)) * chances.of(outcome);
        }
        return StrictMath.log(weight(found, hope(expected, found))) - StrictMath.log(mean);
    }

    private static ReportedDirection hope(ReportedDirection expected, ReportedDirection outcome) {
        return expected == ReportedDirection.EQUAL ? outcome : expected;
    }

    /// The chance that the model gives to each outcome among what is published.
    public DirectionRow.Probabilities published(DirectionRow.Probabilities chances, ReportedDirection expected) {
        double[] raw = new double[3];
        double sum = 0;
        for (ReportedDirection outcome : ReportedDirection.values()) {
            raw[outcome.ordinal()] = weight(outcome, hope(expected, outcome)) * chances.of(outcome);
            sum += raw[outcome.ordinal()];
        }
        return new DirectionRow.Probabilities(raw[0] / sum, raw[1] / sum, raw[2] / sum);
    }

    /// The outcomes of a normal estimate under a two-sided test by its own standard error.
    ///
    /// @param mean of the estimate by the model
    /// @param sd of the estimate by the model, all sources of variation together
    /// @param standardError that the test uses
    /// @param critical the quantile of the test, such as 1.96
    public static DirectionRow.Probabilities outcomes(double mean, double sd, double standardError, double critical) {
        double lower = StandardNormal.cumulative((-critical * standardError - mean) / sd);
        double higher = StandardNormal.cumulative((mean - critical * standardError) / sd);
        return new DirectionRow.Probabilities(lower, StrictMath.max(0, 1 - lower - higher), higher);
    }
}
