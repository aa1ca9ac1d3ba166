package propria.model;

import java.util.List;
import java.util.Optional;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression;
import propria.model.problem.SourceLocation;

/// A change that happens when a condition becomes true (SBML's event; clinical ones have other names).
///
/// @param id the identifier
/// @param trigger the condition; the event fires on its change from false to true
/// @param triggerInitially what the trigger is taken to have been before time zero
/// @param persistent whether a waiting event stays due when its trigger falls back
/// @param delay the time from trigger to execution; none is zero
/// @param priority of events due at one time the higher goes first; none is undefined
/// @param valuesFromTrigger whether the assignments are evaluated at the trigger, else at execution
/// @param assignments what changes
public record Event(String id, LogicalExpression trigger, boolean triggerInitially, boolean persistent,
        Optional<Expression> delay, Optional<Expression> priority, boolean valuesFromTrigger,
        List<Assignment> assignments, Description description, SourceLocation definedAt) {
    public Event {
        assignments = List.copyOf(assignments);
    }

    /// `variable` becomes `formula`.
    public record Assignment(String variable, Expression formula) {
    }
}
