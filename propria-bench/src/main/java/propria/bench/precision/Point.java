package propria.bench.precision;

/// A contender at one tolerance.
///
/// @param relative the tolerance asked for
/// @param error achieved, root mean square
/// @param largestError achieved, largest
/// @param seconds a simulation, the median of several rounds
/// @param steps as the contender counts them
public record Point(double relative, double error, double largestError, double seconds, long steps) {
}
