package propria.app.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Progress;
import propria.app.cli.terminal.Terminal;
import propria.app.cli.trial.TrialAnswer;
import propria.app.cli.trial.TrialCost;
import propria.app.report.data.RunFolder;
import propria.app.run.StudyWork;
import propria.app.text.Figures;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;
import propria.study.run.Estimate;
import propria.study.run.RunOptions;
import propria.study.run.RunResult;
import propria.study.run.StudyRunner;
import propria.study.run.SubjectCourse;
import propria.study.run.work.Executors;
import propria.trial.design.TrialDesign;
import propria.trial.file.TrialFile;

/// Simulates a study and writes its run folder and report.
@CommandLine.Command(name = "run", description = "Simulate a study; write a run folder and its report.")
public final class RunCommand extends Command {

    /// Longer work is announced, and asked about where a person can answer [s].
    private static final double LONG = 30;

    /// Fewer simulations than this are not worth a measurement of their cost.
    private static final long CHEAP = 1000;

    @Parameters(paramLabel = "STUDY", description = "a study that ships, or a folder with a study.yaml")
    private String name = "";

    @Option(names = "--out", paramLabel = "DIR", description = "the run folder to make (default: runs/STUDY)")
    private Path out = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "of the random draws (default: the study's)")
    private long seed = Long.MIN_VALUE;

    @Option(names = "--draws", paramLabel = "N", description = "draws of the parameters (default: the study's)")
    private int draws;

    @Option(names = "--trials", paramLabel = "N", description = "how many are simulated, of a study that is a trial (default: the study's)")
    private int trials;

    @Option(names = "--subject-trials", paramLabel = "N", description = "of how many simulated trials the subjects are written as Parquet (default: 3)")
    private int subjectTrials = 3;

    @Option(names = "--threads", paramLabel = "N", description = "how many; the result is the same (default: all cores)")
    private int threads;

    @Option(names = "--executor", paramLabel = "local|spark[=MASTER]", description = "where to compute; the result is the same (default: local)")
    private String executor = "local";

    @Option(names = "--patient", paramLabel = "DRAW/SUBJECT", description = "simulate one virtual subject of the study and print its course as CSV")
    private String patient = "";

    @Option(names = "--resume", description = "go on from what a stopped run has left")
    private boolean resume;

    @Option(names = "--csv", description = "write subjects as CSV instead of Parquet")
    private boolean csv;

    @Option(names = {"-y", "--yes"}, description = "do not ask before long work")
    private boolean yes;

    @Override
    public int run(Terminal terminal) throws IOException {
        terminal.note("propria run " + name + ": reading the study");
        refuseBadOptions();
        LibraryFolder library = LibraryFolder.find();
        Library read = Library.read(library.path());
        Study study = StudyFile.read(library.study(name), read);
        terminal.note(study.title());
        Optional<TrialDesign> design = TrialFile.read(library.study(name));
        if (design.isPresent()) {
            if (!agreed(study, design.get(), read, terminal)) {
                terminal.note("nothing was done");
                return ExitCode.INTERRUPTED;
            }
            trial(study, design.get(), read).say(terminal);
            return ExitCode.DONE;
        }
        RunOptions options = options(terminal);
        if (!patient.isEmpty()) {
            return course(study, options, terminal);
        }
        if (!agreed(study, options, terminal)) {
            terminal.note("nothing was done");
            return ExitCode.INTERRUPTED;
        }
        RunResult result = simulate(study, options);
        terminal.overwrite("");
        Path report = StudyWork.finish(result.folder(), study, read, options.threads());
        new RunSummary(RunFolder.read(result.folder()), result, report).say(terminal);
        return ExitCode.DONE;
    }

    /// Prints one subject, a line a value.
    private int course(Study study, RunOptions options, Terminal terminal) {
        String[] numbers = patient.split("/", -1);
        if (numbers.length != 2 || !numbers[0].matches("\\d{1,9}") || !numbers[1].matches("\\d{1,9}")) {
            throw new ProblemException(Problem.error("U310", "--patient is written DRAW/SUBJECT",
                    "`" + patient + "` is not", "for example --patient 0/3"));
        }
        List<SubjectCourse.Point> points = SubjectCourse.of(study, options, Integer.parseInt(numbers[0]),
                Integer.parseInt(numbers[1]));
        terminal.answer("arm,observable,time_d,unit,value");
        points.forEach(p -> terminal.answer(String.join(",", p.arm(), p.observable().id(), Double.toString(p.time()),
                p.observable().unit(), Double.toString(p.value()))));
        terminal.put("course", points.stream().map(p -> List.of(p.arm(), p.observable().id(), p.time(), p.value()))
                .toList());
        return ExitCode.DONE;
    }

    private void refuseBadOptions() {
        Executors.find(executor);
        if (!out.toString().isEmpty() && Files.exists(out.resolve("manifest.json"))) {
            throw new ProblemException(Problem.error("U305", SourceLocation.of(out.toString()),
                    "the folder holds a run already", "a run never overwrites another",
                    "name another with --out, or remove it"));
        }
        if (threads < 0 || draws < 0 || trials < 0) {
            throw new ProblemException(Problem.error("U310", "threads and draws are whole numbers from 1",
                    "--threads " + threads + ", --draws " + draws, "leave them out to use the defaults"));
        }
    }

    private int workers() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }

    private TrialAnswer trial(Study study, TrialDesign design, Library library) {
        return new TrialAnswer(study, design, library,
                seed == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(seed),
                trials == 0 ? OptionalInt.empty() : OptionalInt.of(trials), workers(), Math.max(1, subjectTrials),
                executor, out.toString().isEmpty() ? Optional.empty() : Optional.of(out), resume);
    }

    private RunOptions options(Terminal terminal) {
        Progress progress = new Progress(terminal, "simulations");
        return new RunOptions(seed == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(seed),
                workers(),
                draws == 0 ? OptionalInt.empty() : OptionalInt.of(draws),
                out.toString().isEmpty() ? Optional.empty() : Optional.of(out), resume, csv, progress::at,
                executor);
    }

    /// Says what long work costs and asks whether to go on, where somebody can answer.
    private boolean agreed(Study study, RunOptions options, Terminal terminal) throws IOException {
        long simulations = (long) options.draws().orElse(study.uncertainty().draws()) * study.perArm()
                * study.arms().size();
        if (yes || simulations < CHEAP) {
            return true;
        }
        Estimate cost = StudyRunner.estimate(study, options);
        if (cost.seconds() <= LONG) {
            return true;
        }
        terminal.note("This takes about " + Figures.duration(cost.seconds()) + ": "
                + Figures.grouped(cost.simulations()) + " simulations on " + Figures.count(options.threads(), "thread")
                + (executor.equals("local") ? "" : " of this machine") + ", about " + megabytes(cost.memory())
                + " of memory, up to " + megabytes(cost.disk()) + " of disk. Fewer draws are faster: --draws 20.");
        return goOn(terminal);
    }

    /// The same for trials.
    private boolean agreed(Study study, TrialDesign design, Library library, Terminal terminal) throws IOException {
        if (yes) {
            return true;
        }
        TrialCost cost = TrialCost.of(study, design, library, trials == 0 ? design.trials() : trials, workers());
        terminal.note("This takes about " + Figures.duration(cost.seconds()) + " on "
                + Figures.count(workers(), "thread") + ": " + Figures.grouped(cost.people()) + " people"
                + design.bank().cohort().map(word -> " (" + Figures.duration(cost.choosing()) + " to choose them by `"
                        + word + "`)").orElse("")
                + ", about "
                + megabytes(cost.memory()) + " of memory, up to " + megabytes(cost.disk())
                + " of disk. Fewer trials are faster: --trials 200.");
        return cost.seconds() <= LONG || goOn(terminal);
    }

    private static boolean goOn(Terminal terminal) throws IOException {
        if (!terminal.isInteractive()) {
            return true;
        }
        terminal.ask("Go on? [Y/n] ");
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null && List.of("", "y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    private static String megabytes(long bytes) {
        return Figures.grouped(StrictMath.max(1, bytes >> 20)) + " MB";
    }

    private static RunResult simulate(Study study, RunOptions options) {
        Path folder = options.out().orElseGet(() -> StudyRunner.folderFor(study));
        boolean kept = options.resume() && Files.exists(StudyRunner.checkpointOf(folder));
        if (options.resume() && !kept) {
            System.err.println("there is nothing to resume for " + folder + "; starting afresh");
        }
        Thread farewell = new Thread(
                () -> System.err.println("\nstopped; finished simulations are kept: the same command"
                        + " with --resume goes on from there"));
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            return StudyRunner.run(study, options);
        } catch (CancellationException e) {
            throw new ProblemException(Problem.error("U311", "the run was stopped", "",
                    "the same command with --resume goes on from what is finished"));
        } finally {
            Runtime.getRuntime().removeShutdownHook(farewell);
        }
    }
}
