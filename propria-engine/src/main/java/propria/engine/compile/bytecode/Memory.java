package propria.engine.compile.bytecode;

import java.util.Map;
import propria.engine.compile.graph.Node;

/// Where a kernel finds and leaves values beside its arguments.
///
/// @param prepared the place in the parameter array of each value computed before
/// @param firstScratch the first place of the scratch array that the kernel may use
public record Memory(Map<Node, Integer> prepared, int firstScratch) {

    /// Nothing prepared, scratch free from its start.
    public static final Memory EMPTY = new Memory(Map.of(), 0);

    /// Whether the value of `node` is at hand: a leaf or prepared.
    boolean holds(Node node) {
        return node.isLeaf() || prepared.containsKey(node);
    }
}
