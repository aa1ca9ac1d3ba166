package propria.app;

import propria.app.cli.Application;
import propria.app.cli.terminal.Terminal;

/// Starts the application.
public final class Main {

    private Main() {
    }

    /// @param arguments the command and its options
    public static void main(String[] arguments) {
        System.exit(new Application(Terminal.ofProcess()).run(arguments));
    }
}
