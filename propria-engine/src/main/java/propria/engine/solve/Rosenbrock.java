package propria.engine.solve;

import propria.engine.Tolerances;
import propria.engine.linear.LinearSolver;

/// RODAS: a stiffly accurate Rosenbrock method of order 4 with an embedded order 3 and dense output (E. Hairer & G.
/// Wanner, Solving Ordinary Differential Equations II, 1996, section IV.10; coefficients of its method 1). It needs no
/// start-up after a dose. A derivative with respect to time is taken as a difference quotient.
public final class Rosenbrock implements StepMethod {

    private static final double GAMMA = 0.25;
    private static final int STAGES = 6;
    private static final double[][] A = {{}, {1.544}, {0.9466785280815826, 0.2557011698983284},
            {3.314825187068521, 2.896124015972201, 0.9986419139977817},
            {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950}};
    private static final double[][] C = {{}, {-5.6688}, {-2.430093356833875, -0.2063599157091915},
            {-0.1073529058151375, -9.594562251023355, -20.47028614809616},
            {7.496443313967647, -10.24680431464352, -33.99990352819905, 11.70890893206160},
            {8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054}};
    private static final double[] NODES = {0, 0.386, 0.21, 0.63, 1, 1};
    private static final double[] TIME = {0.25, -0.1043, 0.1035, -0.03620000000000023, 0, 0};
    private static final double[] D2 = {10.12623508344586, -7.487995877610167, -34.80091861555747, -7.992771707568823,
            1.025137723295662};
    private static final double[] D3 = {-0.6762803392801253, 6.087714651680015, 16.43084320892478, 24.76722511418386,
            -6.594389125716872};

    private final Equations equations;
    private final ErrorScale scale;
    private final LinearSolver solver;
    private final double[] jacobian;
    private final double[][] k;
    private final double[] y;
    private final double[] before;
    private final double[] stage;
    private final double[] rates;
    private final double[] moved;
    private final double[] slope;
    private final double[] second;
    private final double[] third;
    private double t;
    private double previous;
    private double h;
    private boolean rejected;

    public Rosenbrock(Equations equations, Tolerances tolerances) {
        int n = equations.system().stateCount();
        this.equations = equations;
        this.scale = new ErrorScale(tolerances);
        this.solver = LinearSolver.of(equations.system().jacobianPattern());
        this.jacobian = new double[equations.system().jacobianPattern().entries()];
        this.k = new double[STAGES][n];
        this.y = new double[n];
        this.before = new double[n];
        this.stage = new double[n];
        this.rates = new double[n];
        this.moved = new double[n];
        this.slope = new double[n];
        this.second = new double[n];
        this.third = new double[n];
    }

    @Override
    public void start(double time, double[] state, double limit) {
        t = time;
        previous = time;
        System.arraycopy(state, 0, y, 0, y.length);
        System.arraycopy(state, 0, before, 0, y.length);
        equations.rates(t, y, rates);
        h = scale.firstStep(equations, t, y, rates, limit, 3, stage, moved);
        rejected = false;
    }

    @Override
    public void step(double limit) {
        double least = 10 * Math.ulp(t);
        System.arraycopy(y, 0, before, 0, y.length);
        equations.rates(t, before, rates);
        equations.jacobian(t, before, jacobian);
        timeDerivative(limit);
        while (true) {
            double planned = h;
            double step = Math.min(h, limit - t);
            if (limit - t - step < step && limit - t > step) {
                step = (limit - t) / 2;
            }
            if (step < least || !Double.isFinite(step)) {
                throw new StepFailure("the step became too small", t, scaledErrors());
            }
            equations.factorisations++;
            double error = solver.factor(jacobian, GAMMA * step) ? attempt(step) : Double.POSITIVE_INFINITY;
            double factor = Double.isFinite(error)
                    ? Math.max(0.2, Math.min(6, 0.9 * StrictMath.pow(Math.max(error, 1e-10), -0.25)))
                    : 0.2;
            if (error <= 1) {
                accept(step, limit, least);
                h = Math.max(step * (rejected ? Math.min(1, factor) : factor), step < planned ? planned : 0);
                rejected = false;
                return;
            }
            equations.rejectedSteps++;
            rejected = true;
            h = step * factor;
        }
    }

    private void accept(double step, double limit, double least) {
        equations.steps++;
        previous = t;
        t = Math.abs(limit - (t + step)) <= least ? limit : t + step;
        for (int i = 0; i < y.length; i++) {
            double two = 0;
            double three = 0;
            for (int j = 0; j < 5; j++) {
                two += D2[j] * k[j][i];
                three += D3[j] * k[j][i];
            }
            second[i] = two;
            third[i] = three;
        }
    }

    private void timeDerivative(double limit) {
        double step = Math.max(1e-7 * Math.min(h, limit - t), 4 * Math.ulp(t));
        equations.rates(t + step, before, slope);
        for (int i = 0; i < slope.length; i++) {
            slope[i] = (slope[i] - rates[i]) / step;
        }
    }

    /// The stages in the transformed form: `(I/(h gamma) - J) k = f + sum of C k / h + h gamma_i df/dt`. Leaves the new
    /// state in `y` and gives the error in units of the tolerance.
    private double attempt(double step) {
        for (int i = 0; i < STAGES; i++) {
            System.arraycopy(before, 0, stage, 0, y.length);
            if (i == STAGES - 1) {
                System.arraycopy(y, 0, stage, 0, y.length);
            } else {
                for (int j = 0; j < i; j++) {
                    add(stage, A[i][j], k[j]);
                }
            }
            if (i == 4) {
                System.arraycopy(stage, 0, y, 0, y.length);
            }
            if (i > 0) {
                equations.rates(t + NODES[i] * step, stage, moved);
            } else {
                System.arraycopy(rates, 0, moved, 0, y.length);
            }
            solveStage(i, step);
            if (i == 4) {
                add(y, 1, k[4]);
            }
        }
        add(y, 1, k[5]);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double e = k[5][i] / scale.of(Math.max(Math.abs(y[i]), Math.abs(before[i])));
            sum += e * e;
        }
        return y.length == 0 ? 0 : Math.sqrt(sum / y.length);
    }

    private void solveStage(int i, double step) {
        double[] result = k[i];
        double scaleBy = GAMMA * step;
        for (int s = 0; s < result.length; s++) {
            double sum = 0;
            for (int j = 0; j < i; j++) {
                sum += C[i][j] * k[j][s];
            }
            result[s] = scaleBy * (moved[s] + sum / step + step * TIME[i] * slope[s]);
        }
        solver.solve(result);
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
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
        double s = t == previous ? 1 : (at - previous) / (t - previous);
        for (int i = 0; i < into.length; i++) {
            into[i] = before[i] * (1 - s) + s * (y[i] + (1 - s) * (second[i] + s * third[i]));
        }
    }

    @Override
    public double[] scaledErrors() {
        double[] errors = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            errors[i] = Math.abs(k[5][i]) / scale.of(y[i]);
        }
        return errors;
    }
}
