package propria.study;

import java.util.Optional;
import propria.model.problem.SourceLocation;

/// A state or parameter that a dose or an insult acts on.
///
/// @param id the id in the model; `instance__name` inside a module
/// @param factor by what the amount is multiplied
/// @param source what the factor rests on; empty when it is assumed, or 1
public record Target(String id, double factor, Optional<String> source, SourceLocation place) {
}
