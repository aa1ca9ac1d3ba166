package propria.engine.compile;

import java.util.Optional;
import propria.model.Reaction;
import propria.model.expression.Expression;
import propria.model.problem.SourceLocation;

/// What an id of the model is to the engine.
sealed interface Symbol {

    String id();

    /// A value that lives in the array of states or of parameters.
    ///
    /// @param state whether it lives among the states, else among the parameters
    /// @param index its place there
    /// @param volume the compartment to divide by when the array holds an amount but the id means a concentration
    record Stored(String id, boolean state, int index, Optional<String> volume, SourceLocation place)
            implements
                Symbol {
    }

    /// A value that a formula gives at all times.
    record Derived(String id, Expression formula, boolean rule, SourceLocation place) implements Symbol {
    }

    /// The rate of a reaction.
    record Rate(Reaction reaction) implements Symbol {
        @Override
        public String id() {
            return reaction.id();
        }
    }

    /// A number that nothing changes: the size of a compartment of one.
    record Fixed(String id, double value) implements Symbol {
    }
}
