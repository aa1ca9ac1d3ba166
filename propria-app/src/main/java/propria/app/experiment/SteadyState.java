package propria.app.experiment;

import java.util.List;
import java.util.Map;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.simulate.RestSearch;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Finds the state in which nothing changes any more by following the model there: over spans that double, until several
/// in a row change nothing. A model that does not come to rest soon, such as an oscillator, may still have a state of
/// rest, which is then searched from its start ([RestSearch]).
final class SteadyState {

    /// A change relative to the value that counts as none [-].
    private static final double NOTHING = 1e-8;
    private static final Tolerances TIGHT = new Tolerances(1e-10, 1e-14);
    private static final int QUIET_SPANS = 5;
    private static final int MOST_SPANS = 60;
    private static final long MOST_STEPS = 3_000;

    private SteadyState() {
    }

    /// Brings a model to its steady state.
    ///
    /// @throws ProblemException N401 when it comes to none
    static void reach(ModelState state, Choice choice) {
        Map<String, Double> before = Map.copyOf(state.values());
        double start = state.time();
        RestSearch search = new RestSearch(state.isUnderWay() ? state.model().going() : state.model().compiled());
        if (!follow(state, choice)) {
            Map<String, Double> rest = search.from(start, before).orElseThrow(() -> new ProblemException(
                    Problem.error("N401", "the model " + state.model().id() + " comes to no steady state",
                            "it still changes at time " + state.time(), "look at its course")));
            state.values().clear();
            state.values().putAll(before);
            state.values().putAll(rest);
        }
    }

    private static boolean follow(ModelState state, Choice choice) {
        int states = state.model().compiled().stateIds().size();
        List<String> all = state.all();
        double span = 1;
        int quiet = 0;
        long steps = 0;
        for (int i = 0; i < MOST_SPANS && quiet < QUIET_SPANS && steps < MOST_STEPS; i++) {
            double end = state.time() + span;
            Trajectory course = state.model().simulator(state.isUnderWay()).simulate(new SimulationRequest(
                    state.values(), List.of(), state.time(), end, List.of(state.time(), end), all, TIGHT,
                    choice.method()));
            quiet = isQuiet(course, states) ? quiet + 1 : 0;
            steps += course.counters().steps();
            state.take(course, end);
            span *= 2;
        }
        return quiet >= QUIET_SPANS;
    }

    private static boolean isQuiet(Trajectory course, int states) {
        for (int column = 0; column < states; column++) {
            double before = course.value(0, column);
            double after = course.value(1, column);
            if (!(StrictMath.abs(after - before) <= NOTHING * StrictMath.max(StrictMath.abs(after), NOTHING))) {
                return false;
            }
        }
        return true;
    }
}
