package propria.inference.data;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// What all rows of one study share: its animals, its hands, its laboratory. Given the deviation of the study its rows are
/// independent; the deviation is normal around zero and integrated out. Where rows are normal the integral has a closed
/// form ([#logNormal]); else it is taken by Gauss and Hermite's rule around the top of the integrand.
public final class SharedDeviation {

    private static final int MOST_STEPS = 60;
    private static final double STEP = 1e-3;
    private static final double NEAR = 1e-7;
    private static final double WIDEST_MOVE = 2;

    private SharedDeviation() {
    }

    /// The logarithm of the likelihood of a study.
    ///
    /// @param pieces the logarithm of the likelihood of each row, given the deviation
    /// @param sd the standard deviation of deviations between studies; zero for none
    public static double logMarginal(List<? extends DoubleUnaryOperator> pieces, double sd) {
        DoubleUnaryOperator log = z -> {
            double sum = 0;
            for (DoubleUnaryOperator piece : pieces) {
                sum += piece.applyAsDouble(sd * z);
            }
            return sum;
        };
        if (sd == 0) {
            return log.applyAsDouble(0);
        }
        double top = 0;
        double curvature = -1;
        for (int step = 0; step < MOST_STEPS; step++) {
            double here = at(log, top);
            double up = at(log, top + STEP);
            double down = at(log, top - STEP);
            double slope = (up - down) / (2 * STEP);
            curvature = (up - 2 * here + down) / (STEP * STEP);
            double move = curvature < -NEAR ? -slope / curvature : slope;
            double limited = StrictMath.min(WIDEST_MOVE, StrictMath.max(-WIDEST_MOVE, move));
            if (!Double.isFinite(limited)) {
                return HermiteRule.logMean(log);
            }
            top += limited;
            if (StrictMath.abs(limited) < NEAR) {
                break;
            }
        }
        double width = curvature < -NEAR ? 1 / StrictMath.sqrt(-curvature) : 1;
        return HermiteRule.logMean(log, top, width);
    }

    private static double at(DoubleUnaryOperator log, double z) {
        return log.applyAsDouble(z) + StandardNormal.logDensity(z);
    }

    /// The logarithm of the likelihood of a study whose rows are all normal, in closed form: the covariance is diagonal plus
    /// `sd²` times the loadings with themselves (Sherman & Morrison 1950).
    ///
    /// @param residuals reported minus predicted
    /// @param variances of each row given the deviation, above zero
    /// @param loadings by how much a row moves with the deviation
    public static double logNormal(double[] residuals, double[] variances, double[] loadings, double sd) {
        double quadratic = 0;
        double logDeterminant = 0;
        double cross = 0;
        double strength = 0;
        for (int i = 0; i < residuals.length; i++) {
            quadratic += residuals[i] * residuals[i] / variances[i];
            logDeterminant += StrictMath.log(variances[i]);
            cross += loadings[i] * residuals[i] / variances[i];
            strength += loadings[i] * loadings[i] / variances[i];
        }
        double factor = 1 + sd * sd * strength;
        return -0.5 * (residuals.length * StrictMath.log(2 * StrictMath.PI) + logDeterminant + StrictMath.log(factor)
                + quadratic - sd * sd * cross * cross / factor);
    }
}
