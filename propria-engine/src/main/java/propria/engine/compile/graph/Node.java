package propria.engine.compile.graph;

/// One operation on earlier nodes. Made by [Graph] only; two nodes of one graph are equal when they are the same object.
public final class Node {

    private static final Node[] NONE = {};

    private final int number;
    private final Operation operation;
    private final double value;
    private final int index;
    private final Node[] operands;
    private final boolean varying;

    Node(int number, Operation operation, double value, int index, Node... operands) {
        this.number = number;
        this.operation = operation;
        this.value = value;
        this.index = index;
        this.operands = operands.length == 0 ? NONE : operands;
        boolean varies = operation == Operation.TIME || operation == Operation.STATE
                || operation == Operation.DELAYED;
        for (Node operand : operands) {
            varies |= operand.varying;
        }
        this.varying = varies;
    }

    /// The place in the order of making; operands come before.
    public int number() {
        return number;
    }

    public Operation operation() {
        return operation;
    }

    /// The number of a constant.
    public double value() {
        return value;
    }

    /// The index of a state, a parameter or a value from the past.
    public int index() {
        return index;
    }

    /// The function of a call.
    public Intrinsic intrinsic() {
        return Intrinsics.ALL[index];
    }

    public int operandCount() {
        return operands.length;
    }

    public Node operand(int position) {
        return operands[position];
    }

    /// Whether the value depends on time or a state, so changes within a run.
    public boolean isVarying() {
        return varying;
    }

    /// Whether there is nothing to compute: a number, the time, a state, a parameter or a value from
    /// the past.
    public boolean isLeaf() {
        return operands.length == 0;
    }

    public boolean isConstant() {
        return operation == Operation.CONSTANT;
    }

    /// Whether this is the constant `number`.
    public boolean is(double number) {
        return isConstant() && value == number;
    }

    @Override
    public String toString() {
        return switch (operation) {
            case CONSTANT -> Double.toString(value);
            case TIME -> "t";
            case STATE -> "y" + index;
            case PARAMETER -> "p" + index;
            case DELAYED -> "past" + index;
            case CALL -> intrinsic().method() + "(" + list() + ")";
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, AND, OR, EXCLUSIVE_OR,
                    NOT, SELECT ->
                operation + "(" + list() + ")";
        };
    }

    private String list() {
        StringBuilder text = new StringBuilder();
        for (Node operand : operands) {
            text.append(text.isEmpty() ? "" : ", ").append(operand);
        }
        return text.toString();
    }

    private static final class Intrinsics {
        static final Intrinsic[] ALL = Intrinsic.values();
    }
}
