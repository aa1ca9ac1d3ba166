package propria.engine.solve;

import java.util.List;
import propria.engine.step.Equations;
import propria.engine.step.StepMethod;
import propria.engine.system.EquationSystem;
import propria.engine.system.EventLogic;

/// Watches the triggers of events and the signs of the system's root functions, and brackets the time at which one of
/// them changes. The signs are watched too because a trigger such as `1 < x && x < 2` can rise and fall within one step.
final class Triggers {

    /// A step is looked at in so many parts at least, and a run in so many: a trigger that follows time may come and go
    /// while the states, and so the steps, see nothing of it.
    private static final int PARTS = 4;
    private static final double PARTS_OF_RUN = 1000;

    private final Equations equations;
    private final EquationSystem system;
    private final List<EventLogic> events;
    private final boolean[] held;
    private final boolean[] holds;
    private final double[] heldSigns;
    private final double[] signs;
    private final double[] between;
    private final double longest;

    /// @param span the length of the run
    Triggers(Equations equations, double span) {
        this.equations = equations;
        longest = span / PARTS_OF_RUN;
        system = equations.system();
        events = system.events();
        held = new boolean[events.size()];
        holds = new boolean[events.size()];
        heldSigns = new double[system.rootCount()];
        signs = new double[system.rootCount()];
        between = new double[system.stateCount()];
        for (int e = 0; e < held.length; e++) {
            held[e] = events.get(e).triggerInitially();
        }
    }

    /// Evaluates triggers and signs.
    void look(double t, double[] y) {
        equations.recall(t, y);
        for (int e = 0; e < holds.length; e++) {
            holds[e] = events.get(e).trigger(t, y, equations.parameters(), equations.scratch());
        }
        system.roots(t, y, equations.parameters(), equations.scratch(), signs);
        for (int i = 0; i < signs.length; i++) {
            signs[i] = Math.signum(signs[i]);
        }
    }

    /// Makes what was seen last the standard for the next change.
    void takeOver() {
        System.arraycopy(holds, 0, held, 0, held.length);
        System.arraycopy(signs, 0, heldSigns, 0, signs.length);
    }

    /// Whether there is nothing to watch.
    boolean isIdle() {
        return events.isEmpty() && signs.length == 0;
    }

    /// Whether the right-hand side jumps where something was seen last.
    boolean jumps() {
        for (int i = 0; i < system.jumpCount(); i++) {
            if (signs[i] != heldSigns[i]) {
                return true;
            }
        }
        return false;
    }

    boolean rises(int event) {
        return holds[event] && !held[event];
    }

    boolean falls(int event) {
        return !holds[event] && held[event];
    }

    /// The first time after `from` in the last step at which a trigger or sign differs from the standard; the triggers
    /// have been looked at there.
    ///
    /// @return not a number where nothing changes
    double firstChange(StepMethod method, double from) {
        double low = from;
        double length = method.time() - method.previousTime();
        int parts = Math.max(PARTS, (int) Math.ceil(length / longest));
        for (int k = 1; k <= parts; k++) {
            double high = k == parts ? method.time() : method.previousTime() + length * k / parts;
            if (high > low) {
                if (isChangedAt(method, high)) {
                    return bisect(method, low, high);
                }
                low = high;
            }
        }
        return Double.NaN;
    }

    private double bisect(StepMethod method, double from, double to) {
        double low = from;
        double high = to;
        double middle = low + (high - low) / 2;
        while (low < middle && middle < high) {
            if (isChangedAt(method, middle)) {
                high = middle;
            } else {
                low = middle;
            }
            middle = low + (high - low) / 2;
        }
        isChangedAt(method, high);
        return high;
    }

    /// Whether a trigger or sign differs from the standard at a time within the last step; they have been looked at there.
    boolean isChangedAt(StepMethod method, double t) {
        method.interpolate(t, between);
        return isChanged(t, between);
    }

    /// The same for a state.
    boolean isChanged(double t, double[] y) {
        look(t, y);
        for (int e = 0; e < holds.length; e++) {
            if (holds[e] != held[e]) {
                return true;
            }
        }
        for (int i = 0; i < signs.length; i++) {
            if (signs[i] != heldSigns[i]) {
                return true;
            }
        }
        return false;
    }
}
