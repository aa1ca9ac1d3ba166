package propria.engine;

/// The work that one or several simulations took.
public record Counters(long simulations, long steps, long rejectedSteps, long derivatives, long jacobians,
        long factorisations, long events, long failures) {

    /// No work.
    public static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0, 0, 0);

    /// The work of both.
    public Counters plus(Counters other) {
        return new Counters(simulations + other.simulations, steps + other.steps,
                rejectedSteps + other.rejectedSteps, derivatives + other.derivatives, jacobians + other.jacobians,
                factorisations + other.factorisations, events + other.events, failures + other.failures);
    }
}
