package propria.engine.solve;

import java.util.List;

/// Marches a step method across an interval: steps end where something is done from outside or an event is due, and the
/// march starts afresh from there.
public final class StepLoop {

    /// More steps, accepted or not, are a sign that the march will not end.
    static final long MOST_STEPS = 500_000;

    private final Equations equations;
    private final StepMethod method;

    public StepLoop(Equations equations, StepMethod method) {
        this.equations = equations;
        this.method = method;
    }

    /// Marches from `start` to `end`.
    ///
    /// @param y the state at the start; holds the state at the end afterwards
    /// @param changes what is done from outside, in any order of time; those at one time act in list order
    /// @param times when to record, ascending
    /// @param columns which outputs to record
    /// @return the values recorded, row by row
    /// @throws StepFailure when the march cannot go on
    /// @throws IllegalArgumentException when a change lies before the start
    public double[] run(double[] y, double start, double end, List<Change> changes, double[] times, int[] columns) {
        ChangeSchedule schedule = new ChangeSchedule(changes, start);
        EventQueue events = new EventQueue(equations, end - start);
        Recorder recorder = new Recorder(times, columns, equations.system().outputCount(), y.length);
        double t = start;
        schedule.apply(t, equations, y);
        events.fire(t, y);
        recorder.at(t, y, equations);
        while (t < end) {
            double stop = schedule.nextTime(events.nextTime(end));
            t = march(y, t, stop, events, recorder);
            schedule.apply(t, equations, y);
            events.fire(t, y);
            recorder.at(t, y, equations);
        }
        return recorder.values();
    }

    /// Steps from `t` until `stop` or the first change of a trigger that matters; leaves the state there in `y`.
    private double march(double[] y, double t, double stop, EventQueue events, Recorder recorder) {
        method.start(t, y, stop);
        while (method.time() < stop) {
            method.step(stop);
            demandProgress();
            double reached = events.scan(method);
            recorder.during(method, equations, reached);
            if (events.found()) {
                method.interpolate(reached, y);
                return reached;
            }
        }
        System.arraycopy(method.state(), 0, y, 0, y.length);
        return stop;
    }

    private void demandProgress() {
        if (equations.steps + equations.rejectedSteps > MOST_STEPS) {
            throw new StepFailure(StepFailure.Reason.TOO_MANY_STEPS, method.time(), method.scaledErrors());
        }
    }
}
