package propria.trial.design;

import java.util.List;
import propria.trial.analysis.sequential.AlphaSpending;

/// Looks at the primary estimand.
///
/// @param information shares of the patients, ascending, the last is 1
/// @param futility z below which the trial stops at each look but the last, not binding; empty for none
public record LookPlan(List<Double> information, AlphaSpending spending, List<Double> futility) {

    public LookPlan {
        information = List.copyOf(information);
        futility = List.copyOf(futility);
    }
}
