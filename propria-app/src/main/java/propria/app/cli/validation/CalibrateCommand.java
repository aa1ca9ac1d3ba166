package propria.app.cli.validation;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import propria.app.cli.command.Command;
import propria.app.cli.terminal.Terminal;
import propria.inference.calibration.estimate.CalibrationRun;

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
    private int prior = 300;

    @Option(names = "--points", paramLabel = "N", description = "points of each later round (default: ${DEFAULT-VALUE})")
    private int points = 200;

    @Option(names = "--rounds", paramLabel = "N", description = "later rounds (default: ${DEFAULT-VALUE})")
    private int rounds = 4;

    @Option(names = "--last", paramLabel = "N", description = "points of the last rounds (default: ${DEFAULT-VALUE})")
    private int last = 400;

    @Option(names = "--weighted", paramLabel = "N", description = "points at the end, which are weighted by the model (default: "
            + "${DEFAULT-VALUE})")
    private int weighted = 1000;

    @Option(names = "--more", paramLabel = "N", description = "how many more last rounds where weights do not hold "
            + "(default: ${DEFAULT-VALUE})")
    private int more = 2;

    @Option(names = "--steps", paramLabel = "N", description = "steps of each of 8 chains, three times as many in last rounds "
            + "(default: ${DEFAULT-VALUE})")
    private int steps = 1200;

    @Option(names = "--longest", paramLabel = "N", description = "steps of each of 8 chains at the end (default: "
            + "${DEFAULT-VALUE})")
    private int longest = 30_000;

    @Option(names = "--draws", paramLabel = "N", description = "draws that are kept (default: ${DEFAULT-VALUE})")
    private int draws = 80;

    @Option(names = "--rivals", paramLabel = "N", description = "points of each round of each rival mechanism; 0 for none "
            + "(default: ${DEFAULT-VALUE})")
    private int rivals = 120;

    @Option(names = "--known-truth", paramLabel = "N", description = "instead: simulate the studies so many times from "
            + "known parameters, and count how often intervals hold them")
    private int knownTruth;

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
        int workers = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        CalibrationRun.Plan plan = new CalibrationRun.Plan(prior, points, rounds, last, more, weighted, steps, longest,
                draws, workers, seed);
        PosteriorRun run = new PosteriorRun(out, plan, rivals);
        return knownTruth > 0 ? run.knownTruth(terminal, knownTruth) : run.run(terminal);
    }
}
