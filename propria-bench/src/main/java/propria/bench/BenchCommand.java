package propria.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import propria.bench.contender.ContenderFailure;
import propria.bench.contender.Contenders;
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
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.file.StudyFile;
import propria.study.library.Library;

/// Compares the engine with others.
@CommandLine.Command(name = "bench", description = "Compare the engine with CVODE and others at equal error.")
public final class BenchCommand extends Command {

    private static final String GUT = "gut";
    private static final String STUDY = "dss-uc-msc";

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "gut, a classic problem (robertson, hires, …), or a "
            + "file of --models without its ending (default: all)")
    private List<String> names = new ArrayList<>();

    @Option(names = "--models", paramLabel = "DIR", description = "a folder of SBML files to compare on")
    private Path models = Path.of("");

    @Option(names = "--end", paramLabel = "T", description = "until when SBML files are simulated, in each model's unit "
            + "(default: 100)")
    private double end = 100;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "where to write every point that was measured")
    private Path out = Path.of("");

    private final List<Workloads.Refused> refused = new ArrayList<>();

    @Override
    public int run(Terminal terminal) throws IOException {
        Optional<Toolchain> toolchain = toolchain(terminal);
        toolchain.ifPresent(tools -> terminal.note(tools.description()));
        List<Comparison> comparisons = new ArrayList<>();
        for (Workload workload : workloads()) {
            compare(workload, toolchain, terminal).ifPresent(comparisons::add);
        }
        ComparisonTable.lines(comparisons).forEach(terminal::answer);
        terminal.answer("");
        ComparisonTable.summary(comparisons).forEach(terminal::answer);
        refused.forEach(one -> terminal.answer("not compared: " + one.name() + ": " + one.why()));
        if (!out.toString().isEmpty()) {
            Files.write(out, ComparisonCsv.lines(comparisons, comparators()));
            terminal.put("file", out.toString());
        }
        terminal.put("models", comparisons.size()).put("notCompared", refused.size());
        return ExitCode.DONE;
    }

    private static List<String> comparators() {
        List<String> names = new ArrayList<>();
        for (CvodeSetup setup : CvodeSetup.values()) {
            names.add(setup.label());
        }
        names.add("SBSCL");
        return names;
    }

    /// The compiler; without it the comparisons with CVODE are left out, which is said.
    private static Optional<Toolchain> toolchain(Terminal terminal) {
        try {
            return Optional.of(Toolchain.find(Path.of(System.getProperty("propria.bench.cache",
                    System.getProperty("java.io.tmpdir") + "/propria-bench"))));
        } catch (ProblemException e) {
            e.problems().forEach(p -> terminal.note("CVODE left out: " + p.what() + "; " + p.why() + "; " + p.fix()));
            return Optional.empty();
        }
    }

    private List<Workload> workloads() throws IOException {
        List<Workload> workloads = new ArrayList<>();
        if (isWanted(GUT)) {
            LibraryFolder library = LibraryFolder.find();
            workloads.add(Workloads.course(StudyFile.read(library.study(STUDY), Library.read(library.path()))));
        }
        Workloads.CLASSICS.stream().filter(classic -> isWanted(classic.name()))
                .forEach(classic -> workloads.add(classic.workload()));
        if (!models.toString().isEmpty()) {
            Workloads.Folder folder = Workloads.folder(models, end, this::isWanted);
            workloads.addAll(folder.workloads());
            refused.addAll(folder.refused());
        }
        if (workloads.isEmpty()) {
            throw new ProblemException(Problem.error("B110", "nothing is called " + String.join(", ", names),
                    "known are gut, " + String.join(", ", Workloads.CLASSICS.stream().map(c -> c.name()).toList())
                            + " and the files of --models",
                    "use one of these names"));
        }
        return workloads;
    }

    private boolean isWanted(String name) {
        return names.isEmpty() || names.contains(name);
    }

    private Optional<Comparison> compare(Workload workload, Optional<Toolchain> toolchain, Terminal terminal) {
        terminal.note(workload.name() + ", " + workload.states() + " states");
        try {
            Contenders contenders = Contenders.of(workload, toolchain);
            Comparison comparison = Comparer.compare(workload, contenders.all(), contenders.judges(), Ladder.FULL);
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
