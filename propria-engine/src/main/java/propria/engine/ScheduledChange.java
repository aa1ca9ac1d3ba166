package propria.engine;

/// Something done to the system from outside at a known time: a dose, an infusion, the start or end of an insult.
public sealed interface ScheduledChange {

    /// When it begins, in the model's time unit.
    double time();

    /// The id of the state or parameter that it acts on.
    String target();

    /// `amount` is added to a state at `time`.
    record Bolus(double time, String target, double amount) implements ScheduledChange {
    }

    /// `amount` is added to a state at `time`, but the state is not carried above `cap`.
    record CappedBolus(double time, String target, double amount, double cap) implements ScheduledChange {
    }

    /// A state or parameter becomes `value` at `time`.
    record Assignment(double time, String target, double value) implements ScheduledChange {
    }

    /// `rate` is added to the derivative of a state from `time` to `end`.
    record Infusion(double time, double end, String target, double rate) implements ScheduledChange {
    }
}
