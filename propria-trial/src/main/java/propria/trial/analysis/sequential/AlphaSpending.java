package propria.trial.analysis.sequential;

import propria.trial.analysis.Distributions;

/// How much of alpha may be used up by when: K. K. G. Lan, D. L. DeMets, Biometrika 70 (1983), 659-663.
public enum AlphaSpending {
    /// Late, as boundaries of O'Brien and Fleming are.
    OBRIEN_FLEMING,
    /// Evenly, as boundaries of Pocock are.
    POCOCK;

    /// @param alpha of one side
    /// @param information share of the whole, from 0 to 1
    /// @return what may be used up by then
    public double spent(double alpha, double information) {
        if (information >= 1) {
            return alpha;
        }
        return switch (this) {
            case OBRIEN_FLEMING ->
                2 * Distributions.above(Distributions.quantile(1 - alpha / 2) / StrictMath.sqrt(information));
            case POCOCK -> alpha * StrictMath.log(1 + (StrictMath.E - 1) * information);
        };
    }
}
