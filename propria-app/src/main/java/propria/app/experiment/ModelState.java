package propria.app.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import propria.engine.Method;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
import propria.model.Species;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// How a model stands between simulations: at its start with some values set, or where the last simulation left it.
final class ModelState {

    private final LoadedModel model;
    private final Map<String, Double> values = new HashMap<>();
    private boolean underWay;
    private double time;

    ModelState(LoadedModel model) {
        this.model = model;
    }

    LoadedModel model() {
        return model;
    }

    boolean isUnderWay() {
        return underWay;
    }

    double time() {
        return time;
    }

    Map<String, Double> values() {
        return values;
    }

    /// Back to the start.
    void reset() {
        values.clear();
        underWay = false;
        time = 0;
    }

    /// Goes to where a simulation ended.
    ///
    /// @param end with all states and parameters as outputs; its last row counts
    void take(Trajectory end, double at) {
        int last = end.times().size() - 1;
        for (int column = 0; column < end.outputs().size(); column++) {
            if (isSettable(end.outputs().get(column))) {
                values.put(end.outputs().get(column), end.value(last, column));
            }
        }
        underWay = true;
        time = at;
    }

    /// Everything that a simulation must record for [#take].
    List<String> all() {
        List<String> all = new ArrayList<>(model.compiled().stateIds());
        model.compiled().parameterIds().stream().filter(model.compiled().outputIds()::contains).forEach(all::add);
        return all;
    }

    private boolean isSettable(String id) {
        return model.compiled().stateIds().contains(id) || model.compiled().parameterIds().contains(id);
    }

    /// Sets a quantity.
    ///
    /// @param attribute the attribute that the experiment names, such as `initialAmount`; may be empty
    /// @throws ProblemException D042 when it cannot be set
    void set(String id, String attribute, double value, SourceLocation place) {
        if (!isSettable(id)) {
            throw new ProblemException(Problem.error("D042", place, "the quantity " + id + " cannot be set",
                    "a rule, a rate law or the model itself fixes it", "set a parameter or the start of a state"));
        }
        values.put(id, model.species(id).map(s -> held(s, attribute, value)).orElse(value));
    }

    /// The value as the id means it in formulas: a concentration, or the amount of a species that has only amounts.
    private double held(Species species, String attribute, double value) {
        return switch (attribute) {
            case "initialAmount" -> species.substanceOnly() ? value : value / current(species.compartment());
            case "initialConcentration" ->
                species.substanceOnly() ? value * current(species.compartment()) : value;
            default -> value;
        };
    }

    /// The value of a quantity as the model stands.
    double current(String id) {
        CompiledModel compiled = underWay ? model.going() : model.compiled();
        if (!compiled.outputIds().contains(id)) {
            throw new ProblemException(Problem.error("D040", "the model " + model.id() + " has no value " + id, "",
                    "name a species, parameter, compartment or reaction"));
        }
        return model.simulator(underWay).simulate(new SimulationRequest(values, List.of(), time, time, List.of(time),
                List.of(id), Tolerances.DEFAULT, Method.BDF)).value(0, 0);
    }
}
