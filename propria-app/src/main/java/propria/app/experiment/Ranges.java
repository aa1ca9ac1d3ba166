package propria.app.experiment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import propria.formats.sedml.document.Computation;
import propria.formats.sedml.document.SedRange;
import propria.formats.sedml.document.SedTask;
import propria.formats.sedml.document.SedVariable;
import propria.model.expression.References;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// The values that a repeated task goes through. Quantities that a functional range names are looked up once, before the
/// first turn.
final class Ranges {

    private final Map<String, SedRange> ranges = new LinkedHashMap<>();
    private final Map<String, Double> seen = new HashMap<>();
    private final int count;

    Ranges(SedTask.Repeated task, Formula.Lookup lookup) {
        task.ranges().forEach(range -> ranges.put(range.id(), range));
        for (SedRange range : task.ranges()) {
            if (range instanceof SedRange.Functional functional) {
                remember(functional.computation(), lookup);
            }
        }
        count = turns(task);
    }

    /// How many turns a task has.
    ///
    /// @throws ProblemException D011 when its range follows no other that ends
    static int turns(SedTask.Repeated task) {
        Map<String, SedRange> ranges = new LinkedHashMap<>();
        task.ranges().forEach(range -> ranges.put(range.id(), range));
        return length(master(task, ranges));
    }

    private void remember(Computation computation, Formula.Lookup lookup) {
        for (SedVariable variable : computation.variables()) {
            if (variable.model().isPresent() && variable.target().isPresent()) {
                String target = variable.target().get();
                seen.put(key(variable.model().get(), target),
                        lookup.value(variable.model().get(), target, variable.place()));
            }
        }
    }

    private static String key(String model, String target) {
        return model + " " + target;
    }

    private static SedRange master(SedTask.Repeated task, Map<String, SedRange> ranges) {
        SedRange range = range(task.range(), ranges);
        Set<String> way = new HashSet<>();
        while (range instanceof SedRange.Functional functional && way.add(range.id())) {
            String next = functional.range().or(() -> References.of(functional.computation().math()).stream()
                    .filter(ranges::containsKey).findFirst()).orElse(range.id());
            range = range(next, ranges);
        }
        return range;
    }

    private static SedRange range(String id, Map<String, SedRange> ranges) {
        SedRange range = ranges.get(id);
        if (range == null) {
            throw new IllegalArgumentException("no range " + id);
        }
        return range;
    }

    private static int length(SedRange range) {
        return switch (range) {
            case SedRange.Uniform uniform -> uniform.steps() + 1;
            case SedRange.Vector vector -> vector.values().size();
            case SedRange.Functional functional -> throw new ProblemException(Problem.error("D011",
                    functional.place(), "the range " + functional.id() + " never ends",
                    "it is computed from no other range", "name a range that it follows"));
        };
    }

    /// How many turns there are.
    int count() {
        return count;
    }

    /// The values of all ranges in a turn.
    Map<String, Double> at(int turn) {
        Map<String, Double> values = new LinkedHashMap<>();
        Set<String> open = new HashSet<>();
        ranges.values().forEach(range -> value(range, turn, values, open));
        return values;
    }

    private double value(SedRange range, int turn, Map<String, Double> values, Set<String> open) {
        Double known = values.get(range.id());
        if (known != null) {
            return known;
        }
        double value = switch (range) {
            case SedRange.Uniform uniform -> uniform(uniform, turn);
            case SedRange.Vector vector -> {
                if (turn >= vector.values().size()) {
                    throw new ProblemException(Problem.error("D003", vector.place(),
                            "the range " + vector.id() + " is too short",
                            "it has " + vector.values().size() + " values, the task " + count + " turns",
                            "give each range as many values"));
                }
                yield vector.values().get(turn);
            }
            case SedRange.Functional functional -> functional(functional, turn, values, open);
        };
        values.put(range.id(), value);
        return value;
    }

    private static double uniform(SedRange.Uniform range, int turn) {
        double share = range.steps() == 0 ? 0 : (double) turn / range.steps();
        if (turn == range.steps()) {
            return range.end();
        }
        return range.logarithmic()
                ? range.start() * StrictMath.pow(range.end() / range.start(), share)
                : range.start() + (range.end() - range.start()) * share;
    }

    private double functional(SedRange.Functional range, int turn, Map<String, Double> values, Set<String> open) {
        if (!open.add(range.id())) {
            throw new ProblemException(Problem.error("D011", range.place(),
                    "the range " + range.id() + " is computed from itself", "", "name another range"));
        }
        List<String> named = ranges.keySet().stream()
                .filter(id -> !id.equals(range.id()) && names(range, id)).toList();
        named.forEach(id -> value(range(id, ranges), turn, values, open));
        open.remove(range.id());
        return Formula.number(range.computation(), values,
                (model, target, _) -> seen.getOrDefault(key(model, target), Double.NaN));
    }

    private static boolean names(SedRange.Functional range, String id) {
        return range.range().filter(id::equals).isPresent()
                || References.of(range.computation().math()).contains(id) || range.computation().variables().stream()
                        .anyMatch(v -> v.target().filter(t -> t.equals("#" + id)).isPresent());
    }
}
