package propria.inference.optimise;

import propria.inference.posterior.LogPosterior;

/// Climbs from a point to a maximum of a posterior within its bounds. Without memory: the same start gives the same bits.
public interface Maximiser {

    /// Climbs.
    ///
    /// @param start within the bounds of the posterior
    /// @param limit how many evaluations it may take, more or less
    Optimum maximise(LogPosterior posterior, double[] start, int limit);
}
