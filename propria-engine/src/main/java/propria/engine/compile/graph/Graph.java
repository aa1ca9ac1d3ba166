package propria.engine.compile.graph;

import java.util.HashMap;
import java.util.Map;
import propria.engine.math.Elementary;

/// Makes nodes, each at most once, in the simplest form that is worth finding. Simplification never reorders a sum or
/// product, so values keep the bits of the formula as written; it assumes that what is multiplied by zero is finite.
public final class Graph {

    private final Map<Key, Node> nodes = new HashMap<>();
    private final Node zero = constant(0);
    private final Node one = constant(1);

    private record Key(Operation operation, long bits, int a, int b, int c) {
    }

    /// How many nodes there are; all numbers are below.
    public int size() {
        return nodes.size();
    }

    public Node zero() {
        return zero;
    }

    public Node one() {
        return one;
    }

    public Node constant(double value) {
        double plain = value == 0 ? 0 : value;
        Key key = new Key(Operation.CONSTANT, Double.doubleToLongBits(plain), -1, -1, -1);
        return nodes.computeIfAbsent(key, _ -> new Node(nodes.size(), Operation.CONSTANT, plain, 0));
    }

    public Node truth(boolean value) {
        return value ? one : zero;
    }

    public Node time() {
        return make(Operation.TIME, 0);
    }

    public Node state(int index) {
        return make(Operation.STATE, index);
    }

    public Node parameter(int index) {
        return make(Operation.PARAMETER, index);
    }

    /// A value from the past that stands in the array of parameters.
    public Node delayed(int place) {
        return make(Operation.DELAYED, place);
    }

    public Node add(Node a, Node b) {
        if (a.is(0)) {
            return b;
        }
        if (b.is(0)) {
            return a;
        }
        if (b.operation() == Operation.NEGATE) {
            return subtract(a, b.operand(0));
        }
        if (a.operation() == Operation.NEGATE) {
            return subtract(b, a.operand(0));
        }
        return known(a, b) ? constant(a.value() + b.value()) : make(Operation.ADD, 0, a, b);
    }

    public Node subtract(Node a, Node b) {
        if (b.is(0)) {
            return a;
        }
        if (a.is(0)) {
            return negate(b);
        }
        if (b.operation() == Operation.NEGATE) {
            return add(a, b.operand(0));
        }
        return known(a, b) ? constant(a.value() - b.value()) : make(Operation.SUBTRACT, 0, a, b);
    }

    public Node multiply(Node a, Node b) {
        if (known(a, b)) {
            return constant(a.value() * b.value());
        }
        if (a.is(0) || b.is(0)) {
            return zero;
        }
        if (a.is(1) || a.is(-1)) {
            return a.is(1) ? b : negate(b);
        }
        if (b.is(1) || b.is(-1)) {
            return b.is(1) ? a : negate(a);
        }
        if (a.operation() == Operation.NEGATE) {
            return negate(multiply(a.operand(0), b));
        }
        return b.operation() == Operation.NEGATE
                ? negate(multiply(a, b.operand(0)))
                : make(Operation.MULTIPLY, 0, a, b);
    }

    public Node divide(Node a, Node b) {
        if (known(a, b)) {
            return constant(a.value() / b.value());
        }
        if (a.is(0)) {
            return zero;
        }
        if (b.is(1) || b.is(-1)) {
            return b.is(1) ? a : negate(a);
        }
        if (a.operation() == Operation.NEGATE) {
            return negate(divide(a.operand(0), b));
        }
        return b.operation() == Operation.NEGATE ? negate(divide(a, b.operand(0))) : make(Operation.DIVIDE, 0, a, b);
    }

    public Node negate(Node a) {
        if (a.isConstant()) {
            return constant(-a.value());
        }
        return switch (a.operation()) {
            case NEGATE -> a.operand(0);
            case SUBTRACT -> subtract(a.operand(1), a.operand(0));
            case CONSTANT, TIME, STATE, PARAMETER, DELAYED, ADD, MULTIPLY, DIVIDE, CALL, EQUAL, NOT_EQUAL, LESS,
                    LESS_OR_EQUAL, AND, OR, EXCLUSIVE_OR, NOT, SELECT ->
                make(Operation.NEGATE, 0, a);
        };
    }

    /// `function(a)`
    public Node call(Intrinsic function, Node a) {
        return a.isConstant() ? constant(function.of(a.value(), 0)) : make(Operation.CALL, function.ordinal(), a);
    }

    /// `function(a, b)`
    public Node call(Intrinsic function, Node a, Node b) {
        return known(a, b)
                ? constant(function.of(a.value(), b.value()))
                : make(Operation.CALL, function.ordinal(), a, b);
    }

    /// `base ^ exponent`: products for the whole exponents -3 to 4, a square root for 0.5, else `pow`.
    public Node power(Node base, Node exponent) {
        if (known(base, exponent)) {
            return constant(Elementary.pow(base.value(), exponent.value()));
        }
        if (exponent.is(0.5)) {
            return call(Intrinsic.SQRT, base);
        }
        if (exponent.isConstant() && exponent.value() == Math.rint(exponent.value()) && exponent.value() >= -3
                && exponent.value() <= 4) {
            int n = (int) exponent.value();
            return n < 0 ? divide(one, repeated(base, -n)) : repeated(base, n);
        }
        return base.is(1) ? one : call(Intrinsic.POWER, base, exponent);
    }

    private Node repeated(Node base, int times) {
        if (times == 0) {
            return one;
        }
        if (times == 1) {
            return base;
        }
        Node square = multiply(base, base);
        return switch (times) {
            case 2 -> square;
            case 3 -> multiply(square, base);
            default -> multiply(square, square);
        };
    }

    /// A comparison: `EQUAL`, `NOT_EQUAL`, `LESS` or `LESS_OR_EQUAL`.
    public Node compare(Operation relation, Node a, Node b) {
        if (!relation.isComparison()) {
            throw new IllegalArgumentException(relation + " compares nothing");
        }
        return known(a, b) ? constant(Arithmetic.of(relation, a.value(), b.value())) : make(relation, 0, a, b);
    }

    public Node and(Node a, Node b) {
        if (a.isConstant()) {
            return a.is(0) ? zero : b;
        }
        if (b.isConstant()) {
            return b.is(0) ? zero : a;
        }
        return a == b ? a : make(Operation.AND, 0, a, b);
    }

    public Node or(Node a, Node b) {
        if (a.isConstant()) {
            return a.is(0) ? b : one;
        }
        if (b.isConstant()) {
            return b.is(0) ? a : one;
        }
        return a == b ? a : make(Operation.OR, 0, a, b);
    }

    public Node exclusiveOr(Node a, Node b) {
        if (a.isConstant()) {
            return a.is(0) ? b : not(b);
        }
        if (b.isConstant()) {
            return b.is(0) ? a : not(a);
        }
        return a == b ? zero : make(Operation.EXCLUSIVE_OR, 0, a, b);
    }

    public Node not(Node a) {
        if (a.isConstant()) {
            return truth(a.is(0));
        }
        return a.operation() == Operation.NOT ? a.operand(0) : make(Operation.NOT, 0, a);
    }

    /// `then` where `condition` is true, else `otherwise`.
    public Node select(Node condition, Node then, Node otherwise) {
        if (condition.isConstant()) {
            return condition.is(0) ? otherwise : then;
        }
        return then == otherwise ? then : make(Operation.SELECT, 0, condition, then, otherwise);
    }

    /// The same operation on other operands, simplified again.
    Node with(Node node, Node[] operands) {
        return switch (node.operation()) {
            case CONSTANT, TIME, STATE, PARAMETER, DELAYED -> node;
            case ADD -> add(operands[0], operands[1]);
            case SUBTRACT -> subtract(operands[0], operands[1]);
            case MULTIPLY -> multiply(operands[0], operands[1]);
            case DIVIDE -> divide(operands[0], operands[1]);
            case NEGATE -> negate(operands[0]);
            case CALL -> operands.length == 1
                    ? call(node.intrinsic(), operands[0])
                    : call(node.intrinsic(), operands[0], operands[1]);
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL -> compare(node.operation(), operands[0], operands[1]);
            case AND -> and(operands[0], operands[1]);
            case OR -> or(operands[0], operands[1]);
            case EXCLUSIVE_OR -> exclusiveOr(operands[0], operands[1]);
            case NOT -> not(operands[0]);
            case SELECT -> select(operands[0], operands[1], operands[2]);
        };
    }

    private static boolean known(Node a, Node b) {
        return a.isConstant() && b.isConstant();
    }

    private Node make(Operation operation, int index, Node... given) {
        Node[] operands = given;
        if (operation.isCommutative() && given[0].number() > given[1].number()) {
            operands = new Node[]{given[1], given[0]};
        }
        Key key = new Key(operation, index, numberOf(operands, 0), numberOf(operands, 1), numberOf(operands, 2));
        Node found = nodes.get(key);
        if (found == null) {
            found = new Node(nodes.size(), operation, 0, index, operands);
            nodes.put(key, found);
        }
        return found;
    }

    private static int numberOf(Node[] operands, int position) {
        return position < operands.length ? operands[position].number() : -1;
    }
}
