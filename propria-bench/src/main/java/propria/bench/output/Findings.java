package propria.bench.output;

import java.util.List;
import propria.bench.measure.Finding;
import propria.bench.precision.Comparison;
import propria.bench.workload.Workloads;

/// All that a run has found.
///
/// @param goals and what was reached
/// @param single comparisons over single simulations
/// @param gradients comparisons over derivatives
/// @param refused what was not compared
public record Findings(List<Finding> goals, List<Comparison> single, List<Comparison> gradients,
        List<Workloads.Refused> refused) {

    public Findings {
        goals = List.copyOf(goals);
        single = List.copyOf(single);
        gradients = List.copyOf(gradients);
        refused = List.copyOf(refused);
    }
}
