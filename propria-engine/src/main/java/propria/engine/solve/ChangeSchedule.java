package propria.engine.solve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import propria.engine.step.Equations;

/// The changes from outside, in the order of time and, at one time, in the order given.
final class ChangeSchedule {

    private final List<Change> changes;
    private final List<Change.Infuse> running = new ArrayList<>();
    private final Follower follower;
    private int next;

    /// @throws IllegalArgumentException if a change lies before the start: what it did then cannot be made up for
    ChangeSchedule(List<Change> given, double start, Follower follower) {
        this.follower = follower;
        changes = new ArrayList<>(given);
        changes.sort(Comparator.comparingDouble(Change::time));
        if (!changes.isEmpty() && changes.getFirst().time() < start) {
            throw new IllegalArgumentException("a change at time " + changes.getFirst().time()
                    + " lies before the start at " + start);
        }
    }

    /// The time at which something begins or ends next, but not beyond `end`.
    double nextTime(double end) {
        double time = next < changes.size() ? Math.min(end, changes.get(next).time()) : end;
        for (Change.Infuse infusion : running) {
            time = Math.min(time, infusion.end());
        }
        return time;
    }

    /// Carries out what is due at `t`.
    ///
    /// @return whether anything was
    boolean apply(double t, Equations equations, double[] y) {
        boolean flowChanges = running.removeIf(infusion -> infusion.end() <= t);
        int before = next;
        while (next < changes.size() && changes.get(next).time() <= t) {
            follower.change(changes.get(next), y);
            switch (changes.get(next)) {
                case Change.Add(_, var state, var amount, var cap) ->
                    y[state] = Math.min(y[state] + amount, Math.max(y[state], cap));
                case Change.SetState(_, var state, var value) -> y[state] = value;
                case Change.SetParameter(_, var parameter, var value) -> equations.setParameter(parameter, value);
                case Change.Infuse infusion -> flowChanges |= infusion.end() > t && running.add(infusion);
            }
            next++;
        }
        if (flowChanges) {
            equations.stopInfusions();
            running.forEach(infusion -> equations.infuse(infusion.state(), infusion.rate()));
        }
        return flowChanges || next > before;
    }
}
