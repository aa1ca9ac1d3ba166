package propria.engine.compile.graph;

/// What a [Node] does with its operands. Truth values are numbers: 1 is true, 0 is false.
public enum Operation {
    /// A number.
    CONSTANT,
    /// The time.
    TIME,
    /// A state, by index.
    STATE,
    /// A parameter, by index.
    PARAMETER,
    /// A value from the past, by its place behind the parameters.
    DELAYED,
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    NEGATE,
    /// An [Intrinsic] function.
    CALL,
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    AND,
    OR,
    EXCLUSIVE_OR,
    NOT,
    /// The second operand where the first is true, else the third.
    SELECT;

    /// Whether the result is a truth value.
    public boolean isLogical() {
        return ordinal() >= EQUAL.ordinal() && ordinal() <= NOT.ordinal();
    }

    /// Whether the result compares two numbers.
    public boolean isComparison() {
        return ordinal() >= EQUAL.ordinal() && ordinal() <= LESS_OR_EQUAL.ordinal();
    }

    /// Whether exchanging the two operands gives the same bits.
    public boolean isCommutative() {
        return switch (this) {
            case ADD, MULTIPLY, EQUAL, NOT_EQUAL, AND, OR, EXCLUSIVE_OR -> true;
            case CONSTANT, TIME, STATE, PARAMETER, DELAYED, SUBTRACT, DIVIDE, NEGATE, CALL, LESS, LESS_OR_EQUAL, NOT,
                    SELECT ->
                false;
        };
    }
}
