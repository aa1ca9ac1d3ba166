package propria.formats.antimony.tree;

import java.util.List;
import propria.model.problem.SourceLocation;

/// A formula as written: parentheses are kept, names are not looked up, and nothing tells numbers from truth values yet.
public sealed interface Formula {

    /// Where it begins.
    SourceLocation place();

    /// A literal number without sign.
    record Number(double value, SourceLocation place) implements Formula {
    }

    /// A name, or a dotted path into a sub-model.
    record Name(Path path) implements Formula {
        @Override
        public SourceLocation place() {
            return path.place();
        }
    }

    /// A formula in parentheses.
    record Group(Formula inner, SourceLocation place) implements Formula {
    }

    /// The operand with the opposite sign.
    record Minus(Formula operand, SourceLocation place) implements Formula {
    }

    /// True when the operand is false.
    record Not(Formula operand, SourceLocation place) implements Formula {
    }

    /// Two operands joined; chains lean to the left.
    record Binary(Operator operator, Formula left, Formula right) implements Formula {
        @Override
        public SourceLocation place() {
            Formula first = left;
            while (first instanceof Binary inner) {
                first = inner.left();
            }
            return first.place();
        }
    }

    /// A function with its arguments.
    record Application(String function, List<Formula> arguments, SourceLocation place) implements Formula {
        public Application {
            arguments = List.copyOf(arguments);
        }
    }

    /// What joins two operands.
    enum Operator {
        OR("||"),
        AND("&&"),
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        DIVIDE("/"),
        REMAINDER("%"),
        POWER("^");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /// As written.
        public String symbol() {
            return symbol;
        }
    }
}
