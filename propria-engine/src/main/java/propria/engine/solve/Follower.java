package propria.engine.solve;

import propria.engine.step.StepMethod;

/// Follows a march and everything that happens to its states: sensitivities do. What `y` holds is not to be changed.
public interface Follower {

    /// Nobody.
    Follower NONE = new Follower() {
    };

    /// Steps have come to a stop at `t`; what is due there has not happened yet.
    ///
    /// @param instant a time in which nothing changes much
    /// @param y the states at `t`
    default void arrive(StepMethod method, double t, double instant, double[] y) {
    }

    /// A change from outside is about to be carried out.
    default void change(Change change, double[] y) {
    }

    /// An event is triggered.
    ///
    /// @param execution the number of the execution that is due now or later
    /// @param event its place in the model
    default void trigger(int execution, int event, double t, double[] y) {
    }

    /// An event is about to be executed: `scales[k] * values[k]` is assigned to its targets.
    default void execute(int execution, int event, double t, double[] y, double[] values, double[] scales) {
    }

    /// The event is executed; `y` holds what came of it.
    default void executed(double t, double[] y) {
    }

    /// A row is recorded.
    ///
    /// @param within whether `t` lies within the last step, else at a stop
    default void record(int row, double t, double[] y, boolean within) {
    }
}
