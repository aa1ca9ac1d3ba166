package propria.trial.design;

/// What patients of a trial share beside their arm: centres and the people who place cells there, donors and lots. All normal
/// with mean 0 on the scales named; new centres are drawn in each trial, donors and lots in each draw.
///
/// @param centres how many there are; patients come to each alike
/// @param symptomSpread standard deviation between centres of the shift of symptoms after baseline [logit]
/// @param skillSpread standard deviation between centres of the logarithm of the share of the effect that is attained
/// @param donors how many there are; patients take turns
/// @param lots of each donor
/// @param donorSpread standard deviation between donors of the logarithm of potency
/// @param lotSpread standard deviation between lots of one donor of the logarithm of potency
public record VarianceComponents(int centres, double symptomSpread, double skillSpread, int donors, int lots,
        double donorSpread, double lotSpread) {

    /// One centre, one lot.
    public static final VarianceComponents NONE = new VarianceComponents(1, 0, 0, 1, 1, 0, 0);

    public VarianceComponents {
        if (centres < 1 || donors < 1 || lots < 1 || !(symptomSpread >= 0) || !(skillSpread >= 0) || !(donorSpread >= 0)
                || !(lotSpread >= 0)) {
            throw new IllegalArgumentException("counts from 1 and spreads from 0");
        }
    }
}
