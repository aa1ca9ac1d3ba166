package propria.app.cli.command;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.library.ProblemCatalogue;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.text.Figures;
import propria.engine.ScheduledChange;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.engine.simulate.Simulator;
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
    private static final int DAYS = 20;
    private static final int WARM_UP = 300;
    private static final int WARM = 101;
    private static final String TRIAL_INSULT = "DSS_level";

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
                + Figures.count(compiled.parameterIds().size(), "parameter") + ", compiled; " + speed(compiled);
    }

    /// The time of one simulation of twenty days, warm: the median of the last of several hundred, the fewest that let
    /// the machine code settle.
    private static String speed(CompiledModel compiled) {
        Simulator simulator = new Simulator(compiled);
        List<Double> days = IntStream.rangeClosed(0, DAYS).mapToObj(day -> (double) day).toList();
        List<ScheduledChange> insult = compiled.parameterIds().contains(TRIAL_INSULT)
                ? List.of(new ScheduledChange.Assignment(0, TRIAL_INSULT, 2.5),
                        new ScheduledChange.Assignment(7, TRIAL_INSULT, 0))
                : List.of();
        SimulationRequest request = new SimulationRequest(Map.of(), insult, 0, DAYS, days, compiled.stateIds(),
                Tolerances.DEFAULT, propria.engine.Method.AUTOMATIC);
        double[] milliseconds = new double[WARM];
        for (int i = 0; i < WARM_UP + WARM; i++) {
            long begin = System.nanoTime();
            simulator.simulate(request);
            milliseconds[Math.max(0, i - WARM_UP)] = (System.nanoTime() - begin) * 1e-6;
        }
        Arrays.sort(milliseconds);
        return "one simulation of " + DAYS + " days takes " + Figures.of(milliseconds[WARM / 2]) + " ms, warm";
    }
}
