package propria.engine.compile.tangent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import propria.engine.compile.bytecode.Kernel;
import propria.engine.compile.bytecode.KernelCompiler;
import propria.engine.compile.bytecode.Memory;
import propria.engine.compile.bytecode.Target;
import propria.engine.compile.graph.Graph;
import propria.engine.compile.graph.Jumps;
import propria.engine.compile.graph.Node;
import propria.engine.compile.graph.Operation;
import propria.engine.compile.graph.Reach;
import propria.engine.compile.tangent.TangentFunctions.EventTangents;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Writes derivatives as machine code. Results are kept, and asking for the same again costs nothing.
public final class TangentCompiler {

    private final TangentSource source;
    private final Graph graph;
    private final Map<Question, TangentFunctions> known = new HashMap<>();

    private record Question(Set<Integer> states, Set<Integer> parameters, List<Integer> outputs) {
    }

    public TangentCompiler(TangentSource source) {
        this.source = source;
        this.graph = source.graph();
    }

    /// @param states whose given value can move
    /// @param parameters whose given value can move
    /// @param outputs the places of the outputs that are wanted
    /// @throws ProblemException N410 if the model has delays or fast reactions
    public synchronized TangentFunctions compile(Set<Integer> states, Set<Integer> parameters, List<Integer> outputs) {
        if (source.sizes().retarded()) {
            throw new ProblemException(Problem.error("N410", "the model has no sensitivities",
                    "it has delays or fast reactions, through which derivatives are not carried",
                    "replace these, or take differences of simulations"));
        }
        return known.computeIfAbsent(new Question(Set.copyOf(states), Set.copyOf(parameters), List.copyOf(outputs)),
                this::write);
    }

    private TangentFunctions write(Question asked) {
        TangentSource.Sizes sizes = source.sizes();
        Set<Integer> moving = moving(asked);
        KernelCompiler compiler = new KernelCompiler();
        UnaryOperator<Node> given = leaf -> change(leaf, asked.states()::contains, asked.parameters()::contains, false);
        UnaryOperator<Node> begun = leaf -> change(leaf, asked.states()::contains, moving::contains, false);
        UnaryOperator<Node> all = leaf -> change(leaf, _ -> true, moving::contains, true);
        List<Target> entries = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        List<SortedMap<Integer, Node>> gradients = source.gradients().byParameters(source.sides(), moving::contains);
        for (int row = 0; row < gradients.size(); row++) {
            for (Map.Entry<Integer, Node> entry : gradients.get(row).entrySet()) {
                entries.add(new Target(entry.getValue(), rows.size()));
                rows.add(row);
                columns.add(entry.getKey());
            }
        }
        Kernel byParameters = compiler.compile("ByParameters", entries, source.memory());
        Kernel parameters = atStart(compiler, source.beginnings().parameters(), given);
        Kernel states = atStart(compiler, source.beginnings().states(), begun);
        Kernel outputs = tangent(compiler, asked.outputs().stream().map(source.outputs()::get).toList(), all);
        Kernel roots = tangent(compiler, source.roots(), all);
        List<EventTangents> events = source.events().stream().map(event -> event(compiler, event, all)).toList();
        TangentFunctions.Layout layout = new TangentFunctions.Layout(sizes.states(), sizes.parameters(),
                sizes.parameterSize(), Math.max(1, compiler.scratchEnd()));
        return new TangentFunctions(layout, List.copyOf(moving), rows, columns, byParameters, parameters, states,
                outputs, roots, events);
    }

    /// The parameters that move: those asked for, those that follow something that moves at the start, and those that
    /// events set.
    private Set<Integer> moving(Question asked) {
        Set<Integer> moving = new TreeSet<>(asked.parameters());
        source.beginnings().parameters().forEach((place, formula) -> {
            for (Node node : Reach.of(List.of(formula))) {
                if (node.operation() == Operation.STATE && asked.states().contains(node.index())
                        || node.operation() == Operation.PARAMETER && asked.parameters().contains(node.index())) {
                    moving.add(place);
                }
            }
        });
        source.events().stream().flatMap(event -> event.places().stream()).filter(place -> place < 0)
                .forEach(place -> moving.add(-1 - place));
        return moving;
    }

    private Node change(Node leaf, IntPredicate states, IntPredicate parameters, boolean time) {
        TangentSource.Sizes sizes = source.sizes();
        return switch (leaf.operation()) {
            case STATE -> states.test(leaf.index()) ? graph.state(sizes.states() + leaf.index()) : graph.zero();
            case PARAMETER ->
                parameters.test(leaf.index()) ? graph.parameter(sizes.parameterSize() + leaf.index()) : graph.zero();
            case TIME -> time ? graph.parameter(sizes.parameterSize() + sizes.parameters()) : graph.zero();
            case CONSTANT, DELAYED, ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, CALL, EQUAL, NOT_EQUAL, LESS,
                    LESS_OR_EQUAL, AND, OR, EXCLUSIVE_OR, NOT, SELECT ->
                throw new IllegalStateException(leaf + " does not move");
        };
    }

    private Kernel atStart(KernelCompiler compiler, Map<Integer, Node> formulas, UnaryOperator<Node> leafChange) {
        List<Integer> places = formulas.keySet().stream().sorted().toList();
        List<Node> changes = source.gradients().along(places.stream().map(formulas::get).collect(Collectors.toList()),
                leafChange);
        List<Target> targets = new ArrayList<>();
        for (Node change : changes) {
            targets.add(new Target(change, places.get(targets.size())));
        }
        return compiler.compile("BeginningTangents", targets, Memory.EMPTY);
    }

    private Kernel tangent(KernelCompiler compiler, List<Node> nodes, UnaryOperator<Node> leafChange) {
        List<Target> targets = new ArrayList<>();
        source.gradients().along(nodes, leafChange).forEach(node -> targets.add(new Target(node, targets.size())));
        return compiler.compile("Tangents", targets, source.memory());
    }

    private EventTangents event(KernelCompiler compiler, TangentSource.EventNodes event, UnaryOperator<Node> all) {
        Jumps own = new Jumps(graph);
        own.addAll(List.of(event.trigger()));
        List<Integer> roots = own.places().stream()
                .flatMap(place -> Stream.of(source.roots().indexOf(place), source.roots().indexOf(graph.negate(place))))
                .filter(k -> k >= 0).distinct().toList();
        return new EventTangents(roots, tangent(compiler, event.delay().stream().toList(), all),
                tangent(compiler, event.values(), all), tangent(compiler, event.scales(), all));
    }
}
