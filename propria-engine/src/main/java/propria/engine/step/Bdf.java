package propria.engine.step;

import propria.engine.Tolerances;
import propria.engine.step.grid.Companion;
import propria.engine.step.grid.Differences;
import propria.engine.step.grid.DividedDifferences;

/// Backward differentiation of order 1 to 5 in the form of numerical differentiation formulas: on a grid of equal steps,
/// rewritten when the step changes (Shampine & Reichelt, The MATLAB ODE Suite, SIAM J. Sci. Comput. 18, 1997). With
/// backward differences `D^k`, a step of order `q` solves
///
/// `sum(k = 1..q, D^k y / k) - kappa_q gamma_q (y - predicted) = h f(t, y)`, `gamma_q = sum(k = 1..q, 1 / k)`.
public final class Bdf implements StepMethod {

    /// Shampine & Reichelt 1997, table 1.
    private static final double[] KAPPA = {0, -0.1850, -1.0 / 9, -0.0823, -0.0415, 0};
    private static final double[] GAMMA = new double[Differences.HIGHEST + 1];
    private static final double[] ALPHA = new double[Differences.HIGHEST + 1];
    private static final double[] ERROR = new double[Differences.HIGHEST + 2];
    /// By order, the share of each difference in `psi`.
    private static final double[][] SHARES = new double[Differences.HIGHEST + 1][Differences.HIGHEST + 1];

    static {
        for (int k = 1; k <= Differences.HIGHEST; k++) {
            GAMMA[k] = GAMMA[k - 1] + 1.0 / k;
        }
        for (int k = 0; k <= Differences.HIGHEST; k++) {
            ALPHA[k] = (1 - KAPPA[k]) * GAMMA[k];
            ERROR[k] = KAPPA[k] * GAMMA[k] + 1.0 / (k + 1);
        }
        for (int order = 1; order <= Differences.HIGHEST; order++) {
            for (int k = 1; k <= order; k++) {
                SHARES[order][k] = GAMMA[k] / ALPHA[order];
            }
        }
    }

    private static final double SAFETY = 0.9;
    private static final double LONGEST_STRETCH = 10;
    private static final double SHORTEST_STRETCH = 0.2;
    /// A longer step is worth new factors only if it is longer by this.
    private static final double WORTHWHILE = 1.2;
    /// After so many rejections in a row the past misleads.
    private static final int FORGET = 3;
    /// A Jacobian older than so many steps is renewed when new factors are due anyway.
    private static final int OLD = 20;

    private final Equations equations;
    private final int highest;
    private final ErrorScale scale;
    private final Newton newton;
    private final Companion companion;
    private final Differences past;
    private final double[] predicted;
    private final double[] psi;
    private final double[] corrected;
    private final double[] correction;
    private final double[] slope;
    private double previousTime;
    private double time;
    private double h;
    private int order;
    private int equalSteps;
    private double plannedFactor;
    private int plannedOrder;

    public Bdf(Equations equations, Tolerances tolerances) {
        this(equations, tolerances, Differences.HIGHEST);
    }

    /// With somebody beside the states.
    public Bdf(Equations equations, Tolerances tolerances, Companion companion) {
        this(equations, tolerances, Differences.HIGHEST, companion);
    }

    /// Of limited order.
    Bdf(Equations equations, Tolerances tolerances, int highest) {
        this(equations, tolerances, highest, Companion.NONE);
    }

    private Bdf(Equations equations, Tolerances tolerances, int highest, Companion companion) {
        int n = equations.system().stateCount();
        this.companion = companion;
        this.equations = equations;
        this.highest = highest;
        scale = new ErrorScale(tolerances, equations);
        newton = new Newton(equations, scale);
        past = new Differences(n);
        predicted = new double[n];
        psi = new double[n];
        corrected = new double[n];
        correction = new double[n];
        slope = new double[n];
    }

    @Override
    public void start(double t, double[] y, double limit) {
        scale.begin(y);
        newton.begin();
        time = t;
        previousTime = t;
        if (!equations.slopes(t, y, limit - t, slope)) {
            throw new StepFailure(StepFailure.Reason.NOT_FINITE, t, scale.each(slope));
        }
        h = scale.firstStep(equations, t, y, slope, 1, limit - t);
        begin(y);
        if (!newton.evaluateJacobian(t, y)) {
            throw new StepFailure(StepFailure.Reason.NOT_FINITE, t, scale.each(slope));
        }
    }

    private void begin(double[] y) {
        past.start(y, slope, h);
        order = 1;
        equalSteps = 0;
        plannedFactor = 1;
        plannedOrder = 1;
        companion.start(time, y, h);
    }

    @Override
    public void step(double limit) {
        order = plannedOrder;
        stretch(plannedFactor);
        plannedFactor = 1;
        for (int rejections = 0;; rejections++) {
            double next = fit(limit);
            predict();
            Newton.Outcome outcome = correct(next);
            if (outcome != Newton.Outcome.CONVERGED) {
                reject(0.5, reason(outcome), newton.trouble());
                continue;
            }
            scale.around(corrected);
            double error = ERROR[order] * scale.of(correction);
            if (error <= 1) {
                error = Math.max(error, companion.correct(next, corrected, h, order));
            }
            if (error <= 1) {
                accept(next, error);
                return;
            }
            reject(Math.max(SHORTEST_STRETCH, stretchFor(error, order)), StepFailure.Reason.ERROR, correction);
            if (rejections == FORGET) {
                forget();
            }
        }
    }

    /// The end of the coming step; one that comes near the limit is made to end there.
    private double fit(double limit) {
        double left = limit - time;
        if (h >= left * (1 - 1e-12)) {
            if (h > left * (1 + 1e-12)) {
                stretch(left / h);
            }
            return limit;
        }
        if (2 * h > left) {
            stretch(0.5 * left / h);
        }
        return time + h;
    }

    private void stretch(double factor) {
        if (factor != 1) {
            past.rescale(order, factor);
            companion.stretch(order, factor);
            h *= factor;
            equalSteps = 0;
        }
    }

    private void predict() {
        past.predict(order, SHARES[order], predicted, psi);
        scale.around(predicted);
    }

    private Newton.Outcome correct(double next) {
        double c = h / ALPHA[order];
        if (!newton.isFactoredFor(c)) {
            if (newton.age() > OLD) {
                newton.evaluateJacobian(next, predicted);
            }
            if (!newton.factor(c)) {
                return Newton.Outcome.NOT_CONVERGED;
            }
        }
        Newton.Outcome outcome = newton.solve(next, c, predicted, psi, corrected, correction);
        if (outcome == Newton.Outcome.CONVERGED || newton.age() == 0) {
            return outcome;
        }
        if (newton.age() > 0 && !newton.evaluateJacobian(next, predicted) || !newton.factor(c)) {
            return Newton.Outcome.NOT_CONVERGED;
        }
        return newton.solve(next, c, predicted, psi, corrected, correction);
    }

    private static StepFailure.Reason reason(Newton.Outcome outcome) {
        return outcome == Newton.Outcome.NOT_FINITE
                ? StepFailure.Reason.NOT_FINITE
                : StepFailure.Reason.CONVERGENCE;
    }

    private void reject(double factor, StepFailure.Reason reason, double[] trouble) {
        equations.rejectedSteps++;
        if (h * factor <= 10 * Math.ulp(time)) {
            throw new StepFailure(reason, time, scale.each(trouble));
        }
        stretch(factor);
    }

    /// Starts again with a straight line: the polynomial of the past does not continue.
    private void forget() {
        double[] y = past.row(0);
        if (order > 1 && equations.slopes(time, y, h, slope)) {
            System.arraycopy(y, 0, corrected, 0, y.length);
            begin(corrected);
        }
    }

    private void accept(double next, double error) {
        equations.steps++;
        newton.grow();
        previousTime = time;
        time = next;
        past.append(order, correction);
        scale.reach(past.row(0));
        companion.accept(next, h, order);
        equalSteps++;
        plannedOrder = order;
        if (equalSteps > order) {
            plan(error);
        }
    }

    /// The order that promises the longest next step.
    private void plan(double error) {
        double best = stretchFor(error, order);
        if (order > 1) {
            double lower = stretchFor(difference(order), order - 1);
            if (lower > best) {
                best = lower;
                plannedOrder = order - 1;
            }
        }
        if (order < highest) {
            double higher = stretchFor(difference(order + 2), order + 1);
            if (higher > best) {
                best = higher;
                plannedOrder = order + 1;
            }
        }
        if (best >= WORTHWHILE || best < 1) {
            plannedFactor = Math.clamp(best, SHORTEST_STRETCH, LONGEST_STRETCH);
        } else {
            plannedOrder = order;
        }
    }

    /// The error of the order below a difference, of which it is a multiple.
    private double difference(int k) {
        return ERROR[k - 1] * Math.max(scale.of(past.row(k)), companion.difference(k));
    }

    /// The share of the `k`-th backward difference in the `psi` of a step.
    public static double share(int k, int order) {
        return GAMMA[k] / ALPHA[order];
    }

    /// By what the derivative is multiplied in a step of length `h`.
    public static double factor(double h, int order) {
        return h / ALPHA[order];
    }

    /// The share of the correction that is the error of a step.
    public static double error(int order) {
        return ERROR[order];
    }

    /// By how much a step of an order could be longer, were its error this; less where the iteration was slow.
    private double stretchFor(double error, int ofOrder) {
        double safety = SAFETY * 9.0 / (8.0 + newton.iterations());
        return safety / ErrorScale.root(Math.max(error, 1e-30), ofOrder + 1);
    }

    /// How fast the fastest state moves, by the Jacobian evaluated last.
    double fastestRate() {
        return newton.fastestRate();
    }

    /// Evaluates the Jacobian elsewhere than on the way.
    ///
    /// @return whether it is finite
    boolean look(double t, double[] y) {
        scale.around(y);
        return newton.evaluateJacobian(t, y);
    }

    /// How long a step of the best order would be for a solution that another method follows: from the error of each order,
    /// which is the share of the next difference, in steps that the divided differences are stretched to.
    double project(DividedDifferences other) {
        other.divide();
        scale.around(other.last());
        double longest = 0;
        double factorial = 1;
        for (int k = 1; k <= highest; k++) {
            factorial *= k + 1;
            double error = ERROR[k] * factorial * scale.of(other.row(k + 1));
            longest = Math.max(longest, SAFETY / ErrorScale.root(Math.max(error, 1e-300), k + 1));
        }
        return longest;
    }

    /// The length of the coming step.
    double length() {
        return h;
    }

    @Override
    public double previousTime() {
        return previousTime;
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public double[] state() {
        return past.row(0);
    }

    @Override
    public void interpolate(double t, double[] y) {
        past.interpolate(order, (t - time) / h, y);
    }

    @Override
    public double[] scaledErrors() {
        double[] errors = scale.each(correction);
        for (int i = 0; i < errors.length; i++) {
            errors[i] *= ERROR[order];
        }
        return errors;
    }
}
