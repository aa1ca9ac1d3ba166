package propria.engine.step;

import java.util.Arrays;
import propria.engine.linear.LinearSolver;
import propria.engine.linear.PairSolver;
import propria.engine.math.Elementary;

/// Solves the equations of the three stages of [RadauIIA5], `z_i = h sum(a_ij f(t + c_j h, y + z_j))`, by Newton's
/// method. In the variables `w = T^-1 z` the linear systems of one iteration fall apart into a real one and a complex
/// pair (Hairer & Wanner, Solving Ordinary Differential Equations II, IV.8), with the eigenvalues [#REAL] and
/// `[#ALPHA] ± [#BETA] i` of the inverse of the matrix `a`.
final class RadauStages {

    static final int STAGES = 3;
    static final int ITERATIONS = 7;

    /// An iteration that converges as fast as this does not need a new Jacobian.
    static final double FAST = 1e-3;

    private static final double ROOT_OF_6 = 2.449489742783178;
    static final double[] TIME = {(4 - ROOT_OF_6) / 10, (4 + ROOT_OF_6) / 10, 1};

    static final double REAL = 3.6378342527444957;
    private static final double ALPHA = 2.6810828736277521;
    private static final double BETA = 3.0504301992474105;
    private static final double SQUARE = ALPHA * ALPHA + BETA * BETA;

    private static final double[][] T = {
            {9.1232394870892942792e-02, -0.14125529502095420843, -3.0029194105147424492e-02},
            {0.24171793270710701896, 0.20412935229379993199, 0.38294211275726193779},
            {0.96604818261509293619, 1, 0}};
    private static final double[][] INVERSE = {
            {4.3255798900631553510, 0.33919925181580986954, 0.54177053993587487119},
            {-4.1787185915519047273, -0.32768282076106238708, 0.47662355450055045196},
            {-0.50287263494578687595, 2.5719269498556054292, -0.59603920482822492497}};

    private static final long UNUSABLE = 1L << 40;

    private final Equations equations;
    private final ErrorScale scale;
    private final LinearSolver solver;
    private final PairSolver pair;
    private final boolean[] algebraic;
    private final double[] jacobian;
    private final double[][] z;
    private final double[][] w;
    private final double[][] rates;
    private final double[] y;
    private final double tolerance;
    private double factoredFor;
    private double convergence = 1;
    private double theta;
    private double suggested;
    private long age;
    private int iterations;

    RadauStages(Equations equations, ErrorScale scale) {
        int n = equations.system().stateCount();
        this.equations = equations;
        this.scale = scale;
        algebraic = equations.algebraic();
        solver = LinearSolver.of(equations.system().jacobianPattern(), algebraic);
        pair = new PairSolver(equations.system().jacobianPattern(), algebraic, ALPHA / SQUARE, BETA / SQUARE);
        jacobian = new double[equations.system().jacobianPattern().entries()];
        z = new double[STAGES][n];
        w = new double[STAGES][n];
        rates = new double[STAGES][n];
        y = new double[n];
        tolerance = Math.max(10 * Math.ulp(1.0) / scale.relative(),
                Math.min(0.03, StrictMath.sqrt(scale.relative())));
    }

    double[] stage(int k) {
        return z[k];
    }

    int iterations() {
        return iterations;
    }

    /// By what each iteration shortened the change.
    double theta() {
        return theta;
    }

    /// By what the step is better multiplied after an iteration that did not converge.
    double suggested() {
        return suggested;
    }

    /// The number of accepted steps since the Jacobian was evaluated.
    long age() {
        return age;
    }

    void grow() {
        age++;
    }

    boolean evaluateJacobian(double t, double[] state) {
        factoredFor = 0;
        boolean finite = equations.finiteJacobian(t, state, jacobian);
        age = finite ? 0 : UNUSABLE;
        return finite;
    }

    boolean factor(double h) {
        if (factoredFor == h) {
            return true;
        }
        equations.factorisations++;
        boolean done = solver.factor(jacobian, h / REAL) && pair.factor(jacobian, h);
        factoredFor = done ? h : 0;
        return done;
    }

    /// Replaces `b` by the solution of `(I - h / REAL J) x = b`.
    void solveReal(double[] b) {
        solver.solve(b);
    }

    /// Starts the iteration at the stages, or at rest.
    void begin(boolean atRest) {
        for (int k = 0; k < STAGES; k++) {
            if (atRest) {
                Arrays.fill(z[k], 0);
            }
            Arrays.fill(w[k], 0);
        }
        if (!atRest) {
            for (int i = 0; i < y.length; i++) {
                for (int k = 0; k < STAGES; k++) {
                    w[k][i] = transformed(k, z, i);
                }
            }
        }
    }

    private static double transformed(int k, double[][] values, int i) {
        return INVERSE[k][0] * values[0][i] + INVERSE[k][1] * values[1][i] + INVERSE[k][2] * values[2][i];
    }

    /// Iterates from [#begin] on.
    ///
    /// @return whether the stages solve their equations; if not, a step [#suggested] times as long may do
    boolean solve(double t, double h, double[] from) {
        suggested = 0.5;
        double previous = 0;
        double previousRatio = 1;
        theta = FAST;
        convergence = Elementary.pow(Math.max(convergence, Math.ulp(1.0)), 0.8);
        for (iterations = 1; iterations <= ITERATIONS; iterations++) {
            if (!evaluate(t, h, from)) {
                return false;
            }
            double size = correct(h);
            if (Double.isNaN(size)) {
                return false;
            }
            if (iterations > 1) {
                double ratio = size / previous;
                theta = iterations == 2 ? ratio : StrictMath.sqrt(ratio * previousRatio);
                previousRatio = ratio;
                if (!(theta < 0.99)) {
                    return false;
                }
                convergence = theta / (1 - theta);
                if (!isInTime(convergence * size)) {
                    return false;
                }
            }
            previous = Math.max(size, Double.MIN_NORMAL);
            if (convergence * size <= tolerance) {
                return true;
            }
        }
        return false;
    }

    /// Whether the iterations left suffice.
    private boolean isInTime(double distance) {
        double left = distance;
        for (int i = iterations; i < ITERATIONS; i++) {
            left *= theta;
        }
        if (left < tolerance) {
            return true;
        }
        double excess = Math.clamp(left / tolerance, 1e-4, 20);
        suggested = 0.8 / ErrorScale.root(excess, 4 + ITERATIONS - 1 - Math.min(iterations, ITERATIONS - 1));
        return false;
    }

    private boolean evaluate(double t, double h, double[] from) {
        for (int k = 0; k < STAGES; k++) {
            for (int i = 0; i < y.length; i++) {
                y[i] = from[i] + z[k][i];
            }
            if (!equations.rates(t + TIME[k] * h, y, rates[k])) {
                return false;
            }
        }
        return true;
    }

    private double correct(double h) {
        double real = 1 / REAL;
        double a = ALPHA / SQUARE;
        double b = BETA / SQUARE;
        for (int i = 0; i < y.length; i++) {
            double one = transformed(0, rates, i);
            double two = transformed(1, rates, i);
            double three = transformed(2, rates, i);
            boolean held = algebraic[i];
            double step = held ? 1 : h;
            rates[0][i] = (held ? 1 : real * h) * one - (held ? 0 : w[0][i]);
            rates[1][i] = step * (a * two + b * three) - (held ? 0 : w[1][i]);
            rates[2][i] = step * (a * three - b * two) - (held ? 0 : w[2][i]);
        }
        solver.solve(rates[0]);
        pair.solve(rates[1], rates[2]);
        for (int k = 0; k < STAGES; k++) {
            for (int i = 0; i < y.length; i++) {
                w[k][i] += rates[k][i];
            }
        }
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < STAGES; k++) {
                z[k][i] = T[k][0] * w[0][i] + T[k][1] * w[1][i] + T[k][2] * w[2][i];
            }
        }
        return Math.max(scale.of(rates[0]), Math.max(scale.of(rates[1]), scale.of(rates[2])));
    }

    /// Where the derivative is not finite, or else how the last iteration changed the states.
    double[] trouble() {
        return rates[0];
    }
}
