package propria.inference.petab.simulate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.engine.system.EquationSystem;
import propria.engine.system.EventLogic;
import propria.formats.petab.problem.PetabProblem;
import propria.model.Event;
import propria.model.Model;

/// The compiled model of a problem, and the same model for going on from a state in which some triggers hold already.
/// Safe to share.
final class PreparedModel {

    private final PetabProblem problem;
    private final PeriodEvents periods;
    private final Model model;
    private final CompiledModel compiled;
    private final List<String> settable;
    private final Map<BitSet, CompiledModel> goingOn = new ConcurrentHashMap<>();

    PreparedModel(PetabProblem problem) {
        this.problem = problem;
        this.periods = new PeriodEvents(problem);
        this.model = periods.model();
        this.compiled = ModelCompiler.compile(model);
        List<String> ids = new ArrayList<>(compiled.stateIds());
        compiled.parameterIds().stream().filter(compiled.outputIds()::contains).forEach(ids::add);
        this.settable = List.copyOf(ids);
    }

    PetabProblem problem() {
        return problem;
    }

    PeriodEvents periods() {
        return periods;
    }

    CompiledModel compiled() {
        return compiled;
    }

    /// All that can be given a value.
    List<String> settable() {
        return settable;
    }

    /// The values at the start, before anything happens.
    ///
    /// @param given those that differ from the model's
    Map<String, Double> initial(Map<String, Double> given, double time) {
        EquationSystem system = compiled.system();
        double[] p = compiled.parameters(given);
        double[] y = compiled.initialState(time, p, given);
        double[] outputs = new double[system.outputCount()];
        system.outputs(time, y, p, new double[system.scratchSize()], outputs);
        Map<String, Double> values = new LinkedHashMap<>();
        settable.forEach(id -> values.put(id, outputs[compiled.outputIndex(id)]));
        return values;
    }

    /// The model to go on with, whose triggers are taken to hold as they do at a state.
    CompiledModel from(Map<String, Double> state, double time) {
        List<EventLogic> events = compiled.system().events();
        if (events.isEmpty()) {
            return compiled;
        }
        double[] p = compiled.parameters(state);
        double[] y = compiled.initialState(time, p, state);
        double[] scratch = new double[compiled.system().scratchSize()];
        BitSet holding = new BitSet();
        for (int e = 0; e < events.size(); e++) {
            holding.set(e, events.get(e).trigger(time, y, p, scratch));
        }
        return goingOn.computeIfAbsent(holding, this::compile);
    }

    private CompiledModel compile(BitSet holding) {
        Map<String, Boolean> held = new HashMap<>();
        for (int e = 0; e < compiled.system().events().size(); e++) {
            held.put(compiled.system().events().get(e).id(), holding.get(e));
        }
        List<Event> events = model.events().stream()
                .map(e -> new Event(e.id(), e.trigger(), held.getOrDefault(e.id(), e.triggerInitially()),
                        e.persistent(), e.delay(), e.priority(), e.valuesFromTrigger(), e.assignments(),
                        e.description(), e.definedAt()))
                .toList();
        return ModelCompiler.compile(new Model(model.id(), model.description(), model.units(), model.defaults(),
                model.compartments(), model.species(), model.parameters(), model.functions(), model.reactions(),
                model.rules(), model.initialAssignments(), events, model.constraints(), model.conversionFactor()));
    }
}
