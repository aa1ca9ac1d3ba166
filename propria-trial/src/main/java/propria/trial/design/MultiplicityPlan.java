package propria.trial.design;

import java.util.List;

/// How hypotheses share alpha. They are numbered estimand by estimand and, within one, arm by arm.
///
/// @param weights of a graph; empty for other procedures
/// @param transitions of a graph; empty for other procedures
public record MultiplicityPlan(Procedure procedure, List<Double> weights, List<List<Double>> transitions) {

    public MultiplicityPlan {
        weights = List.copyOf(weights);
        transitions = transitions.stream().map(List::copyOf).toList();
    }

    /// The procedures.
    public enum Procedure {
        /// Each hypothesis by itself: nothing is held over all of them.
        NONE,
        BONFERRONI,
        HOLM,
        HOCHBERG,
        FIXED_SEQUENCE,
        GRAPH
    }
}
