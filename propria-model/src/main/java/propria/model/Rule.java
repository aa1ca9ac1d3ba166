package propria.model;

import propria.model.expression.Expression;
import propria.model.problem.SourceLocation;

/// A formula that holds at all times.
public sealed interface Rule {

    /// The right-hand side.
    Expression formula();

    /// Where the rule stands.
    SourceLocation definedAt();

    /// `variable` equals `formula` at all times.
    record Assignment(String variable, Expression formula, SourceLocation definedAt) implements Rule {
    }

    /// `variable` changes by `formula` per time.
    record Rate(String variable, Expression formula, SourceLocation definedAt) implements Rule {
    }

    /// `formula` equals zero at all times.
    record Algebraic(Expression formula, SourceLocation definedAt) implements Rule {
    }
}
