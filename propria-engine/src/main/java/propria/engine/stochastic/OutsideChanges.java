package propria.engine.stochastic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import propria.engine.ScheduledChange;
import propria.engine.compile.CompiledModel;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// What is done from outside, in the order of time and, at one time, in the order given. Shared by all runs; a run knows
/// how far it has come.
final class OutsideChanges {

    private enum Kind {
        ADD,
        SET_STATE,
        SET_PARAMETER
    }

    private record Entry(double time, Kind kind, int place, double value, double cap) {
    }

    private final Entry[] entries;

    OutsideChanges(List<ScheduledChange> changes, CompiledModel model) {
        List<Entry> found = new ArrayList<>();
        for (ScheduledChange change : changes) {
            found.add(switch (change) {
                case ScheduledChange.Bolus(var time, var target, var amount) ->
                    new Entry(time, Kind.ADD, model.stateIndex(target), amount, Double.POSITIVE_INFINITY);
                case ScheduledChange.CappedBolus(var time, var target, var amount, var cap) ->
                    new Entry(time, Kind.ADD, model.stateIndex(target), amount, cap);
                case ScheduledChange.Assignment(var time, var target, var value) ->
                    assignment(time, target, value, model);
                case ScheduledChange.Infusion(_, _, var target, _) ->
                    throw new ProblemException(Problem.error("N308", target + " is infused",
                            "an infusion adds fractions of an amount; turn by turn there are whole ones only",
                            "add a reaction that makes it, or give boluses"));
            });
        }
        found.sort(Comparator.comparingDouble(Entry::time));
        entries = found.toArray(Entry[]::new);
    }

    private static Entry assignment(double time, String target, double value, CompiledModel model) {
        return model.stateIds().contains(target)
                ? new Entry(time, Kind.SET_STATE, model.stateIndex(target), value, 0)
                : new Entry(time, Kind.SET_PARAMETER, model.parameterIndex(target), value, 0);
    }

    int count() {
        return entries.length;
    }

    /// The time of a change.
    double time(int k) {
        return entries[k].time();
    }

    /// Carries a change out.
    void apply(int k, Process process) {
        Entry entry = entries[k];
        switch (entry.kind()) {
            case ADD -> {
                double now = process.y[entry.place()];
                process.y[entry.place()] = Math.max(now, Math.min(now + entry.value(), entry.cap()));
            }
            case SET_STATE -> process.y[entry.place()] = entry.value();
            case SET_PARAMETER -> process.setParameter(entry.place(), entry.value());
        }
    }
}
