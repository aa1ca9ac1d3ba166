package propria.engine.solve;

/// No step is small enough: the solution, its rates or the matrix of the step are no longer finite or smooth.
public final class StepFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final double time;
    private final transient double[] errors;

    StepFailure(String reason, double time, double[] errors) {
        super(reason);
        this.time = time;
        this.errors = errors.clone();
    }

    /// Where the march ended, in the model's time unit.
    public double time() {
        return time;
    }

    /// The local error of each state in units of the tolerance, largest first to blame.
    public double[] errors() {
        return errors.clone();
    }
}
