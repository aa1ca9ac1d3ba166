package propria.inference.prediction;

/// How a change in the model becomes the change that a study finds.
///
/// The improvement that is expected of an outcome, in standard deviations between animals, is
/// `gain ((1 - own) A + own m)`: `m` is the change of the outcome's own quantity, `A` the mean change of the core
/// outcomes (activity, weight, histology, length, TNF). Both are held within four, so that no exponential rise of a
/// cytokine counts for more than a cure.
///
/// @param gain standard deviations found for each that the model gives
/// @param own the share of the outcome's own quantity
/// @param studySd the standard deviation between studies, shared by the outcomes of a study
/// @param rowSd the standard deviation between outcomes of a study
/// @param retained the share of an improvement that is found when authors take away what they hold it to work by
/// @param nullReported how often a result without difference is reported, relative to one with a difference
public record EffectModel(double gain, double own, double studySd, double rowSd, double retained,
        double nullReported) {

    /// The variance of a true improvement about the expected one.
    ///
    /// @param against the share of the difference between studies that a comparison keeps: less between two products
    double heterogeneity(double against) {
        return against * against * studySd * studySd + rowSd * rowSd;
    }
}
