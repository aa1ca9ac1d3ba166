package propria.inference.sample;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import propria.engine.random.Streams;
import propria.inference.parallel.Workers;
import propria.inference.posterior.LogPosterior;
import propria.inference.posterior.ParameterSpace;

/// Data are made from known parameters, drawn from their prior, and sampled as if the parameters were not known: then an
/// interval of 90 % must hold the truth in 90 of 100 cases (Cook, Gelman & Rubin 2006, doi:10.1198/106186006X136976).
///
/// @param levels of central intervals, such as 0.5 and 0.9
/// @param shares of truths inside, by level and parameter
/// @param repeats how many data sets were made
public record KnownTruth(List<String> ids, double[] levels, double[][] shares, int repeats) {

    /// Makes the posterior of data that known parameters have produced.
    @FunctionalInterface
    public interface Experiment {
        /// @param truth a point
        /// @param repeat its number, from which the random numbers of the data follow
        LogPosterior posterior(double[] truth, int repeat);
    }

    /// Repeats an experiment.
    ///
    /// @param space the parameters and their priors
    /// @param plan of the sampling of each repeat; its threads work on repeats
    public static KnownTruth of(ParameterSpace space, Experiment experiment, int repeats, SamplingPlan plan,
            double[] widths, double[] levels, IntConsumer progress) {
        SamplingPlan alone = new SamplingPlan(plan.kind(), plan.chains(), plan.warmup(), plan.draws(), plan.thin(),
                plan.seed(), 1);
        Streams streams = new Streams(plan.seed());
        List<boolean[][]> inside = Workers.map(IntStream.range(0, repeats).boxed().toList(), plan.threads(), r -> {
            double[] uniform = new double[space.size()];
            Arrays.setAll(uniform, i -> streams.uniform(r, Streams.NO_SUBJECT, "truth", i));
            double[] truth = space.priorQuantiles(uniform);
            Draws draws = new Sampling(experiment.posterior(truth, r), alone, ChainStore.none())
                    .run(List.of(truth), widths, _ -> {
                        // the repeats are what is watched
                    });
            return inside(draws, truth, levels);
        }, progress);
        double[][] shares = new double[levels.length][space.size()];
        for (boolean[][] one : inside) {
            for (int l = 0; l < levels.length; l++) {
                for (int i = 0; i < space.size(); i++) {
                    shares[l][i] += one[l][i] ? 1.0 / repeats : 0;
                }
            }
        }
        return new KnownTruth(space.ids(), levels.clone(), shares, repeats);
    }

    private static boolean[][] inside(Draws draws, double[] truth, double[] levels) {
        boolean[][] inside = new boolean[levels.length][truth.length];
        List<double[]> all = draws.all();
        for (int i = 0; i < truth.length; i++) {
            int index = i;
            double below = all.stream().filter(p -> p[index] < truth[index]).count() / (double) all.size();
            for (int l = 0; l < levels.length; l++) {
                inside[l][i] = StrictMath.abs(below - 0.5) <= levels[l] / 2;
            }
        }
        return inside;
    }

    /// The share of all parameters and repeats at a level.
    ///
    /// @param level its place among [#levels]
    public double overall(int level) {
        return Arrays.stream(shares[level]).average().orElse(Double.NaN);
    }
}
