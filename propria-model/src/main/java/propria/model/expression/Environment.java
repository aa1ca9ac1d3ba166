package propria.model.expression;

import java.util.List;

/// What the names in a formula stand for while it is evaluated.
public interface Environment {

    /// The value of a species, parameter, compartment, reaction or species reference.
    ///
    /// @param id the identifier
    double value(String id);

    /// The simulation time, in the model's time unit.
    double time();

    /// The rate of change of a quantity.
    ///
    /// @param id the identifier
    /// @throws UnsupportedOperationException unless the environment knows rates
    default double rateOf(String id) {
        throw new UnsupportedOperationException("no rate of change is known for " + id);
    }

    /// A random number.
    ///
    /// @throws UnsupportedOperationException unless the environment has random numbers
    default double draw(Distribution distribution, List<Double> arguments) {
        throw new UnsupportedOperationException("no random numbers are at hand for " + distribution.text());
    }

    /// The value that a formula had in the past.
    ///
    /// @param argument the formula
    /// @param lag how long ago, in the model's time unit
    /// @throws UnsupportedOperationException unless the environment remembers the past, or where the lag is zero
    default double past(Expression argument, double lag) {
        if (lag == 0) {
            return Evaluate.of(argument, this);
        }
        throw new UnsupportedOperationException("no past is known for " + Print.of(argument));
    }
}
