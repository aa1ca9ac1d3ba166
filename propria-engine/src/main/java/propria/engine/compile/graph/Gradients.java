package propria.engine.compile.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/// Derivatives of nodes, carried forward from operand to result. Each node is differentiated once, whatever uses it, so
/// the chain rule through shared intermediate quantities costs one multiplication each instead of an expanded tree.
public final class Gradients {

    private final Graph graph;
    private final Tangent tangent;
    private final Map<Node, SortedMap<Integer, Node>> byState = new HashMap<>();

    public Gradients(Graph graph) {
        this.graph = graph;
        this.tangent = new Tangent(graph);
    }

    /// The derivative of each root by each state where it can differ from zero, by the index of the state.
    public List<SortedMap<Integer, Node>> byStates(List<Node> roots) {
        for (Node node : Reach.of(roots, n -> !n.isVarying())) {
            if (!byState.containsKey(node)) {
                byState.put(node, gradient(node));
            }
        }
        List<SortedMap<Integer, Node>> rows = new ArrayList<>();
        for (Node root : roots) {
            rows.add(known(byState, root));
        }
        return rows;
    }

    /// The derivative of each root by each parameter of `chosen` where it can differ from zero, by the index of the
    /// parameter.
    public List<SortedMap<Integer, Node>> byParameters(List<Node> roots, IntPredicate chosen) {
        Map<Node, SortedMap<Integer, Node>> byParameter = new HashMap<>();
        for (Node node : Reach.of(roots)) {
            SortedMap<Integer, Node> gradient = new TreeMap<>();
            if (node.operation() == Operation.PARAMETER && chosen.test(node.index())) {
                gradient.put(node.index(), graph.one());
            } else if (!node.isLeaf()) {
                carry(node, byParameter, gradient);
            }
            byParameter.put(node, gradient);
        }
        return roots.stream().map(root -> known(byParameter, root)).toList();
    }

    private SortedMap<Integer, Node> gradient(Node node) {
        SortedMap<Integer, Node> gradient = new TreeMap<>();
        if (node.operation() == Operation.STATE) {
            gradient.put(node.index(), graph.one());
        } else if (node.isVarying() && !node.isLeaf()) {
            carry(node, byState, gradient);
        }
        return gradient;
    }

    /// Fills the gradient of a node from those of its operands.
    private void carry(Node node, Map<Node, SortedMap<Integer, Node>> done, SortedMap<Integer, Node> gradient) {
        Node[] changes = new Node[node.operandCount()];
        for (int k = 0; k < changes.length; k++) {
            for (int index : known(done, node.operand(k)).keySet()) {
                gradient.put(index, graph.zero());
            }
        }
        for (Map.Entry<Integer, Node> entry : gradient.entrySet()) {
            for (int k = 0; k < changes.length; k++) {
                changes[k] = known(done, node.operand(k)).getOrDefault(entry.getKey(), graph.zero());
            }
            entry.setValue(tangent.of(node, changes));
        }
        gradient.values().removeIf(derivative -> derivative.is(0));
    }

    /// The change of each root when every leaf changes in its own way.
    ///
    /// @param leafChange the change of the time, of each state and of each parameter
    public List<Node> along(List<Node> roots, UnaryOperator<Node> leafChange) {
        Map<Node, Node> changes = new HashMap<>();
        for (Node node : Reach.of(roots)) {
            changes.put(node, node.isConstant()
                    ? graph.zero()
                    : node.isLeaf() ? leafChange.apply(node) : tangent.of(node, changes(node, changes)));
        }
        return roots.stream().map(root -> known(changes, root)).toList();
    }

    /// How fast each root changes with time alone, states and values of the past held.
    public List<Node> byTime(List<Node> roots) {
        Map<Node, Node> rates = new HashMap<>();
        for (Node node : Reach.of(roots, n -> !n.isVarying())) {
            rates.put(node, node.operation() == Operation.TIME
                    ? graph.one()
                    : node.isVarying() && !node.isLeaf() ? tangent.of(node, changes(node, rates)) : graph.zero());
        }
        return roots.stream().map(root -> known(rates, root)).toList();
    }

    /// The rate of change of `root` in time.
    ///
    /// @param leafRate the derivative of each state and of each value from the past
    public Node inTime(Node root, UnaryOperator<Node> leafRate) {
        Map<Node, Node> rates = new HashMap<>();
        for (Node node : Reach.of(List.of(root), n -> !n.isVarying())) {
            rates.put(node, switch (node.operation()) {
                case TIME -> graph.one();
                case STATE, DELAYED -> leafRate.apply(node);
                case CONSTANT, PARAMETER -> graph.zero();
                case ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, CALL, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, AND, OR,
                        EXCLUSIVE_OR, NOT, SELECT ->
                    node.isVarying() ? tangent.of(node, changes(node, rates)) : graph.zero();
            });
        }
        return known(rates, root);
    }

    private static Node[] changes(Node node, Map<Node, Node> rates) {
        Node[] changes = new Node[node.operandCount()];
        for (int k = 0; k < changes.length; k++) {
            changes[k] = known(rates, node.operand(k));
        }
        return changes;
    }

    private static <V> V known(Map<Node, V> map, Node node) {
        return Objects.requireNonNull(map.get(node));
    }
}
