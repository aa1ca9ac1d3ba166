package propria.formats.petab.problem;

import java.util.List;
import propria.model.expression.Expression;
import propria.model.problem.SourceLocation;

/// Changes of the model that are made together at one time.
///
/// @param changes at most one a target
public record Condition(String id, List<Change> changes, SourceLocation place) {

    public Condition {
        changes = List.copyOf(changes);
    }

    /// A new value.
    ///
    /// @param target what changes: a parameter, species or compartment of the model
    /// @param value of what is current before the change
    public record Change(String target, Expression value, SourceLocation place) {

        /// Whether the value is not a number: version 1's way to say that nothing changes.
        public boolean isEmpty() {
            return value instanceof Expression.Constant(double number) && Double.isNaN(number);
        }
    }
}
