package propria.app.cli.command;

import picocli.CommandLine;
import propria.app.cli.terminal.Terminal;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Waits for the solver.
@CommandLine.Command(name = "run", description = "Not part of this build.")
public final class RunCommand extends Command {

    @Override
    public int run(Terminal terminal) {
        throw new ProblemException(Problem.error("U003", "this build cannot simulate", "", "use a newer one"));
    }
}
