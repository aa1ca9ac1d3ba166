package propria.app.cli.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import propria.app.cli.command.Command;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.inference.calibration.Calibration;
import propria.inference.calibration.CalibrationRun;
import propria.inference.calibration.Identifiability;
import propria.inference.calibration.LeaveOneOut;
import propria.inference.calibration.Ordering;
import propria.inference.calibration.PosteriorFile;
import propria.inference.score.PredictionTable;
import propria.inference.score.Scores;
import propria.study.library.Library;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Estimates the free parameters of `library/calibration` from its evidence.
@CommandLine.Command(name = "calibrate", description = "Estimate the free parameters from library/calibration/evidence; "
        + "predict every study without itself.")
public final class CalibrateCommand extends Command {

    @Option(names = "--out", paramLabel = "DIR", description = "where finished rounds are kept and results are written "
            + "(default: calibration)")
    private Path out = Path.of("calibration");

    @Option(names = "--clinical", description = "estimate what trials of patients share, from library/calibration/clinical")
    private boolean clinical;

    @Option(names = "--mechanism", description = "with --clinical: simulate first what the mechanistic patients are "
            + "asked, and use it")
    private boolean mechanism;

    @Option(names = "--translation", description = "with --clinical: set what untreated patients do and how strongly treatments act "
            + "in people, from translation.yaml")
    private boolean translation;

    @Option(names = "--prior", paramLabel = "N", description = "points of the prior (default: ${DEFAULT-VALUE})")
    private int prior = 160;

    @Option(names = "--points", paramLabel = "N", description = "points of each later round (default: ${DEFAULT-VALUE})")
    private int points = 80;

    @Option(names = "--rounds", paramLabel = "N", description = "later rounds (default: ${DEFAULT-VALUE})")
    private int rounds = 2;

    @Option(names = "--steps", paramLabel = "N", description = "steps of each of 8 chains (default: ${DEFAULT-VALUE})")
    private int steps = 2500;

    @Option(names = "--draws", paramLabel = "N", description = "draws that are kept (default: ${DEFAULT-VALUE})")
    private int draws = 40;

    @Option(names = "--threads", paramLabel = "N", description = "how many; the result is the same (default: all cores)")
    private int threads;

    @Option(names = "--seed", paramLabel = "N", description = "of the random numbers (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Override
    public int run(Terminal terminal) throws IOException, InterruptedException {
        if (clinical) {
            TrialCalibrationRun run = new TrialCalibrationRun(out,
                    threads > 0 ? threads : Runtime.getRuntime().availableProcessors(), seed);
            if (translation) {
                return run.translation(terminal);
            }
            return run.run(terminal, mechanism);
        }
        long begin = System.nanoTime();
        Calibration calibration = Calibration.read(Library.read(LibraryFolder.find().path()));
        int workers = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        CalibrationRun.Plan plan = new CalibrationRun.Plan(prior, points, rounds, steps, draws, workers, seed);
        terminal.note(calibration.fitted().size() + " rows, " + calibration.parameters().size() + " parameters");
        CalibrationRun.Result result = new CalibrationRun(calibration, out, plan).run((round, done) -> {
            if (done % 20 == 0) {
                terminal.note("  " + round + ": " + done + " points");
            }
        });
        Files.createDirectories(out);
        Files.writeString(out.resolve("posterior.csv"), PosteriorFile.text(result.draws(), calibration,
                "propria calibrate --prior " + prior + " --points " + points + " --rounds " + rounds + " --steps "
                        + steps + " --draws " + draws + " --seed " + seed));
        Files.writeString(out.resolve("identifiability.csv"), Identifiability.table(calibration.parameters(), result));
        Files.writeString(out.resolve("ordering.csv"), Ordering.table(calibration, result.draws(), workers));
        LeaveOneOut.Outcome outcome = LeaveOneOut.of(calibration, result, workers, done -> {
        });
        Files.writeString(out.resolve("learned.tsv"), outcome.learned());
        Files.writeString(out.resolve("leave-one-study-out.csv"), PredictionTable.of(outcome.rows()));
        Map<String, Object> scores = new LinkedHashMap<>();
        scores.put("convergence", result.convergence());
        scores.put("tail_shape", result.shape());
        scores.put("accepted", result.accepted());
        scores.put("tail_shape_by_study", outcome.shapes());
        scores.put("leave_one_study_out", Scores.part(outcome.rows()));
        Files.writeString(out.resolve("calibration.json"), JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(scores) + "\n");
        say(terminal, result, outcome, begin);
        return ExitCode.DONE;
    }

    private void say(Terminal terminal, CalibrationRun.Result result, LeaveOneOut.Outcome outcome, long begin) {
        terminal.answer(String.format(Locale.ROOT,
                "chains agree to R-hat %.3f; importance weights have a tail of shape "
                        + "%.2f; %d of %d studies can be left out by weights alone",
                result.convergence(), result.shape(),
                outcome.shapes().values().stream().filter(shape -> shape < 0.7).count(), outcome.shapes().size()));
        Map<String, Object> part = Scores.part(outcome.rows());
        for (String kind : List.of("all", "numbers", "directions", "treated")) {
            terminal.answer("left out, " + kind + ": " + part.get(kind));
        }
        part.forEach(terminal::put);
        terminal.answer(String.format(Locale.ROOT, "%.0f s; written to %s", (System.nanoTime() - begin) * 1e-9, out));
    }
}
