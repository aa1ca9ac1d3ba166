package propria.inference;

import java.util.ArrayList;
import java.util.List;
import propria.inference.posterior.EstimatedParameter;
import propria.inference.posterior.Evaluation;
import propria.inference.posterior.Evaluation.Order;
import propria.inference.posterior.LogPosterior;
import propria.inference.posterior.ParameterSpace;
import propria.inference.posterior.PriorDistribution;
import propria.inference.posterior.Scale;

/// Posteriors whose answers are known.
public final class Targets {

    private Targets() {
    }

    /// Parameters with flat priors between two bounds.
    public static ParameterSpace box(int size, double lower, double upper) {
        List<EstimatedParameter> parameters = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            parameters.add(EstimatedParameter.of("x" + i, Scale.LINEAR, lower, upper, 0,
                    PriorDistribution.uniform(lower, upper)));
        }
        return new ParameterSpace(parameters);
    }

    /// A sum of squares of residuals with their Jacobian.
    public abstract static class SquaresTarget implements LogPosterior {

        private final ParameterSpace space;

        protected SquaresTarget(ParameterSpace space) {
            this.space = space;
        }

        protected abstract double[] residuals(double[] x);

        protected abstract double[][] jacobian(double[] x);

        @Override
        public ParameterSpace space() {
            return space;
        }

        @Override
        public double logLikelihood(double[] x) {
            double sum = 0;
            for (double r : residuals(x)) {
                sum -= r * r / 2;
            }
            return sum;
        }

        @Override
        public Evaluation likelihood(double[] x, Order order) {
            double[] r = residuals(x);
            double[][] j = jacobian(x);
            double[] g = new double[x.length];
            double[][] h = new double[x.length][x.length];
            for (int k = 0; k < r.length; k++) {
                for (int a = 0; a < x.length; a++) {
                    g[a] -= r[k] * j[k][a];
                    for (int b = 0; b < x.length; b++) {
                        h[a][b] += j[k][a] * j[k][b];
                    }
                }
            }
            return new Evaluation(logLikelihood(x), g, order == Order.INFORMATION ? h : new double[0][]);
        }
    }

    /// Rosenbrock's banana.
    public static LogPosterior banana(double sharpness, double lower, double upper) {
        return banana(sharpness, 10, lower, upper);
    }

    /// A banana as squares: `sqrt(2 s) t (x1 - x0²)` and `sqrt(2 s) (1 - x0)`; highest at (1, 1).
    public static LogPosterior banana(double sharpness, double thinness, double lower, double upper) {
        double root = StrictMath.sqrt(2 * sharpness);
        return new SquaresTarget(box(2, lower, upper)) {

            @Override
            protected double[] residuals(double[] x) {
                return new double[]{root * thinness * (x[1] - x[0] * x[0]), root * (1 - x[0])};
            }

            @Override
            protected double[][] jacobian(double[] x) {
                return new double[][]{{-root * 2 * thinness * x[0], root * thinness}, {-root, 0}};
            }
        };
    }

    /// Independent normal numbers with given means and standard deviations.
    public static LogPosterior normal(double[] means, double[] sds, double lower, double upper) {
        return new SquaresTarget(box(means.length, lower, upper)) {

            @Override
            protected double[] residuals(double[] x) {
                double[] r = new double[x.length];
                for (int i = 0; i < x.length; i++) {
                    r[i] = (x[i] - means[i]) / sds[i];
                }
                return r;
            }

            @Override
            protected double[][] jacobian(double[] x) {
                double[][] j = new double[x.length][x.length];
                for (int i = 0; i < x.length; i++) {
                    j[i][i] = 1 / sds[i];
                }
                return j;
            }
        };
    }

    /// Any function of a point, without derivatives.
    public static LogPosterior of(ParameterSpace space, java.util.function.ToDoubleFunction<double[]> function) {
        return new LogPosterior() {

            @Override
            public ParameterSpace space() {
                return space;
            }

            @Override
            public double logLikelihood(double[] point) {
                return function.applyAsDouble(point);
            }
        };
    }
}
