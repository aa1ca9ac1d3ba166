package propria.inference.calibration.estimate;

import propria.inference.calibration.FreeParameters;
import propria.inference.prediction.StudyLikelihood;

/// The posterior of the free parameters, as a density of standard normal numbers.
record Target(FreeParameters parameters, StudyLikelihood likelihood) {

    static final int ALL = -1;

    /// The natural logarithm of the prior density, but for a constant.
    static double logPrior(double[] point) {
        double log = 0;
        for (double x : point) {
            log -= 0.5 * x * x;
        }
        return log;
    }

    /// The natural logarithm of the likelihood of each study.
    double[] studies(double[] features, double[] point) {
        return likelihood.logLikelihoods(features, parameters.at(point).effects());
    }

    /// The natural logarithm of the likelihood.
    ///
    /// @param without the number of a study that is left out, or [#ALL]
    double logLikelihood(double[] features, double[] point, int without) {
        double[] studies = studies(features, point);
        double log = 0;
        for (int i = 0; i < studies.length; i++) {
            log += i == without ? 0 : studies[i];
        }
        return log;
    }

    /// The natural logarithm of the posterior density, but for a constant.
    ///
    /// @param power of the likelihood, up to 1
    double log(double[] features, double[] point, double power, int without) {
        return logPrior(point) + power * logLikelihood(features, point, without);
    }
}
