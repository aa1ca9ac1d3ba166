package propria.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import propria.engine.compile.graph.Gradients;
import propria.engine.compile.graph.Graph;
import propria.engine.compile.graph.Node;
import propria.engine.compile.graph.Operation;
import propria.engine.compile.graph.Reach;
import propria.engine.compile.reaction.Drift;
import propria.engine.compile.reaction.Turn;
import propria.model.InitialAssignment;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.SpeciesReference;
import propria.model.expression.Expression;
import propria.model.problem.Nearest;
import propria.model.problem.SourceLocation;

/// What every id means and how every state changes, as nodes over time, states and parameters. Assignment rules are
/// followed on demand, which orders them; a quantity that is asked for while it is being worked out depends on itself.
final class Equations implements Formulas.Names {

    private final Model model;
    private final Graph graph;
    private final Symbols symbols;
    private final Problems problems;
    private final Formulas formulas;
    private final Gradients gradients;
    private final Map<String, Node> values = new HashMap<>();
    private final Map<String, String> factors = new HashMap<>();
    private final Map<String, InitialAssignment> starts = new HashMap<>();
    private final List<SourceLocation> ratesOfChange = new ArrayList<>();
    private final Map<Integer, Node> rates = new HashMap<>();
    private final SequencedSet<String> open = new LinkedHashSet<>();
    private final Map<String, Map<Reaction, Node>> contributions = new HashMap<>();
    private final HiddenStates hidden;
    private FastReactions fast;

    Equations(Model model, Graph graph, Symbols symbols, Problems problems) {
        this.model = model;
        model.species().forEach(s -> s.conversionFactor().ifPresent(factor -> factors.put(s.id(), factor)));
        model.initialAssignments().forEach(a -> starts.putIfAbsent(a.variable(), a));
        this.graph = graph;
        this.symbols = symbols;
        this.problems = problems;
        this.formulas = new Formulas(model, graph, this, problems);
        this.gradients = new Gradients(graph);
        this.hidden = new HiddenStates(graph, symbols, this::movingStart);
        fast = new FastReactions(List.of(), graph, symbols, hidden, contributions, problems);
        contribute(Reaction::fast);
        fast = new FastReactions(model.reactions(), graph, symbols, hidden, contributions, problems);
        contribute(reaction -> !reaction.fast());
    }

    private void contribute(Predicate<Reaction> which) {
        model.reactions().stream().filter(which).forEach(reaction -> {
            reaction.reactants().forEach(r -> contribute(reaction, r, true));
            reaction.products().forEach(r -> contribute(reaction, r, false));
        });
    }

    private void contribute(Reaction reaction, SpeciesReference reference, boolean used) {
        Node number = number(reaction, reference);
        contributions.computeIfAbsent(reference.species(), _ -> new LinkedHashMap<>()).merge(reaction,
                used ? graph.negate(number) : number, graph::add);
    }

    private Node number(Reaction reaction, SpeciesReference reference) {
        return reference.id().isPresent()
                ? value(reference.id().get(), reaction.definedAt())
                : formulas.of(reference.stoichiometry(), Formulas.Scope.at(reaction.definedAt()));
    }

    Formulas formulas() {
        return formulas;
    }

    Gradients gradients() {
        return gradients;
    }

    HiddenStates hidden() {
        return hidden;
    }

    FastReactions fast() {
        return fast;
    }

    /// The reactions that change each species.
    Map<String, List<String>> reactionsBySpecies() {
        return contributions.entrySet().stream().collect(
                Collectors.toMap(Map.Entry::getKey, e -> e.getValue().keySet().stream().map(Reaction::id).toList()));
    }

    @Override
    public Node value(String id, SourceLocation place) {
        Node known = values.get(id);
        if (known != null) {
            return known;
        }
        Optional<Symbol> symbol = symbols.find(id);
        if (symbol.isEmpty()) {
            problems.add("N105", place, "nothing is called " + id,
                    Nearest.of(id, symbols.ids()).map(n -> "the nearest name is " + n).orElse(""),
                    "define " + id + ", or correct the name");
            return graph.zero();
        }
        if (!open.add(id)) {
            return cycle(id, place);
        }
        Node node = node(symbol.get(), place);
        open.remove(id);
        values.put(id, node);
        return node;
    }

    private Node cycle(String id, SourceLocation place) {
        List<String> path = open.stream().dropWhile(name -> !name.equals(id)).toList();
        problems.add("N104", place, id + " depends on itself",
                String.join(" needs ", path) + " needs " + id, "break the circle: one of these must be a state");
        return graph.zero();
    }

    private Node node(Symbol symbol, SourceLocation place) {
        return switch (symbol) {
            case Symbol.Fixed f -> graph.constant(f.value());
            case Symbol.Derived d -> formulas.of(d.formula(), Formulas.Scope.at(d.place()));
            case Symbol.Rate r -> rateLaw(r.reaction());
            case Symbol.Stored s -> {
                Node held = held(s);
                yield s.volume().isPresent() ? graph.divide(held, value(s.volume().get(), place)) : held;
            }
        };
    }

    Node constant(double value) {
        return graph.constant(value);
    }

    /// What the array of states or parameters holds.
    Node leaf(Symbol.Stored s) {
        return s.state() ? graph.state(s.index()) : graph.parameter(s.index());
    }

    /// What the array of states or parameters holds, with what fast reactions have done.
    Node held(Symbol.Stored s) {
        Node leaf = leaf(s);
        return s.state() ? graph.add(leaf, converted(s, fast.added(s.index()))) : leaf;
    }

    private Node rateLaw(Reaction reaction) {
        Formulas.Scope scope = Formulas.Scope.at(reaction.definedAt());
        Map<String, Node> locals = new HashMap<>();
        for (Parameter local : reaction.localParameters()) {
            locals.put(local.id(), value(Symbols.local(reaction, local.id()), local.definedAt()));
        }
        return reaction.rateLaw().map(law -> formulas.of(law, scope.binding(locals))).orElse(graph.zero());
    }

    /// The right-hand side of every state, hidden ones last: its derivative, or what must be zero.
    List<Node> rightSides() {
        fast.hold(hidden, reaction -> value(reaction.id(), reaction.definedAt()));
        List<Node> sides = new ArrayList<>();
        while (sides.size() < symbols.states().size()) {
            int index = sides.size();
            sides.add(residual(index).orElseGet(() -> derivative(index)));
        }
        return sides;
    }

    /// Whether an equation holds a state in place.
    boolean isAlgebraic(int index) {
        return hidden.residual(index).isPresent()
                || symbols.algebraicRule(symbols.states().get(index).id()).isPresent();
    }

    /// What must be zero where an equation holds a state in place.
    Optional<Node> residual(int index) {
        return hidden.residual(index).or(() -> symbols.algebraicRule(symbols.states().get(index).id())
                .map(rule -> formulas.of(rule.formula(), Formulas.Scope.at(rule.definedAt()))));
    }

    private Node leafRate(Node leaf) {
        if (leaf.operation() == Operation.STATE) {
            return residual(leaf.index()).map(residual -> hidden.rate(symbols.states().get(leaf.index()),
                    () -> gradients.inTime(residual, this::leafRate))).orElseGet(() -> derivative(leaf.index()));
        }
        problems.add("N102", hidden.place(leaf), "the rate of change of a delayed value is not known",
                "the past is kept as values, without their rates", "write rateOf within delay instead of around it");
        return graph.zero();
    }

    private Node derivative(int index) {
        Node known = rates.get(index);
        if (known != null) {
            return known;
        }
        Symbol.Stored state = symbols.states().get(index);
        String mark = "the rate of " + state.id();
        if (!open.add(mark)) {
            return cycle(mark, state.place());
        }
        Node rate = symbols.rateRule(state.id()).map(rule -> ruled(state, rule.formula(), rule.definedAt()))
                .orElseGet(() -> reacting(state));
        open.remove(mark);
        rates.put(index, rate);
        return rate;
    }

    private Node ruled(Symbol.Stored state, Expression formula, SourceLocation place) {
        Node rate = formulas.of(formula, Formulas.Scope.at(place));
        if (state.volume().isEmpty()) {
            return rate;
        }
        Node volume = value(state.volume().get(), place);
        return graph.add(graph.multiply(volume, rate),
                graph.multiply(value(state.id(), place), gradients.inTime(volume, this::leafRate)));
    }

    /// The reactions one by one: what a turn adds to and takes of each state.
    List<Turn> turns() {
        List<Turn> turns = new ArrayList<>();
        for (Reaction reaction : model.reactions()) {
            SortedMap<Integer, Node> changes = new TreeMap<>();
            SortedMap<Integer, Node> needs = new TreeMap<>();
            Stream.concat(reaction.reactants().stream(), reaction.products().stream()).map(SpeciesReference::species)
                    .distinct().map(symbols::find).flatMap(Optional::stream).forEach(symbol -> {
                        if (symbol instanceof Symbol.Stored s && s.state() && symbols.rateRule(s.id()).isEmpty()) {
                            needs.put(s.index(), converted(s, number(reaction, reaction.reactants(), s)));
                            changes.put(s.index(),
                                    graph.subtract(converted(s, number(reaction, reaction.products(), s)),
                                            needs.get(s.index())));
                        }
                    });
            turns.add(new Turn(reaction.id(), reaction.definedAt(), value(reaction.id(), reaction.definedAt()), changes,
                    needs));
        }
        return List.copyOf(turns);
    }

    private Node number(Reaction reaction, List<SpeciesReference> side, Symbol.Stored state) {
        return side.stream().filter(r -> r.species().equals(state.id())).map(r -> number(reaction, r))
                .reduce(graph::add).orElse(graph.zero());
    }

    /// Where formulas ask how fast something changes.
    List<SourceLocation> ratesOfChange() {
        return List.copyOf(ratesOfChange);
    }

    /// The states that have rate rules.
    List<Drift> drifts() {
        return symbols.states().stream().filter(s -> symbols.rateRule(s.id()).isPresent())
                .map(s -> new Drift(s.index(), s.id(), s.place(), derivative(s.index()))).toList();
    }

    private Node reacting(Symbol.Stored state) {
        List<Node> terms = new ArrayList<>();
        contributions.getOrDefault(state.id(), Map.of()).forEach((reaction, number) -> {
            if (!reaction.fast()) {
                terms.add(graph.multiply(number, value(reaction.id(), reaction.definedAt())));
            }
        });
        Node made = terms.stream().reduce(graph::add).orElse(graph.zero());
        return converted(state, graph.subtract(made, fast.drift(state.index(), gradients, this::leafRate)));
    }

    /// Extent of a reaction as amount of a species.
    private Node converted(Symbol.Stored state, Node extent) {
        Optional<String> factor = Optional.ofNullable(factors.get(state.id())).or(model::conversionFactor);
        return factor.map(id -> graph.multiply(value(id, state.place()), extent)).orElse(extent);
    }

    @Override
    public Node delayed(Node argument, Node lag, SourceLocation place) {
        return hidden.delayed(argument, lag, place);
    }

    /// What a place of the arrays held before the start, where an initial assignment lets that depend on time: initial
    /// assignments hold up to the start, not only at it.
    private Optional<Node> movingStart(Symbol.Stored s) {
        return Optional.ofNullable(starts.get(s.id())).map(a -> {
            Node value = formulas.of(a.formula(), Formulas.Scope.at(a.definedAt()));
            return s.volume().map(volume -> graph.multiply(value, value(volume, s.place()))).orElse(value);
        }).filter(node -> Reach.of(List.of(node)).contains(graph.time()));
    }

    @Override
    public Node begun(Node lag, SourceLocation place) {
        return hidden.begun(lag, place);
    }

    @Override
    public Optional<Symbol.Derived> rule(String id) {
        return symbols.find(id).filter(Symbol.Derived.class::isInstance).map(Symbol.Derived.class::cast);
    }

    @Override
    public Node rateOfChange(Node value, SourceLocation place) {
        ratesOfChange.add(place);
        return gradients.inTime(value, this::leafRate);
    }
}
