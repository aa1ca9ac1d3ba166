package propria.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import propria.app.cli.command.Command;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.bench.ablation.AblatedContender;
import propria.bench.ablation.Ablation;
import propria.bench.contender.Contender;
import propria.bench.contender.ContenderFailure;
import propria.bench.contender.Contenders;
import propria.bench.measure.Finding;
import propria.bench.output.ComparisonTable;
import propria.bench.precision.Comparer;
import propria.bench.precision.Comparison;
import propria.bench.precision.Ladder;
import propria.bench.precision.NoReference;
import propria.bench.sundials.Toolchain;
import propria.bench.workload.Workload;
import propria.bench.workload.Workloads;
import propria.engine.Method;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;

/// Compares the engine with others.
@CommandLine.Command(name = "bench", description = "Compare the engine with CVODE and others at equal error.")
public final class BenchCommand extends Command {

    private static final String GUT = "gut";
    private static final String STUDY = "dss-uc-msc";
    private static final String POPULATION = "population";
    private static final String GRADIENT = "gradient";
    private static final String FIRST_POINT = "first-point";

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "gut, a classic problem (robertson, hires, …), a file "
            + "of --models without its ending, population, gradient, first-point (default: all)")
    private List<String> names = new ArrayList<>();

    @Option(names = "--models", paramLabel = "DIR", description = "a folder of SBML files to compare on")
    private Path models = Path.of("");

    @Option(names = "--end", paramLabel = "T", description = "until when SBML files are simulated, in each model's unit "
            + "(default: 100)")
    private double end = 100;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "where to write every point that was measured")
    private Path out = Path.of("");

    @Option(names = "--docs", paramLabel = "DIR", description = "where to write bench.md and its pictures")
    private Path docs = Path.of("");

    @Option(names = "--ablation", description = "also the engine without each of its improvements")
    private boolean ablation;

    @Option(names = "--quick", description = "fewer tolerances, rounds and methods of the engine, except on the gut")
    private boolean quick;

    @Option(names = "--seconds", paramLabel = "S", description = "how long each part of a population may take "
            + "(default: 30)")
    private double seconds = 30;

    @Option(names = "--patients", paramLabel = "N", description = "how many at most (default: 10000)")
    private int patients = 10_000;

    @Override
    public int run(Terminal terminal) throws IOException {
        try (Comparators comparators = Comparators.find(terminal)) {
            Results results = new Results(given(out), given(docs), commandLine(), circumstances(comparators));
            List<Workload> workloads = workloads(results);
            if (isWanted(GUT)) {
                compare(Workloads.course(study()), comparators, terminal, results);
            }
            measure(new Measures(terminal, comparators.toolchain(), seconds, patients), comparators, terminal, results);
            for (Workload workload : workloads) {
                results.save(workload.name() + " and what follows it");
                compare(workload, comparators, terminal, results);
            }
            results.save("");
            results.say(terminal);
        }
        return ExitCode.DONE;
    }

    private static Optional<Path> given(Path path) {
        return path.toString().isEmpty() ? Optional.empty() : Optional.of(path);
    }

    private String commandLine() {
        List<String> words = new ArrayList<>(List.of("./propria bench"));
        words.addAll(names);
        if (!models.toString().isEmpty()) {
            words.add("--models " + models.getFileName() + " --end " + end);
        }
        if (ablation) {
            words.add("--ablation");
        }
        if (quick) {
            words.add("--quick");
        }
        words.add("--seconds " + seconds + " --patients " + patients + " --docs docs");
        return String.join(" ", words);
    }

    private static List<String> circumstances(Comparators comparators) {
        List<String> lines = new ArrayList<>();
        lines.add("Date: " + LocalDate.now());
        lines.add("Java " + Runtime.version() + ", one thread unless said otherwise, serial collector");
        lines.add("Machine: " + System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors()
                + " cores, which may share units with other work; times are processor times of one thread, but those of two "
                + "cores and of first points are by the clock");
        lines.add(
                "SBSCL runs in a process of its own with 20 s by the clock for a model; every workload has a limit as "
                        + "well, and every solver 500,000 steps a simulation");
        lines.add(comparators.toolchain().map(Toolchain::description).orElse("CVODE was not there"));
        lines.add(comparators.sbscl().isPresent() ? "SBSCL 2.1.1, its Rosenbrock solver" : "SBSCL was not there");
        return lines;
    }

    private static Study study() {
        LibraryFolder library = LibraryFolder.find();
        return StudyFile.read(library.study(STUDY), Library.read(library.path()));
    }

    /// Populations, gradients and first points come before many models have run in this process: a study's process has seen
    /// one model only.
    private void measure(Measures measures, Comparators comparators, Terminal terminal, Results results)
            throws IOException {
        if (isWanted(POPULATION)) {
            results.save(POPULATION + " and what follows it");
            guarded(POPULATION, results, () -> {
                Workload course = Workloads.course(study());
                if (results.single(GUT).isEmpty()) {
                    compare(course, comparators, terminal, results);
                }
                results.single(GUT)
                        .ifPresent(single -> results.find(measures.population(study(), course, single)));
            });
        }
        if (isWanted(GRADIENT)) {
            results.save(GRADIENT + " and what follows it");
            guarded(GRADIENT, results, () -> {
                Comparison gradient = measures.gradient(Workloads.course(study()));
                gradient.notes().forEach(note -> terminal.note("  " + note));
                results.addGradient(gradient);
            });
        }
        if (isWanted(FIRST_POINT)) {
            results.save(FIRST_POINT + " and what follows it");
            guarded("file to first point", results, () -> results.find(measures.firstPoint()));
        }
    }

    private interface Part {
        void run() throws IOException;
    }

    /// What one part cannot measure must not take the others with it.
    private static void guarded(String name, Results results, Part part) {
        try {
            part.run();
        } catch (IOException | RuntimeException e) {
            results.find(List.of(new Finding(name, "", "", "not measured: " + e.getMessage(), false)));
        }
    }

    private List<Workload> workloads(Results results) throws IOException {
        List<Workload> workloads = new ArrayList<>();
        Workloads.CLASSICS.stream().filter(classic -> isWanted(classic.name()))
                .forEach(classic -> workloads.add(classic.workload()));
        if (!models.toString().isEmpty()) {
            Workloads.Folder folder = Workloads.folder(models, end, this::isWanted);
            workloads.addAll(folder.workloads());
            folder.refused().forEach(results::refuse);
        }
        if (workloads.isEmpty() && List.of(GUT, POPULATION, GRADIENT, FIRST_POINT).stream().noneMatch(this::isWanted)) {
            throw new ProblemException(Problem.error("X110", "nothing is called " + String.join(", ", names),
                    "known are gut, population, gradient, first-point, "
                            + String.join(", ", Workloads.CLASSICS.stream().map(c -> c.name()).toList())
                            + " and the files of --models",
                    "use one of these names"));
        }
        return workloads;
    }

    private boolean isWanted(String name) {
        return names.isEmpty() || names.contains(name);
    }

    private void compare(Workload workload, Comparators comparators, Terminal terminal, Results results) {
        terminal.note(workload.name() + ", " + workload.states() + " states");
        try {
            Comparison comparison = comparison(workload, comparators);
            comparison.notes().forEach(note -> terminal.note("  " + note));
            ComparisonTable.lines(List.of(comparison)).stream().skip(1).forEach(terminal::note);
            results.add(comparison);
        } catch (NoReference | ContenderFailure e) {
            results.refuse(new Workloads.Refused(workload.name(), String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            // A fault that one model meets must not end the run, nor be passed over.
            results.refuse(new Workloads.Refused(workload.name(), "a fault of the comparison: " + e));
        }
    }

    private Comparison comparison(Workload workload, Comparators comparators) {
        // The gut is always compared in full: the population takes its tolerance from there.
        boolean brief = quick && !workload.name().equals(GUT);
        Contenders contenders = Contenders.of(workload,
                brief ? List.of(Method.AUTOMATIC, Method.BDF) : List.of(Method.values()), comparators.toolchain(),
                comparators.sbscl());
        List<Contender> all = new ArrayList<>(contenders.all());
        if (ablation) {
            for (Ablation less : Ablation.values()) {
                all.add(new AblatedContender(workload, less));
            }
        }
        return Comparer.compare(workload.subject(), all, contenders.judges(), brief ? Ladder.QUICK : Ladder.FULL)
                .with(contenders.notes());
    }
}
