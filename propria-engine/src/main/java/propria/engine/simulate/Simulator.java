package propria.engine.simulate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import propria.engine.ScheduledChange;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
import propria.engine.solve.Change;
import propria.engine.solve.StepLoop;
import propria.engine.step.Equations;
import propria.engine.step.StepFailure;
import propria.engine.step.StepMethod;
import propria.engine.step.StepMethods;
import propria.engine.system.EventLogic;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Simulates one model again and again; holds its own memory, so one a thread.
public final class Simulator {

    private final CompiledModel model;
    private final Equations equations;
    private final Map<StepMethods, StepMethod> methods = new EnumMap<>(StepMethods.class);
    private Tolerances tolerances = Tolerances.DEFAULT;

    /// @throws ProblemException N113 if events draw random numbers: the same call would not give the same course
    public Simulator(CompiledModel model) {
        for (EventLogic event : model.system().events()) {
            if (!event.draws().isEmpty()) {
                throw new ProblemException(Problem.error("N113", "event " + event.id() + " draws random numbers",
                        "differential equations have one course", "simulate with --stochastic"));
            }
        }
        this.model = model;
        this.equations = new Equations(model.system());
    }

    /// Simulates one subject.
    ///
    /// @throws IllegalArgumentException if an id is not of the model; names the nearest
    /// @throws SimulationFailure if the march cannot go on
    public Trajectory simulate(SimulationRequest request) {
        double[] p = model.parameters(request.values());
        double[] y = model.initialState(request.start(), p, request.values());
        equations.begin(p);
        int[] columns = request.outputs().stream().mapToInt(model::outputIndex).toArray();
        double[] times = request.outputTimes().stream().mapToDouble(Double::doubleValue).toArray();
        try {
            double[] values = new StepLoop(equations, method(request)).run(y, request.start(), request.end(),
                    places(request.changes()), times, columns);
            return new Trajectory(request.outputs(), request.outputTimes(), values, equations.counters());
        } catch (StepFailure failure) {
            throw SimulationFailure.of(failure, model, equations.counters());
        }
    }

    private StepMethod method(SimulationRequest request) {
        if (!request.tolerances().equals(tolerances)) {
            methods.clear();
            tolerances = request.tolerances();
        }
        return methods.computeIfAbsent(StepMethods.of(request.method()), chosen -> chosen.on(equations, tolerances));
    }

    private List<Change> places(List<ScheduledChange> changes) {
        List<Change> places = new ArrayList<>(changes.size());
        for (ScheduledChange change : changes) {
            switch (change) {
                case ScheduledChange.Bolus(var time, var target, var amount) ->
                    places.add(new Change.Add(time, model.stateIndex(target), amount, Double.POSITIVE_INFINITY));
                case ScheduledChange.CappedBolus(var time, var target, var amount, var cap) ->
                    places.add(new Change.Add(time, model.stateIndex(target), amount, cap));
                case ScheduledChange.Assignment(var time, var target, var value) ->
                    places.add(model.stateIds().contains(target)
                            ? new Change.SetState(time, model.stateIndex(target), value)
                            : new Change.SetParameter(time, model.parameterIndex(target), value));
                case ScheduledChange.Infusion(var time, var end, var target, var rate) ->
                    places.add(new Change.Infuse(time, end, model.stateIndex(target), rate));
            }
        }
        return places;
    }
}
