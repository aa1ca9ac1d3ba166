package propria.inference.profile;

import java.util.ArrayList;
import java.util.List;
import propria.inference.posterior.EstimatedParameter;
import propria.inference.posterior.Evaluation;
import propria.inference.posterior.Evaluation.Order;
import propria.inference.posterior.LogPosterior;
import propria.inference.posterior.ParameterSpace;

/// A posterior with one parameter held.
///
/// @param index which
/// @param value on its scale
record FixedParameter(LogPosterior whole, int index, double value) implements LogPosterior {

    @Override
    public ParameterSpace space() {
        List<EstimatedParameter> others = new ArrayList<>(whole.space().parameters());
        others.remove(index);
        return new ParameterSpace(others);
    }

    /// The point of all parameters.
    double[] all(double[] others) {
        double[] point = new double[others.length + 1];
        for (int i = 0; i < point.length; i++) {
            point[i] = i == index ? value : others[i < index ? i : i - 1];
        }
        return point;
    }

    /// The point without the parameter.
    double[] others(double[] all) {
        double[] point = new double[all.length - 1];
        for (int i = 0; i < point.length; i++) {
            point[i] = all[i < index ? i : i + 1];
        }
        return point;
    }

    @Override
    public double logLikelihood(double[] point) {
        return whole.logLikelihood(all(point));
    }

    @Override
    public Evaluation posterior(double[] point, Order order) {
        Evaluation all = whole.posterior(all(point), order);
        if (!all.isDefined() || order == Order.VALUE) {
            return all;
        }
        double[][] information = new double[all.hasInformation() ? point.length : 0][];
        for (int i = 0; i < information.length; i++) {
            information[i] = others(all.information()[i < index ? i : i + 1]);
        }
        return new Evaluation(all.value(), others(all.gradient()), information);
    }
}
