package propria.engine.solve;

import java.util.List;

/// Marches a step method across an interval: steps end where something is done from outside or an event is due, and the
/// march starts afresh from there.
public final class StepLoop {

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
    public double[] run(double[] y, double start, double end, List<Change> changes, double[] times, int[] columns) {
        ChangeSchedule schedule = new ChangeSchedule(changes);
        EventQueue events = new EventQueue(equations);
        Recorder recorder = new Recorder(times, columns, equations.system().outputCount(), y.length);
        double t = start;
        schedule.apply(t, equations, y);
        events.fire(t, y);
        recorder.at(t, y, equations);
        while (t < end) {
            double stop = events.nextTime(schedule.nextTime(end));
            t = march(y, t, stop, events, recorder);
            schedule.apply(t, equations, y);
            events.fire(t, y);
            recorder.at(t, y, equations);
        }
        return recorder.values();
    }

    /// Steps from `t` until `stop` or the first change of a trigger; leaves the state there in `y`.
    private double march(double[] y, double t, double stop, EventQueue events, Recorder recorder) {
        if (y.length == 0 && events.isEmpty()) {
            recorder.at(Math.nextDown(stop), y, equations);
            return stop;
        }
        method.start(t, y, stop);
        while (method.time() < stop) {
            method.step(stop);
            double reached = events.isEmpty() ? method.time() : events.firstChange(method);
            recorder.during(method, equations, reached);
            if (reached < method.time() || !events.isEmpty() && events.changedAtEnd(method)) {
                method.interpolate(reached, y);
                return reached;
            }
        }
        System.arraycopy(method.state(), 0, y, 0, y.length);
        return stop;
    }
}
