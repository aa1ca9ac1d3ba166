package propria.engine.compile.tangent;

import java.util.List;
import propria.engine.compile.bytecode.Kernel;

/// Derivatives of the functions of a model. Immutable and safe to share between threads.
///
/// [#byParameters] takes the arrays of an [propria.engine.system.EquationSystem]. All other kernels tell how a function
/// changes when its arguments do, and take longer arrays: behind the `n` states the change of each; behind the parameters
/// and what is prepared, from [Layout#parameterChanges] on, the change of each parameter, and at [Layout#timeChange] that
/// of the time.
///
/// @param moving the parameters that can move, ascending
/// @param rows for each entry of `df/dp` that can differ from zero, the state
/// @param columns for each such entry, the parameter
/// @param byParameters writes these entries
/// @param initialParameters writes the change of the parameters that are computed at the start, from those of what is
///        given; leaves the others
/// @param initialStates the same for states, from those of what is given for states and of the parameters
/// @param outputs the change of the outputs that are wanted, in their order
/// @param roots the change of every root function
public record TangentFunctions(Layout layout, List<Integer> moving, List<Integer> rows, List<Integer> columns,
        Kernel byParameters, Kernel initialParameters, Kernel initialStates, Kernel outputs, Kernel roots,
        List<EventTangents> events) {
    public TangentFunctions {
        moving = List.copyOf(moving);
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        events = List.copyOf(events);
    }

    /// The shape of the arrays.
    ///
    /// @param scratchSize what all kernels need of scratch memory
    public record Layout(int states, int parameters, int parameterChanges, int scratchSize) {

        /// Where the change of the time is.
        public int timeChange() {
            return parameterChanges + parameters;
        }
    }

    /// One event; the kernels as above.
    ///
    /// @param roots the root functions of its trigger
    /// @param delay the change of the delay, in the first place of what it writes
    public record EventTangents(List<Integer> roots, Kernel delay, Kernel values, Kernel scales) {
        public EventTangents {
            roots = List.copyOf(roots);
        }
    }
}
