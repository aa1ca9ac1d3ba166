package propria.app.cli.command;

import picocli.CommandLine.Option;
import propria.app.cli.terminal.Terminal;

/// Something to do, with its options already read.
public abstract class Command {

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "show this and do nothing")
    private boolean help;

    /// Does it.
    ///
    /// @return the exit code
    public abstract int run(Terminal terminal) throws Exception;
}
