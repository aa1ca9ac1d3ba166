package propria.study.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import propria.study.Endpoint;
import propria.study.Observable;
import propria.study.Study;
import propria.study.uncertainty.UncertaintyPlan;
import propria.study.uncertainty.UncertaintyPlan.Parameters;

/// What an arm came to at an endpoint, and by how much it differs from its control.
///
/// @param arm the index of the arm
/// @param estimate the arm mean; its middle over draws
/// @param control the index of the arm that it is compared with
/// @param effect treated minus control, on the same subjects; its middle over draws
/// @param draws the effect in each draw; the arm mean where nothing is compared
public record Effect(Endpoint endpoint, int arm, Middle estimate, Optional<Integer> control, Optional<Middle> effect,
        double[] draws) {

    /// The part of what could be that an interval holds.
    public static final double LEVEL = 0.9;

    /// The middle of a distribution and the central [#LEVEL] of it.
    public record Middle(double value, double lower, double upper) {

        static final double[] ENDS = {(1 - LEVEL) / 2, (1 + LEVEL) / 2};

        /// The middle of values that are numbers.
        public static Middle of(double[] values) {
            double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
            return new Middle(Distribution.quantile(sorted, 0.5), Distribution.quantile(sorted, (1 - LEVEL) / 2),
                    Distribution.quantile(sorted, (1 + LEVEL) / 2));
        }
    }

    /// The effects of every endpoint, in their order: the treated arm, then its control.
    public static List<Effect> of(Study study, Outcomes outcomes) {
        List<Effect> effects = new ArrayList<>();
        for (Endpoint endpoint : study.endpoints()) {
            if (endpoint.comparison().isEmpty()) {
                for (int arm = 0; arm < study.arms().size(); arm++) {
                    effects.add(effect(study, endpoint, outcomes, arm, Optional.empty()));
                }
            } else {
                int treated = study.armIndex(endpoint.comparison().get().treated());
                int control = study.armIndex(endpoint.comparison().get().control());
                effects.add(effect(study, endpoint, outcomes, treated, Optional.of(control)));
                effects.add(effect(study, endpoint, outcomes, control, Optional.empty()));
            }
        }
        return effects;
    }

    private static Effect effect(Study study, Endpoint endpoint, Outcomes outcomes, int arm,
            Optional<Integer> control) {
        List<String> ids = study.observables().stream().map(Observable::id).toList();
        int observable = ids.indexOf(endpoint.observable().id());
        int time = outcomes.timeIndex(endpoint.at());
        boolean one = outcomes.draws() == 1;
        double[] means = outcomes.means(arm, observable, time);
        Middle estimate = one
                ? around(means[0], outcomes.quantiles(arm, observable, time, Middle.ENDS))
                : Middle.of(means);
        if (control.isEmpty()) {
            return new Effect(endpoint, arm, estimate, control, Optional.empty(), means);
        }
        double[] differences = outcomes.differences(arm, control.get(), observable, time);
        Middle effect = one
                ? around(differences[0],
                        outcomes.differenceQuantiles(arm, control.get(), observable, time, Middle.ENDS))
                : Middle.of(differences);
        return new Effect(endpoint, arm, estimate, control, Optional.of(effect), differences);
    }

    private static Middle around(double mean, double[] ends) {
        return new Middle(mean, ends[0], ends[1]);
    }

    /// What the intervals of a run contain, in words.
    public static String contains(UncertaintyPlan plan, Outcomes outcomes) {
        if (outcomes.draws() == 1) {
            return "spread between " + outcomes.subjects() + " animals; parameters as they stand";
        }
        return switch (plan.parameters()) {
            case Parameters.FromPosterior(var posterior) -> "what the calibration left open of "
                    + posterior.ofModel().size() + " parameters, all others at their values, for the mean of "
                    + outcomes.subjects() + " animals";
            case Parameters.FromPriors _,Parameters.Fixed _ ->
                "parameter uncertainty of the mean of " + outcomes.subjects() + " animals";
        };
    }
}
