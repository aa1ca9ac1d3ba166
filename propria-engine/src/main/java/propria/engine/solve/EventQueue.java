package propria.engine.solve;

import java.util.ArrayList;
import java.util.List;
import propria.engine.system.EquationSystem;
import propria.engine.system.EventLogic;

/// The events of a model: which triggers hold, which executions are due (SBML Level 3 Version 2, section 4.11).
final class EventQueue {

    /// Executions that follow one another at one time; more means that events trigger one another for ever.
    private static final int MOST_AT_ONE_TIME = 10_000;
    private static final int INTERIOR_POINTS = 4;

    private final Equations equations;
    private final EquationSystem system;
    private final List<EventLogic> events;
    private final boolean[] holds;
    private final List<Execution> waiting = new ArrayList<>();
    private final double[] between;

    private record Execution(int event, double due, double[] values) {
    }

    EventQueue(Equations equations) {
        this.equations = equations;
        this.system = equations.system();
        this.events = system.events();
        this.holds = new boolean[events.size()];
        this.between = new double[system.stateCount()];
        for (int e = 0; e < holds.length; e++) {
            holds[e] = events.get(e).triggerInitially();
        }
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /// The time of the next waiting execution, but not beyond `end`.
    double nextTime(double end) {
        double next = end;
        for (Execution execution : waiting) {
            next = Math.min(next, execution.due());
        }
        return next;
    }

    /// The first time in the last step at which a trigger changes, or its end.
    double firstChange(StepMethod method) {
        double low = method.previousTime();
        double end = method.time();
        for (int k = 1; k <= INTERIOR_POINTS; k++) {
            double high = k == INTERIOR_POINTS ? end : low + (end - low) / (INTERIOR_POINTS - k + 1);
            if (changedAt(method, high)) {
                return bisect(method, low, high);
            }
            low = high;
        }
        return end;
    }

    private double bisect(StepMethod method, double from, double to) {
        double low = from;
        double high = to;
        while (high - low > 2 * Math.ulp(high)) {
            double middle = low + (high - low) / 2;
            if (changedAt(method, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /// Whether a trigger has changed at the end of the last step.
    boolean changedAtEnd(StepMethod method) {
        return changedAt(method, method.time());
    }

    private boolean changedAt(StepMethod method, double t) {
        method.interpolate(t, between);
        for (int e = 0; e < holds.length; e++) {
            if (trigger(e, t, between) != holds[e]) {
                return true;
            }
        }
        return false;
    }

    private boolean trigger(int e, double t, double[] y) {
        return events.get(e).trigger(t, y, equations.parameters(), equations.scratch());
    }

    /// Looks at the triggers at `t` and carries out everything that is due.
    ///
    /// @return whether a state or parameter was assigned
    boolean fire(double t, double[] y) {
        look(t, y);
        boolean any = false;
        for (int count = 0; count < MOST_AT_ONE_TIME; count++) {
            int due = nextDue(t, y);
            if (due < 0) {
                return any;
            }
            execute(waiting.remove(due), t, y);
            any = true;
            look(t, y);
        }
        throw new StepFailure("events trigger one another without end", t, new double[y.length]);
    }

    private void look(double t, double[] y) {
        for (int e = 0; e < holds.length; e++) {
            boolean now = trigger(e, t, y);
            EventLogic event = events.get(e);
            if (now && !holds[e]) {
                double delay = event.delay(t, y, equations.parameters(), equations.scratch());
                waiting.add(new Execution(e, t + delay, event.valuesFromTrigger()
                        ? values(event, t, y)
                        : new double[0]));
            } else if (!now && holds[e] && !event.persistent()) {
                int index = e;
                waiting.removeIf(execution -> execution.event() == index);
            }
            holds[e] = now;
        }
    }

    private int nextDue(double t, double[] y) {
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < waiting.size(); k++) {
            Execution execution = waiting.get(k);
            if (execution.due() > t) {
                continue;
            }
            EventLogic event = events.get(execution.event());
            double priority = event.hasPriority()
                    ? event.priority(t, y, equations.parameters(), equations.scratch())
                    : Double.NEGATIVE_INFINITY;
            if (best < 0 || priority > highest) {
                best = k;
                highest = priority;
            }
        }
        return best;
    }

    private double[] values(EventLogic event, double t, double[] y) {
        double[] values = new double[event.targets().length];
        event.values(t, y, equations.parameters(), equations.scratch(), values);
        return values;
    }

    private void execute(Execution execution, double t, double[] y) {
        equations.events++;
        EventLogic event = events.get(execution.event());
        double[] values = event.valuesFromTrigger() ? execution.values() : values(event, t, y);
        int[] targets = event.targets();
        for (int k = 0; k < targets.length; k++) {
            if (targets[k] >= 0) {
                y[targets[k]] = values[k];
            } else {
                equations.setParameter(-1 - targets[k], values[k]);
            }
        }
    }
}
