package propria.inference.petab.simulate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.engine.Method;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
import propria.engine.simulate.RestSearch;
import propria.engine.simulate.Simulator;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Simulates until nothing changes any more, events included. A state counts as steady when the search for a state of rest
/// that begins there ends next to it; the state of rest is the answer.
final class SteadyState {

    private static final double FIRST_SPAN = 100;
    private static final double GROWTH = 10;
    private static final double LONGEST = 1e9;
    private static final double NEAR = 1e-5;
    private static final double NEAR_ABSOLUTE = 1e-9;

    private final PreparedModel prepared;
    private final Tolerances tolerances;

    SteadyState(PreparedModel prepared, Tolerances tolerances) {
        this.prepared = prepared;
        this.tolerances = tolerances;
    }

    /// The steady state that a state leads to.
    ///
    /// @param first the model to begin with
    /// @param time at the beginning
    /// @throws ProblemException I101 if none is reached
    Map<String, Double> from(CompiledModel first, Map<String, Double> state, double time) {
        Map<String, Double> now = state;
        CompiledModel model = first;
        double t = time;
        for (double span = FIRST_SPAN; span <= LONGEST; span *= GROWTH) {
            now = end(model, now, t, t + span);
            t += span;
            Optional<Map<String, Double>> rest = rest(now, t);
            if (rest.isPresent()) {
                return rest.get();
            }
            model = prepared.from(now, t);
        }
        throw new ProblemException(Problem.error("I101", "the model comes to no steady state",
                "something still changes after " + t + " units of time",
                "look for oscillation or growth at these parameters, or measure at a time"));
    }

    private Map<String, Double> end(CompiledModel model, Map<String, Double> state, double from, double to) {
        List<String> outputs = prepared.settable();
        Trajectory end = new Simulator(model).simulate(new SimulationRequest(state, List.of(), from, to, List.of(to),
                outputs, tolerances, Method.AUTOMATIC));
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < outputs.size(); i++) {
            values.put(outputs.get(i), end.value(0, i));
        }
        return values;
    }

    private Optional<Map<String, Double>> rest(Map<String, Double> state, double time) {
        Optional<Map<String, Double>> found = new RestSearch(prepared.compiled()).from(time, state);
        if (found.isEmpty()) {
            return found;
        }
        Map<String, Double> rest = new LinkedHashMap<>(state);
        for (Map.Entry<String, Double> entry : found.get().entrySet()) {
            double before = state.getOrDefault(entry.getKey(), Double.NaN);
            double apart = StrictMath.abs(entry.getValue() - before);
            if (!(apart <= NEAR * StrictMath.abs(before) + NEAR_ABSOLUTE)) {
                return Optional.empty();
            }
            rest.put(entry.getKey(), entry.getValue());
        }
        return Optional.of(rest);
    }
}
