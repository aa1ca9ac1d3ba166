package propria.inference.optimise;

import propria.inference.matrix.Vectors;
import propria.inference.optimise.Optimum.Stop;
import propria.inference.posterior.Evaluation;
import propria.inference.posterior.Evaluation.Order;
import propria.inference.posterior.LogPosterior;

/// Levenberg's and Marquardt's method on the expected information, with bounds. For normal noise this is least squares by
/// Gauss and Newton in a trust region (Moré 1978, doi:10.1007/BFb0067700); the length of steps follows Nielsen 1999
/// (Technical University of Denmark, IMM-REP-1999-05); each step goes to the minimum of the damped parabola within the
/// bounds ([BoundedParabola]). Where a posterior has no information, the limited-memory BFGS method goes on.
public final class TrustRegion implements Maximiser {

    private static final double FLAT = 1e-6;
    private static final double SMALL = 1e-10;
    private static final double FIRST_DAMPING = 1e-3;
    private static final double MOST_DAMPING = 1e14;
    private static final double LEAST_SCALE = 1e-10;

    @Override
    public Optimum maximise(LogPosterior posterior, double[] start, int limit) {
        Box box = Box.of(posterior.space());
        double[] x = Vectors.clip(start, box.lower(), box.upper());
        Evaluation here = posterior.posterior(x, Order.INFORMATION);
        int evaluations = 1;
        if (!here.isDefined()) {
            return new Optimum(x, here.value(), evaluations, Stop.UNDEFINED_START);
        }
        if (!here.hasInformation()) {
            return new LimitedMemoryBfgs().maximise(posterior, x, limit - 1);
        }
        double damping = FIRST_DAMPING;
        double growth = 2;
        while (evaluations < limit) {
            if (box.slope(x, here.gradient()) < FLAT) {
                return new Optimum(x, here.value(), evaluations, Stop.FLAT);
            }
            double[] next = step(x, here, damping, box);
            double foreseen = foreseen(x, next, here);
            if (damping > MOST_DAMPING || !moves(x, next) || foreseen < SMALL * SMALL) {
                return new Optimum(x, here.value(), evaluations, Stop.SMALL_STEP);
            }
            Evaluation there = posterior.posterior(next, Order.INFORMATION);
            evaluations++;
            double gain = there.isDefined() ? (there.value() - here.value()) / foreseen : -1;
            if (gain > 0) {
                boolean done = there.value() - here.value() < SMALL;
                x = next;
                here = there;
                double cube = (2 * gain - 1) * (2 * gain - 1) * (2 * gain - 1);
                damping *= StrictMath.max(1.0 / 3, 1 - cube);
                growth = 2;
                if (done) {
                    return new Optimum(x, here.value(), evaluations, Stop.SMALL_STEP);
                }
            } else {
                damping *= growth;
                growth *= 2;
            }
        }
        return new Optimum(x, here.value(), evaluations, Stop.LIMIT);
    }

    /// The minimum of the damped parabola within the bounds.
    private static double[] step(double[] x, Evaluation here, double damping, Box box) {
        int n = x.length;
        double[][] matrix = new double[n][];
        double[] downhill = new double[n];
        for (int i = 0; i < n; i++) {
            matrix[i] = here.information()[i].clone();
            matrix[i][i] += damping * StrictMath.max(LEAST_SCALE, matrix[i][i]);
            downhill[i] = -here.gradient()[i];
        }
        return new BoundedParabola(matrix, downhill, x, box).minimum();
    }

    /// How far the parabola of gradient and information rises.
    private static double foreseen(double[] x, double[] next, Evaluation here) {
        double[] step = Vectors.plus(next, -1, x);
        return Vectors.dot(here.gradient(), step)
                - 0.5 * Vectors.dot(step, Vectors.times(here.information(), step));
    }

    private static boolean moves(double[] x, double[] next) {
        for (int i = 0; i < x.length; i++) {
            if (StrictMath.abs(next[i] - x[i]) > SMALL * (SMALL + StrictMath.abs(x[i]))) {
                return true;
            }
        }
        return false;
    }
}
