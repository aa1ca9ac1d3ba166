package propria.study.library;

import java.util.SequencedMap;
import propria.model.problem.SourceLocation;
import propria.study.SourcedValue;

/// A species in which studies are made.
///
/// @param bodyMass the mass of a body [kg]; its interval is between subjects
/// @param parameters model parameters that differ from the model's
/// @param betweenSubjects the coefficient of variation of a quantity between subjects [-]
public record HostSpecies(String id, String name, SourcedValue bodyMass, SequencedMap<String, SourcedValue> parameters,
        SequencedMap<String, SourcedValue> betweenSubjects, SourceLocation place) {
}
