package propria.engine.solve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The changes from outside, in the order of time and, at one time, in the order given.
final class ChangeSchedule {

    private final List<Change> changes;
    private int next;

    ChangeSchedule(List<Change> given) {
        this.changes = new ArrayList<>(given);
        this.changes.sort(Comparator.comparingDouble(Change::time));
    }

    /// The time of the next change, but not beyond `end`.
    double nextTime(double end) {
        return next < changes.size() ? Math.min(end, changes.get(next).time()) : end;
    }

    /// Carries out what is due at `t`.
    ///
    /// @return whether anything was
    boolean apply(double t, Equations equations, double[] y) {
        boolean any = false;
        while (next < changes.size() && changes.get(next).time() <= t) {
            switch (changes.get(next)) {
                case Change.Add(_, var state, var amount, var cap) ->
                    y[state] = Math.max(y[state], Math.min(y[state] + amount, cap));
                case Change.SetState(_, var state, var value) -> y[state] = value;
                case Change.SetParameter(_, var parameter, var value) -> equations.setParameter(parameter, value);
                case Change.Infuse(_, var state, var rate) -> equations.infuse(state, rate);
            }
            next++;
            any = true;
        }
        return any;
    }
}
