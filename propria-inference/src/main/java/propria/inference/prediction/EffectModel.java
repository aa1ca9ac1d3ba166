package propria.inference.prediction;

import propria.inference.design.Traits;

/// How a change in the model becomes the change that a study finds.
///
/// The improvement of an arm against no treatment that is expected of an outcome, in standard deviations between animals, is
/// `gain ((1 - own) A + own m) F`: `m` is the change of the outcome's own quantity, `A` the mean change of the core
/// outcomes (activity, weight, histology, length, TNF). Both are held within four, so that no exponential rise of a
/// cytokine counts for more than a cure. `F` is what the mechanisms leave out of how the product was given: a factor to
/// the power of each of its [Traits].
///
/// @param gain standard deviations found for each that the model gives
/// @param own the share of the outcome's own quantity
/// @param studySd the standard deviation between studies, shared by the outcomes of a study
/// @param rowSd the standard deviation between outcomes of a study
/// @param nullReported how often a result without difference is reported, relative to one with a difference
/// @param factors by what an improvement is multiplied for each trait
public record EffectModel(double gain, double own, double studySd, double rowSd, double nullReported,
        Factors factors) {

    /// Factors of traits; 1 where the mechanisms say it all.
    ///
    /// @param lost where authors take away what they hold the product to work by
    /// @param vein of cells given into a vein
    /// @param primed of a product that was primed
    /// @param late of treatment four days later than usual
    public record Factors(double lost, double vein, double primed, double late) {
    }

    /// The variance of a true improvement about the expected one.
    ///
    /// @param against the share of the difference between studies that a comparison keeps: less between two products
    double heterogeneity(double against) {
        return against * against * studySd * studySd + rowSd * rowSd;
    }

    /// The improvement of an arm against no treatment, in standard deviations between animals.
    ///
    /// @param ownChange of the outcome's own quantity
    /// @param overall mean change of the core outcomes
    public double improvement(double ownChange, double overall, Traits traits) {
        return gain * ((1 - own) * overall + own * ownChange) * factor(traits);
    }

    private double factor(Traits traits) {
        return (traits.lost() ? factors.lost() : 1) * (traits.vein() ? factors.vein() : 1)
                * (traits.primed() ? factors.primed() : 1)
                * (traits.late() == 0 ? 1 : StrictMath.exp(traits.late() * StrictMath.log(factors.late())));
    }

    /// The share of the difference between studies that a comparison with a treated arm keeps.
    ///
    /// @param againstProduct whether the comparator is another product: what a study does to both is not seen
    double keeps(boolean lost, boolean againstProduct) {
        return retained(lost) * (againstProduct ? 0.6 : 1);
    }

    /// The share of a deviation that is left where authors have taken away what works.
    double retained(boolean lost) {
        return lost ? StrictMath.min(1, factors.lost()) : 1;
    }
}
