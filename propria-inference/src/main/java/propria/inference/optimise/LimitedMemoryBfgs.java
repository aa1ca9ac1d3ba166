package propria.inference.optimise;

import propria.inference.matrix.Vectors;
import propria.inference.optimise.Optimum.Stop;
import propria.inference.posterior.Evaluation;
import propria.inference.posterior.Evaluation.Order;
import propria.inference.posterior.LogPosterior;

/// The quasi-Newton method L-BFGS-B (Byrd, Lu, Nocedal & Zhu 1995, doi:10.1137/0916069): a parabola from the last few
/// steps, its minimum along the path of steepest ascent bent at the bounds (the Cauchy point), then its minimum among
/// the parameters that are free there, then a search along the line. The parabola is held as a full matrix, which is fair
/// up to some hundred parameters.
public final class LimitedMemoryBfgs implements Maximiser {

    private static final double FLAT = 1e-6;
    private static final double SMALL = 1e-12;
    /// Armijo's share of the foreseen descent that must be met.
    private static final double SUFFICIENT = 1e-4;
    private static final double SHRINKAGE = 0.5;
    private static final int MOST_HALVINGS = 40;

    @Override
    public Optimum maximise(LogPosterior posterior, double[] start, int limit) {
        Box box = Box.of(posterior.space());
        double[] x = Vectors.clip(start, box.lower(), box.upper());
        Evaluation here = posterior.posterior(x, Order.GRADIENT);
        int[] evaluations = {1};
        if (!here.isDefined()) {
            return new Optimum(x, here.value(), 1, Stop.UNDEFINED_START);
        }
        CurvatureMemory memory = new CurvatureMemory(x.length);
        boolean fresh = true;
        while (evaluations[0] < limit) {
            if (box.slope(x, here.gradient()) < FLAT) {
                return new Optimum(x, here.value(), evaluations[0], Stop.FLAT);
            }
            double[] target = new BoundedParabola(memory.matrix(), negative(here.gradient()), x, box).minimum();
            double[] direction = Vectors.plus(target, -1, x);
            double[] next = search(posterior, x, here, direction, evaluations);
            if (next.length == 0) {
                if (fresh) {
                    return new Optimum(x, here.value(), evaluations[0], Stop.SMALL_STEP);
                }
                memory.clear();
                fresh = true;
                continue;
            }
            Evaluation there = posterior.posterior(next, Order.GRADIENT);
            evaluations[0]++;
            boolean done = there.value() - here.value() <= SMALL * (1 + StrictMath.abs(here.value())) && !fresh;
            memory.add(Vectors.plus(next, -1, x), Vectors.plus(here.gradient(), -1, there.gradient()));
            fresh = false;
            x = next;
            here = there;
            if (done) {
                return new Optimum(x, here.value(), evaluations[0], Stop.SMALL_STEP);
            }
        }
        return new Optimum(x, here.value(), evaluations[0], Stop.LIMIT);
    }

    /// A point on the line that is higher by enough; an empty array where none is found.
    private static double[] search(LogPosterior posterior, double[] x, Evaluation here, double[] direction,
            int[] evaluations) {
        double slope = Vectors.dot(here.gradient(), direction);
        double length = 1;
        for (int k = 0; k < MOST_HALVINGS && slope > 0; k++) {
            double[] next = Vectors.plus(x, length, direction);
            double value = posterior.posterior(next, Order.VALUE).value();
            evaluations[0]++;
            if (value >= here.value() + SUFFICIENT * length * slope && value > here.value()) {
                return next;
            }
            length *= SHRINKAGE;
        }
        return new double[0];
    }

    private static double[] negative(double[] g) {
        double[] n = new double[g.length];
        for (int i = 0; i < g.length; i++) {
            n[i] = -g[i];
        }
        return n;
    }
}
