package propria.engine.compile.bytecode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import propria.engine.compile.graph.Node;
import propria.engine.compile.graph.Reach;

/// In what order a kernel computes what, cut into blocks of limited size.
///
/// A value used more than once is kept; all others are computed where they are used, in one expression with their user.
/// Kept values come shortly before the first target that needs them, so that most uses stay within a block.
final class Plan {

    /// Blocks of about this many bytes: far below the 8,000 at which HotSpot gives up, small enough to be compiled soon.
    static final int BLOCK = 4_000;
    /// An expression longer or deeper than this is cut in two.
    private static final int EXPRESSION = 700;
    private static final int DEPTH = 30;

    /// One step: the value of `node` is kept, or written to `place` when that is not negative.
    record Step(Node node, int place) {
        boolean keeps() {
            return place < 0;
        }
    }

    private final Memory memory;
    private final Set<Node> kept = new HashSet<>();
    private final Map<Node, Integer> sizes = new HashMap<>();
    private final Map<Node, Integer> scratchPlaces = new HashMap<>();
    private final List<List<Step>> blocks = new ArrayList<>();

    Plan(List<Target> targets, Memory memory) {
        this.memory = memory;
        decideWhatIsKept(targets);
        cut(order(targets));
        placeShared();
    }

    List<List<Step>> blocks() {
        return blocks;
    }

    /// Whether the value outlives the expression that computes it.
    boolean keeps(Node node) {
        return kept.contains(node);
    }

    /// The place in scratch of a value that more than one block uses, or -1.
    int scratchPlace(Node node) {
        return scratchPlaces.getOrDefault(node, -1);
    }

    /// One more than the highest place of scratch in use.
    int scratchEnd() {
        return memory.firstScratch() + scratchPlaces.size();
    }

    /// Whether the value is read from somewhere instead of being computed in place.
    boolean isRead(Node node) {
        return memory.holds(node) || keeps(node);
    }

    private void decideWhatIsKept(List<Target> targets) {
        List<Node> roots = targets.stream().map(Target::node).toList();
        List<Node> needed = Reach.of(roots, memory::holds);
        Map<Node, Integer> uses = new HashMap<>();
        roots.forEach(root -> uses.merge(root, 1, Integer::sum));
        for (Node node : needed) {
            if (!memory.holds(node)) {
                for (int k = 0; k < node.operandCount(); k++) {
                    uses.merge(node.operand(k), 1, Integer::sum);
                }
            }
        }
        Map<Node, Integer> depths = new HashMap<>();
        for (Node node : needed) {
            if (memory.holds(node)) {
                continue;
            }
            int size = CodeSize.own(node);
            int depth = 0;
            for (int k = 0; k < node.operandCount(); k++) {
                Node operand = node.operand(k);
                size += readSize(operand);
                depth = Math.max(depth, isRead(operand) ? 0 : depths.getOrDefault(operand, 0));
            }
            sizes.put(node, size);
            depths.put(node, depth + 1);
            if (uses.getOrDefault(node, 0) > 1 || size > EXPRESSION || depth > DEPTH) {
                kept.add(node);
            }
        }
    }

    private int readSize(Node node) {
        return isRead(node) ? CodeSize.LOAD : sizes.getOrDefault(node, CodeSize.LOAD);
    }

    private List<Step> order(List<Target> targets) {
        List<Step> steps = new ArrayList<>();
        BitSet seen = new BitSet();
        for (Target target : targets) {
            List<Node> fresh = new ArrayList<>();
            Reach.collect(List.of(target.node()), memory::holds, seen, fresh);
            fresh.sort(Comparator.comparingInt(Node::number));
            for (Node node : fresh) {
                if (keeps(node)) {
                    steps.add(new Step(node, -1));
                }
            }
            steps.add(new Step(target.node(), target.place()));
        }
        return steps;
    }

    private void cut(List<Step> steps) {
        List<Step> block = new ArrayList<>();
        int size = 0;
        for (Step step : steps) {
            // A kept value may in addition be stored, and be loaded at the head of later blocks.
            int own = step.keeps()
                    ? sizes.getOrDefault(step.node(), 0) + 2 * CodeSize.STORE + CodeSize.LOAD
                    : readSize(step.node()) + CodeSize.STORE;
            if (size + own > BLOCK && !block.isEmpty()) {
                blocks.add(block);
                block = new ArrayList<>();
                size = 0;
            }
            block.add(step);
            size += own;
        }
        if (!block.isEmpty()) {
            blocks.add(block);
        }
    }

    private void placeShared() {
        Map<Node, Integer> home = new HashMap<>();
        for (int k = 0; k < blocks.size(); k++) {
            for (Step step : blocks.get(k)) {
                if (step.keeps()) {
                    home.put(step.node(), k);
                }
                for (Node read : reads(step)) {
                    if (keeps(read) && home.getOrDefault(read, k) != k) {
                        scratchPlaces.computeIfAbsent(read, _ -> memory.firstScratch() + scratchPlaces.size());
                    }
                }
            }
        }
    }

    /// The values that a step reads, once for each use.
    List<Node> reads(Step step) {
        List<Node> reads = new ArrayList<>();
        if (!step.keeps() && isRead(step.node())) {
            reads.add(step.node());
        } else {
            readsBelow(step.node(), reads);
        }
        return reads;
    }

    private void readsBelow(Node node, List<Node> reads) {
        for (int k = 0; k < node.operandCount(); k++) {
            Node operand = node.operand(k);
            if (isRead(operand)) {
                reads.add(operand);
            } else {
                readsBelow(operand, reads);
            }
        }
    }
}
