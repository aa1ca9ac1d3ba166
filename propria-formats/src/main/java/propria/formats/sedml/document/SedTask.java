package propria.formats.sedml.document;

import java.util.List;
import java.util.Optional;
import propria.model.problem.SourceLocation;

/// A piece of an experiment.
public sealed interface SedTask {

    /// The identifier.
    String id();

    /// The plain name.
    Optional<String> name();

    /// Where it stands.
    SourceLocation place();

    /// A simulation of a model.
    record Single(String id, Optional<String> name, String model, String simulation, SourceLocation place)
            implements
                SedTask {
    }

    /// Tasks that are done again for each value of a range.
    ///
    /// @param range the id of the range that says how often
    /// @param reset whether models go back to their start before each turn
    /// @param concatenate whether courses of turns are joined to one, else each turn has its own
    /// @param changes what is set before each turn
    /// @param subTasks in the order in which they are done
    record Repeated(String id, Optional<String> name, String range, boolean reset, boolean concatenate,
            List<SedRange> ranges, List<SetValue> changes, List<SubTask> subTasks, SourceLocation place)
            implements
                SedTask {
        public Repeated {
            ranges = List.copyOf(ranges);
            changes = List.copyOf(changes);
            subTasks = List.copyOf(subTasks);
        }
    }

    /// A task within a turn.
    ///
    /// @param changes what is set before it
    record SubTask(String task, int order, List<SetValue> changes, SourceLocation place) {
        public SubTask {
            changes = List.copyOf(changes);
        }
    }

    /// A quantity of a model gets a value.
    ///
    /// @param target an XPath expression into the model
    /// @param range a range that the formula names
    record SetValue(String model, String target, Optional<String> range, Computation computation,
            SourceLocation place) {
    }
}
