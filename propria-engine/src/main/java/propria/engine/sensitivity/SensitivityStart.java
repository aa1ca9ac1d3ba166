package propria.engine.sensitivity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import propria.engine.Direction;
import propria.engine.compile.CompiledModel;
import propria.engine.step.Equations;

/// States, parameters and their sensitivities where a run begins.
///
/// @param states at the start
/// @param sensitivities of the states, row by row
record SensitivityStart(double[] states, double[] sensitivities) {

    /// Begins a run of `equations`.
    ///
    /// @param given values of parameters and states, as for a simulation
    /// @throws IllegalArgumentException if an id is not of the model; names the nearest
    static SensitivityStart of(CompiledModel model, Tangents tangents, List<Direction> directions,
            Map<String, Double> given, double t) {
        Set<String> moving = moving(directions);
        Equations equations = tangents.equations();
        Map<String, Double> values = withAssigned(model, moving, given, t);
        double[] p = model.parameters(values);
        double[] y = model.initialState(t, p, values);
        equations.begin(p);
        double[] seeds = new double[model.system().parameterCount() * directions.size()];
        double[] sensitivities = new double[y.length * directions.size()];
        for (int j = 0; j < directions.size(); j++) {
            int column = j;
            directions.get(j).seeds().forEach((id, seed) -> {
                if (model.stateIds().contains(id)) {
                    sensitivities[model.stateIndex(id) * directions.size() + column] = seed;
                } else {
                    seeds[model.parameterIndex(id) * directions.size() + column] = seed;
                }
            });
        }
        tangents.begin(t, model.givenStates(values), model.givenParameters(values), seeds, sensitivities);
        return new SensitivityStart(y, sensitivities);
    }

    /// The ids of what directions move.
    static Set<String> moving(List<Direction> directions) {
        Set<String> moving = new TreeSet<>();
        directions.forEach(direction -> moving.addAll(direction.seeds().keySet()));
        return moving;
    }

    /// Gives what moves the value that its initial assignment would give.
    private static Map<String, Double> withAssigned(CompiledModel model, Set<String> moving, Map<String, Double> given,
            double t) {
        double[] states = model.givenStates(given);
        double[] parameters = model.givenParameters(given);
        if (moving.stream().noneMatch(id -> Double.isNaN(model.stateIds().contains(id)
                ? states[model.stateIndex(id)]
                : parameters[model.parameterIndex(id)]))) {
            return given;
        }
        Map<String, Double> values = new HashMap<>(given);
        double[] p = model.parameters(given);
        double[] outputs = new double[model.system().outputCount()];
        model.system().outputs(t, model.initialState(t, p, given), p, new double[model.system().scratchSize()],
                outputs);
        for (String id : moving) {
            double number = model.stateIds().contains(id)
                    ? states[model.stateIndex(id)]
                    : parameters[model.parameterIndex(id)];
            if (Double.isNaN(number)) {
                values.put(id, outputs[model.outputIndex(id)]);
            }
        }
        return values;
    }
}
