package propria.engine.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import propria.engine.compile.graph.Gradients;
import propria.engine.compile.graph.Graph;
import propria.engine.compile.graph.Node;
import propria.engine.compile.graph.Operation;
import propria.engine.compile.graph.Reach;
import propria.engine.compile.implicit.Elimination;
import propria.model.Reaction;

/// Reactions that run infinitely fast (SBML Level 3 Version 1, section 4.11.5): what they do to species is an extent,
/// a hidden state, which moves at the rate of the reaction times a speed without bound. A species is what slow reactions
/// made of it plus what the extents add, so that sums which fast reactions conserve are conserved exactly, whatever the
/// extents are. Where the effect of one reaction is made of those of others, as in a circle, these take over its rate.
final class FastReactions {

    private final Graph graph;
    private final List<Reaction> reactions;
    /// For each of the fast reactions that has an extent, how much of it each of them is.
    private final Map<Integer, List<Double>> shares = new LinkedHashMap<>();
    private final Map<Integer, List<Node>> numbers = new LinkedHashMap<>();
    private final List<Node> extents = new ArrayList<>();

    /// @param contributions by species, how many of it a turn of each reaction makes
    FastReactions(List<Reaction> all, Graph graph, Symbols symbols, HiddenStates hidden,
            Map<String, Map<Reaction, Node>> contributions, Problems problems) {
        this.graph = graph;
        reactions = all.stream().filter(Reaction::fast).toList();
        for (Symbol.Stored state : symbols.states()) {
            Map<Reaction, Node> made = contributions.getOrDefault(state.id(), Map.of());
            if (symbols.isLeftToReactions(state.id()) && reactions.stream().anyMatch(made::containsKey)) {
                numbers.put(state.index(), reactions.stream().map(r -> made.getOrDefault(r, graph.zero())).toList());
            }
        }
        share();
        for (int column : shares.keySet()) {
            Reaction reaction = reactions.get(column);
            if (numbers.values().stream().anyMatch(row -> isUnsteady(row.get(column)))) {
                problems.add("N103", reaction.definedAt(), "the stoichiometry of fast reaction " + reaction.id()
                        + " cannot be followed",
                        "it depends on what fast reactions change, or jumps without an event",
                        "let an event change it, or give the reaction a large rate constant and remove the mark");
            }
            extents.add(hidden.state("extent of " + reaction.id(), reaction.definedAt()));
        }
    }

    /// Finds which reactions need an extent. One whose numbers can vary stands for itself.
    private void share() {
        List<Integer> fixed = new ArrayList<>();
        for (int column = 0; column < reactions.size(); column++) {
            int c = column;
            if (numbers.values().stream().allMatch(row -> row.get(c).isConstant())) {
                fixed.add(column);
            } else {
                List<Double> own = new ArrayList<>(Collections.nCopies(reactions.size(), 0.0));
                own.set(column, 1.0);
                shares.put(column, own);
            }
        }
        Elimination independent = Elimination.of(numbers.values().stream()
                .map(row -> fixed.stream().mapToDouble(c -> row.get(c).value()).toArray()).toArray(double[][]::new));
        for (int k = 0; k < independent.columns().size(); k++) {
            List<Double> share = new ArrayList<>(Collections.nCopies(reactions.size(), 0.0));
            for (int j = 0; j < fixed.size(); j++) {
                share.set(fixed.get(j), independent.shares().get(k).get(j));
            }
            shares.put(fixed.get(independent.columns().get(k)), share);
        }
    }

    private boolean isUnsteady(Node number) {
        return Reach.of(List.of(number)).stream()
                .anyMatch(node -> node.operation() == Operation.STATE && numbers.containsKey(node.index())
                        || node.operation() == Operation.SELECT && node.isVarying());
    }

    /// The states that fast reactions change.
    List<Integer> states() {
        return List.copyOf(numbers.keySet());
    }

    List<Node> extents() {
        return extents;
    }

    /// What the extents add to a state, as extent.
    Node added(int state) {
        return sum(state, number -> number);
    }

    /// What the extents add to a state in a unit of time because stoichiometries change; those who follow the sum take
    /// it off again, for what has reacted has reacted.
    ///
    /// @param leafRate the derivative of each state
    Node drift(int state, Gradients gradients, UnaryOperator<Node> leafRate) {
        return sum(state, number -> number.isVarying() && !isUnsteady(number)
                ? gradients.inTime(number, leafRate)
                : graph.zero());
    }

    private Node sum(int state, UnaryOperator<Node> factor) {
        List<Node> row = numbers.get(state);
        Node sum = graph.zero();
        int k = 0;
        for (int column : shares.keySet()) {
            if (row != null) {
                sum = graph.add(sum, graph.multiply(factor.apply(row.get(column)), extents.get(k)));
            }
            k++;
        }
        return sum;
    }

    /// Lets the extents move at the rates of reactions.
    void hold(HiddenStates hidden, Function<Reaction, Node> rate) {
        int k = 0;
        for (List<Double> share : shares.values()) {
            Node sum = graph.zero();
            for (int j = 0; j < reactions.size(); j++) {
                if (share.get(j) != 0) {
                    sum = graph.add(sum, graph.multiply(graph.constant(share.get(j)), rate.apply(reactions.get(j))));
                }
            }
            hidden.hold(extents.get(k++), sum);
        }
    }
}
