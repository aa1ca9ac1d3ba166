package propria.engine.system;

import java.util.List;

/// A model as functions on plain arrays: `y' = f(t, y; p)` with its Jacobian, its outputs and its events. Immutable and
/// safe to share between threads: all memory that a call needs is handed in.
///
/// - `t` the time, in the model's time unit
/// - `y` the states, `stateCount()` of them
/// - `p` the parameters, `parameterSize()` long: the values in `parameterCount()` leading places, then values of the past,
///   then what [#prepare] derives from the first once
/// - `scratch` memory for common subexpressions, `scratchSize()` long; its content means nothing between calls
public interface EquationSystem {

    int stateCount();

    int parameterCount();

    /// The length of the parameter array: the values and the room for what is derived from them.
    int parameterSize();

    int scratchSize();

    /// Fills the derived part of `p`; called after any parameter changed.
    void prepare(double[] p);

    /// Writes `dy/dt` into `rates`.
    void derivative(double t, double[] y, double[] p, double[] scratch, double[] rates);

    /// Where `df/dy` can differ from zero.
    SparsityPattern jacobianPattern();

    /// Writes the entries of `df/dy` in the order of the pattern.
    void jacobian(double t, double[] y, double[] p, double[] scratch, double[] entries);

    /// Writes how fast each [#derivative] changes with time alone, as the formulas say that hold at `t`.
    ///
    /// @return false where that is not known, as with values of the past
    default boolean byTime(double t, double[] y, double[] p, double[] scratch, double[] rates) {
        return false;
    }

    int outputCount();

    /// Writes every quantity that can be recorded.
    void outputs(double t, double[] y, double[] p, double[] scratch, double[] values);

    /// The number of functions whose change of sign is a discontinuity.
    int rootCount();

    /// How many of them, the first ones, are places where the right-hand side itself jumps.
    default int jumpCount() {
        return 0;
    }

    /// Writes the functions whose change of sign is a discontinuity: left minus right side of each comparison in a
    /// trigger or a condition.
    void roots(double t, double[] y, double[] p, double[] scratch, double[] values);

    /// The states that equations hold in place: for these [#derivative] writes what must be zero. Ascending.
    default int[] algebraicStates() {
        return new int[0];
    }

    /// Those among the algebraic states that are extents of fast reactions: for these [#derivative] writes the rate at
    /// which they run towards their rest, in a time of its own that has no bound. Where that rest is one point, the rate
    /// is what must be zero; where it is not, which point they come to depends on where they set out. Ascending.
    default int[] extents() {
        return new int[0];
    }

    /// Whether a state is an amount of substance: all of these have one unit.
    default boolean isAmount(int state) {
        return true;
    }

    /// Whether a state is an extent, which counts only by what is added to amounts.
    default boolean isExtent(int state) {
        return false;
    }

    /// Lets the extents of fast reactions begin at zero again: what they have done is added to the species in `y`. Allowed
    /// wherever a march starts afresh.
    default void fold(double t, double[] y, double[] p, double[] scratch) {
    }

    /// What [#fold] writes: the amounts that fast reactions change, and their extents.
    default int[] foldedStates() {
        return new int[0];
    }

    /// The values of the past that formulas use, and that `p` must hold before any function is called.
    default List<PastValue> pastValues() {
        return List.of();
    }

    /// Writes how long ago each of them was.
    default void lags(double t, double[] y, double[] p, double[] scratch, double[] lags) {
    }

    /// The events, in the order of the model.
    List<EventLogic> events();
}
