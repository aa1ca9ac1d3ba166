package propria.trial.analysis.missing;

import java.util.List;
import propria.trial.analysis.AnalysisException;
import propria.trial.analysis.EffectEstimate;

/// Puts the analyses of several imputations together: D. B. Rubin, Multiple Imputation for Nonresponse in Surveys (1987), section
/// 3.1; degrees of freedom of J. Barnard, D. B. Rubin, Biometrika 86 (1999), 948-955.
///
/// @param estimate the mean of the estimates
/// @param within the mean of their squared errors
/// @param between the variance of the estimates
/// @param total the variance of the estimate
/// @param freedom degrees of freedom
public record RubinsRules(double estimate, double within, double between, double total, double freedom) {

    private static final double FIRST = 1;
    private static final double THIRD = 3;

    /// @param analyses one an imputation, at least two
    /// @param complete degrees of freedom of the analysis were nothing missing; may be infinite
    /// @throws AnalysisException when there are fewer than two, none has an error, or no degree of freedom is left
    public static RubinsRules of(List<EffectEstimate> analyses, double complete) {
        int m = analyses.size();
        if (m < 2) {
            throw new AnalysisException("two imputations are needed");
        }
        double estimate = 0;
        double within = 0;
        for (EffectEstimate a : analyses) {
            estimate += a.value() / m;
            within += a.error() * a.error() / m;
        }
        double between = 0;
        for (EffectEstimate a : analyses) {
            between += (a.value() - estimate) * (a.value() - estimate) / (m - 1);
        }
        double extra = (1 + 1.0 / m) * between;
        double total = within + extra;
        if (!(total > 0)) {
            throw new AnalysisException("imputed analyses have no error");
        }
        double freedom = freedom(m, extra / total, complete);
        if (!(freedom > 0)) {
            throw new AnalysisException("too few patients, or no imputed analysis with an error, for Rubin's rules");
        }
        return new RubinsRules(estimate, within, between, total, freedom);
    }

    /// @param share of the variance that is due to what is missing
    private static double freedom(int m, double share, double complete) {
        double old = share > 0 ? (m - 1) / (share * share) : Double.POSITIVE_INFINITY;
        if (Double.isInfinite(complete)) {
            return old;
        }
        double observed = (complete + FIRST) / (complete + THIRD) * complete * (1 - share);
        return Double.isInfinite(old) ? observed : old * observed / (old + observed);
    }

    /// The share by which what is missing raises the variance.
    public double increase() {
        return (total - within) / within;
    }

    /// With interval and test of Student's distribution.
    public EffectEstimate effect(double level) {
        return EffectEstimate.student(estimate, StrictMath.sqrt(total), freedom, level);
    }
}
