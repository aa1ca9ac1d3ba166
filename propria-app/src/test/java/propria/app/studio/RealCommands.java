package propria.app.studio;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import propria.app.cli.Application;
import propria.app.cli.terminal.Terminal;

/// The command line, as the studio command gives it to the studio.
final class RealCommands {

    private RealCommands() {
    }

    static String json(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> line = new ArrayList<>(arguments);
        line.add("--json");
        new Application(new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream()), false, false)).run(line.toArray(String[]::new));
        return out.toString(StandardCharsets.UTF_8);
    }
}
