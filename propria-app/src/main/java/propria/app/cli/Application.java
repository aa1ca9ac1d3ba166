package propria.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import propria.app.cli.command.Command;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// One call of the command line, from its arguments to its exit code.
public final class Application {

    private static final Set<String> HELP = Set.of("help", "--help", "-h");

    private final Terminal terminal;

    public Application(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Runs the command that `arguments` name and returns its exit code.
    public int run(String... arguments) {
        List<String> given = new ArrayList<>(Arrays.asList(arguments));
        if (given.remove("--json")) {
            terminal.useJson();
        }
        boolean debug = given.remove("--debug");
        int exit;
        try {
            exit = dispatch(given);
        } catch (Throwable thrown) {
            exit = failed(thrown, debug);
        }
        terminal.end(exit);
        return exit;
    }

    private int dispatch(List<String> given) throws Exception {
        if (given.isEmpty() || HELP.contains(given.getFirst()) && given.size() == 1) {
            overview();
            return ExitCode.DONE;
        }
        boolean help = HELP.contains(given.getFirst());
        String name = given.get(help ? 1 : 0);
        if (name.equals("--version") || name.equals("version")) {
            terminal.put("version", Version.text()).answer("propria " + Version.text());
            return ExitCode.DONE;
        }
        Command command = Optional.ofNullable(Commands.all().get(name)).orElseThrow(() -> unknown(name)).maker().get();
        CommandLine line = new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true);
        List<String> options = help ? List.of("--help") : given.subList(1, given.size());
        try {
            line.parseArgs(options.toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            throw new ProblemException(usage(name, e));
        }
        if (line.isUsageHelpRequested()) {
            terminal.put("usage", line.getUsageMessage(CommandLine.Help.Ansi.OFF))
                    .answer(line.getUsageMessage(CommandLine.Help.Ansi.OFF).stripTrailing());
            return ExitCode.DONE;
        }
        return command.run(terminal);
    }

    private int failed(Throwable thrown, boolean debug) {
        terminal.overwrite("");
        if (thrown instanceof InterruptedException) {
            terminal.note("stopped");
            return ExitCode.INTERRUPTED;
        }
        List<Problem> problems = Failures.problems(thrown);
        terminal.problems(problems);
        if (debug) {
            thrown.printStackTrace();
        }
        return Math.max(ExitCode.BAD_INPUT, ExitCode.of(problems));
    }

    private void overview() {
        terminal.answer("propria: an in-silico laboratory for cell therapy of colitis");
        terminal.answer("");
        Commands.all().forEach((name, entry) -> {
            terminal.put(name, entry.purpose());
            terminal.answer("  " + pad(entry.usage()) + entry.purpose());
        });
        terminal.answer("  " + pad("test") + "the whole test suite");
        terminal.answer("");
        terminal.answer("Start with:  propria run dss-uc-msc");
        terminal.answer("Options of a command:  propria help COMMAND.  Every command takes --json and --debug.");
    }

    private static String pad(String text) {
        return text + " ".repeat(Math.max(2, 24 - text.length()));
    }

    private static ProblemException unknown(String name) {
        String fix = Nearest.of(name, Commands.all().keySet()).map(near -> "did you mean `propria " + near + "`?")
                .orElse("`propria help` lists the commands");
        return new ProblemException(Problem.error("U001", "there is no command `" + name + "`", "", fix));
    }

    private static Problem usage(String command, CommandLine.ParameterException e) {
        List<String> suggestions = e instanceof CommandLine.UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions()
                : List.of();
        String fix = suggestions.isEmpty()
                ? "`propria help " + command + "` shows the options"
                : "did you mean `" + suggestions.getFirst() + "`?";
        return Problem.error("U002", "the command `" + command + "` cannot be understood",
                String.valueOf(e.getMessage()).lines().findFirst().orElse(""), fix);
    }
}
