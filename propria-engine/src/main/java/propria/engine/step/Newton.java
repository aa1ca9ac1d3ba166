package propria.engine.step;

import java.util.Arrays;
import propria.engine.constraint.Constraints;
import propria.engine.linear.LinearSolver;

/// Solves the equation of an implicit step, `d = c f(t, predicted + d) - psi`, by Newton's method with an old Jacobian
/// and old factors as long as they serve, and for algebraic states `0 = f(t, predicted + d)` (Hairer & Wanner, Solving Ordinary Differential Equations II, IV.8).
final class Newton {

    /// What an iteration came to.
    enum Outcome {
        CONVERGED,
        NOT_CONVERGED,
        NOT_FINITE
    }

    private static final int ITERATIONS = 4;

    /// What is left of the iteration may come to this share of the tolerated error; a tenth, as in CVODE (Hindmarsh et
    /// al., ACM TOMS 2005). A smaller share takes half as many iterations again and makes the result little better.
    private static final double CLOSE = 0.1;

    private static final double SLOWING = 0.1;

    /// So many times slower than with the last factors an iteration is taken to be with new ones of another step length, and
    /// slower yet where the step is longer: the Jacobian has not changed, or has become better. Taking it to be of unknown
    /// speed costs a second iteration after each factoring; trusting it whole lets steps fail on strongly curved systems
    /// (decision 32).
    private static final double DISTRUST = 3;

    private static final long UNUSABLE = 1L << 40;

    private final Equations equations;
    private final ErrorScale scale;
    private final LinearSolver solver;
    private final int[] held;
    private final double[] jacobian;
    private final double[] rates;
    private final double[] change;
    private final double tolerance;
    private double factoredFor;
    private double lastFactored;
    private double rate;
    private long age;
    private int iterations;

    Newton(Equations equations, ErrorScale scale) {
        this.equations = equations;
        this.scale = scale;
        solver = equations.solver();
        held = Constraints.held(equations.system());
        tolerance = Math.max(10 * Math.ulp(1.0) / scale.relative(), CLOSE);
        jacobian = new double[equations.system().jacobianPattern().entries()];
        rates = new double[equations.system().stateCount()];
        change = new double[rates.length];
    }

    /// Forgets how fast iterations have been.
    void begin() {
        lastFactored = 0;
        rate = 1;
    }

    /// The number of accepted steps since the Jacobian was evaluated.
    long age() {
        return age;
    }

    void grow() {
        age++;
    }

    int iterations() {
        return iterations;
    }

    /// Where the derivative is not finite, or else how the last iteration changed the states.
    double[] trouble() {
        return change;
    }

    boolean evaluateJacobian(double t, double[] y) {
        factoredFor = 0;
        boolean finite = equations.finiteJacobian(t, y, jacobian);
        age = finite ? 0 : UNUSABLE;
        return finite;
    }

    /// A bound of the eigenvalues of the Jacobian.
    double fastestRate() {
        return scale.norm(equations.system().jacobianPattern(), jacobian);
    }

    boolean isFactoredFor(double c) {
        return factoredFor == c;
    }

    boolean factor(double c) {
        equations.factorisations++;
        boolean done = solver.factor(jacobian, c);
        factoredFor = done ? c : 0;
        rate = done && lastFactored > 0 ? Math.min(1, DISTRUST * rate * Math.max(1, c / lastFactored)) : 1;
        lastFactored = c;
        return done;
    }

    /// Iterates.
    ///
    /// @param predicted where the iteration starts; read
    /// @param y the solution
    /// @param d the difference between both
    Outcome solve(double t, double c, double[] predicted, double[] psi, double[] y, double[] d) {
        System.arraycopy(predicted, 0, y, 0, y.length);
        Arrays.fill(d, 0);
        double previous = 0;
        for (iterations = 1; iterations <= ITERATIONS; iterations++) {
            if (!equations.rates(t, y, rates)) {
                System.arraycopy(rates, 0, change, 0, rates.length);
                return Outcome.NOT_FINITE;
            }
            double size = correct(c, psi, y, d);
            if (iterations > 1) {
                double observed = size / previous;
                if (!(size <= tolerance) && !(observed < 1 && sizeAtEnd(size, observed) <= tolerance)) {
                    return Double.isNaN(size) ? Outcome.NOT_FINITE : Outcome.NOT_CONVERGED;
                }
                rate = Math.max(SLOWING * rate, observed);
            }
            if (rate < 1 && size * rate / (1 - rate) <= tolerance || size <= 0.03 * tolerance) {
                return Outcome.CONVERGED;
            }
            previous = size;
        }
        return Outcome.NOT_CONVERGED;
    }

    /// How far from the solution the last iteration will end, each one shortening the change by `rate`.
    private double sizeAtEnd(double size, double rate) {
        double left = size / (1 - rate);
        for (int i = iterations; i < ITERATIONS; i++) {
            left *= rate;
        }
        return left;
    }

    private double correct(double c, double[] psi, double[] y, double[] d) {
        for (int i = 0; i < y.length; i++) {
            change[i] = c * rates[i] - psi[i] - d[i];
        }
        for (int state : held) {
            change[state] = rates[state];
        }
        solver.solve(change);
        for (int i = 0; i < y.length; i++) {
            y[i] += change[i];
            d[i] += change[i];
        }
        return scale.of(change);
    }
}
