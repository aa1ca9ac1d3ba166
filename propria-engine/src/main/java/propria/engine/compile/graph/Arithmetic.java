package propria.engine.compile.graph;

/// What operations on numbers give; generated code does the same.
final class Arithmetic {

    private Arithmetic() {
    }

    /// The truth value of a comparison.
    static double of(Operation relation, double a, double b) {
        boolean holds = switch (relation) {
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            case LESS -> a < b;
            case LESS_OR_EQUAL -> a <= b;
            case CONSTANT, TIME, STATE, PARAMETER, DELAYED, ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, CALL, AND, OR,
                    EXCLUSIVE_OR, NOT, SELECT ->
                throw new IllegalArgumentException(relation + " compares nothing");
        };
        return holds ? 1 : 0;
    }
}
