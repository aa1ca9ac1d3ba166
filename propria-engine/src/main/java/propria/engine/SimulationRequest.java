package propria.engine;

import java.util.List;
import java.util.Map;

/// One simulation of one subject.
///
/// @param values parameters and initial states that differ from the model's, by id
/// @param changes what is done from outside, in any order; those at one time act in list order; none begins before
///        `start`, one after `end` does nothing
/// @param start the first time, in the model's time unit
/// @param end the last time, not before `start`
/// @param outputTimes when outputs are recorded, ascending, within `start` to `end`; a time at which a change happens
///        records the value after it
/// @param outputs the ids recorded: states, parameters, assignment rules, reactions (their rates)
public record SimulationRequest(Map<String, Double> values, List<ScheduledChange> changes, double start, double end,
        List<Double> outputTimes, List<String> outputs, Tolerances tolerances, Method method) {
    public SimulationRequest {
        values = Map.copyOf(values);
        changes = List.copyOf(changes);
        outputTimes = List.copyOf(outputTimes);
        outputs = List.copyOf(outputs);
    }
}
