package propria.engine.step;

import propria.engine.Tolerances;
import propria.engine.math.Elementary;

/// The Radau IIA method of order 5 with three stages, L-stable and stiffly accurate, for very stiff systems and tight
/// tolerances (Hairer & Wanner, Solving Ordinary Differential Equations II, IV.8). Its error estimate is of order 3, so
/// it is held to `0.1 r^(2/3)` instead of the relative tolerance `r`, as Hairer and Wanner do; dense output is the
/// polynomial of collocation, of degree 3.
public final class RadauIIA5 extends OneStepMethod {

    private static final double SAFETY = 0.9;
    private static final double LONGEST_STRETCH = 8;
    private static final double SHORTEST_STRETCH = 0.2;
    /// A step is not changed for so little, where the Jacobian serves on.
    private static final double WORTHWHILE = 1.2;
    private static final double C1 = RadauStages.TIME[0];
    private static final double C2 = RadauStages.TIME[1];
    /// Hairer & Wanner II, IV.8, equation (8.18): the error estimate as a combination of the stages.
    private static final double[] ERROR = {-(13 + 7 * 2.449489742783178) / 3, (-13 + 7 * 2.449489742783178) / 3,
            -1.0 / 3};

    private final RadauStages stages;
    private final boolean[] algebraic;
    private final double[] slope;
    private final double[] combined;
    private final double[] estimate;
    private final double[][] dense;
    private double lastStep;
    private double lastError;
    private boolean atStart;
    private boolean rejected;

    public RadauIIA5(Equations equations, Tolerances tolerances) {
        super(equations, new ErrorScale(transformed(tolerances), equations));
        int n = equations.system().stateCount();
        stages = new RadauStages(equations, scale);
        algebraic = equations.algebraic();
        slope = new double[n];
        combined = new double[n];
        estimate = new double[n];
        dense = new double[RadauStages.STAGES][n];
    }

    private static Tolerances transformed(Tolerances tolerances) {
        double relative = 0.1 * Elementary.pow(tolerances.relative(), 2.0 / 3);
        return new Tolerances(relative, tolerances.absolute() / tolerances.relative() * relative);
    }

    @Override
    public void start(double t, double[] y, double limit) {
        begin(t, y);
        atStart = true;
        rejected = false;
        lastError = 1e-2;
        if (!equations.slopes(t, to, limit - t, slope)) {
            throw new StepFailure(StepFailure.Reason.NOT_FINITE, t, scale.each(slope));
        }
        h = scale.firstStep(equations, t, to, slope, 3, limit - t);
        if (!equations.rates(t, to, slope) || !stages.evaluateJacobian(t, to)) {
            throw new StepFailure(StepFailure.Reason.NOT_FINITE, t, scale.each(slope));
        }
        lastStep = h;
    }

    @Override
    public void step(double limit) {
        turn();
        scale.around(from);
        if (stages.age() > 0 && stages.theta() > RadauStages.FAST) {
            stages.evaluateJacobian(previousTime, from);
        }
        while (true) {
            double next = fit(limit);
            if (!attempt(h)) {
                giveUp(stages.suggested(), StepFailure.Reason.CONVERGENCE, stages.trouble());
                continue;
            }
            double error = error();
            if (error >= 1) {
                giveUp(atStart ? 0.1 : stretchFor(error), StepFailure.Reason.ERROR, estimate);
            } else if (arrive(next)) {
                accept(next, error);
                return;
            } else {
                giveUp(0.5, StepFailure.Reason.NOT_FINITE, slope);
            }
        }
    }

    /// Solves the stages of a step from where the last one ended.
    boolean attempt(double step) {
        if (!stages.factor(step)) {
            return false;
        }
        if (!atStart) {
            predict(step);
        }
        stages.begin(atStart);
        return stages.solve(previousTime, step, from);
    }

    /// Continues the polynomial of the last step.
    private void predict(double step) {
        double ratio = step / lastStep;
        for (int k = 0; k < RadauStages.STAGES; k++) {
            double s = RadauStages.TIME[k] * ratio;
            double[] z = stages.stage(k);
            for (int i = 0; i < z.length; i++) {
                z[i] = s * (dense[0][i] + (s - (C2 - 1)) * (dense[1][i] + (s - (C1 - 1)) * dense[2][i]));
            }
        }
    }

    /// Hairer & Wanner II, IV.8, equations (8.19) and, where a step follows a jump or a rejection, (8.20).
    private double error() {
        double[] z1 = stages.stage(0);
        double[] z2 = stages.stage(1);
        double[] z3 = stages.stage(2);
        for (int i = 0; i < from.length; i++) {
            combined[i] = ERROR[0] * z1[i] + ERROR[1] * z2[i] + ERROR[2] * z3[i];
        }
        estimate(slope);
        double error = scale.of(estimate);
        if (error >= 1 && (atStart || rejected)) {
            for (int i = 0; i < from.length; i++) {
                to[i] = from[i] + estimate[i];
            }
            if (equations.rates(previousTime, to, estimate)) {
                estimate(estimate);
                error = scale.of(estimate);
            }
        }
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.max(error, 1e-10);
    }

    private void estimate(double[] rates) {
        for (int i = 0; i < from.length; i++) {
            estimate[i] = algebraic[i] ? rates[i] : (h * rates[i] + combined[i]) / RadauStages.REAL;
        }
        stages.solveReal(estimate);
    }

    private double stretchFor(double error) {
        double safety = SAFETY * (1 + 2 * RadauStages.ITERATIONS)
                / (stages.iterations() + 2 * RadauStages.ITERATIONS);
        return Math.clamp(Math.min(SAFETY, safety) / ErrorScale.root(error, 4), SHORTEST_STRETCH, LONGEST_STRETCH);
    }

    /// @return whether the derivative is finite where the step ends
    boolean arrive(double next) {
        for (int i = 0; i < from.length; i++) {
            to[i] = from[i] + stages.stage(2)[i];
        }
        return equations.rates(next, to, slope);
    }

    /// Takes the step tried last.
    void accept(double next, double error) {
        equations.steps++;
        stages.grow();
        time = next;
        scale.reach(to);
        bend();
        double stretch = stretchFor(error);
        if (!atStart) {
            double trend = SAFETY * h / lastStep * ErrorScale.root(lastError / (error * error), 4);
            stretch = Math.min(stretch, Math.max(trend, SHORTEST_STRETCH));
        }
        lastError = Math.max(1e-2, error);
        lastStep = h;
        atStart = false;
        stretch = rejected ? Math.min(stretch, 1) : stretch;
        rejected = false;
        boolean keep = stages.theta() <= RadauStages.FAST && stretch >= 1 && stretch <= WORTHWHILE;
        h *= keep ? 1 : stretch;
    }

    /// The polynomial through the state and the stages, in divided differences from the end of the step.
    private void bend() {
        for (int i = 0; i < from.length; i++) {
            double z1 = stages.stage(0)[i];
            double z2 = stages.stage(1)[i];
            double z3 = stages.stage(2)[i];
            double first = (z2 - z3) / (C2 - 1);
            double middle = (z1 - z2) / (C1 - C2);
            double beyond = (middle - z1 / C1) / C2;
            dense[0][i] = first;
            dense[1][i] = (middle - first) / (C1 - 1);
            dense[2][i] = dense[1][i] - beyond;
        }
    }

    private void giveUp(double factor, StepFailure.Reason reason, double[] trouble) {
        equations.rejectedSteps++;
        rejected = true;
        h *= factor;
        demandLength(reason, trouble);
        if (stages.age() > 0) {
            stages.evaluateJacobian(previousTime, from);
        }
    }

    @Override
    public void interpolate(double t, double[] y) {
        double s = (t - time) / (time - previousTime);
        for (int i = 0; i < y.length; i++) {
            y[i] = to[i] + s * (dense[0][i] + (s - (C2 - 1)) * (dense[1][i] + (s - (C1 - 1)) * dense[2][i]));
        }
    }

    @Override
    double[] estimate() {
        return estimate;
    }
}
