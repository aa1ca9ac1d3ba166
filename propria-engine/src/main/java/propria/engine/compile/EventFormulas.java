package propria.engine.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import propria.engine.compile.bytecode.Target;
import propria.engine.compile.graph.Graph;
import propria.engine.compile.graph.Node;
import propria.model.Event;
import propria.model.problem.SourceLocation;

/// One event as nodes.
///
/// @param places what is assigned: the index of a state, or `-1 - index` of a parameter
/// @param values what becomes of each, as the array holds it
record EventFormulas(Event event, Node trigger, Optional<Node> delay, Optional<Node> priority, List<Integer> places,
        List<Node> values) {

    static EventFormulas of(Event event, Graph graph, Symbols symbols, Equations equations, Problems problems) {
        Formulas formulas = equations.formulas();
        Formulas.Scope scope = Formulas.Scope.at(event.definedAt());
        List<Integer> places = new ArrayList<>();
        List<Node> values = new ArrayList<>();
        for (Event.Assignment assignment : event.assignments()) {
            Optional<Symbol> target = symbols.find(assignment.variable());
            if (target.isPresent() && target.get() instanceof Symbol.Stored s) {
                places.add(s.state() ? s.index() : -1 - s.index());
                Node value = formulas.of(assignment.formula(), scope);
                values.add(s.volume().isEmpty()
                        ? value
                        : graph.multiply(value, volumeAfter(event, s.volume().get(), equations, scope)));
            } else {
                refuse(event, assignment.variable(), target.isPresent(), event.definedAt(), problems);
            }
        }
        return new EventFormulas(event, formulas.of(event.trigger(), scope),
                event.delay().map(delay -> formulas.of(delay, scope)),
                event.priority().map(priority -> formulas.of(priority, scope)), List.copyOf(places),
                List.copyOf(values));
    }

    /// The size of the compartment that an assigned concentration refers to: the one that the same event gives it.
    private static Node volumeAfter(Event event, String compartment, Equations equations, Formulas.Scope scope) {
        return event.assignments().stream().filter(a -> a.variable().equals(compartment)).findFirst()
                .map(a -> equations.formulas().of(a.formula(), scope))
                .orElseGet(() -> equations.value(compartment, event.definedAt()));
    }

    private static void refuse(Event event, String id, boolean known, SourceLocation place, Problems problems) {
        problems.add("N109", place, "event " + event.id() + " cannot change " + id,
                known ? "a rule or a rate law gives its value at all times" : "nothing has this name",
                "assign to a state or a parameter");
    }

    /// Everything that the event computes.
    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>(values);
        nodes.add(trigger);
        delay.ifPresent(nodes::add);
        priority.ifPresent(nodes::add);
        return nodes;
    }

    /// The assigned values in order.
    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (Node value : values) {
            targets.add(new Target(value, targets.size()));
        }
        return targets;
    }
}
