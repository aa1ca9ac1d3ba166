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
import java.util.stream.Collectors;
import propria.engine.compile.graph.Gradients;
import propria.engine.compile.graph.Graph;
import propria.engine.compile.graph.Node;
import propria.engine.compile.reaction.Drift;
import propria.engine.compile.reaction.Turn;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Species;
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
    private final List<SourceLocation> ratesOfChange = new ArrayList<>();
    private final Map<Integer, Node> rates = new HashMap<>();
    private final SequencedSet<String> open = new LinkedHashSet<>();
    private final Map<String, Map<Reaction, Node>> contributions = new HashMap<>();

    Equations(Model model, Graph graph, Symbols symbols, Problems problems) {
        this.model = model;
        this.graph = graph;
        this.symbols = symbols;
        this.problems = problems;
        this.formulas = new Formulas(model, graph, this, problems);
        this.gradients = new Gradients(graph);
        for (Reaction reaction : model.reactions()) {
            reaction.reactants().forEach(r -> contribute(reaction, r, true));
            reaction.products().forEach(r -> contribute(reaction, r, false));
        }
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
                Node held = leaf(s);
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

    private Node rateLaw(Reaction reaction) {
        Formulas.Scope scope = Formulas.Scope.at(reaction.definedAt());
        Map<String, Node> locals = new HashMap<>();
        for (Parameter local : reaction.localParameters()) {
            locals.put(local.id(), value(Symbols.local(reaction, local.id()), local.definedAt()));
        }
        return reaction.rateLaw().map(law -> formulas.of(law, scope.binding(locals))).orElse(graph.zero());
    }

    /// The derivative of a state.
    Node stateRate(int index) {
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
                graph.multiply(value(state.id(), place), gradients.inTime(volume, this::stateRate)));
    }

    /// The reactions one by one: what a turn adds to and takes of each state.
    List<Turn> turns() {
        List<Turn> turns = new ArrayList<>();
        for (Reaction reaction : model.reactions()) {
            SortedMap<Integer, Node> changes = new TreeMap<>();
            SortedMap<Integer, Node> needs = new TreeMap<>();
            for (Symbol.Stored state : symbols.states()) {
                Node number = contributions.getOrDefault(state.id(), Map.of()).get(reaction);
                if (number != null && symbols.rateRule(state.id()).isEmpty()) {
                    changes.put(state.index(), converted(state, number));
                    needs.put(state.index(), needed(reaction, state));
                }
            }
            turns.add(new Turn(reaction.id(), reaction.definedAt(), value(reaction.id(), reaction.definedAt()), changes,
                    needs));
        }
        return List.copyOf(turns);
    }

    private Node needed(Reaction reaction, Symbol.Stored state) {
        Node number = reaction.reactants().stream().filter(r -> r.species().equals(state.id()))
                .map(r -> number(reaction, r)).reduce(graph::add).orElse(graph.zero());
        return converted(state, number);
    }

    /// Where formulas ask how fast something changes.
    List<SourceLocation> ratesOfChange() {
        return List.copyOf(ratesOfChange);
    }

    /// The states that have rate rules.
    List<Drift> drifts() {
        return symbols.states().stream().filter(s -> symbols.rateRule(s.id()).isPresent())
                .map(s -> new Drift(s.index(), s.id(), s.place(), stateRate(s.index()))).toList();
    }

    private Node reacting(Symbol.Stored state) {
        List<Node> terms = new ArrayList<>();
        contributions.getOrDefault(state.id(), Map.of()).forEach((reaction, number) -> terms
                .add(graph.multiply(number, value(reaction.id(), reaction.definedAt()))));
        return converted(state, terms.stream().reduce(graph::add).orElse(graph.zero()));
    }

    /// Extent of a reaction as amount of a species.
    private Node converted(Symbol.Stored state, Node extent) {
        Optional<String> factor = model.species().stream().filter(s -> s.id().equals(state.id())).findFirst()
                .flatMap(Species::conversionFactor).or(model::conversionFactor);
        return factor.map(id -> graph.multiply(value(id, state.place()), extent)).orElse(extent);
    }

    @Override
    public Node rateOfChange(Node value, SourceLocation place) {
        ratesOfChange.add(place);
        return gradients.inTime(value, this::stateRate);
    }
}
