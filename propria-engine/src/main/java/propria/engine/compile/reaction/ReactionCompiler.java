package propria.engine.compile.reaction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import propria.engine.compile.bytecode.Kernel;
import propria.engine.compile.bytecode.KernelCompiler;
import propria.engine.compile.bytecode.Memory;
import propria.engine.compile.bytecode.Target;
import propria.engine.compile.graph.Node;
import propria.engine.compile.graph.Operation;
import propria.engine.compile.graph.Reach;
import propria.engine.system.ReactionSystem;
import propria.engine.system.ReactionSystem.StateChange;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Turns reactions into functions that compute propensities, all or those that one turn can change.
///
/// @param ratesOfChange where formulas ask how fast something changes
/// @param triggers the conditions of events
/// @param roots the functions whose change of sign is a discontinuity, in the order of the equation system
/// @param memory where prepared values are
/// @param scratchSize what the equation system needs of scratch memory
public record ReactionCompiler(List<Turn> turns, List<Drift> drifts, List<SourceLocation> ratesOfChange,
        List<Node> triggers, List<Node> roots,
        Memory memory, int scratchSize) {

    /// @throws ProblemException with every reason (codes N3##) why the reactions cannot be counted one by one
    public ReactionSystem compile() {
        BitSet drifting = new BitSet();
        drifts.forEach(d -> drifting.set(d.state()));
        Predicate<Node> clock = n -> n.operation() == Operation.TIME
                || n.operation() == Operation.STATE && drifting.get(n.index());
        refuse(clock);
        List<StateChange> changes = turns.stream().map(t -> change(t.changes())).toList();
        List<BitSet> arguments = turns.stream().map(t -> states(List.of(t.propensity()))).toList();
        List<int[]> dependents = changes.stream().map(c -> dependents(c, arguments)).toList();
        int[] clockRoots = IntStream.range(0, roots.size())
                .filter(k -> Reach.of(List.of(roots.get(k))).stream().anyMatch(clock)).toArray();
        BitSet watched = states(triggers);
        Arrays.stream(clockRoots).forEach(k -> watched.or(states(List.of(roots.get(k)))));
        BitSet watching = new BitSet();
        for (int r = 0; r < changes.size(); r++) {
            watching.set(r, Arrays.stream(changes.get(r).states()).anyMatch(watched::get));
        }
        KernelCompiler compiler = new KernelCompiler();
        Kernel all = compiler.compile("Propensities", targets(IntStream.range(0, turns.size()).toArray()), memory);
        Kernel[] updates = dependents.stream().map(d -> d.length == turns.size()
                ? all
                : compiler.compile("Update", targets(d), memory)).toArray(Kernel[]::new);
        return new CompiledReactions(turns.stream().map(Turn::id).toList(), changes,
                turns.stream().map(t -> change(t.needs())).toList(),
                arguments.stream().map(a -> a.stream().toArray()).toList(), dependents, watching,
                drifting.stream().toArray(), clockRoots, all, updates, Math.max(scratchSize, compiler.scratchEnd()));
    }

    private List<Target> targets(int[] reactions) {
        return Arrays.stream(reactions).mapToObj(r -> new Target(turns.get(r).propensity(), r)).toList();
    }

    private static StateChange change(SortedMap<Integer, Node> numbers) {
        List<Map.Entry<Integer, Node>> changes = numbers.entrySet().stream().filter(c -> !c.getValue().is(0)).toList();
        return new StateChange(changes.stream().mapToInt(Map.Entry::getKey).toArray(),
                changes.stream().mapToDouble(c -> c.getValue().value()).toArray());
    }

    private static BitSet states(Collection<Node> nodes) {
        BitSet states = new BitSet();
        Reach.of(nodes).stream().filter(n -> n.operation() == Operation.STATE).forEach(n -> states.set(n.index()));
        return states;
    }

    private static int[] dependents(StateChange change, List<BitSet> arguments) {
        return IntStream.range(0, arguments.size())
                .filter(r -> Arrays.stream(change.states()).anyMatch(arguments.get(r)::get)).toArray();
    }

    private void refuse(Predicate<Node> clock) {
        List<Problem> problems = new ArrayList<>();
        ratesOfChange.forEach(place -> problems.add(Problem.error("N310", place,
                "a formula asks how fast something changes",
                "amounts that are counted jump from one number to the next",
                "write the rate out as a formula of amounts, or simulate without --stochastic")));
        for (Drift drift : drifts) {
            if (drift.rate().isVarying()) {
                problems.add(Problem.error("N301", drift.place(), drift.id() + " has a rate rule that changes",
                        "between two turns of reactions everything else must stand still or grow steadily",
                        "write the rule as reactions, or simulate without --stochastic"));
            }
        }
        for (Turn turn : turns) {
            if (movesBetweenTurns(turn.propensity(), clock)) {
                problems.add(Problem.error("N302", turn.place(),
                        "the rate of reaction " + turn.id() + " changes between turns",
                        "its law depends on time, or on a quantity that a rate rule moves",
                        "let it change in steps, by a condition on time or by an event"));
            }
            if (!wholeNumbers(turn.changes()) || !wholeNumbers(turn.needs())) {
                problems.add(Problem.error("N303", turn.place(),
                        "a turn of reaction " + turn.id() + " changes amounts by what is no fixed whole number",
                        "its stoichiometry is a fraction, changes, or is multiplied by a conversion factor",
                        "let one turn take and make whole numbers"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private static boolean wholeNumbers(Map<Integer, Node> numbers) {
        return numbers.values().stream().allMatch(n -> n.isConstant() && n.value() == Math.rint(n.value()));
    }

    /// Whether the clock reaches the value other than through a condition, which jumps and is dealt with as a root.
    private static boolean movesBetweenTurns(Node value, Predicate<Node> clock) {
        Deque<Node> open = new ArrayDeque<>(List.of(value));
        BitSet seen = new BitSet();
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (seen.get(node.number())) {
                continue;
            }
            seen.set(node.number());
            if (clock.test(node)) {
                return true;
            }
            for (int k = node.operation() == Operation.SELECT ? 1 : 0; k < node.operandCount(); k++) {
                open.push(node.operand(k));
            }
        }
        return false;
    }
}
