package propria.formats.petab.check;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import propria.formats.petab.problem.PetabProblem;
import propria.model.problem.Problem;
import propria.model.problem.SourceLocation;

/// An id names one thing of its kind.
final class CheckIdsAreUnique implements PetabCheck {

    @Override
    public void check(PetabProblem problem, Consumer<Problem> found) {
        Map<String, SourceLocation> seen = new HashMap<>();
        problem.parameters().forEach(p -> note(seen, "parameter", p.id(), p.place(), found));
        problem.observables().forEach(o -> note(seen, "observable", o.id(), o.place(), found));
        problem.conditions().forEach(c -> note(seen, "condition", c.id(), c.place(), found));
        problem.mappings().forEach(m -> note(seen, "mapping", m.petabId(), m.place(), found));
    }

    private static void note(Map<String, SourceLocation> seen, String kind, String id, SourceLocation place,
            Consumer<Problem> found) {
        SourceLocation before = seen.putIfAbsent(kind + " " + id, place);
        if (before != null) {
            found.accept(Problem.error("P202", place, "the " + kind + " " + id + " is given twice",
                    "first at " + before, "keep one"));
        }
    }
}
