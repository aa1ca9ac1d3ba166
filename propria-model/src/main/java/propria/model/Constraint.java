package propria.model;

import propria.model.expression.LogicalExpression;
import propria.model.problem.SourceLocation;

/// A condition outside which the model means nothing.
///
/// @param condition what must hold
/// @param message what to tell the user when it does not; may be empty
public record Constraint(LogicalExpression condition, String message, SourceLocation definedAt) {
}
