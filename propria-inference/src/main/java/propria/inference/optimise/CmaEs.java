package propria.inference.optimise;

import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.random.Well19937c;
import propria.inference.matrix.Vectors;
import propria.inference.optimise.Optimum.Stop;
import propria.inference.posterior.Evaluation.Order;
import propria.inference.posterior.LogPosterior;

/// The evolution strategy with covariance matrix adaptation (Hansen & Ostermeier 2001,
/// doi:10.1162/106365601750190398), as Hipparchus has it. It needs no gradient and gets over small hills.
///
/// @param seed of its random numbers
public record CmaEs(long seed) implements Maximiser {

    private static final double WORST = 1e300;
    private static final double WIDEST = 10;
    private static final double FIRST_SIZE = 0.2;
    private static final double SMALL = 1e-10;

    @Override
    public Optimum maximise(LogPosterior posterior, double[] start, int limit) {
        Box box = Box.of(posterior.space());
        double[] x = Vectors.clip(start, box.lower(), box.upper());
        double value = posterior.posterior(x, Order.VALUE).value();
        Best best = new Best(posterior, x, value);
        double[] sigma = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double width = box.upper()[i] - box.lower()[i];
            sigma[i] = FIRST_SIZE * (Double.isFinite(width) ? width : WIDEST);
            sigma[i] = StrictMath.min(width, StrictMath.max(sigma[i], Double.MIN_NORMAL));
        }
        int population = 4 + (int) (3 * StrictMath.log(x.length));
        CMAESOptimizer optimiser = new CMAESOptimizer(Integer.MAX_VALUE, -WORST, true, 0, 0, new Well19937c(seed),
                false, new SimpleValueChecker(-1, SMALL));
        Stop stop = Stop.SMALL_STEP;
        try {
            PointValuePair found = optimiser.optimize(new MaxEval(limit), GoalType.MINIMIZE,
                    new ObjectiveFunction(best::cost), new InitialGuess(x),
                    new SimpleBounds(box.lower(), box.upper()), new CMAESOptimizer.Sigma(sigma),
                    new CMAESOptimizer.PopulationSize(population));
            best.cost(found.getPoint());
        } catch (MathRuntimeException _) {
            stop = Stop.LIMIT;
        }
        return new Optimum(best.point, best.value, best.evaluations,
                best.value == Double.NEGATIVE_INFINITY ? Stop.UNDEFINED_START : stop);
    }

    /// The best point that was seen.
    private static final class Best {

        private final LogPosterior posterior;
        private double[] point;
        private double value;
        private int evaluations = 1;

        Best(LogPosterior posterior, double[] point, double value) {
            this.posterior = posterior;
            this.point = point;
            this.value = value;
        }

        double cost(double[] x) {
            double there = posterior.posterior(x, Order.VALUE).value();
            evaluations++;
            if (there > value) {
                value = there;
                point = Arrays.copyOf(x, x.length);
            }
            return there == Double.NEGATIVE_INFINITY ? WORST : -there;
        }
    }
}
