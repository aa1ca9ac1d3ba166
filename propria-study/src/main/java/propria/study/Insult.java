package propria.study;

import java.util.List;
import java.util.SequencedMap;
import propria.model.problem.SourceLocation;

/// What makes a subject ill.
///
/// @param id the word in study files
/// @param unit the unit of its level or amount
/// @param kind whether it holds through a phase or is given once at its start
/// @param targets what it acts on
/// @param parameters model parameters of an arm that is exposed to it
/// @param maximum the most that is accepted, in `unit`
public record Insult(String id, String name, String unit, Kind kind, List<Target> targets,
        SequencedMap<String, SourcedValue> parameters, double maximum, SourceLocation place) {

    public Insult {
        targets = List.copyOf(targets);
    }

    /// How it acts in time.
    public enum Kind {
        /// It holds from the start of a phase to its end.
        LEVEL,
        /// It is given once, at the start of a phase.
        BOLUS
    }
}
