package propria.engine.compile.bytecode;

import propria.engine.compile.graph.Node;

/// Upper estimates of how many bytes of bytecode things take.
final class CodeSize {

    /// Reading a value from an array or a local variable.
    static final int LOAD = 6;
    /// Writing a value to an array beside computing it.
    static final int STORE = 6;

    private CodeSize() {
    }

    /// The instructions of a node without those of its operands.
    static int own(Node node) {
        return switch (node.operation()) {
            case CONSTANT, TIME -> 3;
            case STATE, PARAMETER, DELAYED -> LOAD;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE -> 1;
            case CALL -> 3;
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL -> 14;
            case AND, OR, EXCLUSIVE_OR, NOT -> 26;
            case SELECT -> 12;
        };
    }
}
