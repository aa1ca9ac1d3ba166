package propria.engine.solve;

import java.util.List;
import propria.engine.history.History;
import propria.engine.history.Past;
import propria.engine.step.Equations;
import propria.engine.step.StepFailure;
import propria.engine.step.StepMethod;

/// Marches a step method across an interval: steps end where something is done from outside or an event is due, and the
/// march starts afresh from there.
public final class StepLoop {

    /// More steps, accepted or not, are a sign that the march will not end.
    static final long MOST_STEPS = 500_000;

    private final Equations equations;
    private final StepMethod method;
    /// Made once: a new one at every step would be memory at every step.
    private final History.Course course;
    private final Follower follower;

    public StepLoop(Equations equations, StepMethod method) {
        this(equations, method, Follower.NONE);
    }

    /// With somebody who follows.
    public StepLoop(Equations equations, StepMethod method, Follower follower) {
        this.equations = equations;
        this.method = method;
        course = method::interpolate;
        this.follower = follower;
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
        ChangeSchedule schedule = new ChangeSchedule(changes, start, follower);
        EventQueue events = new EventQueue(equations, end - start, follower);
        Recorder recorder = new Recorder(times, columns, equations, follower);
        Past past = equations.past();
        double t = start;
        past.begin(t, y);
        schedule.apply(t, equations, y);
        equations.settle(t, y);
        events.fire(t, y);
        recorder.at(t, y);
        past.jump(t, true, y, equations.parameters(), equations.scratch());
        while (t < end) {
            double stop = past.nextTime(schedule.nextTime(events.nextTime(end)));
            t = march(y, t, stop, events, recorder);
            follower.arrive(method, t, events.instant(), y);
            past.arrive(t);
            boolean changed = schedule.apply(t, equations, y);
            if (changed || !events.found()) {
                equations.settle(t, y);
            }
            changed |= events.fire(t, y);
            recorder.at(t, y);
            past.jump(t, changed, y, equations.parameters(), equations.scratch());
        }
        return recorder.values();
    }

    /// Steps from `t` until `stop` or the first change of a trigger that matters or place where the right-hand side jumps;
    /// leaves the state there in `y`.
    private double march(double[] y, double t, double stop, EventQueue events, Recorder recorder) {
        Past past = equations.past();
        past.depart(t, stop);
        method.start(t, y, equations.stepLimit(t, y, stop));
        while (method.time() < stop) {
            method.step(equations.stepLimit(method.time(), method.state(), stop));
            demandProgress();
            double reached = events.scan(method);
            past.append(method.previousTime(), reached, course);
            recorder.during(method, reached);
            if (events.found() || events.jumped()) {
                method.interpolate(reached, y);
                equations.fold(reached, y);
                return reached;
            }
        }
        System.arraycopy(method.state(), 0, y, 0, y.length);
        equations.fold(stop, y);
        return stop;
    }

    private void demandProgress() {
        if (equations.attempts() > MOST_STEPS) {
            throw new StepFailure(StepFailure.Reason.TOO_MANY_STEPS, method.time(), method.scaledErrors());
        }
    }
}
