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
import propria.bench.measure.Goals;
import propria.bench.output.BenchPage;
import propria.bench.output.ComparisonCsv;
import propria.bench.output.ComparisonTable;
import propria.bench.precision.Comparer;
import propria.bench.precision.Comparison;
import propria.bench.precision.Ladder;
import propria.bench.precision.NoReference;
import propria.bench.sundials.CvodeSetup;
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
    private static final List<String> PICTURED = List.of(GUT, "hires", "pollution", "e5", "BIOMD0000000543",
            "gut, gradient");

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

    private final List<Workloads.Refused> refused = new ArrayList<>();
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    @Override
    public int run(Terminal terminal) throws IOException {
        Comparators comparators = Comparators.find(terminal);
        for (Workload workload : workloads()) {
            compare(workload, comparators, terminal).ifPresent(comparisons::add);
        }
        findings.addAll(Goals.single(comparisons));
        if (comparators.sbscl().isEmpty() && !comparisons.isEmpty()) {
            findings.add(new Finding("one simulation", "SBSCL", "20 times faster in the median",
                    "not measured: SBSCL was not there", false));
        }
        measure(new Measures(terminal, comparators.toolchain(), seconds, patients), comparators, terminal);
        say(terminal);
        if (!out.toString().isEmpty()) {
            Files.write(out, ComparisonCsv.lines(comparisons, rivals()));
            terminal.put("file", out.toString());
        }
        if (!docs.toString().isEmpty()) {
            new BenchPage(commandLine(), circumstances(comparators), findings, comparisons, refused, PICTURED)
                    .write(docs);
        }
        terminal.put("models", comparisons.size()).put("notCompared", refused.size()).put("goals", findings);
        return ExitCode.DONE;
    }

    private void say(Terminal terminal) {
        ComparisonTable.lines(comparisons).forEach(terminal::answer);
        terminal.answer("");
        ComparisonTable.summary(comparisons, ComparisonTable.RIVALS).forEach(terminal::answer);
        if (ComparisonTable.hasAblations(comparisons)) {
            terminal.answer("");
            ComparisonTable.lines(comparisons, ComparisonTable.ABLATIONS).forEach(terminal::answer);
            terminal.answer("");
            ComparisonTable.summary(comparisons, ComparisonTable.ABLATIONS).forEach(terminal::answer);
        }
        refused.forEach(one -> terminal.answer("not compared: " + one.name() + ": " + one.why()));
        terminal.answer("");
        findings.forEach(f -> terminal.answer((f.met() ? "met     " : "NOT met ") + f.measure() + " | " + f.against()
                + " | goal: " + f.goal() + " | reached: " + f.reached()));
    }

    private static List<String> rivals() {
        List<String> names = new ArrayList<>();
        for (CvodeSetup setup : CvodeSetup.values()) {
            names.add(setup.label());
        }
        names.add("SBSCL Rosenbrock");
        return names;
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
                + " cores, which may share units with other work; times of single simulations are processor times of the "
                + "thread, two cores and first points are by the clock");
        lines.add(comparators.toolchain().map(Toolchain::description).orElse("CVODE was not there"));
        lines.add(comparators.sbscl().isPresent() ? "SBSCL 2.1.1, its Rosenbrock solver" : "SBSCL was not there");
        return lines;
    }

    private static Study study() {
        LibraryFolder library = LibraryFolder.find();
        return StudyFile.read(library.study(STUDY), Library.read(library.path()));
    }

    private void measure(Measures measures, Comparators comparators, Terminal terminal) throws IOException {
        if (isWanted(POPULATION)) {
            Workload course = Workloads.course(study());
            Optional<Comparison> single = comparisons.stream().filter(c -> c.subject().name().equals(GUT)).findFirst()
                    .or(() -> compare(course, comparators, terminal));
            single.ifPresent(comparison -> findings.addAll(measures.population(study(), course, comparison)));
        }
        if (isWanted(GRADIENT)) {
            Comparison gradient = measures.gradient(Workloads.course(study()));
            gradient.notes().forEach(note -> terminal.note("  " + note));
            findings.addAll(Goals.gradient(gradient));
            comparisons.add(gradient);
        }
        if (isWanted(FIRST_POINT)) {
            try {
                findings.addAll(measures.firstPoint());
            } catch (IOException e) {
                // What was measured before must not be lost with it.
                findings.add(new Finding("file to first point", "", "", "not measured: " + e.getMessage(), false));
            }
        }
    }

    private List<Workload> workloads() throws IOException {
        List<Workload> workloads = new ArrayList<>();
        if (isWanted(GUT)) {
            workloads.add(Workloads.course(study()));
        }
        Workloads.CLASSICS.stream().filter(classic -> isWanted(classic.name()))
                .forEach(classic -> workloads.add(classic.workload()));
        if (!models.toString().isEmpty()) {
            Workloads.Folder folder = Workloads.folder(models, end, this::isWanted);
            workloads.addAll(folder.workloads());
            refused.addAll(folder.refused());
        }
        if (workloads.isEmpty() && List.of(POPULATION, GRADIENT, FIRST_POINT).stream().noneMatch(this::isWanted)) {
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

    private Optional<Comparison> compare(Workload workload, Comparators comparators, Terminal terminal) {
        terminal.note(workload.name() + ", " + workload.states() + " states");
        try {
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
            Comparison comparison = Comparer.compare(workload.subject(), all, contenders.judges(),
                    brief ? Ladder.QUICK : Ladder.FULL);
            contenders.notes().forEach(note -> terminal.note("  " + note));
            comparison.notes().forEach(note -> terminal.note("  " + note));
            ComparisonTable.lines(List.of(comparison)).stream().skip(1).forEach(terminal::note);
            return Optional.of(comparison);
        } catch (NoReference | ContenderFailure e) {
            refused.add(new Workloads.Refused(workload.name(), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }
}
