package propria.inference.calibration.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import propria.engine.random.RandomStream;
import propria.inference.calibration.FreeParameters;
import propria.inference.calibration.estimate.EvolutionSampler.Sample;

/// Whether intervals hold what is known to be true: parameters are drawn from the prior, studies of the real design are
/// simulated from them, the posterior is sampled as the calibration does, and it is counted how often its intervals hold
/// the true values. The emulator of the prior's points stands for the model both when studies are simulated and when they
/// are used, so that this judges likelihood and sampler, not the emulator.
public final class SimulatedStudies {

    private static final int CHAINS = 8;
    private static final double[] LEVELS = {0.5, 0.9};

    private SimulatedStudies() {
    }

    /// A table as comma-separated text: of each parameter, in how many of the repeats the 50 and the 90 % interval hold it.
    ///
    /// @param progress hears how many repeats are done
    public static String table(CalibrationRun run, int repeats, int steps, IntConsumer progress)
            throws InterruptedException {
        FreeParameters parameters = run.target().parameters();
        Emulator emulator = run.priorEmulator();
        int[][] held = new int[parameters.size()][LEVELS.length];
        List<double[]> truths = parameters.fromPrior(repeats, run.plan().seed() + 9000);
        List<double[]> start = parameters.fromPrior(3 * parameters.size(), run.plan().seed() + 9001);
        for (int r = 0; r < repeats; r++) {
            double[] truth = truths.get(r);
            RandomStream random = new RandomStream();
            random.begin(run.plan().seed(), r, "simulated studies");
            Target target = new Target(parameters, run.target().likelihood().drawn(emulator.at(truth),
                    parameters.at(truth).effects(), random));
            Sample sample = new EvolutionSampler(p -> target.log(emulator.at(p), p, 1, Target.ALL),
                    run.plan().seed() + 10_000 + r, run.plan().threads()).run(start, CHAINS, steps);
            count(held, truth, sample.points());
            progress.accept(r + 1);
        }
        return text(parameters, held, repeats);
    }

    private static void count(int[][] held, double[] truth, List<double[]> points) {
        for (int p = 0; p < truth.length; p++) {
            int place = p;
            double below = points.stream().filter(x -> x[place] < truth[place]).count() / (double) points.size();
            for (int l = 0; l < LEVELS.length; l++) {
                held[p][l] += StrictMath.abs(below - 0.5) <= LEVELS[l] / 2 ? 1 : 0;
            }
        }
    }

    private static String text(FreeParameters parameters, int[][] held, int repeats) {
        List<String> lines = new ArrayList<>();
        lines.add("parameter,stage,repeats,held_by_50,held_by_90");
        double[] all = new double[LEVELS.length];
        for (int p = 0; p < held.length; p++) {
            lines.add(String.format(Locale.ROOT, "%s,%s,%d,%.3f,%.3f",
                    parameters.all().get(p).id().replace("__", "."), parameters.all().get(p).stage(), repeats,
                    held[p][0] / (double) repeats, held[p][1] / (double) repeats));
            for (int l = 0; l < all.length; l++) {
                all[l] += held[p][l] / (double) repeats / held.length;
            }
        }
        lines.add(String.format(Locale.ROOT, "all,,%d,%.3f,%.3f", repeats, all[0], all[1]));
        return String.join("\n", lines) + "\n";
    }
}
