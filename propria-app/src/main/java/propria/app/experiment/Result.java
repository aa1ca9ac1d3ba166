package propria.app.experiment;

import java.util.List;
import java.util.Map;

/// What a task recorded.
sealed interface Result {

    /// One simulation.
    ///
    /// @param model the id of its model
    /// @param times when something was recorded
    /// @param courses the values by quantity
    record Single(String model, double[] times, Map<String, double[]> courses) implements Result {
    }

    /// Turns, each by itself.
    record Turns(List<Result> parts) implements Result {
    }

    /// One after another, as one course.
    record Joined(List<Result> parts) implements Result {
    }
}
