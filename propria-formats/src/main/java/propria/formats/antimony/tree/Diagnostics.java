package propria.formats.antimony.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Gathers the problems of one reading, so that a user sees them together.
public final class Diagnostics {

    private static final int MOST = 100;

    private final List<Problem> problems = new ArrayList<>();

    /// Notes an error.
    public void error(String code, SourceLocation place, String what, String why, String fix) {
        Problem problem = Problem.error(code, place, what, why, fix);
        if (problems.size() < MOST && !problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /// Whether as many problems were noted as a person will read; more are dropped.
    public boolean isFull() {
        return problems.size() >= MOST;
    }

    /// Whether nothing was noted.
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /// What was noted, by place.
    public List<Problem> problems() {
        return problems.stream()
                .sorted(Comparator.comparing(problem -> problem.place().orElse(SourceLocation.of(""))))
                .toList();
    }

    /// Stops the reading when something was noted.
    ///
    /// @throws ProblemException with all problems
    public void stopOnErrors() {
        if (!problems.isEmpty()) {
            throw new ProblemException(problems());
        }
    }
}
