package propria.study;

import java.util.List;
import propria.model.problem.SourceLocation;

/// A stretch of a study.
///
/// @param from its start [d]
/// @param to its end [d], after its start
/// @param exposures the insults that act in it
public record Phase(String name, double from, double to, List<Exposure> exposures, SourceLocation place) {

    public Phase {
        exposures = List.copyOf(exposures);
    }

    /// How much of an insult acts.
    ///
    /// @param value the level or amount, in the unit of the insult
    public record Exposure(Insult insult, double value) {
    }
}
