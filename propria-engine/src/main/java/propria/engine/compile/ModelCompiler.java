package propria.engine.compile;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import propria.engine.compile.bytecode.Target;
import propria.engine.compile.functions.CompiledSystem;
import propria.engine.compile.functions.Initialiser;
import propria.engine.compile.graph.Graph;
import propria.engine.compile.graph.Jumps;
import propria.engine.compile.graph.Node;
import propria.engine.compile.reaction.ReactionCompiler;
import propria.engine.compile.tangent.TangentCompiler;
import propria.engine.compile.tangent.TangentSource;
import propria.model.Model;
import propria.model.problem.ProblemException;

/// Turns a model into machine code.
public final class ModelCompiler {

    private ModelCompiler() {
    }

    /// Compiles a model: functions inlined, rules ordered, derivatives taken symbolically, equal subexpressions computed
    /// once, the result loaded as generated classes.
    ///
    /// @return functions that any number of threads may use
    /// @throws ProblemException with every reason (codes N1##) why the model cannot be carried out as it is written:
    ///         circular rules, unknown names, algebraic rules that determine nothing
    public static CompiledModel compile(Model model) {
        Problems problems = new Problems();
        Graph graph = new Graph();
        Symbols symbols = new Symbols(model, problems);
        Equations equations = new Equations(model, graph, symbols, problems);
        List<EventFormulas> events = model.events().stream()
                .map(event -> EventFormulas.of(event, graph, symbols, equations, problems)).toList();
        Outputs outputs = Outputs.of(symbols, equations);
        InitialValues initial = new InitialValues(model, graph, symbols, equations, problems);
        List<Node> sides = equations.rightSides();
        Initialiser initialiser = initial.compile();
        problems.throwIfAny();
        Jumps jumps = new Jumps(graph);
        jumps.addJumpsOf(sides);
        jumps.addAll(equations.fast().extents().stream().map(extent -> sides.get(extent.index())).toList());
        int jumpCount = jumps.places().size();
        jumps.addAll(events.stream().map(EventFormulas::trigger).toList());
        List<Node> roots = jumps.places();
        List<SortedMap<Integer, Node>> jacobian = equations.gradients().byStates(sides);
        SystemCompiler compiler = new SystemCompiler(symbols, equations, new SystemCompiler.Formulation(sides, jacobian,
                equations.gradients().byTime(sides),
                outputs, roots, jumpCount, events));
        CompiledSystem system = compiler.compile();
        ReactionCompiler reactions = new ReactionCompiler(equations.turns(), equations.drifts(),
                equations.ratesOfChange(),
                events.stream().map(EventFormulas::trigger).toList(), roots, compiler.memory(), system.scratchSize());
        TangentSource.Beginnings beginnings = new TangentSource.Beginnings(byPlace(initial.parameters()),
                byPlace(initial.states()));
        TangentSource tangents = new TangentSource(graph, equations.gradients(),
                new TangentSource.Sizes(system.stateCount(), system.parameterCount(), system.parameterSize(),
                        !system.pastValues().isEmpty() || !equations.fast().states().isEmpty()),
                sides, outputs.nodes(symbols, equations), roots, events.stream().map(ModelCompiler::nodes).toList(),
                beginnings, compiler.memory());
        return new CompiledModel(symbols, outputs.ids(), system, initialiser, equations.reactionsBySpecies(),
                reactions, new TangentCompiler(tangents));
    }

    private static Map<Integer, Node> byPlace(List<Target> targets) {
        return targets.stream().collect(Collectors.toMap(Target::place, Target::node));
    }

    private static TangentSource.EventNodes nodes(EventFormulas event) {
        return new TangentSource.EventNodes(event.trigger(), event.delay(), event.places(), event.values(),
                event.scales());
    }
}
