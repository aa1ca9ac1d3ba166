package propria.bench.workload;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import propria.engine.Method;
import propria.engine.ScheduledChange;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.model.Compartment;
import propria.model.Model;
import propria.model.Species;

/// One simulation to compare.
///
/// @param name what tables call it
/// @param values parameters and initial states that differ from the model's
/// @param changes what is done from outside
/// @param times when outputs are recorded, ascending; the first is the start, the last the end
/// @param outputs the ids recorded, the states first
/// @param floor the absolute tolerance as a share of the relative one, in the unit of what the solvers hold; empty where
///        it follows from the sizes of the states
public record Workload(String name, Model model, CompiledModel compiled, Map<String, Double> values,
        List<ScheduledChange> changes, List<Double> times, List<String> outputs, OptionalDouble floor) {

    public Workload {
        values = Map.copyOf(values);
        changes = List.copyOf(changes);
        times = List.copyOf(times);
        outputs = List.copyOf(outputs);
    }

    /// A model as it is written, from zero to `end`, its states recorded at `points` times.
    ///
    /// @throws propria.model.problem.ProblemException if the model cannot be carried out
    public static Workload of(String name, Model model, double end, int points) {
        CompiledModel compiled = ModelCompiler.compile(model);
        return new Workload(name, model, compiled, Map.of(), List.of(),
                IntStream.range(0, points).mapToObj(k -> end * k / (points - 1)).toList(), compiled.stateIds(),
                OptionalDouble.empty());
    }

    public int states() {
        return compiled.stateIds().size();
    }

    /// The error of every state counts.
    public Subject subject() {
        return new Subject(name, states(), outputs.size(), sizes(), floor);
    }

    public SimulationRequest request(Tolerances tolerances, Method method) {
        return new SimulationRequest(values, changes, times.getFirst(), times.getLast(), times, outputs, tolerances,
                method);
    }

    /// The same with nothing but the states recorded.
    public Workload statesAlone() {
        return new Workload(name, model, compiled, values, changes, times, compiled.stateIds(), floor);
    }

    /// The value of a parameter before anything changes it.
    public double value(String parameter) {
        return compiled.parameters(values)[compiled.parameterIndex(parameter)];
    }

    /// What the solvers hold at the start when these values are given.
    double[] start(Map<String, Double> given) {
        return compiled.initialState(times.getFirst(), compiled.parameters(given), given);
    }

    /// For each state, by what its output is multiplied to give what the solvers hold: the size of its compartment at the
    /// start where the id is a concentration.
    public double[] sizes() {
        double[] sizes = new double[states()];
        for (int i = 0; i < sizes.length; i++) {
            String id = compiled.stateIds().get(i);
            sizes[i] = model.species().stream().filter(s -> s.id().equals(id) && !s.substanceOnly()).findFirst()
                    .map(this::size).orElse(1.0);
        }
        return sizes;
    }

    private double size(Species species) {
        return model.compartments().stream().filter(c -> c.id().equals(species.compartment()) && c.dimensions() != 0)
                .map(Compartment::id).filter(compiled.outputIds()::contains).map(compiled::defaultValue).findFirst()
                .orElse(1.0);
    }
}
