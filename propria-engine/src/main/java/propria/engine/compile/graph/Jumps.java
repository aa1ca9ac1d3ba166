package propria.engine.compile.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Finds the places where a computation jumps, as functions that change sign there. A condition between two values that
/// agree where it changes, as in `x > 0 ? x * x : 0`, is no jump: step control deals with a kink by itself.
public final class Jumps {

    private final Graph graph;
    private final Set<Node> places = new LinkedHashSet<>();

    public Jumps(Graph graph) {
        this.graph = graph;
    }

    /// Left minus right side of each comparison seen, in the order of being seen.
    public List<Node> places() {
        return List.copyOf(places);
    }

    /// Adds every comparison that `conditions` need.
    public void addAll(List<Node> conditions) {
        for (Node node : Reach.of(conditions, n -> !n.isVarying())) {
            if (node.operation().isComparison() && node.isVarying()) {
                Node difference = graph.subtract(node.operand(0), node.operand(1));
                if (!places.contains(graph.negate(difference))) {
                    places.add(difference);
                }
            }
        }
    }

    /// Adds the comparisons at which one of `values` jumps.
    public void addJumpsOf(List<Node> values) {
        List<Node> conditions = new ArrayList<>();
        for (Node node : Reach.of(values, n -> !n.isVarying())) {
            if (node.operation() == Operation.SELECT && node.operand(0).isVarying() && !isContinuous(node)) {
                conditions.add(node.operand(0));
            }
        }
        addAll(conditions);
    }

    /// Whether both branches are the same formula once left and right side of the condition are made equal.
    private boolean isContinuous(Node select) {
        Node condition = select.operand(0);
        if (condition.operation() == Operation.NOT) {
            condition = condition.operand(0);
        }
        if (!condition.operation().isComparison()) {
            return false;
        }
        Node a = condition.operand(0);
        Node b = condition.operand(1);
        Node later = a.number() > b.number() && !a.isConstant() || b.isConstant() ? a : b;
        Replacement equal = new Replacement(graph, UnaryOperator.identity());
        equal.put(later, later == a ? b : a);
        return equal.in(select.operand(1)) == equal.in(select.operand(2));
    }
}
