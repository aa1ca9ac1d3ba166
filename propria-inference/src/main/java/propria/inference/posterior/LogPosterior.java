package propria.inference.posterior;

import propria.inference.posterior.Evaluation.Order;

/// How well parameters agree with data and with what was known before. Evaluation has no memory: the same point gives the
/// same bits, in whichever order and on however many threads it is asked; an implementation is safe to share.
///
/// An implementation gives the parameters and the logarithm of the likelihood. Where it has derivatives it overrides
/// [#likelihood]; else they are taken by differences ([Differences]).
public interface LogPosterior {

    /// The parameters, in the order of points.
    ParameterSpace space();

    /// The logarithm of the likelihood.
    ///
    /// @param point within the bounds of [#space], on the scales of its parameters
    /// @return minus infinity where the model cannot be carried out
    double logLikelihood(double[] point);

    /// The logarithm of the likelihood as far as asked.
    ///
    /// @param order information may be left out where the likelihood has no form that allows it
    default Evaluation likelihood(double[] point, Order order) {
        return order == Order.VALUE
                ? Evaluation.of(logLikelihood(point))
                : Differences.of(this::logLikelihood, space(), point);
    }

    /// The logarithms of the likelihoods of the single pieces of data that are independent given the parameters, for
    /// leaving one out; their sum is [#logLikelihood]. One piece unless overridden.
    default double[] pointwise(double[] point) {
        return new double[]{logLikelihood(point)};
    }

    /// What the pieces of [#pointwise] are, for tables.
    default java.util.List<String> pieces() {
        return java.util.List.of("data");
    }

    /// The logarithm of likelihood times stated prior: what a maximum a posteriori estimate maximises in PEtab.
    default Evaluation posterior(double[] point, Order order) {
        double prior = space().logPrior(point);
        if (!space().contains(point) || prior == Double.NEGATIVE_INFINITY) {
            return Evaluation.nowhere();
        }
        Evaluation likelihood = likelihood(point, order);
        return likelihood.isDefined() ? Priors.add(space(), point, likelihood, prior) : Evaluation.nowhere();
    }

    /// The logarithm of the density of points: [#posterior], its prior turned into one on the scales of the points. What
    /// samplers draw from.
    default Evaluation density(double[] point, Order order) {
        Evaluation posterior = posterior(point, order);
        return posterior.isDefined() ? Priors.addVolume(space(), point, posterior) : posterior;
    }
}
