package propria.engine.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
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
    ///         algebraic rules, delays, fast reactions, circular rules, unknown names
    public static CompiledModel compile(Model model) {
        Problems problems = new Problems();
        Graph graph = new Graph();
        Symbols symbols = new Symbols(model, problems);
        Equations equations = new Equations(model, graph, symbols, problems);
        List<Node> rates = new ArrayList<>();
        for (Symbol.Stored state : symbols.states()) {
            rates.add(equations.stateRate(state.index()));
        }
        List<EventFormulas> events = model.events().stream()
                .map(event -> EventFormulas.of(event, graph, symbols, equations, problems)).toList();
        Outputs outputs = Outputs.of(symbols, equations);
        InitialValues initial = new InitialValues(model, graph, symbols, equations, problems);
        Initialiser initialiser = Initialiser.of(initial, symbols);
        problems.throwIfAny();
        List<Node> roots = roots(graph, rates, events);
        List<SortedMap<Integer, Node>> jacobian = equations.gradients().byStates(rates);
        SystemCompiler compiler = new SystemCompiler(symbols, new SystemCompiler.Formulation(rates, jacobian, outputs,
                roots, events));
        CompiledSystem system = compiler.compile();
        ReactionCompiler reactions = new ReactionCompiler(equations.turns(), equations.drifts(),
                equations.ratesOfChange(),
                events.stream().map(EventFormulas::trigger).toList(), roots, compiler.memory(), system.scratchSize());
        return new CompiledModel(symbols, outputs.ids(), system, initialiser, equations.reactionsBySpecies(),
                reactions);
    }

    /// Where the derivative jumps or an event may begin.
    private static List<Node> roots(Graph graph, List<Node> rates, List<EventFormulas> events) {
        Jumps jumps = new Jumps(graph);
        jumps.addAll(events.stream().map(EventFormulas::trigger).toList());
        jumps.addJumpsOf(rates);
        return jumps.places();
    }
}
