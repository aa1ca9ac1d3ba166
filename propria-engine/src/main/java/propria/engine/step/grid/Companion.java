package propria.engine.step.grid;

/// What marches beside the states on their steps, and may ask for shorter ones: sensitivities. A method of backward
/// differentiation tells it of everything that happens to its grid.
public interface Companion {

    /// Nobody.
    Companion NONE = new Companion() {
    };

    /// A march begins, or begins again with a straight line.
    ///
    /// @param h the length of the first step
    default void start(double t, double[] y, double h) {
    }

    /// The steps of the grid become `factor` times as long; differences up to `order` count.
    default void stretch(int order, double factor) {
    }

    /// The states at the end of a step are found: finds what belongs to them.
    ///
    /// @return the error in units of the tolerances, infinite where nothing was found; the step stands up to one
    default double correct(double t, double[] y, double h, int order) {
        return 0;
    }

    /// The step stands.
    default void accept(double t, double h, int order) {
    }

    /// The size of a backward difference in units of the tolerances.
    default double difference(int k) {
        return 0;
    }
}
