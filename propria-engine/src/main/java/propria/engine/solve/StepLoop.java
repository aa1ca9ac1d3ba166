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
    /// In units of the run.
    private static final double MOMENT = 1e-12;
    /// How far from such a place steps may fail, in units of the run: differences that stand for derivatives by time look
    /// so far ahead.
    private static final double NEAR = 1e-7;

    private final Equations equations;
    private final StepMethod method;
    /// Made once: a new one at every step would be memory at every step.
    private final History.Course course;
    private final Follower follower;
    /// Up to where a march has come, and with what.
    private double known;
    private final double[] there;

    public StepLoop(Equations equations, StepMethod method) {
        this(equations, method, Follower.NONE);
    }

    /// With somebody who follows.
    public StepLoop(Equations equations, StepMethod method, Follower follower) {
        this.equations = equations;
        this.method = method;
        course = method::interpolate;
        this.follower = follower;
        there = new double[equations.system().stateCount()];
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
        equations.relax(t, y, end - start);
        fire(t, y, events, end - start);
        recorder.at(t, y);
        past.jump(t, true, y, equations.parameters(), equations.scratch());
        while (t < end) {
            double stop = past.nextTime(schedule.nextTime(events.nextTime(end)));
            t = marchOn(y, t, stop, end - start, events, recorder);
            follower.arrive(method, t, events.instant(), y);
            past.arrive(t);
            boolean changed = schedule.apply(t, equations, y);
            if (changed || !events.found()) {
                equations.settle(t, y);
                changed |= equations.relax(t, y, end - start);
            }
            changed |= fire(t, y, events, end - start);
            recorder.at(t, y);
            past.jump(t, changed, y, equations.parameters(), equations.scratch());
        }
        return recorder.values();
    }

    /// Carries out the events that are due, lets fast reactions follow them, and so on until nothing more happens.
    ///
    /// @return whether anything happened
    private boolean fire(double t, double[] y, EventQueue events, double span) {
        boolean fired = events.fire(t, y);
        boolean goesOn = fired;
        while (goesOn && equations.relax(t, y, span)) {
            goesOn = events.fire(t, y);
        }
        return fired;
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
            keep();
        }
        System.arraycopy(method.state(), 0, y, 0, y.length);
        equations.fold(stop, y);
        return stop;
    }

    private void keep() {
        System.arraycopy(method.state(), 0, there, 0, there.length);
        known = method.time();
    }

    /// The same, also past a place that steps do not get across because rates change there beyond all tolerances: where a
    /// condition changes, and where the rest that fast reactions are at ceases to be one. A moment later they go on.
    private double marchOn(double[] y, double t, double stop, double span, EventQueue events, Recorder recorder) {
        known = t;
        System.arraycopy(y, 0, there, 0, y.length);
        try {
            return march(y, t, stop, events, recorder);
        } catch (StepFailure failure) {
            double later = equations.attempts() > MOST_STEPS ? known : edge(y, stop, span, events);
            events.cross(later);
            if (events.slides() || events.hasSlid() && failure.reason() == StepFailure.Reason.TOO_MANY_STEPS) {
                throw new StepFailure(StepFailure.Reason.SLIDING, known, failure.errors());
            }
            if (later == known) {
                throw failure;
            }
            return later;
        }
    }

    /// Finds the first time at which something changes beyond the state that is known, and the state there.
    ///
    /// @return that time, or where there is none the time of the state
    private double edge(double[] y, double stop, double span, EventQueue events) {
        double low = 0;
        double high = Math.min(Math.max(MOMENT * span, 4 * Math.ulp(known)), stop - known);
        while (!isBeyond(y, known + high, span, events)) {
            if (high > NEAR * span || known + high >= stop) {
                return known;
            }
            low = high;
            high = Math.min(10 * high, stop - known);
        }
        while (high - low > 2 * Math.ulp(known + high)) {
            double middle = 0.5 * (low + high);
            if (isBeyond(y, known + middle, span, events)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        isBeyond(y, Math.min(known + high, stop), span, events);
        return Math.min(known + high, stop);
    }

    /// Lets slow states move on from where they are known.
    private boolean isBeyond(double[] y, double later, double span, EventQueue events) {
        System.arraycopy(there, 0, y, 0, y.length);
        return equations.drift(known, later, y)
                && (events.isChanged(later, y) || equations.relax(later, y, span));
    }

    private void demandProgress() {
        if (equations.attempts() > MOST_STEPS) {
            throw new StepFailure(StepFailure.Reason.TOO_MANY_STEPS, method.time(), method.scaledErrors());
        }
    }
}
