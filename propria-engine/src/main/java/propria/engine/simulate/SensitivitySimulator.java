package propria.engine.simulate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.engine.Direction;
import propria.engine.Method;
import propria.engine.RestSensitivity;
import propria.engine.SensitivityRequest;
import propria.engine.SensitivityTrajectory;
import propria.engine.compile.CompiledModel;
import propria.engine.sensitivity.Sensitivities;
import propria.engine.step.Equations;
import propria.engine.step.StepFailure;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Simulates one model with derivatives by parameters and initial values, again and again; holds its own memory, so one a
/// thread. Derivatives are solutions of the sensitivity equations beside the states, not differences of simulations.
public final class SensitivitySimulator {

    private final CompiledModel model;
    private final Equations equations;
    private final Sensitivities sensitivities;

    /// @throws ProblemException N113 if events draw random numbers
    public SensitivitySimulator(CompiledModel model) {
        Simulator.refuseDraws(model);
        this.model = model;
        this.equations = new Equations(model.system());
        this.sensitivities = new Sensitivities(model, equations);
    }

    /// Simulates one subject.
    ///
    /// @throws IllegalArgumentException if an id is not of the model; names the nearest
    /// @throws ProblemException N410 if the model has delays or fast reactions, N402 if the method has no sensitivities
    /// @throws SimulationFailure if the march cannot go on; N207 where the time of an event has no derivative
    public SensitivityTrajectory simulate(SensitivityRequest request) {
        Method method = request.simulation().method();
        if (method != Method.AUTOMATIC && method != Method.BDF) {
            throw new ProblemException(Problem.error("N402", "method " + method + " has no sensitivities",
                    "they march on the steps of backward differentiation", "name BDF, or no method"));
        }
        try {
            return sensitivities.simulate(request,
                    ChangePlaces.of(request.simulation().changes(), model));
        } catch (StepFailure failure) {
            throw SimulationFailure.of(failure, model, equations.counters());
        }
    }

    /// Searches a state of rest as [RestSearch#from] does, and how it moves: by the implicit function theorem, where sums
    /// that no reaction changes move as they do at the start.
    ///
    /// @param time at which formulas that name it are evaluated, in the model's time unit
    /// @param values of parameters and states, as for a simulation
    /// @return empty when no state of rest was found, or none that moves smoothly
    public Optional<RestSensitivity> rest(double time, Map<String, Double> values, List<Direction> directions) {
        return new RestSearch(model).from(time, values).flatMap(
                states -> sensitivities.atRest(time, values, states, directions));
    }
}
