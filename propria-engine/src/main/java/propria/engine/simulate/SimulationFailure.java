package propria.engine.simulate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import propria.engine.Counters;
import propria.engine.compile.CompiledModel;
import propria.engine.step.StepFailure;
import propria.model.problem.Problem;

/// A simulation that could not be brought to its end.
public final class SimulationFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int STATES_NAMED = 3;

    private final double time;
    private final transient List<String> states;
    private final transient Problem problem;
    private final transient Counters counters;

    private SimulationFailure(double time, List<String> states, Problem problem, Counters counters) {
        super(problem.toString());
        this.time = time;
        this.states = states;
        this.problem = problem;
        this.counters = counters;
    }

    static SimulationFailure of(StepFailure failure, CompiledModel model, Counters counters) {
        double[] errors = failure.errors();
        List<String> worst = IntStream.range(0, errors.length).boxed()
                .sorted(Comparator
                        .comparingDouble(i -> Double.isNaN(errors[i]) ? Double.NEGATIVE_INFINITY : -errors[i]))
                .limit(STATES_NAMED).map(model::stateName).toList();
        String reactions = worst.isEmpty()
                ? ""
                : String.join(", ", model.stateIds().contains(worst.getFirst())
                        ? model.reactionsOf(worst.getFirst())
                        : List.of());
        String at = String.format(Locale.ROOT, "%.6g", failure.time());
        Problem problem = Problem.error(code(failure.reason()), "the simulation cannot go on at time " + at,
                failure.getMessage() + (worst.isEmpty() ? "" : "; largest errors in " + String.join(", ", worst))
                        + (reactions.isEmpty() ? "" : "; " + worst.getFirst() + " is changed by " + reactions),
                "look at these reactions for division by zero, roots of negative numbers, or growth without bound");
        Counters failed = new Counters(counters.simulations(), counters.steps(), counters.rejectedSteps(),
                counters.derivatives(), counters.jacobians(), counters.factorisations(), counters.events(), 1);
        return new SimulationFailure(failure.time(), worst, problem, failed);
    }

    private static String code(StepFailure.Reason reason) {
        return switch (reason) {
            case ERROR -> "N201";
            case CONVERGENCE -> "N202";
            case NOT_FINITE -> "N203";
            case TOO_MANY_STEPS -> "N204";
            case ENDLESS_EVENTS -> "N205";
            case INCONSISTENT -> "N206";
            case GRAZING -> "N207";
            case SLIDING -> "N209";
            case NO_REST -> "N208";
        };
    }

    /// Where the march ended, in the model's time unit.
    public double time() {
        return time;
    }

    /// The states with the largest errors, worst first.
    public List<String> states() {
        return states;
    }

    /// What to tell the user.
    public Problem problem() {
        return problem;
    }

    /// The work until then, with one failure.
    public Counters counters() {
        return counters;
    }
}
