package propria.study;

import propria.model.problem.SourceLocation;

/// A state or parameter that a dose or an insult acts on.
///
/// @param id the id in the model; `instance__name` inside a module
/// @param factor by what the amount is multiplied
public record Target(String id, double factor, SourceLocation place) {
}
