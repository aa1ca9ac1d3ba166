package propria.engine.compile;

import java.util.List;
import java.util.SortedMap;
import propria.engine.compile.functions.CompiledSystem;
import propria.engine.compile.functions.Initialiser;
import propria.engine.compile.graph.Graph;
import propria.engine.compile.graph.Jumps;
import propria.engine.compile.graph.Node;
import propria.engine.compile.reaction.ReactionCompiler;
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
        int jumpCount = jumps.places().size();
        jumps.addAll(events.stream().map(EventFormulas::trigger).toList());
        List<Node> roots = jumps.places();
        List<SortedMap<Integer, Node>> jacobian = equations.gradients().byStates(sides);
        SystemCompiler compiler = new SystemCompiler(symbols, equations, new SystemCompiler.Formulation(sides, jacobian,
                outputs, roots, jumpCount, events));
        CompiledSystem system = compiler.compile();
        ReactionCompiler reactions = new ReactionCompiler(equations.turns(), equations.drifts(),
                equations.ratesOfChange(),
                events.stream().map(EventFormulas::trigger).toList(), roots, compiler.memory(), system.scratchSize());
        return new CompiledModel(symbols, outputs.ids(), system, initialiser, equations.reactionsBySpecies(),
                reactions);
    }
}
