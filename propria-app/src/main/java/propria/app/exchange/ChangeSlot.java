package propria.app.exchange;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import propria.engine.ScheduledChange;
import propria.study.run.TypicalSubject;

/// One thing that is done to the subjects of some arms at one time: its place in the model is the same for all arms, its
/// amount is a parameter.
///
/// @param id of the parameter
/// @param time when it begins [d]
/// @param until when it ends [d]; the time itself for what has no length
/// @param target the state or parameter
/// @param kind what is done
/// @param cap the target is not carried above it
/// @param amounts by arm; an arm without entry is spared
record ChangeSlot(String id, double time, double until, String target, Kind kind, double cap,
        SequencedMap<String, Double> amounts) {

    /// What is done.
    enum Kind {
        ADD,
        SET,
        INFUSE
    }

    private record Key(Kind kind, double time, double until, String target, double cap, int occurrence) {
    }

    /// The slots of all arms, in the order in which they act.
    static List<ChangeSlot> of(List<TypicalSubject> subjects, List<String> taken) {
        SequencedMap<Key, SequencedMap<String, Double>> amounts = new LinkedHashMap<>();
        for (TypicalSubject subject : subjects) {
            Map<Key, Integer> seen = new HashMap<>();
            for (ScheduledChange change : subject.changes()) {
                Key first = key(change);
                int occurrence = seen.merge(first, 1, Integer::sum);
                Key key = new Key(first.kind, first.time, first.until, first.target, first.cap, occurrence);
                amounts.computeIfAbsent(key, _ -> new LinkedHashMap<>()).put(subject.arm().id(), amount(change));
            }
        }
        String stem = "given";
        while (hasPrefix(taken, stem)) {
            stem += "_";
        }
        int[] number = {0};
        String prefix = stem;
        return amounts.entrySet().stream()
                .map(e -> new ChangeSlot(prefix + "_" + ++number[0], e.getKey().time, e.getKey().until,
                        e.getKey().target, e.getKey().kind, e.getKey().cap, e.getValue()))
                .toList();
    }

    private static boolean hasPrefix(List<String> taken, String stem) {
        return taken.stream().anyMatch(id -> id.startsWith(stem + "_"));
    }

    private static Key key(ScheduledChange change) {
        double none = Double.POSITIVE_INFINITY;
        return switch (change) {
            case ScheduledChange.Bolus(var time, var target, _) -> new Key(Kind.ADD, time, time, target, none, 0);
            case ScheduledChange.CappedBolus(var time, var target, _, var cap) ->
                new Key(Kind.ADD, time, time, target, cap, 0);
            case ScheduledChange.Assignment(var time, var target, _) ->
                new Key(Kind.SET, time, time, target, none, 0);
            case ScheduledChange.Infusion(var time, var end, var target, _) ->
                new Key(Kind.INFUSE, time, end, target, none, 0);
        };
    }

    private static double amount(ScheduledChange change) {
        return switch (change) {
            case ScheduledChange.Bolus(_, _, var amount) -> amount;
            case ScheduledChange.CappedBolus(_, _, var amount, _) -> amount;
            case ScheduledChange.Assignment(_, _, var value) -> value;
            case ScheduledChange.Infusion(_, _, _, var rate) -> rate;
        };
    }

    /// The parameter that says whether a value is set at all, for what not all arms undergo.
    String switchId() {
        return id + "_on";
    }

    /// The parameter that is the flow while an infusion runs.
    String flowId() {
        return id + "_flow";
    }

    /// Whether the model needs a switch for it: it sets a value, but not in all arms.
    boolean needsSwitch(int arms) {
        return kind == Kind.SET && amounts.size() < arms;
    }

    /// What it is in the model when no arm is named: nothing is given, and values are set as in the first arm.
    double usual() {
        return kind == Kind.SET ? amounts.firstEntry().getValue() : 0;
    }
}
