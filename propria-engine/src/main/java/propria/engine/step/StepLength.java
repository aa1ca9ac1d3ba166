package propria.engine.step;

/// What one-step methods have in common when they choose the length of a step.
final class StepLength {

    private static final double SHORTEST = 16;

    private StepLength() {
    }

    /// The step to take from `time` where `left` is left: one that time can show, all of it when the step reaches the end,
    /// half of it when the next would.
    static double within(double h, double time, double left) {
        double shown = Math.max(h, SHORTEST * Math.ulp(time));
        if (shown >= left * (1 - 1e-12)) {
            return left;
        }
        return 2 * shown > left ? 0.5 * left : shown;
    }

    /// Whether time cannot show a step.
    static boolean vanishes(double h, double time) {
        return !(h >= SHORTEST * Math.ulp(time));
    }

    /// Why there is no shorter step.
    ///
    /// @param error of the step tried, infinite where it led nowhere
    static StepFailure failure(double time, double error, double[] errors) {
        return new StepFailure(Double.isInfinite(error)
                ? StepFailure.Reason.NOT_FINITE
                : StepFailure.Reason.ERROR, time, errors);
    }
}
