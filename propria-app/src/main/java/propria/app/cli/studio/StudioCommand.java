package propria.app.cli.studio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import propria.app.cli.command.Command;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.studio.StudioServer;
import propria.app.studio.StudioSettings;

/// Opens the laboratory in a browser, until it is stopped.
@CommandLine.Command(name = "studio", description = "The laboratory in a browser, on this machine only, offline.")
public final class StudioCommand extends Command {

    private static final int PORT = 8377;

    private final String version;
    private final Function<List<String>, String> commands;

    @Option(names = "--port", paramLabel = "N", description = "where to listen (default: 8377; 0 for any that is free)")
    private int port = PORT;

    @Option(names = "--no-open", description = "do not open a browser")
    private boolean quiet;

    @Option(names = "--workspace", paramLabel = "DIR", description = "the folder of your studies and runs (default: workspace)")
    private Path workspace = Path.of("workspace");

    /// @param version of the program
    /// @param commands carries out a command line that reads and gives its JSON answer
    public StudioCommand(String version, Function<List<String>, String> commands) {
        this.version = version;
        this.commands = commands;
    }

    @Override
    public int run(Terminal terminal) throws IOException, InterruptedException {
        StudioSettings settings = new StudioSettings(LibraryFolder.find().path(), workspace, port, version, commands);
        CountDownLatch stopped = new CountDownLatch(1);
        try (StudioServer studio = StudioServer.open(settings)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
            if (!StudioServer.hasPages()) {
                terminal.note("warning: the pages were not built, as the build found no Node.js with npm");
            }
            terminal.answer("studio:     " + studio.address());
            terminal.answer("workspace:  " + workspace.toAbsolutePath().normalize());
            terminal.note("stop it with Ctrl-C; nothing is lost");
            if (!quiet && terminal.isInteractive()) {
                browse(studio.address());
            }
            stopped.await();
        }
        return ExitCode.DONE;
    }

    private static void browse(String address) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> opener = system.contains("mac")
                ? List.of("open", address)
                : system.contains("win")
                        ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                        : List.of("xdg-open", address);
        try {
            new ProcessBuilder(opener).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException _) {
            // The address is printed; a person can open it.
        }
    }
}
