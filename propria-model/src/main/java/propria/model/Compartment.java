package propria.model;

import java.util.Optional;
import java.util.OptionalDouble;
import propria.model.problem.SourceLocation;

/// A well-mixed place that holds species.
///
/// @param id the identifier
/// @param dimensions 0 to 3; SBML Level 3 allows any number
/// @param size the size at time zero; empty where a rule or assignment gives it
/// @param constant whether the size never changes
/// @param unit the unit of the size, the id of a unit definition or a base unit
public record Compartment(String id, double dimensions, OptionalDouble size, boolean constant, Optional<String> unit,
        Description description, SourceLocation definedAt) {
}
