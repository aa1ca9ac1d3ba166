package propria.app.cli.validation;

import picocli.CommandLine.Option;
import propria.inference.calibration.estimate.CalibrationRun;

/// How much work a calibration is.
final class CalibrationSizes {

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

    /// Points of each round of each rival mechanism; 0 for none.
    int rivals() {
        return rivals;
    }

    /// The plan of a calibration.
    CalibrationRun.Plan plan(int threads, long seed) {
        return new CalibrationRun.Plan(prior, points, rounds, last, more, weighted, steps, longest, draws, threads,
                seed);
    }
}
