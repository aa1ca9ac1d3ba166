package propria.engine.compile.tangent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.engine.compile.bytecode.Memory;
import propria.engine.compile.graph.Gradients;
import propria.engine.compile.graph.Graph;
import propria.engine.compile.graph.Node;

/// A model as nodes, for derivatives.
///
/// @param sizes the lengths of its arrays
/// @param sides the right-hand side of each state
/// @param outputs every output
/// @param roots the functions whose change of sign is a discontinuity
/// @param beginnings how parameters and states begin where they are not simply given
/// @param memory where prepared values are
public record TangentSource(Graph graph, Gradients gradients, Sizes sizes, List<Node> sides, List<Node> outputs,
        List<Node> roots, List<EventNodes> events, Beginnings beginnings, Memory memory) {
    public TangentSource {
        sides = List.copyOf(sides);
        outputs = List.copyOf(outputs);
        roots = List.copyOf(roots);
        events = List.copyOf(events);
    }

    /// @param parameterSize the length of the array of parameters with what is prepared
    /// @param retarded whether there are delays or fast reactions
    public record Sizes(int states, int parameters, int parameterSize, boolean retarded) {
    }

    /// One event.
    ///
    /// @param places what is assigned: the index of a state, or `-1 - index` of a parameter
    public record EventNodes(Node trigger, Optional<Node> delay, List<Integer> places, List<Node> values,
            List<Node> scales) {
        public EventNodes {
            places = List.copyOf(places);
            values = List.copyOf(values);
            scales = List.copyOf(scales);
        }
    }

    /// @param parameters by place, over what is given
    /// @param states by place, over what is given for states and the final parameters
    public record Beginnings(Map<Integer, Node> parameters, Map<Integer, Node> states) {
        public Beginnings {
            parameters = Map.copyOf(parameters);
            states = Map.copyOf(states);
        }
    }
}
