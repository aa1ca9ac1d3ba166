package propria.inference.calibration.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import propria.engine.random.RandomStream;

/// Differential-evolution Markov chains with an archive of past states (ter Braak and Vrugt 2008,
/// doi:10.1007/s11222-008-9104-9): a chain moves along the difference of two past states, so that steps fit the shape of
/// the posterior without gradients. Every tenth step is a whole difference, which joins separate modes.
public final class EvolutionSampler {

    private static final double JITTER = 1e-3;
    private static final int WHOLE = 10;
    private static final int KEEP_EVERY = 10;

    private final ToDoubleFunction<double[]> density;
    private final long seed;
    private final int threads;

    /// @param density the natural logarithm of the posterior's density, but for a constant
    /// @param threads how many proposals are looked at at once; the result is the same
    EvolutionSampler(ToDoubleFunction<double[]> density, long seed, int threads) {
        this.density = density;
        this.seed = seed;
        this.threads = threads;
    }

    /// What was sampled.
    ///
    /// @param points after the first half, every tenth, chain by chain
    /// @param chains how many points each chain gave
    /// @param accepted the share of accepted steps
    public record Sample(List<double[]> points, int chains, double accepted) {

        /// One number of every point, chain by chain.
        double[][] chain(int place) {
            int length = points.size() / chains;
            double[][] values = new double[chains][length];
            for (int c = 0; c < chains; c++) {
                for (int i = 0; i < length; i++) {
                    values[c][i] = points.get(c * length + i)[place];
                }
            }
            return values;
        }
    }

    /// Runs chains from points of the prior.
    ///
    /// @param start at least twice as many points as parameters
    Sample run(List<double[]> start, int chains, int steps) {
        List<double[]> archive = new ArrayList<>(start);
        double[][] at = new double[chains][];
        double[] height = new double[chains];
        RandomStream random = new RandomStream();
        random.begin(seed, 0, "evolution");
        List<List<double[]>> kept = new ArrayList<>();
        for (int c = 0; c < chains; c++) {
            kept.add(new ArrayList<>());
            at[c] = start.get(c).clone();
        }
        long accepted = 0;
        try (Heights heights = new Heights(density, threads)) {
            heights.of(at, height);
            double[][] next = new double[chains][];
            double[] its = new double[chains];
            for (int step = 0; step < steps; step++) {
                for (int c = 0; c < chains; c++) {
                    next[c] = proposal(at[c], archive, random, step % WHOLE == WHOLE - 1);
                }
                heights.of(next, its);
                for (int c = 0; c < chains; c++) {
                    if (StrictMath.log(random.uniform()) < its[c] - height[c]) {
                        at[c] = next[c];
                        height[c] = its[c];
                        accepted++;
                    }
                    if (step % KEEP_EVERY == 0) {
                        archive.add(at[c]);
                        if (step >= steps / 2) {
                            kept.get(c).add(at[c]);
                        }
                    }
                }
            }
        }
        List<double[]> points = new ArrayList<>();
        kept.forEach(points::addAll);
        return new Sample(points, chains, accepted / ((double) chains * steps));
    }

    private static double[] proposal(double[] from, List<double[]> archive, RandomStream random, boolean whole) {
        double[] one = archive.get((int) (random.uniform() * archive.size()));
        double[] other = archive.get((int) (random.uniform() * archive.size()));
        double level = random.uniform();
        double crossover = level < 0.3 ? 1 : level < 0.65 ? 0.5 : 0.2;
        double[] next = from.clone();
        boolean[] moves = new boolean[from.length];
        int moving = 0;
        for (int i = 0; i < from.length; i++) {
            moves[i] = random.uniform() < crossover;
            moving += moves[i] ? 1 : 0;
        }
        double gain = whole ? 1 : 2.38 / StrictMath.sqrt(2.0 * StrictMath.max(moving, 1));
        for (int i = 0; i < from.length; i++) {
            if (moves[i]) {
                next[i] += gain * (one[i] - other[i]) + JITTER * random.normal();
            }
        }
        return next;
    }
}
