package propria.engine.simulate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import propria.engine.Method;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
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
        refuseDraws(model);
        this.model = model;
        this.equations = new Equations(model.system());
    }

    static void refuseDraws(CompiledModel model) {
        for (EventLogic event : model.system().events()) {
            if (!event.draws().isEmpty()) {
                throw new ProblemException(Problem.error("N113", "event " + event.id() + " draws random numbers",
                        "differential equations have one course", "simulate with --stochastic"));
            }
        }
    }

    /// Simulates one subject.
    ///
    /// @throws IllegalArgumentException if an id is not of the model; names the nearest
    /// @throws ProblemException N115 if the method cannot carry out algebraic rules
    /// @throws SimulationFailure if the march cannot go on
    public Trajectory simulate(SimulationRequest request) {
        double[] p = model.parameters(request.values());
        double[] y = model.initialState(request.start(), p, request.values());
        equations.begin(p);
        int[] columns = request.outputs().stream().mapToInt(model::outputIndex).toArray();
        double[] times = request.outputTimes().stream().mapToDouble(Double::doubleValue).toArray();
        try {
            double[] values = new StepLoop(equations, method(request)).run(y, request.start(), request.end(),
                    ChangePlaces.of(request.changes(), model), times, columns);
            return new Trajectory(request.outputs(), request.outputTimes(), values, equations.counters(),
                    used(request.method()));
        } catch (StepFailure failure) {
            throw SimulationFailure.of(failure, model, equations.counters());
        }
    }

    private List<Method> used(Method asked) {
        if (asked != Method.AUTOMATIC) {
            return List.of(asked);
        }
        List<Method> used = new ArrayList<>();
        if (equations.counters().steps() > equations.explicitSteps()) {
            used.add(Method.BDF);
        }
        if (equations.explicitSteps() > 0) {
            used.add(Method.TSITOURAS);
        }
        return used;
    }

    private StepMethod method(SimulationRequest request) {
        if (!StepMethods.of(request.method()).isImplicit() && model.system().algebraicStates().length > 0) {
            throw new ProblemException(Problem.error("N115", "an explicit method cannot carry out algebraic rules",
                    "the model has algebraic rules or fast reactions, which hold at every moment",
                    "use --method bdf, rosenbrock or radau"));
        }
        if (!request.tolerances().equals(tolerances)) {
            methods.clear();
            tolerances = request.tolerances();
        }
        return methods.computeIfAbsent(StepMethods.of(request.method()), chosen -> chosen.on(equations, tolerances));
    }
}
