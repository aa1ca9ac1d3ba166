package propria.engine.stochastic;

import java.util.List;
import java.util.Map;
import propria.engine.SimulationRequest;
import propria.engine.compile.CompiledModel;

/// What every run of an ensemble does, in terms of places.
///
/// @param initial the states at the start
/// @param parameters prepared
/// @param columns the outputs recorded
record Task(double start, double end, double[] initial, double[] parameters, OutsideChanges changes, double[] times,
        int[] columns) {

    static Task of(SimulationRequest request, CompiledModel model) {
        Map<String, Double> values = request.values();
        double[] parameters = model.parameters(values);
        List<Double> times = request.outputTimes();
        return new Task(request.start(), request.end(), model.initialState(request.start(), parameters, values),
                parameters, new OutsideChanges(request.changes(), model),
                times.stream().mapToDouble(Double::doubleValue).toArray(),
                request.outputs().stream().mapToInt(model::outputIndex).toArray());
    }

    /// How many numbers a run records.
    int size() {
        return times.length * columns.length;
    }
}
