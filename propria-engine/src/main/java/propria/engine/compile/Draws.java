package propria.engine.compile;

import java.util.ArrayList;
import java.util.List;
import propria.engine.compile.graph.Node;
import propria.model.Event;
import propria.model.expression.Distribution;

/// The random numbers that an event draws, in the order of drawing. Each has a place among the parameters, which is
/// filled before the values of the event are computed.
final class Draws {

    /// One random number.
    ///
    /// @param parameter the place that it is put in
    record Draw(Distribution distribution, List<Node> arguments, int parameter) {
    }

    private final Event event;
    private final Symbols symbols;
    private final Equations equations;
    private final List<Draw> all = new ArrayList<>();

    Draws(Event event, Symbols symbols, Equations equations) {
        this.event = event;
        this.symbols = symbols;
        this.equations = equations;
    }

    /// A fresh number.
    Node of(Distribution distribution, List<Node> arguments) {
        Symbol.Stored place = symbols.hidden(event.id() + ".draw" + (all.size() + 1), event.definedAt());
        all.add(new Draw(distribution, List.copyOf(arguments), place.index()));
        return equations.leaf(place);
    }

    List<Draw> all() {
        return List.copyOf(all);
    }
}
