package propria.engine.step;

/// The march through time cannot go on.
public final class StepFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final double time;
    private final transient double[] errors;

    /// Why it cannot go on.
    public enum Reason {
        ERROR("the error stays above the tolerance however small the step is"),
        CONVERGENCE("the equations of the step have no solution that Newton's method finds, however small the step is"),
        NOT_FINITE(
                "a rate or a derivative of a rate is infinite or not a number, as where a formula divides by zero or none of"
                        + " its branches holds"),
        TOO_MANY_STEPS("it has taken more steps than a simulation may take"),
        INCONSISTENT("the equations that hold at all times have no solution after a jump"),
        GRAZING("an event or a jump happens where its condition is only touched, so its time has no derivative"),
        SLIDING("rates jump at a condition towards which they lead from both sides, so that no solution goes on from there"),
        NO_REST("the fast reactions come to no rest from where they are"),
        ENDLESS_EVENTS("events follow one another without end while time stands still");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }

    /// @param errors how much each state hinders
    public StepFailure(Reason reason, double time, double[] errors) {
        super(reason.text);
        this.reason = reason;
        this.time = time;
        this.errors = errors.clone();
    }

    public Reason reason() {
        return reason;
    }

    /// The time where the march ended, in the model's time unit.
    public double time() {
        return time;
    }

    /// How much each state hinders: its local error in units of the tolerance, or how far Newton's method still moves
    /// it; not a number for what is not finite; empty where no state is to blame.
    public double[] errors() {
        return errors.clone();
    }
}
