package propria.engine.step;

/// What methods have in common that know nothing but the state at the beginning of a step: where the last step began and
/// ended, and how the length of the next is chosen.
abstract class OneStepMethod implements StepMethod {

    private static final double SHORTEST = 16;

    final Equations equations;
    final ErrorScale scale;
    /// The state where the last step began, and where it ended.
    final double[] from;
    final double[] to;
    double previousTime;
    double time;
    /// The length of the step tried last, or of the coming one.
    double h;

    OneStepMethod(Equations equations, ErrorScale scale) {
        this.equations = equations;
        this.scale = scale;
        from = new double[equations.system().stateCount()];
        to = new double[from.length];
    }

    /// What the error of the step tried last was measured from; where the step led nowhere, what led there.
    abstract double[] estimate();

    /// Steps begin at `t` from `y`.
    final void begin(double t, double[] y) {
        scale.begin(y);
        System.arraycopy(y, 0, from, 0, y.length);
        System.arraycopy(y, 0, to, 0, y.length);
        previousTime = t;
        time = t;
    }

    /// Makes the end of the last step the beginning of the next.
    void turn() {
        System.arraycopy(to, 0, from, 0, to.length);
        previousTime = time;
    }

    /// Makes the coming step one that time can show: all of what is left when it reaches the limit, half of it when the step
    /// after it would.
    ///
    /// @return where it ends
    final double fit(double limit) {
        double left = limit - previousTime;
        double shown = Math.max(h, SHORTEST * Math.ulp(previousTime));
        if (shown >= left * (1 - 1e-12)) {
            h = left;
            return limit;
        }
        h = 2 * shown > left ? 0.5 * left : shown;
        return h == left ? limit : previousTime + h;
    }

    /// Demands that time can show the coming step.
    ///
    /// @throws StepFailure for this reason where it cannot
    final void demandLength(StepFailure.Reason reason, double[] errors) {
        if (!(h >= SHORTEST * Math.ulp(previousTime))) {
            throw new StepFailure(reason, previousTime, scale.each(errors));
        }
    }

    /// Why a step is not taken.
    ///
    /// @param error of the step tried, infinite where it led nowhere
    static StepFailure.Reason reason(double error) {
        return Double.isInfinite(error) ? StepFailure.Reason.NOT_FINITE : StepFailure.Reason.ERROR;
    }

    @Override
    public final double previousTime() {
        return previousTime;
    }

    @Override
    public final double time() {
        return time;
    }

    @Override
    public final double[] state() {
        return to;
    }

    @Override
    public final double[] scaledErrors() {
        return scale.each(estimate());
    }
}
