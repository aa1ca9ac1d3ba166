package propria.app.cli.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import propria.app.cli.command.Command;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.sources.StandingChanges;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Progress;
import propria.app.cli.terminal.Terminal;
import propria.app.exchange.ArchiveResults;
import propria.app.exchange.Difference;
import propria.app.report.data.Manifest;
import propria.app.report.data.RunFolder;
import propria.app.report.trial.TrialReport;
import propria.app.text.Figures;
import propria.evidence.EvidenceLibrary;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;
import propria.study.run.RunOptions;
import propria.study.run.RunResult;
import propria.study.run.StudyRunner;

/// Repeats a run from the inputs that it kept, and says what has become of its sources since.
@CommandLine.Command(name = "verify", description = "Run a run, or the experiments of an archive, again from the inputs that it kept; print MATCH or the first difference, and what has changed in its sources and in the library since.")
public final class VerifyCommand extends Command {

    @Parameters(paramLabel = "RUN|FILE.omex", description = "a run folder, or a COMBINE archive that keeps its results")
    private Path folder = Path.of("");

    @Option(names = "--threads", paramLabel = "N", description = "how many; the result is the same (default: all cores)")
    private int threads;

    @Override
    public int run(Terminal terminal) throws IOException {
        if (Files.isRegularFile(folder)) {
            return archive(terminal);
        }
        if (TrialReport.isTrial(folder)) {
            return trial(terminal);
        }
        Manifest manifest = RunFolder.read(folder).manifest();
        RunInputs inputs = new RunInputs(folder, manifest);
        List<String> altered = inputs.altered();
        altered.forEach(file -> terminal.answer("changed in the run folder: " + file));
        since(manifest, inputs, terminal);
        Optional<String> difference = altered.isEmpty()
                ? again(manifest, inputs, terminal)
                : Optional.of(
                        "the folder is not as the run left it");
        terminal.put("altered", altered).put("match", difference.isEmpty());
        difference.ifPresentOrElse(text -> {
            terminal.answer("DIFFERENT: " + text);
            terminal.put("difference", text);
        }, () -> terminal.answer("MATCH"));
        return difference.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENT;
    }

    private int archive(Terminal terminal) {
        ArchiveResults results = ArchiveResults.of(folder);
        Difference difference = results.difference();
        terminal.put("tables", results.tables()).put("same_bytes", results.sameBytes())
                .put("largest_relative_difference", difference.size()).put("match", difference.isSame());
        terminal.answer(Figures.count(results.tables(), "table") + " repeated, " + results.sameBytes()
                + " the same to the last byte, largest relative difference " + difference);
        terminal.answer(difference.isSame() ? "MATCH" : "DIFFERENT: " + difference.where());
        return difference.isSame() ? ExitCode.DONE : ExitCode.DIFFERENT;
    }

    private int trial(Terminal terminal) throws IOException {
        Path scratch = Files.createTempDirectory("propria-verify");
        try {
            return new TrialVerification(folder, threads < 1 ? Runtime.getRuntime().availableProcessors() : threads)
                    .say(terminal, scratch);
        } finally {
            delete(scratch);
        }
    }

    private Optional<String> again(Manifest manifest, RunInputs inputs, Terminal terminal) throws IOException {
        Study study = StudyFile.read(inputs.study(), Library.read(inputs.library()));
        Path scratch = Files.createTempDirectory("propria-verify");
        try {
            RunOptions options = new RunOptions(OptionalLong.of(manifest.seed()),
                    threads < 1 ? Runtime.getRuntime().availableProcessors() : threads,
                    OptionalInt.of(Math.toIntExact(manifest.draws().used())), Optional.of(scratch.resolve("run")),
                    false,
                    true, new Progress(terminal, "simulations")::at);
            RunResult result = StudyRunner.run(study, options);
            terminal.overwrite("");
            terminal.answer(Figures.grouped(result.simulations()) + " simulations repeated in "
                    + Figures.duration(result.seconds()));
            terminal.put("summary_sha256", result.summaryHash());
            for (String table : List.of("summary.csv", "endpoints.csv", "measurements.csv")) {
                Optional<String> first = FirstDifference.of(folder.resolve(table),
                        scratch.resolve("run").resolve(table), table);
                if (first.isPresent()) {
                    return first;
                }
            }
            return Optional.empty();
        } finally {
            delete(scratch);
        }
    }

    private static void since(Manifest manifest, RunInputs inputs, Terminal terminal) {
        LibraryFolder library = LibraryFolder.find();
        StandingChanges changes = StandingChanges.of(manifest,
                EvidenceLibrary.read(library.path().resolve("evidence")));
        changes.changes().forEach(c -> terminal.answer("since the run, " + c.line()
                + (c.worse()
                        ? "; see `propria retract " + c.source() + " --what-if " + manifest.study().id() + "`"
                        : "")));
        changes.missing().forEach(key -> terminal.answer("since the run, " + key + " has left the ledger"));
        List<String> other = inputs.differing(library.path());
        if (!other.isEmpty()) {
            terminal.answer("since the run, " + Figures.count(other.size(), "input") + " changed in the library: "
                    + String.join(", ", other.stream().limit(5).toList())
                    + (other.size() > 5 ? " and " + (other.size() - 5) + " more" : ""));
        }
        if (changes.changes().isEmpty() && changes.missing().isEmpty()) {
            terminal.answer("since the run, no source has changed its standing");
        }
        terminal.put("standing_changes", changes.changes().stream().map(StandingChanges.Change::map).toList())
                .put("sources_missing", changes.missing()).put("inputs_changed_since", other);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> found = Files.walk(folder)) {
            found.forEach(all::addFirst);
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }

    static ProblemException noInputs(Path folder) {
        return new ProblemException(Problem.error("U351", SourceLocation.of(folder.toString()),
                "the run kept no inputs", "it was made by an older version, or the folder `inputs` was removed",
                "run the study again; new runs keep what they read"));
    }
}
