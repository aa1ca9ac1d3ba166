package propria.engine.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import propria.engine.compile.bytecode.Target;
import propria.engine.compile.graph.Node;

/// What can be recorded: states, then rules and reaction rates, then parameters.
///
/// @param ids what each output is
/// @param targets those that are not simply a state or parameter
record Outputs(List<String> ids, List<Target> targets) {

    static Outputs of(Symbols symbols, Equations equations) {
        List<String> ids = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        symbols.states().stream().limit(symbols.namedStates()).forEach(s -> add(s, ids, targets, equations));
        for (Symbol symbol : symbols.all()) {
            switch (symbol) {
                case Symbol.Stored _ -> {
                }
                case Symbol.Derived d -> {
                    targets.add(new Target(equations.value(d.id(), d.place()), ids.size()));
                    ids.add(d.id());
                }
                case Symbol.Rate r -> {
                    targets.add(new Target(equations.value(r.id(), r.reaction().definedAt()), ids.size()));
                    ids.add(r.id());
                }
                case Symbol.Fixed f -> {
                    targets.add(new Target(equations.constant(f.value()), ids.size()));
                    ids.add(f.id());
                }
            }
        }
        symbols.parameters().forEach(s -> add(s, ids, targets, equations));
        return new Outputs(List.copyOf(ids), List.copyOf(targets));
    }

    /// Each output as a node.
    List<Node> nodes(Symbols symbols, Equations equations) {
        List<Node> nodes = new ArrayList<>(Collections.nCopies(ids.size(), equations.constant(0)));
        int firstParameter = ids.size() - symbols.parameters().size();
        for (Symbol.Stored s : symbols.parameters()) {
            nodes.set(firstParameter + s.index(), equations.leaf(s));
        }
        symbols.states().stream().limit(symbols.namedStates()).forEach(s -> nodes.set(s.index(), equations.leaf(s)));
        targets.forEach(target -> nodes.set(target.place(), target.node()));
        return List.copyOf(nodes);
    }

    private static void add(Symbol.Stored s, List<String> ids, List<Target> targets, Equations equations) {
        Node value = equations.value(s.id(), s.place());
        if (value != equations.leaf(s)) {
            targets.add(new Target(value, ids.size()));
        }
        ids.add(s.id());
    }
}
