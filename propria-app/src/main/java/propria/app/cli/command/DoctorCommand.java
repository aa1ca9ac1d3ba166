package propria.app.cli.command;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.library.ProblemCatalogue;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.text.Figures;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.evidence.EvidenceLibrary;
import propria.formats.antimony.AntimonyReader;
import propria.model.Model;
import propria.model.check.ModelChecks;
import propria.model.problem.Problem;
import propria.study.library.Library;

/// Says what is installed and tries each part once.
@CommandLine.Command(name = "doctor", description = "Say what is installed and try each part once, in under 10 s.")
public final class DoctorCommand extends Command {

    private final Map<String, Object> parts = new LinkedHashMap<>();
    private boolean healthy = true;

    @Override
    public int run(Terminal terminal) throws Exception {
        Runtime machine = Runtime.getRuntime();
        part(terminal, "Java", () -> {
            if (Runtime.version().feature() < 25) {
                throw new IllegalStateException("Java 25 or newer is needed, this is " + Runtime.version());
            }
            return Runtime.version() + " (" + System.getProperty("java.vendor") + ")";
        });
        part(terminal, "machine", () -> System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Figures.count(machine.availableProcessors(), "core") + ", " + (machine.maxMemory() >> 20)
                + " MB for Java");
        part(terminal, "writing here", DoctorCommand::writing);
        LibraryFolder folder = LibraryFolder.find();
        part(terminal, "library", () -> library(Library.read(folder.path())));
        part(terminal, "evidence", () -> Figures.count(
                EvidenceLibrary.read(folder.path().resolve("evidence")).sources().size(), "source"));
        part(terminal, "error codes", () -> Figures.count(ProblemCatalogue.read().size(), "code"));
        for (Path file : folder.models()) {
            part(terminal, "model " + file.getFileName(), () -> model(file));
        }
        terminal.put("parts", parts).answer(healthy ? "all well" : "something is wrong, see above");
        return healthy ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }

    private void part(Terminal terminal, String name, Callable<String> trial) {
        long start = System.nanoTime();
        String said;
        boolean well = true;
        try {
            said = trial.call();
        } catch (Exception e) {
            well = false;
            said = String.valueOf(e.getMessage());
        }
        healthy &= well;
        long ms = (System.nanoTime() - start) / 1_000_000;
        parts.put(name, Map.of("well", well, "said", said, "milliseconds", ms));
        terminal.answer((well ? "✓ " : "✗ ") + terminal.strong(name) + ": " + said + terminal.faint("  " + ms + " ms"));
    }

    private static String writing() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        Path trial = Files.createTempFile(folder, ".propria", ".tmp");
        Files.delete(trial);
        FileStore store = Files.getFileStore(folder);
        return folder + ", " + (store.getUsableSpace() >> 30) + " GB free";
    }

    private static String library(Library library) {
        return Figures.count(library.studies().size(), "study") + ", "
                + Figures.count(library.products().size(), "product") + ", "
                + Figures.count(library.observables().size(), "observable");
    }

    private static String model(Path file) {
        Model model = AntimonyReader.read(file);
        long errors = ModelChecks.check(model).stream().filter(Problem::isError).count();
        CompiledModel compiled = ModelCompiler.compile(model);
        if (errors > 0) {
            throw new IllegalStateException(Figures.count(errors, "error") + "; `propria check` shows them");
        }
        return Figures.count(compiled.stateIds().size(), "state") + ", "
                + Figures.count(compiled.parameterIds().size(), "parameter") + ", compiled";
    }
}
