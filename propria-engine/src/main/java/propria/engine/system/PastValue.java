package propria.engine.system;

/// A value of the past that formulas use.
///
/// @param state whose value, or [#BEGUN]
/// @param place where the array of parameters takes it
public record PastValue(int state, int place) {

    /// Instead of a state: the value is one if time had begun then, else zero.
    public static final int BEGUN = -1;
}
