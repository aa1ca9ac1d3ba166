/// Draws from a posterior: chains of two kinds ([propria.inference.sample.chain.ParallelTempering] without gradients,
/// [propria.inference.sample.chain.NoUTurn] with), run on threads and kept on disk by [propria.inference.sample.Sampling], and what
/// tells whether to believe them: [propria.inference.sample.Convergence], and [propria.inference.sample.ParetoSmoothing] for
/// leaving one piece of the data out. A chain's step depends on seed, chain and iteration alone, so an interrupted run goes
/// on to the same bits.
@NullMarked
package propria.inference.sample;

import org.jspecify.annotations.NullMarked;
