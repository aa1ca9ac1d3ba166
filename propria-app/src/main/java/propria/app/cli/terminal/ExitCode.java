package propria.app.cli.terminal;

import java.util.List;
import java.util.Set;
import propria.model.problem.Problem;

/// What the shell is told.
public final class ExitCode {

    /// Done.
    public static final int DONE = 0;
    /// Something in the input must be mended.
    public static final int BAD_INPUT = 2;
    /// The model could not be simulated.
    public static final int MODEL_FAILED = 3;
    /// The study's rules on doubtful sources forbid to go on.
    public static final int INTEGRITY = 4;
    /// A computation that was repeated gave another result.
    public static final int DIFFERENT = 5;
    /// Stopped from outside.
    public static final int INTERRUPTED = 130;

    private static final Set<String> POLICY = Set.of("E401", "E403", "E420");

    private ExitCode() {
    }

    /// The code for what was found: that of the first error.
    public static int of(List<Problem> problems) {
        return problems.stream().filter(Problem::isError).findFirst().map(ExitCode::of).orElse(DONE);
    }

    private static int of(Problem problem) {
        if (POLICY.contains(problem.code())) {
            return INTEGRITY;
        }
        return problem.code().startsWith("N") ? MODEL_FAILED : BAD_INPUT;
    }
}
