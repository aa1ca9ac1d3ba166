package propria.inference.sample;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import propria.inference.parallel.Workers;
import propria.inference.posterior.Evaluation.Order;
import propria.inference.posterior.LogPosterior;
import propria.inference.sample.chain.Chain;
import propria.inference.sample.chain.NoUTurn;
import propria.inference.sample.chain.ParallelTempering;

/// Runs the chains of a plan.
public final class Sampling {

    /// So many iterations are done between two looks at the disk.
    private static final int BLOCK = 50;

    private final LogPosterior posterior;
    private final SamplingPlan plan;
    private final ChainStore store;

    /// @param store where chains are kept; see [ChainStore#none]
    public Sampling(LogPosterior posterior, SamplingPlan plan, ChainStore store) {
        this.posterior = posterior;
        this.plan = plan;
        this.store = store;
    }

    /// Draws.
    ///
    /// @param starts where chains begin, used in turn; each must have a value
    /// @param widths the first guess of standard deviations, on the scales of the parameters
    /// @param progress is told how many chains are done
    /// @throws IllegalArgumentException if a start has no value
    public Draws run(List<double[]> starts, double[] widths, IntConsumer progress) {
        for (double[] start : starts) {
            if (!posterior.density(start, Order.VALUE).isDefined()) {
                throw new IllegalArgumentException("a chain cannot begin where the posterior has no value");
            }
        }
        List<ChainRecord> chains = Workers.map(IntStream.range(0, plan.chains()).boxed().toList(), plan.threads(),
                c -> chain(c, starts.get(c % starts.size()), widths), progress);
        double[][][] points = new double[plan.chains()][][];
        double[][] densities = new double[plan.chains()][];
        int divergences = 0;
        for (int c = 0; c < plan.chains(); c++) {
            points[c] = chains.get(c).points();
            densities[c] = chains.get(c).logDensities();
            divergences += chains.get(c).divergences();
        }
        return new Draws(posterior.space().ids(), points, densities, divergences);
    }

    private ChainRecord chain(int number, double[] start, double[] widths) {
        Chain.Setting setting = new Chain.Setting(plan.seed(), number, plan.warmup());
        Chain chain = switch (plan.kind()) {
            case PARALLEL_TEMPERING -> new ParallelTempering(posterior, setting, start, widths);
            case NO_U_TURN -> new NoUTurn(posterior, setting, start, widths);
        };
        Optional<ChainRecord> kept = store.get(number);
        ChainRecord record = kept.orElseGet(() -> ChainRecord.empty(plan.draws(), start.length));
        kept.ifPresent(k -> chain.restore(k.state()));
        while (record.iteration() < plan.iterations()) {
            int end = Math.min(plan.iterations(), record.iteration() + BLOCK);
            int divergences = record.divergences();
            for (int i = record.iteration(); i < end; i++) {
                chain.advance(i);
                int after = i + 1 - plan.warmup();
                if (after > 0 && after % plan.thin() == 0) {
                    record.points()[after / plan.thin() - 1] = chain.position();
                    record.logDensities()[after / plan.thin() - 1] = chain.logDensity();
                }
                divergences += after > 0 && chain.diverged() ? 1 : 0;
            }
            record = new ChainRecord(end, chain.state(), record.points(), record.logDensities(), divergences);
            store.put(number, record);
            if (Thread.currentThread().isInterrupted()) {
                throw new java.util.concurrent.CancellationException("interrupted");
            }
        }
        return record;
    }
}
