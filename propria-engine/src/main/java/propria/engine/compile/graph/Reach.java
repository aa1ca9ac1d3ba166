package propria.engine.compile.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/// Which nodes a computation needs.
public final class Reach {

    private Reach() {
    }

    /// Every node below `roots`, operands first.
    public static List<Node> of(Collection<Node> roots) {
        return of(roots, _ -> false);
    }

    /// Every node below `roots`, operands first; the operands of a node where `stop` holds are not followed.
    public static List<Node> of(Collection<Node> roots, Predicate<Node> stop) {
        List<Node> found = new ArrayList<>();
        collect(roots, stop, new BitSet(), found);
        found.sort(Comparator.comparingInt(Node::number));
        return found;
    }

    /// Adds every node below `roots` that `seen` lacks to `found`, in no order.
    public static void collect(Collection<Node> roots, Predicate<Node> stop, BitSet seen, List<Node> found) {
        Deque<Node> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (seen.get(node.number())) {
                continue;
            }
            seen.set(node.number());
            found.add(node);
            if (!stop.test(node)) {
                for (int k = 0; k < node.operandCount(); k++) {
                    open.push(node.operand(k));
                }
            }
        }
    }
}
