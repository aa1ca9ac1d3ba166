package propria.inference.calibration.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import propria.engine.random.RandomStream;
import propria.inference.calibration.FreeParameters;
import propria.inference.calibration.emulator.Emulator;
import propria.inference.calibration.estimate.EvolutionSampler.Sample;
import propria.inference.parallel.Workers;
import propria.inference.sample.Convergence;

/// Whether intervals hold what is known to be true: parameters are drawn from the prior, studies of the real design are
/// simulated from them, the posterior is sampled as the calibration does, and it is counted how often its intervals hold
/// the true values (Cook, Gelman and Rubin 2006, doi:10.1198/106186006X136976). The emulator of the prior's points stands
/// for the model both when studies are simulated and when they are used, so that this judges likelihood and sampler, not
/// the emulator.
public final class SimulatedStudies {

    private static final int CHAINS = 8;
    private static final int BATCH = 10;
    private static final double[] LEVELS = {0.5, 0.9};

    private final CalibrationRun run;
    private final FreeParameters parameters;
    private final Emulator emulator;
    private final List<double[]> start;
    private final int steps;

    private SimulatedStudies(CalibrationRun run, int steps) {
        this.run = run;
        this.parameters = run.target().parameters();
        this.emulator = run.priorEmulator();
        this.start = parameters.fromPrior(3 * parameters.size(), run.plan().seed() + 9001);
        this.steps = steps;
    }

    /// A table as comma-separated text: of each parameter, in how many of the repeats the 50 and the 90 % interval hold it,
    /// and the median R-hat of the chains. Repeats are kept ten by ten: a stopped count goes on.
    ///
    /// @param run of which the points of the prior are known
    /// @param progress hears how many repeats are done
    public static String table(CalibrationRun run, int repeats, int steps, IntConsumer progress)
            throws InterruptedException {
        SimulatedStudies studies = new SimulatedStudies(run, steps);
        List<double[]> truths = studies.parameters.fromPrior(repeats, run.plan().seed() + 9000);
        List<double[]> found = new ArrayList<>();
        for (int first = 0; first < repeats; first += BATCH) {
            List<Integer> batch = IntStream.range(first, StrictMath.min(repeats, first + BATCH)).boxed().toList();
            found.addAll(new Kept(run.rounds().folder()).lines("known-truth-" + first,
                    run.key() + "/" + steps + "/" + batch.size(), () -> Workers.map(batch, run.plan().threads(),
                            r -> studies.repeat(truths.get(r), r), _ -> {
                            })));
            progress.accept(found.size());
        }
        return text(studies.parameters, found);
    }

    /// Of each parameter the share of the posterior below the truth, then of each its R-hat.
    private double[] repeat(double[] truth, int number) {
        RandomStream random = new RandomStream();
        random.begin(run.plan().seed(), number, "simulated studies");
        Target target = new Target(parameters, run.target().likelihood().drawn(emulator.at(truth),
                parameters.at(truth).effects(), random));
        Sample sample = new EvolutionSampler(p -> target.log(emulator.at(p), p, 1, Target.ALL),
                run.plan().seed() + 10_000 + number, 1).run(start, CHAINS, steps);
        double[] line = new double[2 * truth.length];
        for (int p = 0; p < truth.length; p++) {
            int place = p;
            line[p] = sample.points().stream().filter(x -> x[place] < truth[place]).count()
                    / (double) sample.points().size();
            line[truth.length + p] = Convergence.of(sample.chain(p)).rHat();
        }
        return line;
    }

    private static String text(FreeParameters parameters, List<double[]> found) {
        List<String> lines = new ArrayList<>();
        lines.add("parameter,stage,repeats,held_by_50,held_by_90,median_r_hat");
        double[] all = new double[LEVELS.length];
        int size = parameters.size();
        for (int p = 0; p < size; p++) {
            int place = p;
            double[] held = new double[LEVELS.length];
            for (int l = 0; l < held.length; l++) {
                double half = LEVELS[l] / 2;
                held[l] = found.stream().filter(line -> StrictMath.abs(line[place] - 0.5) <= half).count()
                        / (double) found.size();
                all[l] += held[l] / size;
            }
            lines.add(
                    line(parameters.all().get(p).id().replace("__", "."), parameters.all().get(p).stage(), found, held,
                            median(found.stream().mapToDouble(line -> line[size + place]).toArray())));
        }
        lines.add(line("all", "", found, all, median(found.stream()
                .flatMapToDouble(line -> IntStream.range(size, 2 * size).mapToDouble(i -> line[i])).toArray())));
        return String.join("\n", lines) + "\n";
    }

    private static String line(String name, String stage, List<double[]> found, double[] held, double rHat) {
        return String.format(Locale.ROOT, "%s,%s,%d,%.3f,%.3f,%.3f", name, stage, found.size(), held[0], held[1], rHat);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
