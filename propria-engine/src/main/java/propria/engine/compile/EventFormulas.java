package propria.engine.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import propria.engine.compile.graph.Graph;
import propria.engine.compile.graph.Node;
import propria.model.Event;
import propria.model.problem.SourceLocation;

/// One event as nodes.
///
/// @param places what is assigned: the index of a state, or `-1 - index` of a parameter
/// @param draws the random numbers that the values need
/// @param values what becomes of each, as its id means it
/// @param scales what turns each value into what the array holds: a compartment's size where an id means a concentration
record EventFormulas(Event event, Node trigger, Optional<Node> delay, Optional<Node> priority, List<Integer> places,
        List<Draws.Draw> draws, List<Node> values, List<Node> scales) {

    static EventFormulas of(Event event, Graph graph, Symbols symbols, Equations equations, Problems problems) {
        Formulas formulas = equations.formulas();
        Formulas.Scope scope = Formulas.Scope.at(event.definedAt());
        Draws draws = new Draws(event, symbols, equations);
        List<Integer> places = new ArrayList<>();
        List<Node> values = new ArrayList<>();
        List<Node> scales = new ArrayList<>();
        for (Event.Assignment assignment : event.assignments()) {
            Optional<Symbol> target = symbols.find(assignment.variable());
            if (target.isPresent() && target.get() instanceof Symbol.Stored s) {
                places.add(s.state() ? s.index() : -1 - s.index());
                Node value = formulas.of(assignment.formula(), scope.drawing(draws));
                values.add(value);
                scales.add(s.volume().map(volume -> equations.value(volume, event.definedAt())).orElse(graph.one()));
            } else {
                refuse(event, assignment.variable(), target.isPresent(), event.definedAt(), problems);
            }
        }
        return new EventFormulas(event, formulas.of(event.trigger(), scope),
                event.delay().map(delay -> formulas.of(delay, scope)),
                event.priority().map(priority -> formulas.of(priority, scope)), List.copyOf(places), draws.all(),
                List.copyOf(values), List.copyOf(scales));
    }

    private static void refuse(Event event, String id, boolean known, SourceLocation place, Problems problems) {
        problems.add("N109", place, "event " + event.id() + " cannot change " + id,
                known ? "a rule or a rate law gives its value at all times" : "nothing has this name",
                "assign to a state or a parameter");
    }

    /// Everything that the event computes.
    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>(values);
        nodes.addAll(scales);
        draws.forEach(draw -> nodes.addAll(draw.arguments()));
        nodes.add(trigger);
        delay.ifPresent(nodes::add);
        priority.ifPresent(nodes::add);
        return nodes;
    }

    /// Whether some value must be scaled.
    boolean isScaled() {
        return scales.stream().anyMatch(scale -> !scale.is(1));
    }
}
