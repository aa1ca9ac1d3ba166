package propria.engine.sensitivity;

import propria.engine.linear.LinearSolver;
import propria.engine.step.Equations;

/// The sensitivities of a state of rest. By the implicit function theorem `J s + df/dp = 0`; sums that no reaction changes
/// leave `J` singular, and there `s` keeps what it was at the start. Both are the end of the steps
/// `(I - l J) ds = l (J s + df/dp)` of growing length `l`, the derivative of the search for the state itself.
final class RestTangents {

    private static final int MOST_STEPS = 200;
    private static final double FIRST = 1e-3;
    private static final double GROWTH = 1.6;
    private static final double LONGEST = 1e7;
    private static final double SMALL = 1e-12;

    private RestTangents() {
    }

    /// Finds them.
    ///
    /// @param y the state of rest
    /// @param sensitivities those at the start of the search; replaced
    /// @return false where none were found
    static boolean find(Tangents tangents, double t, double[] y, double[] sensitivities) {
        Equations equations = tangents.equations();
        double[] jacobian = new double[equations.system().jacobianPattern().entries()];
        if (!equations.finiteJacobian(t, y, jacobian)) {
            return false;
        }
        LinearSolver solver = LinearSolver.of(equations.system().jacobianPattern());
        double[] forcing = new double[sensitivities.length];
        double[] change = new double[sensitivities.length];
        tangents.forcing(t, y, forcing);
        double length = FIRST;
        for (int step = 0; step < MOST_STEPS; step++) {
            System.arraycopy(forcing, 0, change, 0, change.length);
            tangents.addProduct(jacobian, sensitivities, change);
            for (int i = 0; i < change.length; i++) {
                change[i] *= length;
            }
            if (!solver.factor(jacobian, length)) {
                return false;
            }
            solver.solve(change, tangents.columns());
            double largest = 0;
            double size = 0;
            for (int i = 0; i < change.length; i++) {
                sensitivities[i] += change[i];
                largest = Math.max(largest, Math.abs(change[i]));
                size = Math.max(size, Math.abs(sensitivities[i]));
            }
            if (Double.isNaN(largest) || Double.isInfinite(largest)) {
                return false;
            }
            if (length >= LONGEST && largest <= SMALL * size) {
                return true;
            }
            length = Math.min(LONGEST, length * GROWTH);
        }
        return false;
    }
}
