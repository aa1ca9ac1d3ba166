package propria.app.conform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What two step methods made of a model.
///
/// @param outcome whether they agree, and if not why not
/// @param comparison where both came to the end
public record ModelResult(Outcome outcome, Optional<Comparison> comparison) {

    /// Two courses of one model.
    ///
    /// @param states how many states the model has
    /// @param runs one for each method
    /// @param difference the largest difference of a state between both, relative to the largest value of the state
    /// @param state the state in which they differ most
    public record Comparison(int states, List<Run> runs, double difference, String state) {
        public Comparison {
            runs = List.copyOf(runs);
        }
    }

    /// One simulation.
    ///
    /// @param method the step method
    /// @param seconds how long it took, without reading and compiling the model [s]
    public record Run(String method, long steps, double seconds) {
    }

    /// The names of the columns.
    public static final String HEADER = "model,outcome,states,method,steps,seconds,other_method,other_steps,"
            + "other_seconds,difference,state,reason";

    /// The row of a table of comma-separated values.
    public String row() {
        String figures = comparison.map(c -> c.states() + "," + run(c.runs().getFirst()) + "," + run(c.runs().getLast())
                + String.format(Locale.ROOT, ",%.1e,", c.difference()) + c.state()).orElse(",,,,,,,,");
        String reason = outcome.reason().isEmpty() ? "" : '"' + outcome.reason().replace("\"", "\"\"") + '"';
        return outcome.id() + "," + outcome.verdict() + "," + figures + "," + reason;
    }

    private static String run(Run run) {
        return run.method() + "," + run.steps() + "," + String.format(Locale.ROOT, "%.3f", run.seconds());
    }
}
