package propria.engine.solve;

import java.util.ArrayList;
import java.util.List;
import propria.engine.random.Streams;
import propria.engine.step.Equations;
import propria.engine.step.StepFailure;
import propria.engine.step.StepMethod;
import propria.engine.system.EventLogic;

/// The events of a model: which triggers hold, when they change, which executions are due (SBML Level 3 Version 2,
/// section 4.11). Events that are due at one time are executed by falling priority, those without one last and in
/// the order in which they were triggered; of those that tie one is chosen at random.
final class EventQueue {

    /// So many executions at one time, or each so close to the last that time hardly moves, are a sign that events follow
    /// one another for ever.
    private static final int MOST_WITHOUT_PROGRESS = 1000;
    private static final double CLOSE = 10;
    /// Less than this share of the run is no progress.
    private static final double PROGRESS = 1e-12;
    /// Jumps of the right-hand side that follow one another within this many such shares are a sign of sliding.
    private static final double FREQUENT = 1e6;
    private static final int MOST_CROSSINGS = 50;

    /// The same choices in every run, so that a run can be repeated.
    private static final Streams CHOICE = new Streams(1);

    private final Equations equations;
    private final List<EventLogic> events;
    private final Triggers triggers;
    private final List<Execution> waiting = new ArrayList<>();
    private final double instant;
    private final Follower follower;
    private double countedFrom;
    private int executions;
    private int choices;
    private int triggered;
    private double lastStart = Double.NEGATIVE_INFINITY;
    private double lastJump = Double.NEGATIVE_INFINITY;
    private int crossings;
    private int mostCrossings;
    private boolean found;
    private boolean jumped;

    private record Execution(int number, int event, double due, double[] values) {
    }

    /// @param span the length of the run
    EventQueue(Equations equations, double span, Follower follower) {
        this.follower = follower;
        this.equations = equations;
        events = equations.system().events();
        triggers = new Triggers(equations, span);
        instant = PROGRESS * span;
    }

    /// Less than this is no progress in time.
    double instant() {
        return instant;
    }

    /// The time of the next waiting execution, but not beyond `end`.
    double nextTime(double end) {
        double next = end;
        for (Execution execution : waiting) {
            next = Math.min(next, execution.due());
        }
        return next;
    }

    /// Follows the triggers through the last step, up to the first change after which something must be done.
    ///
    /// @return the time of that change, or else the end of the step
    double scan(StepMethod method) {
        found = false;
        jumped = false;
        if (triggers.isIdle()) {
            return method.time();
        }
        double from = method.previousTime();
        if (from - lastStart < instant) {
            from = beyondNoise(method, from);
        }
        while (!found && from < method.time()) {
            double at = triggers.firstChange(method, from);
            if (Double.isNaN(at)) {
                return method.time();
            }
            found = matters();
            jumped = triggers.jumps() && isWorthStarting(at);
            if (found || jumped) {
                return at;
            }
            from = beyondNoise(method, at);
        }
        return found ? from : method.time();
    }

    /// Where something has just changed, rounding can show it changing to and fro; what holds a moment later counts.
    private double beyondNoise(StepMethod method, double at) {
        double later = Math.min(at + instant, method.time());
        if (triggers.isChangedAt(method, later)) {
            found = matters();
            if (!found) {
                triggers.takeOver();
            }
        }
        return later;
    }

    /// Whether a condition has another value at `t` than it had where it was looked at last.
    boolean isChanged(double t, double[] y) {
        return !triggers.isIdle() && triggers.isChanged(t, y);
    }

    /// Begins afresh behind a condition that changes at `t`, which steps did not get across.
    void cross(double t) {
        found = false;
        isCrossing(t);
    }

    /// Whether the solution slides along the place of a change, crossing it for ever.
    boolean slides() {
        return crossings > MOST_CROSSINGS;
    }

    /// Whether it has done so.
    boolean hasSlid() {
        return mostCrossings > MOST_CROSSINGS;
    }

    /// Whether the last [#scan] found something to do.
    boolean found() {
        return found;
    }

    /// Whether the last [#scan] found a place where the right-hand side jumps.
    boolean jumped() {
        return jumped;
    }

    /// Whether steps should begin afresh at a jump of the right-hand side: not where they begin anyhow, and not where the
    /// solution slides along the place of the jump, crossing it for ever; error control deals with that.
    private boolean isWorthStarting(double at) {
        if (at - lastStart <= instant) {
            return false;
        }
        return isCrossing(at);
    }

    private boolean isCrossing(double at) {
        crossings = at - lastJump < FREQUENT * instant ? crossings + 1 : 0;
        lastJump = at;
        mostCrossings = Math.max(mostCrossings, crossings);
        return !slides();
    }

    /// Whether the change seen last is more than a trigger that falls back without consequence.
    private boolean matters() {
        for (int e = 0; e < events.size(); e++) {
            if (triggers.rises(e) || triggers.falls(e) && !events.get(e).persistent() && isWaiting(e)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWaiting(int event) {
        for (Execution execution : waiting) {
            if (execution.event() == event) {
                return true;
            }
        }
        return false;
    }

    /// Looks at the triggers at `t` and carries out everything that is due.
    ///
    /// @return whether anything was
    boolean fire(double t, double[] y) {
        lastStart = t;
        if (triggers.isIdle()) {
            return false;
        }
        long before = equations.events();
        look(t, y);
        for (int due = nextDue(t, y); due >= 0; due = nextDue(t, y)) {
            execute(waiting.remove(due), t, y);
            look(t, y);
        }
        return equations.events() > before;
    }

    private void look(double t, double[] y) {
        triggers.look(t, y);
        for (int e = 0; e < events.size(); e++) {
            EventLogic event = events.get(e);
            if (triggers.rises(e)) {
                double delay = event.delay(t, y, equations.parameters(), equations.scratch());
                double[] values = event.valuesFromTrigger() ? values(event, t, y) : new double[0];
                waiting.add(new Execution(triggered, e, t + delay, values));
                follower.trigger(triggered++, e, t, y);
            } else if (triggers.falls(e) && !event.persistent()) {
                int index = e;
                waiting.removeIf(execution -> execution.event() == index);
            }
        }
        triggers.takeOver();
    }

    private int nextDue(double t, double[] y) {
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        int ties = 1;
        for (int k = 0; k < waiting.size(); k++) {
            Execution execution = waiting.get(k);
            if (execution.due() <= t) {
                EventLogic event = events.get(execution.event());
                double priority = event.hasPriority()
                        ? event.priority(t, y, equations.parameters(), equations.scratch())
                        : Double.NEGATIVE_INFINITY;
                if (best < 0 || priority > highest) {
                    best = k;
                    highest = priority;
                    ties = 1;
                } else if (priority == highest && event.hasPriority() && chance(++ties)) {
                    best = k;
                }
            }
        }
        return best;
    }

    /// True once in `count` times: of equal priorities one is chosen at random (reservoir sampling, Vitter 1985).
    private boolean chance(int count) {
        return CHOICE.uniform(0, Streams.NO_SUBJECT, "order of events", choices++) * count < 1;
    }

    private double[] values(EventLogic event, double t, double[] y) {
        double[] values = new double[event.targets().length];
        event.values(t, y, equations.parameters(), equations.scratch(), values);
        return values;
    }

    private void execute(Execution execution, double t, double[] y) {
        demandProgress(t);
        equations.countEvent();
        EventLogic event = events.get(execution.event());
        double[] values = event.valuesFromTrigger() ? execution.values() : values(event, t, y);
        int[] targets = event.targets();
        double[] scales = new double[targets.length];
        event.scales(t, y, equations.parameters(), equations.scratch(), scales);
        follower.execute(execution.number(), execution.event(), t, y, values, scales);
        for (int k = 0; k < targets.length; k++) {
            if (targets[k] >= 0) {
                y[targets[k]] = scales[k] * values[k];
            } else {
                equations.setParameter(-1 - targets[k], scales[k] * values[k]);
            }
        }
        equations.settle(t, y);
        follower.executed(t, y);
    }

    private void demandProgress(double t) {
        if (executions++ == 0) {
            countedFrom = t;
        }
        if (executions > MOST_WITHOUT_PROGRESS) {
            executions = 0;
            if (t - countedFrom > MOST_WITHOUT_PROGRESS * CLOSE * instant) {
                return;
            }
            throw new StepFailure(StepFailure.Reason.ENDLESS_EVENTS, t, new double[0]);
        }
    }
}
