package propria.engine.compile.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// Rebuilds computations on other leaves.
public final class Replacement {

    private final Graph graph;
    private final UnaryOperator<Node> leaves;
    private final Map<Node, Node> done = new HashMap<>();

    /// @param leaves what stands for a state, a parameter or the time
    public Replacement(Graph graph, UnaryOperator<Node> leaves) {
        this.graph = graph;
        this.leaves = leaves;
    }

    /// From now on `replacement` stands for `node`, which need not be a leaf.
    void put(Node node, Node replacement) {
        done.put(node, replacement);
    }

    /// The computation of `root` with every leaf replaced.
    public Node in(Node root) {
        for (Node node : Reach.of(List.of(root), done::containsKey)) {
            if (!done.containsKey(node)) {
                Node replaced = replace(node);
                done.put(node, replaced);
            }
        }
        return Objects.requireNonNull(done.get(root));
    }

    private Node replace(Node node) {
        if (node.isConstant()) {
            return node;
        }
        if (node.isLeaf()) {
            return leaves.apply(node);
        }
        Node[] operands = new Node[node.operandCount()];
        for (int k = 0; k < operands.length; k++) {
            operands[k] = Objects.requireNonNull(done.get(node.operand(k)));
        }
        return graph.with(node, operands);
    }
}
