package propria.formats.petab.math;

import propria.model.expression.Expression;
import propria.model.expression.Formulas;
import propria.model.expression.LogicalExpression;
import propria.model.expression.LogicalExpression.Relation;

/// A number or a truth, each of which can stand for the other.
sealed interface Operand {

    /// A number.
    record Number(Expression expression) implements Operand {
    }

    /// A truth.
    record Truth(LogicalExpression condition) implements Operand {
    }

    default Expression asNumber() {
        return switch (this) {
            case Number(Expression expression) -> expression;
            case Truth(LogicalExpression condition) ->
                Formulas.piecewise(Expression.ONE, condition, Expression.ZERO);
        };
    }

    default LogicalExpression asTruth() {
        return switch (this) {
            case Number(Expression expression) -> Formulas.compare(expression, Relation.NOT_EQUAL, Expression.ZERO);
            case Truth(LogicalExpression condition) -> condition;
        };
    }
}
