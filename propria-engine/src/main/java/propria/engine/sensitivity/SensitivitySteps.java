package propria.engine.sensitivity;

import propria.engine.Tolerances;
import propria.engine.linear.LinearSolver;
import propria.engine.step.Bdf;
import propria.engine.step.Equations;
import propria.engine.step.grid.Companion;
import propria.engine.step.grid.Differences;

/// Solves the sensitivity equations `s' = J s + df/dp` on the steps of the states, once these are found: the staggered
/// direct method (Caracotsios & Stewart, Computers and Chemical Engineering 9, 1985) with all directions at once. The
/// equations are linear, so with the factors of `I - c J` at the end of the step
///
/// `(I - c J) s = predicted - psi + c df/dp`
///
/// is solved exactly, without the iteration that old factors ask for (staggered corrector: Feehery, Tolsma & Barton, Applied
/// Numerical Mathematics 25, 1997; Maly & Petzold, ibid. 20, 1996). One elimination serves all directions, and the
/// states never see that somebody follows them.
final class SensitivitySteps implements Companion {

    /// A derivative that would move its state by less than this share of its size, were the parameter doubled, is not held to
    /// a share of itself but of this: no step is short enough for one that begins to grow from zero where a condition
    /// changes, nor for one that is rounding of the linear solution.
    private static final double FELT = 1e-4;

    private final Tangents tangents;
    private final Equations equations;
    private final LinearSolver solver;
    private final Differences past;
    private final double[] jacobian;
    private final double[] current;
    private final double[] next;
    private final double[] predicted;
    private final double[] forcing;
    private final double[] correction;
    private final double[] weights;
    private final double[] scales;
    private final double relative;
    private final double smallest;
    private final boolean controlled;
    private double time;
    private double h;
    private int order;

    /// @param current the sensitivities where steps begin; read at each start
    SensitivitySteps(Tangents tangents, Tolerances tolerances, boolean controlled, double[] current) {
        this.tangents = tangents;
        this.controlled = controlled;
        this.current = current;
        equations = tangents.equations();
        solver = LinearSolver.of(equations.system().jacobianPattern(), equations.algebraic());
        past = new Differences(current.length);
        jacobian = new double[equations.system().jacobianPattern().entries()];
        next = new double[current.length];
        predicted = new double[current.length];
        forcing = new double[current.length];
        correction = new double[current.length];
        weights = new double[current.length];
        relative = tolerances.relative();
        smallest = tolerances.absolute();
        scales = new double[tangents.columns()];
    }

    /// A run begins.
    ///
    /// @param sizes the typical size of each direction
    void begin(double[] sizes) {
        System.arraycopy(sizes, 0, scales, 0, scales.length);
        stop();
    }

    @Override
    public void start(double t, double[] y, double step) {
        boolean again = t == time && order > 0;
        double[] from = again ? past.row(0).clone() : current;
        equations.jacobian(t, y, jacobian);
        tangents.forcing(t, y, forcing);
        tangents.addProduct(jacobian, from, forcing);
        boolean[] algebraic = equations.algebraic();
        int columns = tangents.columns();
        for (int k = 0; k < forcing.length; k++) {
            forcing[k] = algebraic[k / columns] ? 0 : forcing[k];
        }
        past.start(from, forcing, step);
        time = t;
        h = step;
        order = 1;
    }

    /// The next start is where [#current] says.
    void stop() {
        order = 0;
    }

    @Override
    public void stretch(int upTo, double factor) {
        past.rescale(upTo, factor);
        h *= factor;
    }

    @Override
    public double correct(double t, double[] y, double step, int ofOrder) {
        double c = Bdf.factor(step, ofOrder);
        equations.jacobian(t, y, jacobian);
        equations.countFactorisation();
        if (!solver.factor(jacobian, c)) {
            return Double.POSITIVE_INFINITY;
        }
        tangents.forcing(t, y, forcing);
        boolean[] algebraic = equations.algebraic();
        past.extrapolate(ofOrder, predicted);
        System.arraycopy(predicted, 0, next, 0, next.length);
        for (int k = 1; k <= ofOrder; k++) {
            double share = Bdf.share(k, ofOrder);
            double[] row = past.row(k);
            for (int i = 0; i < next.length; i++) {
                next[i] -= share * row[i];
            }
        }
        int columns = tangents.columns();
        for (int state = 0; state < algebraic.length; state++) {
            for (int i = state * columns; i < (state + 1) * columns; i++) {
                next[i] = algebraic[state] ? forcing[i] : next[i] + c * forcing[i];
            }
        }
        solver.solve(next, columns);
        double zero = 0;
        for (int i = 0; i < next.length; i++) {
            correction[i] = next[i] - predicted[i];
            zero *= correction[i];
        }
        if (zero != 0) {
            return Double.POSITIVE_INFINITY;
        }
        return controlled ? error(ofOrder) : 0;
    }

    private double error(int ofOrder) {
        int columns = scales.length;
        for (int i = 0; i < next.length; i += columns) {
            double least = equations.least(i / columns, relative, smallest)
                    + relative * FELT * equations.magnitude(i / columns);
            for (int j = 0; j < columns; j++) {
                weights[i + j] = 1 / (least / scales[j] + relative * Math.abs(next[i + j]));
            }
        }
        return Bdf.error(ofOrder) * size(correction);
    }

    private double size(double[] change) {
        double largest = 0;
        for (int i = 0; i < change.length; i++) {
            largest = Math.max(largest, Math.abs(change[i]) * weights[i]);
        }
        return largest;
    }

    @Override
    public void accept(double t, double step, int ofOrder) {
        past.append(ofOrder, correction);
        time = t;
        h = step;
        order = ofOrder;
    }

    @Override
    public double difference(int k) {
        return controlled ? size(past.row(k)) : 0;
    }

    /// The sensitivities at a time within the last step.
    void interpolate(double t, double[] sensitivities) {
        past.interpolate(order, (t - time) / h, sensitivities);
    }

    /// Finds the sensitivities of the states that equations hold in place from those of the others.
    ///
    /// @return false where they do not exist
    boolean settle(double t, double[] y, double[] sensitivities) {
        if (equations.system().algebraicStates().length == 0) {
            return true;
        }
        equations.jacobian(t, y, jacobian);
        if (!solver.factor(jacobian, Double.MIN_NORMAL)) {
            return false;
        }
        tangents.forcing(t, y, forcing);
        int columns = tangents.columns();
        for (int state : equations.system().algebraicStates()) {
            System.arraycopy(forcing, state * columns, sensitivities, state * columns, columns);
        }
        solver.solve(sensitivities, columns);
        return true;
    }
}
