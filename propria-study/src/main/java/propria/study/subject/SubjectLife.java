package propria.study.subject;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import propria.engine.Counters;
import propria.engine.Method;
import propria.engine.ScheduledChange;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
import propria.engine.simulate.Simulator;

/// Simulates the life of subjects of one model: the time before a study, and the study itself. Holds the memory of a
/// simulator, so one a thread.
public final class SubjectLife {

    private final CompiledModel compiled;
    private final Simulator simulator;
    private final Method method;
    private final Tolerances tolerances;
    private Counters counters = Counters.NONE;

    public SubjectLife(CompiledModel compiled, Method method, Tolerances tolerances) {
        this.compiled = compiled;
        this.simulator = new Simulator(compiled);
        this.method = method;
        this.tolerances = tolerances;
    }

    /// The work since this was last asked.
    public Counters takeCounters() {
        Counters work = counters;
        counters = Counters.NONE;
        return work;
    }

    /// Counts work that ended in a failure.
    public void count(Counters work) {
        counters = counters.plus(work);
    }

    /// The values after a subject has lived for some days without insult or treatment: the given parameters, and every
    /// state where it then stands.
    ///
    /// @param end when that life ends and the study begins [d]
    /// @throws propria.engine.simulate.SimulationFailure when it cannot be simulated
    public Map<String, Double> rest(Map<String, Double> values, double end, double days) {
        List<String> states = compiled.stateIds();
        Trajectory life = course(values, List.of(), end - days, end, List.of(end), states);
        Map<String, Double> after = new HashMap<>(values);
        for (int i = 0; i < states.size(); i++) {
            after.put(states.get(i), life.value(0, i));
        }
        return after;
    }

    /// The course from `start` to `end`.
    ///
    /// @param values parameters and initial states that differ from the model's
    /// @param times ascending, within the course [d]
    /// @param outputs ids of the model
    /// @throws propria.engine.simulate.SimulationFailure when it cannot be simulated
    public Trajectory course(Map<String, Double> values, List<ScheduledChange> changes, double start, double end,
            List<Double> times, List<String> outputs) {
        Trajectory course = simulator
                .simulate(new SimulationRequest(values, changes, start, end, times, outputs, tolerances, method));
        counters = counters.plus(course.counters());
        return course;
    }
}
