package propria.model.problem;

import java.util.List;
import java.util.stream.Collectors;

/// Input that cannot be used, with every [Problem] found in it.
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /// @param problems what was found; at least one
    public ProblemException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /// @param problem the one thing that was found
    public ProblemException(Problem problem) {
        this(List.of(problem));
    }

    /// What was found, in the order of the text.
    public List<Problem> problems() {
        return problems;
    }
}
