package propria.inference.optimise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import propria.inference.parallel.Workers;
import propria.inference.posterior.LogPosterior;

/// Climbs from many starts. The result does not depend on the number of threads: each start is a task of its own.
///
/// @param maximiser what climbs
/// @param limit the evaluations of each climb
public record MultiStart(Maximiser maximiser, int limit) {

    /// A climb and where it began.
    ///
    /// @param start its number
    public record Climb(int start, double[] from, Optimum optimum) {
    }

    /// All climbs.
    ///
    /// @param kept what earlier runs have finished; what is finished here is added to it
    /// @param progress is told how many climbs are done
    /// @return the best first; equal values in the order of starts
    public List<Climb> run(LogPosterior posterior, List<double[]> starts, int threads, ClimbStore kept,
            IntConsumer progress) {
        List<Climb> climbs = new ArrayList<>(Workers.map(IntStream.range(0, starts.size()).boxed().toList(), threads,
                k -> kept.get(k, starts.get(k)).orElseGet(() -> {
                    Climb climb = new Climb(k, starts.get(k), maximiser.maximise(posterior, starts.get(k), limit));
                    kept.put(climb);
                    return climb;
                }), progress));
        climbs.sort(Comparator.<Climb>comparingDouble(c -> -c.optimum().value()).thenComparingInt(Climb::start));
        return climbs;
    }

    /// All climbs, nothing kept.
    public List<Climb> run(LogPosterior posterior, List<double[]> starts, int threads) {
        return run(posterior, starts, threads, ClimbStore.none(), _ -> {
            // nobody watches
        });
    }
}
