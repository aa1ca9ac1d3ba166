package propria.trial.clinical.calibration;

import java.util.ArrayList;
import java.util.List;
import propria.engine.random.Streams;
import propria.inference.sample.ChainStore;
import propria.inference.sample.Convergence;
import propria.inference.sample.Draws;
import propria.inference.sample.Sampling;
import propria.inference.sample.SamplingPlan;
import propria.trial.clinical.design.Baselines;
import propria.trial.clinical.response.ResponseDraws;
import propria.trial.clinical.response.ResponseLayout;
import propria.trial.clinical.response.ResponsePosterior;
import propria.trial.clinical.response.ResponsePosterior.Seen;
import propria.trial.clinical.response.ResponsePrior;

/// The posterior of what trials share.
///
/// @param draws equally weighted
/// @param convergence the largest split R-hat; not a number where it was not looked at
/// @param effective the smallest effective sample size; not a number where it was not looked at
/// @param divergences kept steps that broke down
public record FittedTrials(ResponseDraws draws, double convergence, double effective, int divergences) {

    private static final double JITTER = 0.1;

    /// How much is drawn.
    ///
    /// @param chains at least two
    /// @param warmup iterations that are not kept
    /// @param each draws of a chain
    /// @param kept draws of all that are kept
    /// @param threads the result does not depend on them
    public record Effort(int chains, int warmup, int each, int kept, int threads, long seed) {

        /// The same on one thread.
        Effort alone() {
            return new Effort(chains, warmup, each, kept, 1, seed);
        }
    }

    /// Draws by Hamiltonian chains.
    public static FittedTrials of(Baselines baselines, ResponsePrior prior, List<Seen> seen, Effort effort) {
        List<String> clusters = seen.stream().map(one -> one.plan().trial().cluster()).distinct().toList();
        ResponseLayout layout = new ResponseLayout(baselines, prior, clusters);
        ResponsePosterior posterior = new ResponsePosterior(layout, seen);
        SamplingPlan plan = new SamplingPlan(SamplingPlan.Kind.NO_U_TURN, effort.chains(), effort.warmup(),
                effort.each(), 1, effort.seed(), effort.threads());
        double[] widths = new double[posterior.space().size()];
        java.util.Arrays.fill(widths, 0.3);
        Draws draws = new Sampling(posterior, plan, ChainStore.none()).run(starts(posterior, effort), widths, _ -> {
            // quick
        });
        double worst = 1;
        double fewest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < layout.global(); i++) {
            Convergence convergence = Convergence.of(draws.parameter(i));
            worst = StrictMath.max(worst, convergence.rHat());
            fewest = StrictMath.min(fewest, convergence.bulkEss());
        }
        return new FittedTrials(
                new ResponseDraws(layout, thinned(draws, layout.global(), effort.kept()), effort.seed()),
                worst, fewest, draws.divergences());
    }

    /// The same with fewer draws.
    public FittedTrials some(int number) {
        List<double[]> all = draws.points();
        List<double[]> some = new ArrayList<>();
        int wanted = Math.min(number, all.size());
        for (int i = 0; i < wanted; i++) {
            some.add(all.get((int) ((i + 0.5) * all.size() / wanted)));
        }
        return new FittedTrials(new ResponseDraws(draws.layout(), some, draws.seed()), convergence, effective,
                divergences);
    }

    private static List<double[]> starts(ResponsePosterior posterior, Effort effort) {
        Streams streams = new Streams(effort.seed());
        List<double[]> starts = new ArrayList<>();
        for (int c = 0; c < effort.chains(); c++) {
            double[] start = posterior.space().nominal();
            for (int i = 0; i < start.length; i++) {
                double moved = start[i] + JITTER * streams.normal(c, Streams.NO_SUBJECT, "start", i);
                start[i] = start[i] > 0 && moved < start[i] / 2 ? start[i] / 2 : moved;
            }
            starts.add(start);
        }
        return starts;
    }

    private static List<double[]> thinned(Draws draws, int global, int kept) {
        List<double[]> all = draws.all();
        List<double[]> some = new ArrayList<>();
        int wanted = Math.min(kept, all.size());
        for (int i = 0; i < wanted; i++) {
            some.add(java.util.Arrays.copyOf(all.get((int) ((i + 0.5) * all.size() / wanted)), global));
        }
        return some;
    }
}
