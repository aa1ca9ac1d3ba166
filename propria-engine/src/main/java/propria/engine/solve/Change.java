package propria.engine.solve;

/// A change from outside with its target as a place in the arrays.
public sealed interface Change {

    /// When it happens, in the model's time unit.
    double time();

    /// `amount` is added to a state, which is not carried above `cap`.
    record Add(double time, int state, double amount, double cap) implements Change {
    }

    /// A state becomes `value`.
    record SetState(double time, int state, double value) implements Change {
    }

    /// A parameter becomes `value`.
    record SetParameter(double time, int parameter, double value) implements Change {
    }

    /// `rate` is added to the rate of a state until `end`.
    record Infuse(double time, double end, int state, double rate) implements Change {
    }
}
