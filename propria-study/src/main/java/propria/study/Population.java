package propria.study;

import java.util.OptionalDouble;
import java.util.SequencedMap;
import propria.model.problem.SourceLocation;

/// Whom a study is made in: a strain or a group of patients, with what sets it apart from the model's reference.
///
/// @param species the id of its species
/// @param bodyMass the mass of a body [kg]; its interval is between subjects
/// @param parameters model parameters that differ from the model's
/// @param initial states whose start differs from the model's
/// @param equilibrate how long a subject lives before the study begins [d]; empty when it begins in the model's state
/// @param betweenSubjects the coefficient of variation of a quantity between subjects [-]
public record Population(String id, String name, String species, String strain, SourcedValue bodyMass,
        SequencedMap<String, SourcedValue> parameters, SequencedMap<String, SourcedValue> initial,
        OptionalDouble equilibrate, SequencedMap<String, SourcedValue> betweenSubjects, SourceLocation place) {
}
