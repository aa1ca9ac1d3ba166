package propria.formats.petab.problem;

import java.util.List;
import propria.model.problem.SourceLocation;

/// Conditions that follow one another.
///
/// @param periods in ascending order of time; none for the model as it is, from time zero
public record Experiment(String id, List<Period> periods, SourceLocation place) {

    public Experiment {
        periods = List.copyOf(periods);
    }

    /// From a time on.
    ///
    /// @param time minus infinity for a steady state before all
    /// @param conditions what is changed at its beginning, all at once
    public record Period(double time, List<String> conditions, SourceLocation place) {

        public Period {
            conditions = List.copyOf(conditions);
        }

        /// Whether a steady state is meant.
        public boolean isPreEquilibration() {
            return time == Double.NEGATIVE_INFINITY;
        }
    }

    static Experiment plain(SourceLocation place) {
        return new Experiment("", List.of(), place);
    }
}
