package propria.engine.compile.graph;

/// How a node changes when its operands do: the rules of differentiation, one a node, after
/// A. Griewank and A. Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, chapter 3 (doi:10.1137/1.9780898717761).
/// A jump (floor, a condition) counts as flat: its place is a root of the system, not part of a derivative.
final class Tangent {

    private final Graph graph;

    Tangent(Graph graph) {
        this.graph = graph;
    }

    /// The change of `node`.
    ///
    /// @param node not a leaf
    /// @param changes the change of each operand
    Node of(Node node, Node[] changes) {
        return switch (node.operation()) {
            case CONSTANT, TIME, STATE, PARAMETER, DELAYED ->
                throw new IllegalArgumentException("a leaf has no operands");
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, AND, OR, EXCLUSIVE_OR, NOT -> graph.zero();
            case ADD -> graph.add(changes[0], changes[1]);
            case SUBTRACT -> graph.subtract(changes[0], changes[1]);
            case NEGATE -> graph.negate(changes[0]);
            case MULTIPLY -> graph.add(graph.multiply(changes[0], node.operand(1)),
                    graph.multiply(node.operand(0), changes[1]));
            case DIVIDE -> graph.divide(graph.subtract(changes[0], graph.multiply(node, changes[1])), node.operand(1));
            case SELECT -> graph.select(node.operand(0), changes[1], changes[2]);
            case CALL -> node.operandCount() == 1 ? graph.multiply(slope(node), changes[0]) : ofTwo(node, changes);
        };
    }

    private Node ofTwo(Node node, Node[] changes) {
        Node a = node.operand(0);
        Node b = node.operand(1);
        return switch (node.intrinsic()) {
            case POWER -> graph.add(powerByBase(node, changes[0]), powerByExponent(node, changes[1]));
            case ROOT -> graph.add(rootByDegree(node, changes[0]), rootByNumber(node, changes[1]));
            case MINIMUM -> graph.select(graph.compare(Operation.LESS_OR_EQUAL, a, b), changes[0], changes[1]);
            case MAXIMUM -> graph.select(graph.compare(Operation.LESS_OR_EQUAL, b, a), changes[0], changes[1]);
            case QUOTIENT -> graph.zero();
            case REMAINDER -> graph.subtract(changes[0], graph.multiply(graph.call(Intrinsic.QUOTIENT, a, b),
                    changes[1]));
            case ABS, FLOOR, CEILING, SQRT, CBRT, FACTORIAL, EXP, LN, LOG10, SIN, COS, TAN, SINH, COSH, TANH, ARCSIN,
                    ARCCOS,
                    ARCTAN, ARCSINH, ARCCOSH, ARCTANH ->
                throw new IllegalStateException(node + " takes one number");
        };
    }

    /// `b a^(b-1) da`, as `b (a^b / a) da` where `a` is not zero: the power is at hand already. At zero a power below
    /// one has no finite slope; it is given as zero, which an iteration can start from.
    private Node powerByBase(Node node, Node change) {
        if (change.is(0)) {
            return graph.zero();
        }
        Node a = node.operand(0);
        Node b = node.operand(1);
        Node atZero = graph.select(graph.compare(Operation.LESS, b, graph.one()), graph.zero(),
                graph.power(a, graph.subtract(b, graph.one())));
        Node slope = graph.select(graph.compare(Operation.EQUAL, a, graph.zero()), atZero, graph.divide(node, a));
        return graph.multiply(graph.multiply(b, slope), change);
    }

    /// `ln(a) a^b db`, zero at `a = 0` where it tends to zero.
    private Node powerByExponent(Node node, Node change) {
        if (change.is(0)) {
            return graph.zero();
        }
        Node a = node.operand(0);
        Node slope = graph.select(graph.compare(Operation.EQUAL, a, graph.zero()), graph.zero(),
                graph.multiply(graph.call(Intrinsic.LN, a), node));
        return graph.multiply(slope, change);
    }

    /// `r / (n x) dx` for the root `r` of `x` of degree `n`.
    private Node rootByNumber(Node node, Node change) {
        Node slope = graph.divide(node, graph.multiply(node.operand(0), node.operand(1)));
        return graph.multiply(slope, change);
    }

    /// `-ln|x| r / n^2 dn` for the root `r` of `x` of degree `n`.
    private Node rootByDegree(Node node, Node change) {
        Node size = graph.call(Intrinsic.LN, graph.call(Intrinsic.ABS, node.operand(1)));
        return graph.negate(graph.multiply(graph.divide(graph.multiply(size, node), square(node.operand(0))), change));
    }

    /// The derivative of a function of one number.
    private Node slope(Node node) {
        Node a = node.operand(0);
        Node one = graph.one();
        return switch (node.intrinsic()) {
            case ABS -> graph.select(graph.compare(Operation.LESS, a, graph.zero()), graph.constant(-1), one);
            case FLOOR, CEILING, FACTORIAL -> graph.zero();
            case SQRT -> graph.divide(graph.constant(0.5), node);
            case CBRT -> graph.divide(graph.constant(1 / 3.0), square(node));
            case EXP -> node;
            case LN -> graph.divide(one, a);
            case LOG10 -> graph.divide(graph.constant(1 / StrictMath.log(10)), a);
            case SIN -> graph.call(Intrinsic.COS, a);
            case COS -> graph.negate(graph.call(Intrinsic.SIN, a));
            case TAN -> graph.add(one, square(node));
            case SINH -> graph.call(Intrinsic.COSH, a);
            case COSH -> graph.call(Intrinsic.SINH, a);
            case TANH -> graph.subtract(one, square(node));
            case ARCSIN -> graph.divide(one, root(graph.subtract(one, square(a))));
            case ARCCOS -> graph.divide(graph.constant(-1), root(graph.subtract(one, square(a))));
            case ARCTAN -> graph.divide(one, graph.add(one, square(a)));
            case ARCSINH -> graph.divide(one, root(graph.add(square(a), one)));
            case ARCCOSH -> graph.divide(one, root(graph.subtract(square(a), one)));
            case ARCTANH -> graph.divide(one, graph.subtract(one, square(a)));
            case POWER, ROOT, MINIMUM, MAXIMUM, QUOTIENT, REMAINDER ->
                throw new IllegalStateException(node + " takes two numbers");
        };
    }

    private Node square(Node a) {
        return graph.multiply(a, a);
    }

    private Node root(Node a) {
        return graph.call(Intrinsic.SQRT, a);
    }
}
