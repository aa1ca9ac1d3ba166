package propria.model;

import java.util.Optional;
import java.util.OptionalDouble;
import propria.model.problem.SourceLocation;

/// A named number.
///
/// @param id the identifier; `instance__name` for a parameter of a sub-model
/// @param value the value at time zero; empty where a rule or assignment gives it
/// @param constant whether no rule or event may change it
/// @param unit the unit, the id of a unit definition or a base unit
public record Parameter(String id, OptionalDouble value, boolean constant, Optional<String> unit,
        Description description, SourceLocation definedAt) {
}
