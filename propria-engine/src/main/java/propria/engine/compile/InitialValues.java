package propria.engine.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import propria.engine.compile.bytecode.Kernel;
import propria.engine.compile.bytecode.KernelCompiler;
import propria.engine.compile.bytecode.Memory;
import propria.engine.compile.bytecode.Target;
import propria.engine.compile.functions.Initialiser;
import propria.engine.compile.graph.Graph;
import propria.engine.compile.graph.Node;
import propria.engine.compile.graph.Operation;
import propria.engine.compile.graph.Replacement;
import propria.engine.system.PastValue;
import propria.model.Model;
import propria.model.Species;
import propria.model.expression.Expression;
import propria.model.problem.SourceLocation;

/// How the arrays of parameters and states begin.
///
/// Each place has a number that the user may give, as the id means it (`given`), or not a number where he gives none.
/// A place whose value is a plain number of the model starts from that number. For the others this class builds
/// formulas over the given numbers: what was given, else the initial assignment, else a converted species value.
final class InitialValues {

    private final Graph graph;
    private final Symbols symbols;
    private final Equations equations;
    private final Problems problems;
    private final Map<String, OptionalDouble> plain = new HashMap<>();
    private final Map<Symbol.Stored, Node> formulas = new HashMap<>();
    /// The compartments without extent, in which a species is an amount.
    private final Set<String> points = new HashSet<>();
    /// Those of them that have no size either.
    private final Set<String> sizeless = new HashSet<>();

    InitialValues(Model model, Graph graph, Symbols symbols, Equations equations, Problems problems) {
        this.graph = graph;
        this.symbols = symbols;
        this.equations = equations;
        this.problems = problems;
        model.parameters().forEach(p -> plain.put(p.id(), p.value()));
        model.compartments().forEach(c -> plain.put(c.id(), c.size()));
        model.compartments().stream().filter(c -> c.dimensions() == 0).forEach(c -> {
            points.add(c.id());
            if (c.size().isEmpty()) {
                sizeless.add(c.id());
            }
        });
        model.reactions().forEach(r -> {
            r.localParameters().forEach(p -> plain.put(Symbols.local(r, p.id()), p.value()));
            r.reactants().forEach(s -> s.id().ifPresent(id -> assign(id, s.stoichiometry(), r.definedAt())));
            r.products().forEach(s -> s.id().ifPresent(id -> assign(id, s.stoichiometry(), r.definedAt())));
        });
        model.species().forEach(this::read);
        model.initialAssignments().forEach(a -> assign(a.variable(), a.formula(), a.definedAt()));
    }

    private Optional<Symbol.Stored> stored(String id) {
        return symbols.find(id).filter(Symbol.Stored.class::isInstance).map(Symbol.Stored.class::cast);
    }

    private void assign(String id, Expression formula, SourceLocation place) {
        stored(id).ifPresent(s -> formulas.put(s,
                held(s, equations.formulas().of(formula, Formulas.Scope.at(place)))));
    }

    /// What the array holds when the id means `value`.
    private Node held(Symbol.Stored s, Node value) {
        return s.volume().isPresent() ? graph.multiply(value, equations.value(s.volume().get(), s.place())) : value;
    }

    private void read(Species species) {
        Optional<Symbol.Stored> found = stored(species.id());
        if (found.isEmpty() || species.initial().isEmpty()) {
            return;
        }
        Symbol.Stored s = found.get();
        Node number = graph.constant(species.initial().getAsDouble());
        boolean concentrationMeant = !species.substanceOnly() && !points.contains(species.compartment());
        Node volume = symbols.find(species.compartment()).isPresent() && !sizeless.contains(species.compartment())
                ? equations.value(species.compartment(), species.definedAt())
                : graph.one();
        Node value = switch (species.initialKind()) {
            case AMOUNT -> s.volume().isPresent() || !concentrationMeant ? number : graph.divide(number, volume);
            case CONCENTRATION -> s.volume().isPresent() || !concentrationMeant
                    ? graph.multiply(number, volume)
                    : number;
        };
        if (value.isConstant() && s.volume().isEmpty()) {
            plain.put(s.id(), OptionalDouble.of(value.value()));
        } else {
            formulas.put(s, value);
        }
    }

    /// The numbers from which the given values start: the model's where it states one, else not a number.
    private double[] given(List<Symbol.Stored> list) {
        double[] given = new double[list.size()];
        Arrays.setAll(given, k -> formulas.containsKey(list.get(k))
                ? Double.NaN
                : plain.getOrDefault(list.get(k).id(), OptionalDouble.empty()).orElse(Double.NaN));
        return given;
    }

    /// Both as kernels.
    Initialiser compile() {
        KernelCompiler compiler = new KernelCompiler();
        Kernel forParameters = compiler.compile("InitialParameters", parameters(), Memory.EMPTY);
        Kernel forStates = compiler.compile("InitialStates", states(), Memory.EMPTY);
        return new Initialiser(given(symbols.parameters()), given(symbols.states()), forParameters, forStates,
                compiler.scratchEnd());
    }

    /// The parameters that are not simply what is given, over given parameters and states.
    List<Target> parameters() {
        return targets(symbols.parameters(), new Start(true));
    }

    /// The states that are not simply what is given, over final parameters and given states.
    List<Target> states() {
        return targets(symbols.states(), new Start(false));
    }

    private List<Target> targets(List<Symbol.Stored> list, Start start) {
        List<Target> targets = new ArrayList<>();
        for (Symbol.Stored s : list) {
            Node given = equations.leaf(s);
            Node value = start.of(given);
            if (value != given) {
                targets.add(new Target(value, s.index()));
            }
        }
        return targets;
    }

    private @Nullable Node formulaOf(Symbol.Stored s) {
        Node formula = formulas.get(s);
        return formula == null && s.state() ? equations.hidden().start(s.index()).orElse(null) : formula;
    }

    /// Follows initial values through one another.
    private final class Start {

        private final boolean parametersToo;
        private final Replacement replacement = new Replacement(graph, this::of);
        private final SequencedSet<String> open = new LinkedHashSet<>();

        Start(boolean parametersToo) {
            this.parametersToo = parametersToo;
        }

        /// What a leaf is at time zero.
        Node of(Node leaf) {
            boolean state = leaf.operation() == Operation.STATE;
            if (leaf.operation() == Operation.DELAYED) {
                return ofPast(equations.hidden().past(leaf));
            }
            if (leaf.operation() == Operation.TIME || !state && !parametersToo) {
                return leaf;
            }
            Symbol.Stored s = (state ? symbols.states() : symbols.parameters()).get(leaf.index());
            if (!open.add(s.id())) {
                problems.add("N110", s.place(), "the initial value of " + s.id() + " depends on itself",
                        String.join(" needs ", open) + " needs " + s.id(), "give one of these a number");
                return graph.zero();
            }
            Node given = s.volume().isEmpty()
                    ? leaf
                    : graph.multiply(leaf, replacement.in(equations.value(s.volume().get(), s.place())));
            Node formula = formulaOf(s);
            Node value = formula == null
                    ? given
                    : graph.select(graph.compare(Operation.EQUAL, leaf, leaf), given, replacement.in(formula));
            open.remove(s.id());
            return value;
        }

        /// Before the start everything stood still at what it is at the start.
        private Node ofPast(HiddenStates.Past past) {
            return past.state() == PastValue.BEGUN ? graph.zero() : of(graph.state(past.state()));
        }
    }
}
