package propria.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import propria.engine.compile.graph.Graph;
import propria.engine.compile.graph.Node;
import propria.engine.compile.graph.Operation;
import propria.engine.compile.graph.Replacement;
import propria.engine.system.PastValue;
import propria.model.problem.SourceLocation;

/// The states that no id of the model means, each held in place by an equation: the extents of fast reactions, the rates
/// of what algebraic rules determine, and copies of quantities whose past is wanted. And the values of the past: a
/// delayed formula is the formula over past states at an earlier time.
final class HiddenStates {

    private final Graph graph;
    private final Symbols symbols;
    private final Function<Symbol.Stored, Optional<Node>> movingStart;
    private final Map<Integer, Node> residuals = new HashMap<>();
    private final Map<Integer, Node> starts = new HashMap<>();
    private final Map<Integer, Node> rates = new HashMap<>();
    private final Map<Node, Node> copies = new HashMap<>();
    private final List<Past> past = new ArrayList<>();

    /// A value of the past.
    ///
    /// @param state whose value, or [PastValue#BEGUN]
    /// @param lag how long ago
    record Past(int state, Node lag, SourceLocation place) {
        boolean is(int other, Node otherLag) {
            return state == other && lag == otherLag;
        }
    }

    /// @param movingStart what a place of the arrays held before the start where that depends on time
    HiddenStates(Graph graph, Symbols symbols, Function<Symbol.Stored, Optional<Node>> movingStart) {
        this.graph = graph;
        this.symbols = symbols;
        this.movingStart = movingStart;
    }

    /// A new state whose equation follows.
    Node state(String description, SourceLocation place) {
        Symbol.Stored state = symbols.unnamed(description, place);
        starts.put(state.index(), graph.zero());
        return graph.state(state.index());
    }

    /// Holds a state in place: `residual` is zero at all times.
    void hold(Node state, Node residual) {
        residuals.put(state.index(), residual);
    }

    /// What holds a hidden state in place.
    Optional<Node> residual(int state) {
        return Optional.ofNullable(residuals.get(state));
    }

    /// What a hidden state is at the start.
    Optional<Node> start(int state) {
        return Optional.ofNullable(starts.get(state));
    }

    /// The state that is the rate of change of one that an equation holds in place.
    ///
    /// @param residualRate the rate of change of that equation's residual, which is zero as well
    Node rate(Symbol.Stored state, Supplier<Node> residualRate) {
        Node known = rates.get(state.index());
        if (known != null) {
            return known;
        }
        Node rate = state("rate of " + state.id(), state.place());
        rates.put(state.index(), rate);
        hold(rate, residualRate.get());
        return rate;
    }

    List<Past> past() {
        return past;
    }

    /// The value of the past that stands at a place behind the parameters.
    Past past(Node delayed) {
        return past.get(delayed.index() - symbols.parameters().size());
    }

    /// Where a value of the past is first used.
    SourceLocation place(Node delayed) {
        return past(delayed).place();
    }

    /// Zero before the start, then one.
    Node begun(Node lag, SourceLocation place) {
        return past(PastValue.BEGUN, lag, place);
    }

    /// What `argument` was `lag` ago. Before the start everything stood still at what it is at the start, but for time.
    Node delayed(Node argument, Node lag, SourceLocation place) {
        return new Replacement(graph, leaf -> switch (leaf.operation()) {
            case TIME -> graph.subtract(leaf, lag);
            case STATE -> sinceStart(symbols.states().get(leaf.index()), past(leaf.index(), lag, place), lag, place);
            case PARAMETER -> sinceStart(symbols.parameters().get(leaf.index()),
                    isChanged(leaf) ? past(copy(leaf, place).index(), lag, place) : leaf, lag, place);
            case DELAYED -> past(leaf).is(PastValue.BEGUN, lag) ? leaf : past(copy(leaf, place).index(), lag, place);
            case CONSTANT, ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, CALL, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, AND,
                    OR,
                    EXCLUSIVE_OR, NOT, SELECT ->
                throw new IllegalStateException(leaf + " is no leaf");
        }).in(argument);
    }

    private Node sinceStart(Symbol.Stored stored, Node value, Node lag, SourceLocation place) {
        return movingStart.apply(stored)
                .map(before -> graph.select(begun(lag, place), value, delayed(before, lag, place))).orElse(value);
    }

    private boolean isChanged(Node parameter) {
        return symbols.isChangedByEvents(symbols.parameters().get(parameter.index()).id());
    }

    private Node copy(Node leaf, SourceLocation place) {
        Node known = copies.get(leaf);
        if (known != null) {
            return known;
        }
        String of = leaf.operation() == Operation.PARAMETER ? symbols.parameters().get(leaf.index()).id() : "a past";
        Node copy = state("course of " + of, place);
        copies.put(leaf, copy);
        starts.put(copy.index(), leaf);
        hold(copy, graph.subtract(leaf, copy));
        return copy;
    }

    private Node past(int state, Node lag, SourceLocation place) {
        int known = 0;
        while (known < past.size() && !past.get(known).is(state, lag)) {
            known++;
        }
        if (known == past.size()) {
            past.add(new Past(state, lag, place));
        }
        return graph.delayed(symbols.parameters().size() + known);
    }
}
