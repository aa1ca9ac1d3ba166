package propria.engine;

import java.util.Map;

/// A quantity by which derivatives are taken, and how the values that a simulation is given follow it. Where the quantity
/// is a parameter or an initial state of the model, [#of] makes it; where given values depend on it in another way (the
/// logarithm of a parameter, a parameter of several conditions, states of rest), the seeds say how.
///
/// @param name what the results call it
/// @param scale its typical size, above zero; derivatives are controlled to `absolute / scale`, where asked for
/// @param seeds by the id of a parameter or state, the derivative of the value given for it by this quantity; the value
///        of a state is what its id means in formulas, as in [SimulationRequest#values]
public record Direction(String name, double scale, Map<String, Double> seeds) {
    public Direction {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("the scale of " + name + " must be above zero: " + scale);
        }
        seeds = Map.copyOf(seeds);
    }

    /// A parameter, or the initial value of a state.
    ///
    /// @param value its value, which is its scale unless zero
    public static Direction of(String id, double value) {
        return new Direction(id, value == 0 ? 1 : Math.abs(value), Map.of(id, 1.0));
    }
}
