package propria.bench.measure;

/// A goal and what was reached.
///
/// @param measure what was measured
/// @param against whom
/// @param goal what was wanted
/// @param reached what was measured
/// @param met whether that is the goal or better
public record Finding(String measure, String against, String goal, String reached, boolean met) {
}
