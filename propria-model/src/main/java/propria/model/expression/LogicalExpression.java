package propria.model.expression;

import java.util.List;

/// A truth-valued formula. A closed set, as [Expression] is.
public sealed interface LogicalExpression {

    /// True or false.
    record Truth(boolean value) implements LogicalExpression {
    }

    /// `left` compared with `right`.
    record Comparison(Relation relation, Expression left, Expression right) implements LogicalExpression {
    }

    /// True when every operand is; true for none.
    record And(List<LogicalExpression> operands) implements LogicalExpression {
        public And {
            operands = List.copyOf(operands);
        }
    }

    /// True when some operand is; false for none.
    record Or(List<LogicalExpression> operands) implements LogicalExpression {
        public Or {
            operands = List.copyOf(operands);
        }
    }

    /// True when an odd number of operands is.
    record ExclusiveOr(List<LogicalExpression> operands) implements LogicalExpression {
        public ExclusiveOr {
            operands = List.copyOf(operands);
        }
    }

    /// The opposite of the operand.
    record Not(LogicalExpression operand) implements LogicalExpression {
    }

    /// How two numbers are compared.
    enum Relation {
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">=");

        private final String symbol;

        Relation(String symbol) {
            this.symbol = symbol;
        }

        /// The relation as text.
        public String symbol() {
            return symbol;
        }

        /// Whether the relation holds; false where either side is not a number, but for [#NOT_EQUAL].
        public boolean holds(double left, double right) {
            return switch (this) {
                case EQUAL -> left == right;
                case NOT_EQUAL -> left != right;
                case LESS -> left < right;
                case LESS_OR_EQUAL -> left <= right;
                case GREATER -> left > right;
                case GREATER_OR_EQUAL -> left >= right;
            };
        }
    }
}
