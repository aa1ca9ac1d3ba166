package propria.engine.step;

/// One way to step through time. It owns the state between [#start] and the next start.
public interface StepMethod {

    /// Begins at `t` from `y` (copied) with the step that is safe there.
    ///
    /// @param limit the time that will not be passed before the next start
    void start(double t, double[] y, double limit);

    /// Makes one accepted step that ends at `limit` at the latest.
    ///
    /// @throws StepFailure when no step is small enough
    void step(double limit);

    /// The time at the end of the last step.
    double time();

    /// The time at its beginning.
    double previousTime();

    /// The state at the end of the last step; not to be changed.
    double[] state();

    /// The state at a time within the last step, from the method's own interpolant.
    void interpolate(double t, double[] y);

    /// The local error of each state in the step that was last tried, in units of the tolerance.
    double[] scaledErrors();
}
