package propria.engine.sensitivity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import propria.engine.Direction;
import propria.engine.RestSensitivity;
import propria.engine.SensitivityRequest;
import propria.engine.SensitivityTrajectory;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
import propria.engine.solve.Change;
import propria.engine.solve.StepLoop;
import propria.engine.step.Bdf;
import propria.engine.step.Equations;
import propria.engine.step.StepFailure;

/// Runs a model with derivatives, again and again; what a run needs is made once for each kind of question.
public final class Sensitivities {

    private final CompiledModel model;
    private final Equations equations;
    private final Map<Question, Run> runs = new HashMap<>();

    private record Question(Set<String> moving, int directions, List<String> outputs, Tolerances tolerances,
            boolean controlled) {
    }

    private record Run(Tangents tangents, ForwardSensitivities follower, StepLoop loop) {
    }

    /// @param equations of the model; begun by each run
    public Sensitivities(CompiledModel model, Equations equations) {
        this.model = model;
        this.equations = equations;
    }

    private Run run(Question asked) {
        Tangents tangents = new Tangents(equations, model.tangents(asked.moving(), asked.outputs()),
                asked.directions());
        ForwardSensitivities follower = new ForwardSensitivities(tangents, asked.tolerances(), asked.controlled(),
                asked.outputs().size());
        Bdf method = new Bdf(equations, asked.tolerances(), follower.steps());
        return new Run(tangents, follower, new StepLoop(equations, method, follower));
    }

    /// Simulates.
    ///
    /// @param changes those of the request, with their places
    /// @throws StepFailure when the march cannot go on
    /// @throws propria.model.problem.ProblemException N410 if derivatives are not carried through the model
    public SensitivityTrajectory simulate(SensitivityRequest request, List<Change> changes) {
        SimulationRequest asked = request.simulation();
        List<Direction> directions = request.directions();
        Run run = runs.computeIfAbsent(new Question(SensitivityStart.moving(directions), directions.size(),
                asked.outputs(), asked.tolerances(), request.controlled()), this::run);
        SensitivityStart start = SensitivityStart.of(model, run.tangents(), directions, asked.values(), asked.start());
        double[] scales = directions.stream().mapToDouble(Direction::scale).toArray();
        double[] times = asked.outputTimes().stream().mapToDouble(Double::doubleValue).toArray();
        int[] columns = asked.outputs().stream().mapToInt(model::outputIndex).toArray();
        run.follower().begin(start.sensitivities(), scales, asked.end() - asked.start(), times.length);
        double[] values = run.loop().run(start.states(), asked.start(), asked.end(), changes, times, columns);
        Trajectory trajectory = new Trajectory(asked.outputs(), asked.outputTimes(), values, equations.counters());
        return new SensitivityTrajectory(trajectory, directions.stream().map(Direction::name).toList(),
                run.follower().derivatives());
    }

    /// The derivatives of a state of rest.
    ///
    /// @param values of parameters and states from which the rest was searched
    /// @param rest the states at rest, by id
    /// @return empty where the state of rest does not tell how it moves
    public Optional<RestSensitivity> atRest(double time, Map<String, Double> values, Map<String, Double> rest,
            List<Direction> directions) {
        Tangents tangents = new Tangents(equations,
                model.tangents(SensitivityStart.moving(directions), model.stateIds()), directions.size());
        SensitivityStart start = SensitivityStart.of(model, tangents, directions, values, time);
        double[] y = model.initialState(time, equations.parameters(), rest);
        if (!RestTangents.find(tangents, time, y, start.sensitivities())) {
            return Optional.empty();
        }
        Map<String, List<Double>> derivatives = new HashMap<>();
        model.stateIds().forEach(id -> derivatives.put(id, new ArrayList<>()));
        double[] changes = new double[model.stateIds().size()];
        tangents.at(y);
        for (int column = 0; column < directions.size(); column++) {
            tangents.along(column, start.sensitivities(), 0);
            tangents.evaluate(tangents.functions().outputs(), time, changes);
            for (int k = 0; k < changes.length; k++) {
                derivatives.getOrDefault(model.stateIds().get(k), List.of()).add(changes[k]);
            }
        }
        derivatives.replaceAll((_, gradient) -> List.copyOf(gradient));
        return Optional.of(new RestSensitivity(rest, derivatives));
    }
}
