package propria.trial.design;

/// How an estimand is estimated and tested.
public enum AnalysisMethod {
    RISK_DIFFERENCE_WALD,
    RISK_DIFFERENCE_NEWCOMBE,
    RISK_DIFFERENCE_MIETTINEN_NURMINEN,
    /// Common risk difference over strata, test of Cochran, Mantel and Haenszel.
    CMH,
    /// Log odds ratio, adjusted for strata.
    LOGISTIC,
    /// Difference of change, adjusted for baseline and strata.
    ANCOVA,
    /// Difference of change at the visit, from all visits.
    MMRM,
    /// Test of log-rank; the effect is Cox's log hazard ratio.
    LOG_RANK,
    /// Log hazard ratio, adjusted for strata.
    COX,
    /// Log time ratio of interval-censored times.
    WEIBULL;

    /// Whether it fits an endpoint.
    public boolean fits(TrialEndpoint endpoint) {
        return switch (this) {
            case RISK_DIFFERENCE_WALD, RISK_DIFFERENCE_NEWCOMBE, RISK_DIFFERENCE_MIETTINEN_NURMINEN, CMH, LOGISTIC ->
                endpoint instanceof TrialEndpoint.Binary;
            case ANCOVA, MMRM -> endpoint instanceof TrialEndpoint.Change;
            case LOG_RANK, COX, WEIBULL -> endpoint instanceof TrialEndpoint.Time;
        };
    }
}
