package propria.engine.sensitivity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.engine.Direction;
import propria.engine.RestSensitivity;
import propria.engine.SensitivityRequest;
import propria.engine.SensitivityTrajectory;
import propria.engine.SimulationRequest;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
import propria.engine.solve.Change;
import propria.engine.solve.StepLoop;
import propria.engine.step.Bdf;
import propria.engine.step.Equations;
import propria.engine.step.StepFailure;

/// Runs a model with derivatives.
public final class Sensitivities {

    private Sensitivities() {
    }

    /// Simulates.
    ///
    /// @param equations of the model; begun here
    /// @param changes those of the request, with their places
    /// @throws StepFailure when the march cannot go on
    public static SensitivityTrajectory simulate(CompiledModel model, Equations equations, SensitivityRequest request,
            List<Change> changes) {
        SimulationRequest asked = request.simulation();
        List<Direction> directions = request.directions();
        SensitivityStart start = SensitivityStart.of(model, equations, directions, asked.outputs(), asked.values(),
                asked.start());
        double[] scales = directions.stream().mapToDouble(Direction::scale).toArray();
        double[] times = asked.outputTimes().stream().mapToDouble(Double::doubleValue).toArray();
        int[] columns = asked.outputs().stream().mapToInt(model::outputIndex).toArray();
        ForwardSensitivities follower = new ForwardSensitivities(start.tangents(), asked.tolerances(), scales,
                request.controlled(), times.length, columns.length);
        follower.begin(start.sensitivities(), asked.end() - asked.start());
        Bdf method = new Bdf(equations, asked.tolerances(), follower.steps());
        double[] values = new StepLoop(equations, method, follower).run(start.states(), asked.start(), asked.end(),
                changes, times, columns);
        Trajectory trajectory = new Trajectory(asked.outputs(), asked.outputTimes(), values, equations.counters());
        return new SensitivityTrajectory(trajectory, directions.stream().map(Direction::name).toList(),
                follower.derivatives());
    }

    /// The derivatives of a state of rest.
    ///
    /// @param values of parameters and states from which the rest was searched
    /// @param rest the states at rest, by id
    /// @return empty where the state of rest does not tell how it moves
    public static Optional<RestSensitivity> atRest(CompiledModel model, Equations equations, double time,
            Map<String, Double> values, Map<String, Double> rest, List<Direction> directions) {
        SensitivityStart start = SensitivityStart.of(model, equations, directions, model.stateIds(), values, time);
        double[] y = model.initialState(time, equations.parameters(), rest);
        if (!RestTangents.find(start.tangents(), time, y, start.sensitivities())) {
            return Optional.empty();
        }
        Map<String, List<Double>> derivatives = new HashMap<>();
        model.stateIds().forEach(id -> derivatives.put(id, new ArrayList<>()));
        double[] changes = new double[model.stateIds().size()];
        start.tangents().at(y);
        for (int column = 0; column < directions.size(); column++) {
            start.tangents().along(column, start.sensitivities(), 0);
            start.tangents().evaluate(start.tangents().functions().outputs(), time, changes);
            for (int k = 0; k < changes.length; k++) {
                derivatives.getOrDefault(model.stateIds().get(k), List.of()).add(changes[k]);
            }
        }
        derivatives.replaceAll((_, gradient) -> List.copyOf(gradient));
        return Optional.of(new RestSensitivity(rest, derivatives));
    }
}
