package propria.engine.solve;

import java.util.Arrays;
import propria.engine.Tolerances;
import propria.engine.linear.LinearSolver;

/// Backward differentiation in the NDF form with variable order 1 to 5 and quasi-constant steps, on backward differences
/// (L. F. Shampine & M. W. Reichelt, The MATLAB ODE Suite, SIAM J. Sci. Comput. 18, 1997; equation numbers from there).
/// The Jacobian is kept until Newton's iteration fails with it; the factorisation until step or order change.
public final class Bdf implements StepMethod {

    private static final int MAX_ORDER = 5;
    private static final int NEWTON_ITERATIONS = 4;
    /// The kappa of table 1; of order 5 the plain BDF is taken.
    private static final double[] KAPPA = {0, -0.1850, -1.0 / 9, -0.0823, -0.0415, 0};
    private static final double[] GAMMA = new double[MAX_ORDER + 1];
    private static final double[] ALPHA = new double[MAX_ORDER + 1];
    /// The local error is `ERROR[k]` times the difference of order `k + 1`.
    private static final double[] ERROR = new double[MAX_ORDER + 1];

    static {
        for (int k = 0; k <= MAX_ORDER; k++) {
            GAMMA[k] = k == 0 ? 0 : GAMMA[k - 1] + 1.0 / k;
            ALPHA[k] = (1 - KAPPA[k]) * GAMMA[k];
            ERROR[k] = KAPPA[k] * GAMMA[k] + 1.0 / (k + 1);
        }
    }

    private final Equations equations;
    private final ErrorScale scale;
    private final LinearSolver solver;
    private final double newtonTolerance;
    private final Differences differences;
    private final double[] jacobian;
    private final double[] predicted;
    private final double[] y;
    private final double[] sum;
    private final double[] rates;
    private final double[] change;
    private final double[] correction;
    private double t;
    private double previous;
    private double h;
    private int order;
    private int equalSteps;
    private boolean jacobianIsFresh;
    private double factoredFor;
    private int iterations;

    public Bdf(Equations equations, Tolerances tolerances) {
        int n = equations.system().stateCount();
        this.equations = equations;
        this.scale = new ErrorScale(tolerances);
        this.solver = LinearSolver.of(equations.system().jacobianPattern());
        this.newtonTolerance = Math.max(10 * Math.ulp(1.0) / tolerances.relative(),
                Math.min(0.03, Math.sqrt(tolerances.relative())));
        this.differences = new Differences(n, MAX_ORDER);
        this.jacobian = new double[equations.system().jacobianPattern().entries()];
        this.predicted = new double[n];
        this.y = new double[n];
        this.sum = new double[n];
        this.rates = new double[n];
        this.change = new double[n];
        this.correction = new double[n];
    }

    @Override
    public void start(double time, double[] state, double limit) {
        t = time;
        previous = time;
        System.arraycopy(state, 0, y, 0, y.length);
        equations.rates(t, y, rates);
        h = scale.firstStep(equations, t, y, rates, limit, 1, sum, correction);
        order = 1;
        equalSteps = 0;
        differences.start(y, rates, h);
        refreshJacobian(t, y);
    }

    @Override
    public void step(double limit) {
        double least = 10 * Math.ulp(t);
        limitStep(limit);
        while (true) {
            if (h < least || !Double.isFinite(h)) {
                throw new StepFailure("the step became too small", t, scaledErrors());
            }
            double next = Math.abs(limit - (t + h)) <= least ? limit : t + h;
            if (!solveStep(next)) {
                equations.rejectedSteps++;
                continue;
            }
            double safety = 0.9 * (2.0 * NEWTON_ITERATIONS + 1) / (2.0 * NEWTON_ITERATIONS + iterations);
            double error = scale.norm(change, ERROR[order], y);
            if (error <= 1) {
                accept(next, error, safety);
                return;
            }
            equations.rejectedSteps++;
            resize(Math.max(0.2, safety * StrictMath.pow(error, -1.0 / (order + 1))));
        }
    }

    private void limitStep(double limit) {
        if (t + h > limit) {
            resize((limit - t) / h);
        } else if (t + 2 * h > limit && t + h < limit) {
            resize((limit - t) / (2 * h));
        }
    }

    /// Predicts and corrects; on failure has made the step smaller or the Jacobian fresh.
    private boolean solveStep(double next) {
        differences.predict(order, predicted);
        differences.weightedSum(order, GAMMA, 1 / ALPHA[order], sum);
        while (true) {
            double c = h / ALPHA[order];
            if (factoredFor != c) {
                equations.factorisations++;
                if (!solver.factor(jacobian, c)) {
                    resize(0.3);
                    return false;
                }
                factoredFor = c;
            }
            if (converges(next, c)) {
                return true;
            }
            if (jacobianIsFresh) {
                resize(0.5);
                return false;
            }
            refreshJacobian(next, predicted);
        }
    }

    /// Newton's iteration for `d` in `d = c f(t, predicted + d) - sum` (section 2.3).
    private boolean converges(double next, double c) {
        Arrays.fill(change, 0);
        System.arraycopy(predicted, 0, y, 0, y.length);
        double before = Double.NaN;
        for (iterations = 1; iterations <= NEWTON_ITERATIONS; iterations++) {
            equations.rates(next, y, rates);
            for (int i = 0; i < y.length; i++) {
                correction[i] = c * rates[i] - sum[i] - change[i];
            }
            solver.solve(correction);
            double size = scale.norm(correction, 1, predicted);
            double rate = size / before;
            if (!Double.isFinite(size)
                    || rate >= 1
                    || StrictMath.pow(rate, NEWTON_ITERATIONS - iterations) / (1 - rate) * size > newtonTolerance
                            && iterations > 1) {
                return false;
            }
            for (int i = 0; i < y.length; i++) {
                y[i] += correction[i];
                change[i] += correction[i];
            }
            if (size == 0 || rate / (1 - rate) * size < newtonTolerance) {
                return true;
            }
            before = size;
        }
        return false;
    }

    private void accept(double next, double error, double safety) {
        equations.steps++;
        equalSteps++;
        previous = t;
        t = next;
        jacobianIsFresh = false;
        differences.accept(order, change, h);
        if (equalSteps < order + 1) {
            return;
        }
        double below = order > 1 ? scale.norm(differences.of(order), ERROR[order - 1], y) : Double.POSITIVE_INFINITY;
        double above = order < MAX_ORDER
                ? scale.norm(differences.of(order + 2), ERROR[order + 1], y)
                : Double.POSITIVE_INFINITY;
        double lower = growth(below, order);
        double same = growth(error, order + 1);
        double higher = growth(above, order + 2);
        double best = Math.max(same, Math.max(lower, higher));
        if (best == lower && lower > same) {
            order--;
        } else if (best == higher && higher > same) {
            order++;
        }
        resize(Math.min(10, safety * best));
    }

    private static double growth(double error, int exponent) {
        return error == 0 ? 10 : StrictMath.pow(error, -1.0 / exponent);
    }

    private void resize(double factor) {
        h *= factor;
        equalSteps = 0;
        differences.resize(order, factor);
    }

    private void refreshJacobian(double time, double[] at) {
        equations.jacobian(time, at, jacobian);
        jacobianIsFresh = true;
        factoredFor = Double.NaN;
    }

    @Override
    public double time() {
        return t;
    }

    @Override
    public double previousTime() {
        return previous;
    }

    @Override
    public double[] state() {
        return y;
    }

    @Override
    public void interpolate(double at, double[] into) {
        differences.interpolate(t, at, into);
    }

    @Override
    public double[] scaledErrors() {
        double[] errors = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            errors[i] = Math.abs(ERROR[order] * change[i]) / scale.of(y[i]);
        }
        return errors;
    }
}
