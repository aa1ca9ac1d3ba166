package propria.engine.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import propria.engine.compile.graph.Graph;
import propria.engine.compile.graph.Node;
import propria.engine.compile.implicit.Elimination;
import propria.model.Reaction;
import propria.model.expression.Expression;

/// Reactions at equilibrium at all times (SBML Level 3 Version 1, section 4.11.5): what they do to species is no rate but
/// an extent, found from the equations that their rates are zero. A species is what slow reactions made of it plus what
/// the extents add; sums that fast reactions conserve are conserved whatever the extents are. Of reactions that depend on
/// others only the net effect on species is zero.
final class FastReactions {

    private final Graph graph;
    private final List<Reaction> reactions;
    private final double[][] numbers;
    private final Elimination independent;
    private final List<Node> extents = new ArrayList<>();
    private final Map<Integer, Integer> rows = new LinkedHashMap<>();

    /// @param contributions by species, how many of it a turn of each reaction makes
    FastReactions(List<Reaction> all, Graph graph, Symbols symbols, HiddenStates hidden,
            Map<String, Map<Reaction, Node>> contributions, Problems problems) {
        this.graph = graph;
        reactions = all.stream().filter(Reaction::fast).toList();
        reactions.stream().filter(FastReactions::feedsItself).forEach(reaction -> problems.add("N103",
                reaction.definedAt(), "fast reaction " + reaction.id() + " is driven by what it makes",
                "it has more than one equilibrium, and where it goes depends on how it gets there",
                "give it a large rate constant and remove the mark"));
        List<double[]> matrix = new ArrayList<>();
        for (Symbol.Stored state : symbols.states()) {
            Map<Reaction, Node> made = contributions.getOrDefault(state.id(), Map.of());
            if (symbols.rateRule(state.id()).isEmpty() && reactions.stream().anyMatch(made::containsKey)) {
                rows.put(state.index(), matrix.size());
                matrix.add(reactions.stream().mapToDouble(
                        r -> number(r, made.getOrDefault(r, graph.zero()), problems)).toArray());
            }
        }
        numbers = matrix.toArray(double[][]::new);
        independent = Elimination.of(numbers);
        for (int column : independent.columns()) {
            Reaction reaction = reactions.get(column);
            extents.add(hidden.state("extent of " + reaction.id(), reaction.definedAt()));
        }
    }

    /// Whether a product of the reaction is a factor of its rate: the more there is, the faster it turns.
    private static boolean feedsItself(Reaction reaction) {
        return reaction.rateLaw().map(FastReactions::factors).orElse(Set.of()).stream()
                .anyMatch(factor -> reaction.products().stream().anyMatch(made -> made.species().equals(factor)));
    }

    /// The names that multiply the whole of a formula.
    private static Set<String> factors(Expression formula) {
        Set<String> names = new HashSet<>();
        switch (formula) {
            case Expression.Reference(var id) -> names.add(id);
            case Expression.Product(var parts) -> parts.forEach(part -> names.addAll(factors(part)));
            case Expression.Quotient(var above, _) -> names.addAll(factors(above));
            case Expression.Power(var base, _) -> names.addAll(factors(base));
            default -> {
                // a sum, a function or a condition multiplies by no single name
            }
        }
        return names;
    }

    private static double number(Reaction reaction, Node number, Problems problems) {
        if (!number.isConstant()) {
            problems.add("N103", reaction.definedAt(), "fast reaction " + reaction.id()
                    + " has no fixed stoichiometry",
                    "what a fast reaction conserves must be known before the simulation",
                    "give it numbers as stoichiometry, or give it a large rate constant and remove the mark");
            return 0;
        }
        return number.value();
    }

    /// The states that fast reactions change.
    List<Integer> states() {
        return List.copyOf(rows.keySet());
    }

    List<Node> extents() {
        return extents;
    }

    /// What the extents add to a state, as extent.
    Node added(int state) {
        Integer row = rows.get(state);
        Node sum = graph.zero();
        for (int k = 0; row != null && k < extents.size(); k++) {
            double number = numbers[row][independent.columns().get(k)];
            sum = graph.add(sum, graph.multiply(graph.constant(number), extents.get(k)));
        }
        return sum;
    }

    /// Lets equations hold the extents in place.
    void hold(HiddenStates hidden, Function<Reaction, Node> rate) {
        boolean allIndependent = extents.size() == reactions.size();
        for (int k = 0; k < extents.size(); k++) {
            int row = independent.rows().get(k);
            Node residual = allIndependent
                    ? rate.apply(reactions.get(k))
                    : IntStream.range(0, reactions.size())
                            .mapToObj(
                                    j -> graph.multiply(graph.constant(numbers[row][j]), rate.apply(reactions.get(j))))
                            .reduce(graph.zero(), graph::add);
            hidden.hold(extents.get(k), residual);
        }
    }
}
