package propria.bench.precision;

import java.util.List;

/// How much is measured.
///
/// @param relative the tolerances, loosest first
/// @param rounds how often each contender is timed at each tolerance, in turn with all others
/// @param sampleSeconds how long a timing takes at least
/// @param warmUpSeconds how long each own contender runs before it is timed
/// @param longestSeconds a simulation that takes longer ends the ladder of its contender
/// @param rowSeconds by the clock; when so much is spent on a workload, no further tolerance is begun
public record Ladder(List<Double> relative, int rounds, double sampleSeconds, double warmUpSeconds,
        double longestSeconds, double rowSeconds) {

    /// What a whole comparison uses.
    public static final Ladder FULL = new Ladder(List.of(1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10), 5, 0.004,
            0.6, 1.0, 120);

    /// What a comparison of many models in minutes uses.
    public static final Ladder QUICK = new Ladder(List.of(1e-3, 1e-5, 1e-6, 1e-7, 1e-9), 3, 0.002, 0.2,
            0.3, 45);

    /// What a comparison of gradients uses: each takes as long as many simulations.
    public static final Ladder GRADIENT = new Ladder(List.of(1e-3, 1e-4, 1e-5, 1e-6, 1e-7), 3, 0.005, 1, 1.5,
            120);

    public Ladder {
        relative = List.copyOf(relative);
    }
}
