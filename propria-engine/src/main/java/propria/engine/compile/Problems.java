package propria.engine.compile;

import java.util.ArrayList;
import java.util.List;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// What stands in the way of compiling a model; collected, so that the user sees everything at once.
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    void add(String code, SourceLocation place, String what, String why, String fix) {
        Problem problem = Problem.error(code, place, what, why, fix);
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    /// @throws ProblemException if there is any
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ProblemException(found);
        }
    }
}
