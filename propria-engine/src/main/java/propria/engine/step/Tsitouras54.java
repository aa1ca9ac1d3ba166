package propria.engine.step;

import java.util.Arrays;
import propria.engine.Tolerances;
import propria.engine.math.Elementary;

/// An explicit Runge-Kutta method of order 5 with an error estimate and dense output of order 4 (Tsitouras, Runge-Kutta
/// pairs of order 5(4) satisfying only the first column simplifying assumption, Comput. Math. Appl. 62 (2011) 770,
/// doi:10.1016/j.camwa.2011.06.002): six derivatives a step, no Jacobian, for systems that are not stiff. The step
/// follows the error of this step and of the last (Gustafsson, ACM TOMS 17 (1991) 533).
public final class Tsitouras54 extends OneStepMethod {

    private static final double SAFETY = 0.9;
    private static final double LONGEST_STRETCH = 10;
    private static final double SHORTEST_STRETCH = 0.2;
    private static final double NOW = 0.7 / 5;
    private static final double BEFORE = 0.4 / 5;
    /// Where stability ends on the negative axis is at 3.5.
    private static final double NEAR_THE_END = 3.25;
    private static final int SUSPICIONS = 15;
    private static final int ACQUITTALS = 6;
    private static final int LAST = 6;

    private final double[][] slopes;
    private final double[] sixth;
    private final double[] estimate;
    private double lastError;
    private boolean rejected;
    private int suspicions;
    private int acquittals;

    public Tsitouras54(Equations equations, Tolerances tolerances) {
        super(equations, new ErrorScale(tolerances, equations));
        int n = equations.system().stateCount();
        slopes = new double[LAST + 1][n];
        sixth = new double[n];
        estimate = new double[n];
    }

    @Override
    public void start(double t, double[] y, double limit) {
        if (!isBegun(t, y)) {
            throw new StepFailure(StepFailure.Reason.NOT_FINITE, t, scale.each(slopes[LAST]));
        }
        h = scale.firstStep(equations, t, to, slopes[LAST], 4, limit - t);
    }

    /// Starts with a step of a given length.
    ///
    /// @return whether it is made; if not, nothing has happened but work
    boolean tries(double t, double[] y, double length, double limit) {
        if (!isBegun(t, y)) {
            return false;
        }
        h = length;
        turn();
        double next = fit(limit);
        double error = attempt(h);
        if (error <= 1) {
            accept(next, error);
        } else {
            equations.rejectedSteps++;
        }
        return error <= 1;
    }

    /// @return whether there is a way to go
    private boolean isBegun(double t, double[] y) {
        begin(t, y);
        lastError = 1e-4;
        rejected = false;
        suspicions = 0;
        acquittals = 0;
        return equations.rates(t, to, slopes[LAST]);
    }

    @Override
    public void step(double limit) {
        turn();
        while (true) {
            double next = fit(limit);
            double error = attempt(h);
            if (error <= 1) {
                accept(next, error);
                return;
            }
            equations.rejectedSteps++;
            rejected = true;
            h *= Double.isInfinite(error) ? 0.25 : Math.max(SHORTEST_STRETCH, SAFETY / ErrorScale.root(error, 5));
            demandLength(reason(error), estimate);
        }
    }

    @Override
    void turn() {
        super.turn();
        double[] first = slopes[0];
        slopes[0] = slopes[LAST];
        slopes[LAST] = first;
    }

    /// Tries one step from where the last one ended.
    ///
    /// @return its error against the tolerances; infinite where it leads nowhere
    double attempt(double step) {
        for (int stage = 1; stage <= LAST; stage++) {
            double[] y = stage == LAST - 1 ? sixth : to;
            System.arraycopy(from, 0, y, 0, y.length);
            combine(Tableau.A[stage], step, y);
            if (!equations.rates(previousTime + Tableau.TIME[stage] * step, y, slopes[stage])) {
                System.arraycopy(slopes[stage], 0, estimate, 0, y.length);
                return Double.POSITIVE_INFINITY;
            }
        }
        Arrays.fill(estimate, 0);
        combine(Tableau.ERROR, step, estimate);
        scale.between(from, to);
        double error = scale.of(estimate);
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }

    private void combine(double[] shares, double step, double[] sum) {
        for (int j = 0; j < shares.length; j++) {
            double share = step * shares[j];
            double[] slope = slopes[j];
            for (int i = 0; i < sum.length; i++) {
                sum[i] += share * slope[i];
            }
        }
    }

    /// Takes the step tried last.
    void accept(double next, double error) {
        equations.steps++;
        time = next;
        scale.reach(to);
        watchStiffness();
        double bounded = Math.max(error, 1e-10);
        double stretch = SAFETY * Elementary.pow(lastError, BEFORE) / Elementary.pow(bounded, NOW);
        stretch = Math.clamp(stretch, SHORTEST_STRETCH, rejected ? 1 : LONGEST_STRETCH);
        lastError = Math.max(bounded, 1e-4);
        rejected = false;
        h *= stretch;
    }

    /// The last two derivatives belong to the same time, so their difference over that of their states estimates the
    /// largest eigenvalue (Hairer & Wanner II, IV.2).
    private void watchStiffness() {
        double faster = 0;
        double apart = 0;
        for (int i = 0; i < to.length; i++) {
            double rate = slopes[LAST][i] - slopes[LAST - 1][i];
            double distance = to[i] - sixth[i];
            faster += scale.squared(rate, i);
            apart += scale.squared(distance, i);
        }
        if (apart > 0 && h * h * faster > NEAR_THE_END * NEAR_THE_END * apart) {
            acquittals = 0;
            suspicions++;
        } else if (++acquittals == ACQUITTALS) {
            suspicions = 0;
        }
    }

    /// Whether stability and not accuracy has limited many steps lately.
    boolean suspectsStiffness() {
        return suspicions >= SUSPICIONS;
    }

    /// The length of the coming step.
    double length() {
        return h;
    }

    /// By the interpolant of order 4 of Tsitouras 2011, section 3.
    @Override
    public void interpolate(double t, double[] y) {
        double x = (t - previousTime) / (time - previousTime);
        double h = (time - previousTime) * x;
        double hx = h * x;
        double b0 = -1.0530884977290216 * h * (x - 1.3299890189751412)
                * (x * (x - 1.4364028541716351) + 0.7139816917074209);
        double b1 = 0.1017 * hx * (x * (x - 2.1966568338249754) + 1.2949852507374631);
        double b2 = 2.490627285651252793 * hx * (x * (x - 2.38535645472061657) + 1.57803468208092486);
        double b3 = -16.54810288924490272 * hx * (x - 1.21712927295533244) * (x - 0.61620406037800089);
        double b4 = 47.37952196281928122 * hx * (x - 1.203071208372362603) * (x - 0.658047292653547382);
        double b5 = -34.87065786149660974 * hx * (x - 1.2) * (x - 2.0 / 3);
        double b6 = 2.5 * hx * (x - 1) * (x - 0.6);
        for (int i = 0; i < y.length; i++) {
            y[i] = from[i] + b0 * slopes[0][i] + b1 * slopes[1][i] + b2 * slopes[2][i] + b3 * slopes[3][i]
                    + b4 * slopes[4][i] + b5 * slopes[5][i] + b6 * slopes[LAST][i];
        }
    }

    @Override
    double[] estimate() {
        return estimate;
    }

    /// Tsitouras 2011, table 1; the last stage is the solution.
    private static final class Tableau {

        static final double[] TIME = {0, 0.161, 0.327, 0.9, 0.9800255409045097, 1, 1};

        static final double[][] A = {{}, {0.161}, {-0.008480655492356989, 0.335480655492357},
                {2.8971530571054935, -6.359448489975075, 4.3622954328695815},
                {5.325864828439257, -11.748883564062828, 7.4955393428898365, -0.09249506636175525},
                {5.86145544294642, -12.92096931784711, 8.159367898576159, -0.071584973281401, -0.028269050394068383},
                {0.09646076681806523, 0.01, 0.4798896504144996, 1.379008574103742, -3.290069515436081,
                        2.324710524099774}};

        static final double[] ERROR = {-0.00178001105222577714, -0.0008164344596567469, 0.007880878010261995,
                -0.1447110071732629, 0.5823571654525552, -0.45808210592918697, 0.015151515151515152};
    }
}
