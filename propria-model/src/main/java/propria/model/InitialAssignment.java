package propria.model;

import propria.model.expression.Expression;
import propria.model.problem.SourceLocation;

/// `variable` equals `formula` at time zero.
public record InitialAssignment(String variable, Expression formula, SourceLocation definedAt) {
}
