package propria.study.run;

/// What a run would take.
///
/// @param simulations how many it would make
/// @param seconds of wall-clock time, from a few simulations that were measured
public record Estimate(long simulations, double seconds) {
}
