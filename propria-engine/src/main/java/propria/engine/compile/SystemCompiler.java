package propria.engine.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import propria.engine.compile.bytecode.Kernel;
import propria.engine.compile.bytecode.KernelCompiler;
import propria.engine.compile.bytecode.Memory;
import propria.engine.compile.bytecode.Target;
import propria.engine.compile.functions.CompiledEvent;
import propria.engine.compile.functions.CompiledSystem;
import propria.engine.compile.graph.Node;
import propria.engine.compile.graph.Reach;
import propria.engine.system.DrawLogic;
import propria.engine.system.EventLogic;
import propria.engine.system.PastValue;
import propria.engine.system.SparsityPattern;

/// Turns nodes into the kernels of a [CompiledSystem]. What depends on parameters alone is computed once, by `prepare`,
/// into places of the parameter array behind the parameters.
final class SystemCompiler {

    /// A model as nodes.
    ///
    /// @param sides the right-hand side of each state
    /// @param jacobian by row, the derivatives of `sides` by states
    /// @param byTime how fast each of `sides` changes with time alone
    /// @param roots the functions whose change of sign is a discontinuity
    /// @param jumps how many of them, the first ones, are jumps of `sides`
    record Formulation(List<Node> sides, List<SortedMap<Integer, Node>> jacobian, List<Node> byTime, Outputs outputs,
            List<Node> roots,
            int jumps, List<EventFormulas> events) {
    }

    /// The first place of scratch memory is for the results of events.
    private static final int FIRST_SCRATCH = 1;

    private final Symbols symbols;
    private final Equations equations;
    private final Formulation model;
    private final KernelCompiler compiler = new KernelCompiler();
    private final Memory memory;

    SystemCompiler(Symbols symbols, Equations equations, Formulation model) {
        this.symbols = symbols;
        this.equations = equations;
        this.model = model;
        this.memory = new Memory(prepared(), FIRST_SCRATCH);
    }

    CompiledSystem compile() {
        int states = symbols.states().size();
        int parameters = symbols.parameters().size();
        KernelCompiler preparing = new KernelCompiler();
        List<Target> toPrepare = new ArrayList<>();
        memory.prepared().forEach((node, place) -> toPrepare.add(new Target(node, place)));
        toPrepare.sort(Comparator.comparingInt(Target::place));
        int preparedEnd = firstPrepared() + toPrepare.size();
        Kernel prepare = preparing.compile("Prepare", toPrepare, new Memory(Map.of(), preparedEnd));
        SortedMap<Integer, SortedMap<Integer, Node>> columns = new TreeMap<>();
        for (int row = 0; row < states; row++) {
            for (Map.Entry<Integer, Node> entry : model.jacobian().get(row).entrySet()) {
                columns.computeIfAbsent(entry.getKey(), _ -> new TreeMap<>()).put(row, entry.getValue());
            }
        }
        SparsityPattern pattern = pattern(columns, states);
        CompiledSystem.Kernels kernels = new CompiledSystem.Kernels(prepare,
                kernel("Derivative", inOrder(model.sides())),
                kernel("Jacobian", jacobianTargets(pattern)), kernel("ByTime", inOrder(model.byTime())),
                kernel("Outputs", model.outputs().targets()),
                kernel("Roots", inOrder(model.roots())), kernel("Fold", inOrder(folded())), kernel("Lags", lags()));
        List<EventLogic> events = model.events().stream().map(this::event).toList();
        CompiledSystem.Sizes sizes = new CompiledSystem.Sizes(states, symbols.namedStates(), parameters,
                model.outputs().ids().size(), model.roots().size(), model.jumps());
        return new CompiledSystem(sizes, Math.max(preparedEnd, preparing.scratchEnd()),
                Math.max(FIRST_SCRATCH, compiler.scratchEnd()), pattern, kernels, amounts(), implicit(), events);
    }

    private BitSet amounts() {
        BitSet amounts = new BitSet();
        Set<String> species = symbols.species();
        symbols.states().stream().filter(state -> species.contains(state.id()))
                .forEach(state -> amounts.set(state.index()));
        equations.fast().extents().forEach(extent -> amounts.set(extent.index()));
        return amounts;
    }

    private CompiledSystem.Implicit implicit() {
        int[] algebraic = IntStream.range(0, symbols.states().size()).filter(equations::isAlgebraic).toArray();
        List<PastValue> past = new ArrayList<>();
        equations.hidden().past().forEach(value -> past.add(new PastValue(value.state(),
                symbols.parameters().size() + past.size())));
        int[] extents = equations.fast().extents().stream().mapToInt(Node::index).sorted().toArray();
        return new CompiledSystem.Implicit(algebraic, extents,
                foldedStates().stream().mapToInt(Integer::intValue).toArray(), past);
    }

    /// What fast reactions change, then how far they have gone.
    private List<Integer> foldedStates() {
        List<Integer> states = new ArrayList<>(equations.fast().states());
        equations.fast().extents().forEach(extent -> states.add(extent.index()));
        return states;
    }

    private List<Node> folded() {
        List<Node> nodes = new ArrayList<>();
        equations.fast().states().forEach(s -> nodes.add(equations.held(symbols.states().get(s))));
        equations.fast().extents().forEach(_ -> nodes.add(equations.constant(0)));
        return nodes;
    }

    private List<Target> lags() {
        return inOrder(equations.hidden().past().stream().map(HiddenStates.Past::lag).toList());
    }

    private int firstPrepared() {
        return symbols.parameters().size() + equations.hidden().past().size();
    }

    /// Where the compiled system keeps what it prepares.
    Memory memory() {
        return memory;
    }

    private Kernel kernel(String name, List<Target> targets) {
        return compiler.compile(name, targets, memory);
    }

    private static List<Target> inOrder(List<Node> nodes) {
        List<Target> targets = new ArrayList<>();
        for (Node node : nodes) {
            targets.add(new Target(node, targets.size()));
        }
        return targets;
    }

    private static SparsityPattern pattern(SortedMap<Integer, SortedMap<Integer, Node>> columns, int size) {
        int[] starts = new int[size + 1];
        List<Integer> rows = new ArrayList<>();
        for (int column = 0; column < size; column++) {
            rows.addAll(columns.getOrDefault(column, new TreeMap<>()).keySet());
            starts[column + 1] = rows.size();
        }
        return new SparsityPattern(size, starts, rows.stream().mapToInt(Integer::intValue).toArray());
    }

    /// Row by row: entries of one row share more than entries of one column.
    private List<Target> jacobianTargets(SparsityPattern pattern) {
        List<Target> targets = new ArrayList<>();
        for (int row = 0; row < model.jacobian().size(); row++) {
            for (Map.Entry<Integer, Node> entry : model.jacobian().get(row).entrySet()) {
                targets.add(new Target(entry.getValue(), pattern.indexOf(row, entry.getKey())));
            }
        }
        return targets;
    }

    private EventLogic event(EventFormulas event) {
        int[] places = event.places().stream().mapToInt(Integer::intValue).toArray();
        return new CompiledEvent(event.event(), single("Trigger", event.trigger()),
                event.delay().map(node -> single("Delay", node)),
                event.priority().map(node -> single("Priority", node)), places,
                event.draws().stream().map(this::draw).toList(), kernel("Values", inOrder(event.values())),
                event.isScaled() ? Optional.of(kernel("Scales", inOrder(event.scales()))) : Optional.empty());
    }

    private DrawLogic draw(Draws.Draw draw) {
        return new CompiledEvent.CompiledDraw(draw.distribution(), draw.arguments().size(),
                kernel("Arguments", inOrder(draw.arguments())), draw.parameter());
    }

    private Kernel single(String name, Node node) {
        return kernel(name, List.of(new Target(node, 0)));
    }

    /// The values that do not vary in a run but feed ones that do.
    private Map<Node, Integer> prepared() {
        List<Node> roots = new ArrayList<>(model.sides());
        model.jacobian().forEach(row -> roots.addAll(row.values()));
        roots.addAll(model.byTime());
        model.outputs().targets().forEach(target -> roots.add(target.node()));
        roots.addAll(model.roots());
        model.events().forEach(event -> roots.addAll(event.nodes()));
        roots.addAll(folded());
        lags().forEach(target -> roots.add(target.node()));
        Set<Node> fixed = new LinkedHashSet<>();
        for (Node node : Reach.of(roots, n -> !n.isVarying())) {
            if (!node.isVarying() && !node.isLeaf()) {
                fixed.add(node);
            }
        }
        Map<Node, Integer> places = new HashMap<>();
        fixed.forEach(node -> places.put(node, firstPrepared() + places.size()));
        return places;
    }
}
