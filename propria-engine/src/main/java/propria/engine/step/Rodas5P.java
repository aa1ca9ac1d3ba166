package propria.engine.step;

import java.util.Arrays;
import propria.engine.Tolerances;
import propria.engine.linear.LinearSolver;

/// A stiffly accurate Rosenbrock method of order 5 with an error estimate and dense output of order 4 (Steinebach 2023):
/// eight linear systems with one matrix, no iteration, no past. The step follows the error of this step and of the last
/// (Gustafsson, ACM TOMS 1994; Hairer & Wanner II, IV.8).
public final class Rodas5P extends OneStepMethod {

    private static final double SAFETY = 0.9;
    private static final double LONGEST_STRETCH = 6;
    private static final double SHORTEST_STRETCH = 0.2;
    private static final int ERROR_ORDER = 5;
    private static final double SQUARE_ROOT_OF_ROUND_OFF = 1.4901161193847656e-8;

    private final LinearSolver solver;
    private final boolean[] algebraic;
    private final double[] jacobian;
    private final double[][] stages;
    private final double[][] dense;
    private final double[] slope;
    private final double[] slopeInTime;
    private final double[] rates;
    private boolean linearised;
    private double lastAcceptedError;
    private double lastAcceptedStep;
    private boolean rejected;

    public Rodas5P(Equations equations, Tolerances tolerances) {
        super(equations, new ErrorScale(tolerances, equations));
        int n = equations.system().stateCount();
        solver = equations.solver();
        algebraic = equations.algebraic();
        jacobian = new double[equations.system().jacobianPattern().entries()];
        stages = new double[Tableau.STAGES][n];
        dense = new double[Tableau.DENSE.length][n];
        slope = new double[n];
        slopeInTime = new double[n];
        rates = new double[n];
    }

    @Override
    public void start(double t, double[] y, double limit) {
        begin(t, y);
        linearised = false;
        rejected = false;
        lastAcceptedError = 0;
        if (!equations.slopes(t, to, limit - t, slope)) {
            throw new StepFailure(StepFailure.Reason.NOT_FINITE, t, scale.each(slope));
        }
        h = scale.firstStep(equations, t, to, slope, 4, limit - t);
    }

    @Override
    public void step(double limit) {
        turn();
        linearised = false;
        while (true) {
            double next = fit(limit);
            double error = attempt(h);
            if (error <= 1) {
                accept(next, error);
                return;
            }
            reject(error);
        }
    }

    /// Tries one step from where the last one ended.
    ///
    /// @return its error against the tolerances; infinite where it leads nowhere
    double attempt(double step) {
        if (!linearise(step)) {
            return Double.POSITIVE_INFINITY;
        }
        equations.factorisations++;
        if (!solver.factor(jacobian, step * Tableau.GAMMA)) {
            return Double.POSITIVE_INFINITY;
        }
        for (int stage = 0; stage < Tableau.STAGES; stage++) {
            if (!solveStage(stage, step)) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double[] estimate = stages[Tableau.STAGES - 1];
        for (int i = 0; i < to.length; i++) {
            to[i] += estimate[i];
        }
        scale.between(from, to);
        double error = scale.of(estimate);
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }

    /// The derivative and its derivatives by the states and by time where the step begins.
    private boolean linearise(double step) {
        if (linearised) {
            return true;
        }
        double shift = SQUARE_ROOT_OF_ROUND_OFF * Math.max(Math.abs(previousTime), step);
        if (!equations.rates(previousTime, from, slope)) {
            return false;
        }
        equations.byTime(previousTime, from, shift, slope, slopeInTime);
        linearised = equations.finiteJacobian(previousTime, from, jacobian);
        return linearised;
    }

    private boolean solveStage(int stage, double step) {
        System.arraycopy(from, 0, to, 0, from.length);
        combine(Tableau.A[stage], to);
        double[] u = stages[stage];
        if (stage == 0) {
            System.arraycopy(slope, 0, rates, 0, rates.length);
        } else if (!equations.rates(previousTime + Tableau.TIME[stage] * step, to, rates)) {
            System.arraycopy(rates, 0, stages[Tableau.STAGES - 1], 0, rates.length);
            return false;
        }
        Arrays.fill(u, 0);
        combine(Tableau.C[stage], u);
        double share = step * Tableau.D[stage];
        for (int i = 0; i < u.length; i++) {
            double side = rates[i] + share * slopeInTime[i];
            u[i] = algebraic[i] ? side : Tableau.GAMMA * (u[i] + step * side);
        }
        solver.solve(u);
        return true;
    }

    private void combine(double[] shares, double[] sum) {
        for (int j = 0; j < shares.length; j++) {
            double share = shares[j];
            double[] u = stages[j];
            for (int i = 0; i < sum.length; i++) {
                sum[i] += share * u[i];
            }
        }
    }

    /// Takes the step tried last.
    void accept(double next, double error) {
        equations.steps++;
        time = next;
        scale.reach(to);
        for (int k = 0; k < dense.length; k++) {
            Arrays.fill(dense[k], 0);
            combine(Tableau.DENSE[k], dense[k]);
        }
        double bounded = Math.max(error, 1e-10);
        double stretch = SAFETY / ErrorScale.root(bounded, ERROR_ORDER);
        if (lastAcceptedError > 0) {
            double trend = SAFETY * h / lastAcceptedStep
                    * ErrorScale.root(lastAcceptedError / (bounded * bounded), ERROR_ORDER);
            stretch = Math.min(stretch, trend);
        }
        stretch = Math.clamp(stretch, SHORTEST_STRETCH, LONGEST_STRETCH);
        lastAcceptedError = Math.max(bounded, 0.01);
        lastAcceptedStep = h;
        h *= rejected ? Math.min(stretch, 1) : stretch;
        rejected = false;
    }

    private void reject(double error) {
        equations.rejectedSteps++;
        rejected = true;
        double stretch = Double.isInfinite(error) ? 0.25 : SAFETY / ErrorScale.root(error, ERROR_ORDER);
        h *= Math.clamp(stretch, SHORTEST_STRETCH, 1);
        demandLength(reason(error), estimate());
    }

    @Override
    public void interpolate(double t, double[] y) {
        double theta = (t - previousTime) / (time - previousTime);
        double rest = 1 - theta;
        for (int i = 0; i < y.length; i++) {
            double bend = dense[0][i] + theta * (dense[1][i] + theta * dense[2][i]);
            y[i] = rest * from[i] + theta * (to[i] + rest * bend);
        }
    }

    @Override
    double[] estimate() {
        return stages[Tableau.STAGES - 1];
    }

    /// The coefficients of Rodas5P (Steinebach, Construction of Rosenbrock-Wanner method Rodas5P and numerical
    /// benchmarks within the Julia Differential Equations package, BIT Numerical Mathematics 63:27, 2023), in the form
    /// that needs no product with the Jacobian (Hairer & Wanner II, IV.7): stage `i` solves
    ///
    /// `(I / (h gamma) - J) u_i = f(t + c_i h, y + sum(a_ij u_j)) + sum(C_ij u_j) / h + h d_i df/dt`.
    ///
    /// The last three stages end at `t + h`, and each starts from the state of the one before plus its `u`; the last `u`
    /// is the error estimate.
    private static final class Tableau {

        static final int STAGES = 8;

        static final double GAMMA = 0.21193756319429014;

        static final double[][] A = {{}, {3.0}, {2.849394379747939, 0.45842242204463923},
                {-6.954028509809101, 2.489845061869568, -10.358996098473584},
                {2.8029986275628964, 0.5072464736228206, -0.3988312541770524, -0.04721187230404641},
                {-7.502846399306121, 2.561846144803919, -11.627539656261098, -0.18268767659942256,
                        0.030198172008377946},
                {-7.502846399306121, 2.561846144803919, -11.627539656261098, -0.18268767659942256, 0.030198172008377946,
                        1},
                {-7.502846399306121, 2.561846144803919, -11.627539656261098, -0.18268767659942256, 0.030198172008377946,
                        1,
                        1}};

        static final double[][] C = {{}, {-14.155112264123755}, {-17.97296035885952, -2.859693295451294},
                {147.12150275711716, -1.41221402718213, 71.68940251302358},
                {165.43517024871676, -0.4592823456491126, 42.90938336958603, -5.961986721573306},
                {24.854864614690072, -3.0009227002832186, 47.4931110020768, 5.5814197821558125, -0.6610691825249471},
                {30.91273214028599, -3.1208243349937974, 77.79954646070892, 34.28646028294783, -19.097331116725623,
                        -28.087943162872662},
                {37.80277123390563, -3.2571969029072276, 112.26918849496327, 66.9347231244047, -40.06618937091002,
                        -54.66780262877968, -9.48861652309627}};

        /// Where in the step each stage evaluates the derivative.
        static final double[] TIME = {0, 0.6358126895828704, 0.4095798393397535, 0.9769306725060716, 0.4288403609558664,
                1,
                1, 1};

        static final double[] D = {0.21193756319429014, -0.42387512638858027, -0.3384627126235924, 1.8046452872882734,
                2.325825639765069, 0, 0, 0};

        /// The dense output of order 4: three combinations of the `u`.
        static final double[][] DENSE = {
                {25.948786856663858, -2.5579724845846235, 10.433815404888879, -2.3679251022685204, 0.524948541321073,
                        1.1241088310450404, 0.4272876194431874, -0.17202221070155493},
                {-9.91568850695171, -0.9689944594115154, 3.0438037242978453, -24.495224566215796, 20.176138334709044,
                        15.98066361424651, -6.789040303419874, -6.710236069923372},
                {11.419903575922262, 2.8879645146136994, 72.92137995996029, 80.12511834622643, -52.072871366152654,
                        -59.78993625266729, -0.15582684282751913, 4.883087185713722}};
    }
}
