package propria.inference.profile;

import java.util.function.ToDoubleFunction;
import propria.inference.posterior.Differences;
import propria.inference.posterior.Evaluation;
import propria.inference.posterior.Evaluation.Order;
import propria.inference.posterior.LogPosterior;
import propria.inference.posterior.ParameterSpace;

/// A posterior with a prediction held near a value, as if it had been measured with a small error (Kreutz and others 2012,
/// doi:10.1186/1752-0509-6-120).
///
/// @param prediction of a point
/// @param value to hold it near
/// @param error how near
record HeldPrediction(LogPosterior whole, ToDoubleFunction<double[]> prediction, double value, double error)
        implements
            LogPosterior {

    @Override
    public ParameterSpace space() {
        return whole.space();
    }

    private double penalty(double predicted) {
        double r = (predicted - value) / error;
        return -r * r / 2;
    }

    @Override
    public double logLikelihood(double[] point) {
        return whole.logLikelihood(point) + penalty(prediction.applyAsDouble(point));
    }

    @Override
    public Evaluation likelihood(double[] point, Order order) {
        Evaluation inner = whole.likelihood(point, order);
        if (!inner.isDefined() || order == Order.VALUE) {
            return inner.isDefined()
                    ? Evaluation.of(inner.value() + penalty(prediction.applyAsDouble(point)))
                    : inner;
        }
        Evaluation slope = Differences.of(prediction, space(), point);
        if (!slope.isDefined()) {
            return Evaluation.nowhere();
        }
        double r = (slope.value() - value) / error;
        double[] gradient = inner.gradient().clone();
        double[][] information = new double[inner.information().length][];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] -= r * slope.gradient()[i] / error;
        }
        for (int i = 0; i < information.length; i++) {
            information[i] = inner.information()[i].clone();
            for (int j = 0; j < gradient.length; j++) {
                information[i][j] += slope.gradient()[i] * slope.gradient()[j] / (error * error);
            }
        }
        return new Evaluation(inner.value() + penalty(slope.value()), gradient, information);
    }
}
