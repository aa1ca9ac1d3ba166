package propria.inference.posterior;

import java.util.Arrays;
import java.util.Optional;
import propria.inference.matrix.Cholesky;

/// A function of a point, near that point.
///
/// @param value its value; minus infinity where it is not defined
/// @param gradient its derivatives, as many as parameters; empty when they were not asked for
/// @param information minus its expected curvature, symmetric and not negative; empty when it was not asked for or has
///        no such form
public record Evaluation(double value, double[] gradient, double[][] information) {

    private static final double[] NO_GRADIENT = {};
    private static final double[][] NO_INFORMATION = {};

    /// How much is asked for.
    public enum Order {
        VALUE,
        GRADIENT,
        INFORMATION
    }

    /// The value alone.
    public static Evaluation of(double value) {
        return new Evaluation(value, NO_GRADIENT, NO_INFORMATION);
    }

    /// Value and gradient.
    public static Evaluation of(double value, double[] gradient) {
        return new Evaluation(value, gradient, NO_INFORMATION);
    }

    /// A point at which there is nothing.
    public static Evaluation nowhere() {
        return of(Double.NEGATIVE_INFINITY);
    }

    /// Whether the function has a value here.
    public boolean isDefined() {
        return Double.isFinite(value);
    }

    /// The roots of the diagonal of the inverse information: standard errors, where the posterior is about normal.
    ///
    /// @return a number a parameter; not numbers where there is no information, or none in some direction
    public double[] standardErrors() {
        double[] errors = new double[gradient.length];
        Arrays.fill(errors, Double.NaN);
        Optional<Cholesky> factors = hasInformation() ? Cholesky.of(information) : Optional.empty();
        if (factors.isPresent()) {
            double[][] covariance = factors.get().inverse();
            for (int i = 0; i < errors.length; i++) {
                errors[i] = StrictMath.sqrt(covariance[i][i]);
            }
        }
        return errors;
    }

    /// Whether there is information.
    public boolean hasInformation() {
        return information.length > 0;
    }
}
