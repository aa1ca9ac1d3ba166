package propria.engine.compile.graph;

import java.util.List;
import propria.model.expression.ElementaryFunction;

/// The elementary functions of the language in terms of the few that generated code calls.
public final class LanguageFunctions {

    private final Graph graph;

    public LanguageFunctions(Graph graph) {
        this.graph = graph;
    }

    /// The value of a function.
    public Node of(ElementaryFunction function, List<Node> arguments) {
        Node a = arguments.getFirst();
        Node b = arguments.getLast();
        return switch (function) {
            case LOG ->
                a.is(10) ? call(Intrinsic.LOG10, b) : graph.divide(call(Intrinsic.LN, b), call(Intrinsic.LN, a));
            case ROOT -> root(a, b);
            case QUOTIENT, REMAINDER -> graph.call(Intrinsic.valueOf(function.name()), a, b);
            case MINIMUM, MAXIMUM -> extreme(Intrinsic.valueOf(function.name()), arguments);
            case ABS, EXP, LN, LOG10, SQRT, FLOOR, CEILING, FACTORIAL, SIN, COS, TAN, SINH, COSH, TANH, ARCSIN, ARCCOS,
                    ARCTAN, ARCSINH, ARCCOSH, ARCTANH ->
                call(Intrinsic.valueOf(function.name()), a);
            case SEC -> inverted(call(Intrinsic.COS, a));
            case CSC -> inverted(call(Intrinsic.SIN, a));
            case COT -> inverted(call(Intrinsic.TAN, a));
            case SECH -> inverted(call(Intrinsic.COSH, a));
            case CSCH -> inverted(call(Intrinsic.SINH, a));
            case COTH -> inverted(call(Intrinsic.TANH, a));
            case ARCSEC -> call(Intrinsic.ARCCOS, inverted(a));
            case ARCCSC -> call(Intrinsic.ARCSIN, inverted(a));
            case ARCCOT -> call(Intrinsic.ARCTAN, inverted(a));
            case ARCSECH -> call(Intrinsic.ARCCOSH, inverted(a));
            case ARCCSCH -> call(Intrinsic.ARCSINH, inverted(a));
            case ARCCOTH -> call(Intrinsic.ARCTANH, inverted(a));
        };
    }

    private Node root(Node degree, Node x) {
        if (degree.is(2)) {
            return call(Intrinsic.SQRT, x);
        }
        return degree.is(3) ? call(Intrinsic.CBRT, x) : graph.call(Intrinsic.ROOT, degree, x);
    }

    private Node extreme(Intrinsic function, List<Node> arguments) {
        return arguments.stream().reduce((a, b) -> graph.call(function, a, b)).orElseThrow();
    }

    private Node inverted(Node a) {
        return graph.divide(graph.one(), a);
    }

    private Node call(Intrinsic function, Node a) {
        return graph.call(function, a);
    }
}
