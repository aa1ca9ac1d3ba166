package propria.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import propria.engine.compile.graph.Graph;
import propria.engine.compile.graph.LanguageFunctions;
import propria.engine.compile.graph.Node;
import propria.engine.compile.graph.Operation;
import propria.model.FunctionDefinition;
import propria.model.Model;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression;
import propria.model.problem.Nearest;
import propria.model.problem.SourceLocation;

/// Turns formulas into nodes. A function of the model is inlined by binding its arguments. Within a sum or product the
/// operands that nothing changes during a run come first, so that they are one number when the run begins.
final class Formulas {

    /// What ids stand for.
    interface Names {
        Node value(String id, SourceLocation place);

        Node rateOfChange(Node value, SourceLocation place);

        /// The formula that gives a quantity at all times, where there is one.
        Optional<Symbol.Derived> rule(String id);

        /// What `argument` was `lag` ago.
        Node delayed(Node argument, Node lag, SourceLocation place);

        /// Zero where `lag` ago was before the start, else one.
        Node begun(Node lag, SourceLocation place);
    }

    /// Where a formula stands.
    ///
    /// @param bound what local names stand for
    /// @param functions the functions being inlined, outermost first
    /// @param draws what draws random numbers, where they may be drawn
    /// @param motion what rates of change are multiplied by: in the past, nothing moves before the start
    record Scope(SourceLocation place, Map<String, Node> bound, List<String> functions, Optional<Draws> draws,
            Optional<Node> motion) {
        static Scope at(SourceLocation place) {
            return new Scope(place, Map.of(), List.of(), Optional.empty(), Optional.empty());
        }

        Scope binding(Map<String, Node> names) {
            return new Scope(place, names, functions, draws, motion);
        }

        Scope within(String function, Map<String, Node> arguments) {
            List<String> inside = new ArrayList<>(functions);
            inside.add(function);
            return new Scope(place, arguments, inside, draws, motion);
        }

        Scope drawing(Draws here) {
            return new Scope(place, bound, functions, Optional.of(here), motion);
        }

        Scope moving(Node begun) {
            return new Scope(place, bound, functions, draws, Optional.of(begun));
        }
    }

    private final Graph graph;
    private final Names names;
    private final Problems problems;
    private final LanguageFunctions elementary;
    private final Map<String, FunctionDefinition> functions;

    Formulas(Model model, Graph graph, Names names, Problems problems) {
        this.graph = graph;
        this.names = names;
        this.problems = problems;
        this.elementary = new LanguageFunctions(graph);
        this.functions = model.functions().stream()
                .collect(Collectors.toMap(FunctionDefinition::id, f -> f, (first, _) -> first));
    }

    Node of(Expression formula, Scope scope) {
        return switch (formula) {
            case Expression.Constant c -> graph.constant(c.value());
            case Expression.Reference r -> reference(r.id(), scope);
            case Expression.Time _ -> graph.time();
            case Expression.Sum s -> chain(s.terms(), scope, graph::add);
            case Expression.Product p -> chain(p.factors(), scope, graph::multiply);
            case Expression.Quotient q -> graph.divide(of(q.numerator(), scope), of(q.denominator(), scope));
            case Expression.Power p -> graph.power(of(p.base(), scope), of(p.exponent(), scope));
            case Expression.Call c -> elementary.of(c.function(), each(c.arguments(), scope));
            case Expression.Apply a -> apply(a, scope);
            case Expression.Piecewise p -> piecewise(p, scope);
            case Expression.Delay d -> delay(d, scope);
            case Expression.Draw d -> draw(d, scope);
            case Expression.RateOf r -> graph.multiply(names.rateOfChange(reference(r.id(), scope), scope.place()),
                    scope.motion().orElse(graph.one()));
        };
    }

    private Node reference(String id, Scope scope) {
        Node bound = scope.bound().get(id);
        if (bound != null) {
            return bound;
        }
        Node value = names.value(id, scope.place());
        return scope.motion().flatMap(motion -> names.rule(id)
                .map(rule -> of(rule.formula(), Scope.at(rule.place()).moving(motion)))).orElse(value);
    }

    private List<Node> each(List<Expression> formulas, Scope scope) {
        List<Node> nodes = new ArrayList<>(formulas.size());
        for (Expression formula : formulas) {
            nodes.add(of(formula, scope));
        }
        return nodes;
    }

    private Node chain(List<Expression> operands, Scope scope, BinaryOperator<Node> operator) {
        List<Node> nodes = each(operands, scope);
        List<Node> ordered = new ArrayList<>(nodes.size());
        nodes.stream().filter(n -> !n.isVarying()).forEach(ordered::add);
        nodes.stream().filter(Node::isVarying).forEach(ordered::add);
        return ordered.stream().reduce(operator).orElseThrow();
    }

    private Node piecewise(Expression.Piecewise formula, Scope scope) {
        Node result = of(formula.otherwise(), scope);
        for (Expression.Case branch : formula.cases().reversed()) {
            result = graph.select(of(branch.when(), scope), of(branch.then(), scope), result);
        }
        return result;
    }

    private Node delay(Expression.Delay delay, Scope scope) {
        Node lag = of(delay.lag(), scope);
        if (lag.is(0)) {
            return of(delay.argument(), scope);
        }
        Scope earlier = scope.moving(names.begun(lag, scope.place()));
        return names.delayed(of(delay.argument(), earlier), lag, scope.place());
    }

    private Node draw(Expression.Draw draw, Scope scope) {
        List<Node> arguments = each(draw.arguments(), scope);
        if (scope.draws().isPresent()) {
            return scope.draws().get().of(draw.distribution(), arguments);
        }
        problems.add("N112", scope.place(), "a random number stands where it would be drawn at all times",
                draw.distribution().text() + " has no value at a moment of its own here",
                "draw it in an assignment of an event, into a parameter");
        return graph.zero();
    }

    private Node apply(Expression.Apply call, Scope scope) {
        FunctionDefinition function = functions.get(call.function());
        String id = call.function();
        if (function == null) {
            problems.add("N107", scope.place(), "there is no function " + id,
                    Nearest.of(id, functions.keySet()).map(n -> "the nearest name is " + n).orElse(""),
                    "define it, or correct the name");
            return graph.zero();
        }
        if (scope.functions().contains(id)) {
            problems.add("N107", scope.place(), "function " + id + " calls itself",
                    String.join(" calls ", scope.functions()) + " calls " + id, "write the formula without recursion");
            return graph.zero();
        }
        if (function.parameters().size() != call.arguments().size()) {
            problems.add("N107", scope.place(), "function " + id + " takes " + function.parameters().size()
                    + " arguments, not " + call.arguments().size(), "", "give each argument of its definition");
            return graph.zero();
        }
        Map<String, Node> bound = new HashMap<>();
        for (int k = 0; k < call.arguments().size(); k++) {
            bound.put(function.parameters().get(k), of(call.arguments().get(k), scope));
        }
        return of(function.body(), scope.within(id, bound));
    }

    Node of(LogicalExpression formula, Scope scope) {
        return switch (formula) {
            case LogicalExpression.Truth t -> graph.truth(t.value());
            case LogicalExpression.Comparison c -> compare(c, scope);
            case LogicalExpression.And a -> truths(a.operands(), scope, graph.one(), graph::and);
            case LogicalExpression.Or o -> truths(o.operands(), scope, graph.zero(), graph::or);
            case LogicalExpression.ExclusiveOr x -> truths(x.operands(), scope, graph.zero(), graph::exclusiveOr);
            case LogicalExpression.Not n -> graph.not(of(n.operand(), scope));
        };
    }

    private Node truths(List<LogicalExpression> operands, Scope scope, Node empty, BinaryOperator<Node> operator) {
        Node result = empty;
        for (LogicalExpression operand : operands) {
            result = operator.apply(result, of(operand, scope));
        }
        return result;
    }

    private Node compare(LogicalExpression.Comparison c, Scope scope) {
        Node left = of(c.left(), scope);
        Node right = of(c.right(), scope);
        return switch (c.relation()) {
            case EQUAL -> graph.compare(Operation.EQUAL, left, right);
            case NOT_EQUAL -> graph.compare(Operation.NOT_EQUAL, left, right);
            case LESS -> graph.compare(Operation.LESS, left, right);
            case LESS_OR_EQUAL -> graph.compare(Operation.LESS_OR_EQUAL, left, right);
            case GREATER -> graph.compare(Operation.LESS, right, left);
            case GREATER_OR_EQUAL -> graph.compare(Operation.LESS_OR_EQUAL, right, left);
        };
    }
}
