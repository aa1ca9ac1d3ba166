package propria.trial.reading;

import java.util.ArrayList;
import java.util.List;
import propria.trial.design.AnalysisMethod;
import propria.trial.design.Estimand;
import propria.trial.design.TrialDesign;
import propria.trial.design.TrialEndpoint;

/// An estimand in an arm against the comparator.
///
/// @param arm place among those of the allocation, from 1
public record Hypothesis(Estimand estimand, int arm) {

    /// All of a design: estimand by estimand, within one arm by arm.
    public static List<Hypothesis> of(TrialDesign design) {
        List<Hypothesis> all = new ArrayList<>();
        for (Estimand estimand : design.estimands()) {
            for (int arm = 1; arm < design.allocation().size(); arm++) {
                all.add(new Hypothesis(estimand, arm));
            }
        }
        return all;
    }

    /// 1 when a larger effect is better, -1 when a smaller one is.
    public int better(TrialDesign design) {
        return switch (design.endpoint(estimand)) {
            case TrialEndpoint.Binary _ -> 1;
            case TrialEndpoint.Change _ -> -1;
            case TrialEndpoint.Time time -> (estimand.analysis() == AnalysisMethod.WEIBULL) == time.loss() ? 1 : -1;
        };
    }

    /// What its effect is measured in.
    public String measure() {
        return switch (estimand.analysis()) {
            case RISK_DIFFERENCE_WALD, RISK_DIFFERENCE_NEWCOMBE, RISK_DIFFERENCE_MIETTINEN_NURMINEN, CMH ->
                "risk difference";
            case LOGISTIC -> "log odds ratio";
            case ANCOVA, MMRM -> "difference of change";
            case LOG_RANK, COX -> "log hazard ratio";
            case WEIBULL -> "log time ratio";
        };
    }
}
