package propria.inference.data;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import propria.inference.matrix.Vectors;

/// Means over a standard normal number by Gauss and Hermite's rule.
final class HermiteRule {

    static final int POINTS = 21;

    private static final double[] NODES = new double[POINTS];
    private static final double[] LOG_WEIGHTS = new double[POINTS];

    static {
        GaussIntegrator rule = new GaussIntegratorFactory().hermite(POINTS);
        for (int i = 0; i < POINTS; i++) {
            NODES[i] = rule.getPoint(i) * StrictMath.sqrt(2);
            LOG_WEIGHTS[i] = StrictMath.log(rule.getWeight(i)) - StrictMath.log(StrictMath.PI) / 2;
        }
    }

    private HermiteRule() {
    }

    /// The logarithm of the mean of exponentials.
    ///
    /// @param log a function of a standard normal number
    static double logMean(DoubleUnaryOperator log) {
        return logMean(log, 0, 1);
    }

    /// The same with nodes moved to where the integrand is large: Liu & Pierce 1994 (doi:10.1093/biomet/81.3.624).
    ///
    /// @param centre where the integrand has its top
    /// @param width its standard deviation there
    static double logMean(DoubleUnaryOperator log, double centre, double width) {
        double[] terms = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double z = centre + width * NODES[i];
            terms[i] = LOG_WEIGHTS[i] + log.applyAsDouble(z) + StandardNormal.logDensity(z)
                    - StandardNormal.logDensity(NODES[i]) + StrictMath.log(width);
        }
        return Vectors.logSumExp(terms);
    }
}
