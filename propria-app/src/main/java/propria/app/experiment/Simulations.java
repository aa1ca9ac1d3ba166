package propria.app.experiment;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.IntStream;
import propria.engine.SimulationRequest;
import propria.engine.Trajectory;
import propria.engine.stochastic.StochasticSimulator;
import propria.formats.sedml.document.SedSimulation;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Makes single simulations with the engine.
final class Simulations {

    /// More numbers than this are not recorded.
    private static final long MOST_NUMBERS = 50_000_000;

    private final Map<String, SequencedSet<String>> recorded;
    private final Map<String, Choice> choices = new HashMap<>();
    private final Set<Problem> warnings = new LinkedHashSet<>();
    private long numbers;
    private int runs;

    /// @param recorded the quantities to record, by model
    Simulations(Map<String, SequencedSet<String>> recorded) {
        this.recorded = recorded;
    }

    List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    /// Simulates a model from where it stands.
    ///
    /// @param goesOn whether something may go on from where it ends
    Result run(SedSimulation simulation, ModelState state, boolean goesOn) {
        Choice choice = choices.computeIfAbsent(simulation.id(), _ -> Choice.of(simulation));
        warnings.addAll(choice.warnings());
        return switch (simulation) {
            case SedSimulation.UniformTimeCourse course ->
                course(course, state, choice, course.initialTime(), times(course), goesOn);
            case SedSimulation.OneStep step -> course(step, state, choice, state.time(),
                    List.of(state.time() + step.step()), goesOn);
            case SedSimulation.SteadyState _ -> {
                SteadyState.reach(state, choice);
                List<String> outputs = List.copyOf(outputs(state, false));
                Map<String, double[]> values = new LinkedHashMap<>();
                outputs.forEach(id -> values.put(id, new double[]{state.current(id)}));
                yield new Result.Single(state.model().id(), new double[]{state.time()}, values);
            }
        };
    }

    private static List<Double> times(SedSimulation.UniformTimeCourse course) {
        double start = course.outputStartTime();
        double end = course.outputEndTime();
        int steps = course.steps();
        if (steps == 0 || start == end) {
            return List.of(end);
        }
        return IntStream.rangeClosed(0, steps)
                .mapToObj(i -> i == steps ? end : start + (end - start) * i / steps).toList();
    }

    private SequencedSet<String> outputs(ModelState state, boolean goesOn) {
        SequencedSet<String> outputs = new LinkedHashSet<>(
                recorded.getOrDefault(state.model().id(), new LinkedHashSet<>()));
        if (goesOn) {
            outputs.addAll(state.all());
        }
        return outputs;
    }

    private Result course(SedSimulation simulation, ModelState state, Choice choice, double start, List<Double> times,
            boolean goesOn) {
        List<String> outputs = List.copyOf(outputs(state, goesOn));
        numbers += (long) times.size() * outputs.size();
        if (numbers > MOST_NUMBERS) {
            throw new ProblemException(Problem.error("D023", simulation.place(),
                    "the experiment records more than " + MOST_NUMBERS + " numbers", "",
                    "record fewer times, or take fewer turns"));
        }
        Trajectory course = trajectory(state, choice, new SimulationRequest(state.values(), List.of(), start,
                times.getLast(), times, outputs, choice.tolerances(), choice.method()));
        Map<String, double[]> columns = new LinkedHashMap<>();
        Set<String> wanted = outputs(state, false);
        for (int column = 0; column < outputs.size(); column++) {
            if (wanted.contains(outputs.get(column))) {
                columns.put(outputs.get(column), course.column(column));
            }
        }
        if (goesOn) {
            state.take(course, times.getLast());
        }
        return new Result.Single(state.model().id(), times.stream().mapToDouble(t -> t).toArray(), columns);
    }

    private Trajectory trajectory(ModelState state, Choice choice, SimulationRequest request) {
        if (choice.turns().isEmpty()) {
            return state.model().simulator(state.isUnderWay()).simulate(request);
        }
        StochasticSimulator simulator = new StochasticSimulator(
                state.isUnderWay() ? state.model().going() : state.model().compiled(), 1);
        return simulator.trajectory(request, choice.turns().get(), choice.seed(), runs++);
    }
}
