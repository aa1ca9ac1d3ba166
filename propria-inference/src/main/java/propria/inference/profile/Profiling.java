package propria.inference.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.distribution.continuous.NormalDistribution;
import propria.inference.optimise.Maximiser;
import propria.inference.optimise.Optimum;
import propria.inference.posterior.Evaluation.Order;
import propria.inference.posterior.LogPosterior;
import propria.inference.posterior.ParameterSpace;
import propria.inference.profile.Profile.Point;

/// Takes profiles from the best point outwards, in steps that make the posterior fall by about a fifth of the threshold,
/// until it has fallen below it or a bound is met. Other parameters climb again at each step, from where they were.
///
/// @param best the highest point
/// @param level of the intervals, such as 0.95: they end where the posterior has fallen by half a chi-squared quantile of
///        one degree of freedom
/// @param limit evaluations of each climb
public record Profiling(LogPosterior posterior, Maximiser maximiser, double[] best, double level, int limit) {

    private static final int MOST_STEPS = 60;
    private static final double WANTED_FALL = 0.2;
    private static final double FIRST_SHARE = 0.02;
    private static final double BEYOND = 1.15;
    private static final double MOST_GROWTH = 2.5;
    private static final double FEWEST = 1e-9;
    private static final double HOLD = 1e-3;

    /// How far the posterior falls at the ends of intervals.
    public double threshold() {
        double z = new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
        return z * z / 2;
    }

    /// The profile of a parameter.
    ///
    /// @param index which
    public Profile parameter(int index) {
        ParameterSpace space = posterior.space();
        double low = space.lower()[index];
        double high = space.upper()[index];
        double width = Double.isFinite(high - low) ? high - low : StrictMath.max(1, StrictMath.abs(best[index]));
        return trace(space.ids().get(index), best[index], new double[]{low, high}, FIRST_SHARE * width,
                (value, from) -> climb(index, value, from));
    }

    /// The profile of a prediction.
    ///
    /// @param prediction of a point
    /// @param scale about how far it may move, above zero; the first step is a share of it
    public Profile prediction(String id, ToDoubleFunction<double[]> prediction, double scale) {
        double start = prediction.applyAsDouble(best);
        double[] bounds = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
        return trace(id, start, bounds, FIRST_SHARE * scale, (value, from) -> {
            HeldPrediction held = new HeldPrediction(posterior, prediction, value, HOLD * scale);
            double[] point = maximiser.maximise(held, from, limit).point();
            return new Point(prediction.applyAsDouble(point), posterior.posterior(point, Order.VALUE).value(), point);
        });
    }

    private Point climb(int index, double value, double[] from) {
        FixedParameter fixed = new FixedParameter(posterior, index, value);
        if (from.length == 1) {
            double[] point = {value};
            return new Point(value, posterior.posterior(point, Order.VALUE).value(), point);
        }
        Optimum top = maximiser.maximise(fixed, fixed.others(from), limit);
        return new Point(value, top.value(), fixed.all(top.point()));
    }

    private interface Climb {
        Point to(double value, double[] from);
    }

    private Profile trace(String id, double start, double[] bounds, double firstStep, Climb climb) {
        double top = posterior.posterior(best, Order.VALUE).value();
        List<Point> points = new ArrayList<>();
        points.add(new Point(start, top, best));
        for (int side = -1; side <= 1; side += 2) {
            List<Point> found = side(new Point(start, top, best), side, bounds, firstStep, climb);
            if (side < 0) {
                found.forEach(p -> points.addFirst(p));
            } else {
                points.addAll(found);
            }
        }
        return Profile.of(id, points, top, threshold());
    }

    private List<Point> side(Point start, int side, double[] bounds, double firstStep, Climb climb) {
        List<Point> points = new ArrayList<>();
        double end = side < 0 ? bounds[0] : bounds[1];
        double step = firstStep;
        Point last = start;
        for (int k = 0; k < MOST_STEPS && last.value() != end; k++) {
            double wanted = last.value() + side * step;
            double value = side < 0 ? StrictMath.max(wanted, end) : StrictMath.min(wanted, end);
            Point next = climb.to(value, last.point());
            double fall = last.logPosterior() - next.logPosterior();
            boolean tooFar = !(fall < threshold()) && step > FEWEST * StrictMath.max(1, firstStep);
            if (tooFar && start.logPosterior() - last.logPosterior() < threshold()) {
                step /= MOST_GROWTH;
                continue;
            }
            points.add(next);
            last = next;
            if (!(start.logPosterior() - next.logPosterior() < BEYOND * threshold())) {
                break;
            }
            double growth = WANTED_FALL * threshold() / StrictMath.max(fall, FEWEST);
            step *= StrictMath.min(MOST_GROWTH, StrictMath.max(1 / MOST_GROWTH, growth));
        }
        return points;
    }
}
