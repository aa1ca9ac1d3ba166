package propria.app.cli.validation;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import propria.app.cli.command.Command;
import propria.app.cli.terminal.Terminal;

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

    @CommandLine.Mixin
    private CalibrationSizes sizes = new CalibrationSizes();

    @Option(names = "--known-truth", paramLabel = "N", description = "instead: simulate the studies so many times from "
            + "known parameters, and count how often intervals hold them")
    private int knownTruth;

    @Option(names = "--threads", paramLabel = "N", description = "how many; the result is the same (default: all cores)")
    private int threads;

    @Option(names = "--seed", paramLabel = "N", description = "of the random numbers (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Override
    public int run(Terminal terminal) throws IOException, InterruptedException {
        int workers = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        if (clinical) {
            TrialCalibrationRun run = new TrialCalibrationRun(out, workers, seed);
            return translation ? run.translation(terminal) : run.run(terminal, mechanism);
        }
        PosteriorRun run = new PosteriorRun(out, sizes.plan(workers, seed), sizes.rivals());
        return knownTruth > 0 ? run.knownTruth(terminal, knownTruth) : run.run(terminal);
    }
}
