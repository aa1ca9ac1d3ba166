package propria.trial.analysis.continuous;

import propria.trial.analysis.AnalysisException;
import propria.trial.analysis.EffectEstimate;
import propria.trial.analysis.Linear;

/// A mixed model for repeated measures: any mean, an unstructured covariance of the visits of a subject, fitted by
/// restricted maximum likelihood, with the covariance of the coefficients and the degrees of freedom of M. G. Kenward,
/// J. H. Roger (Biometrics 53 (1997), 983-997). Missing visits are left out, which holds under missingness at random.
///
/// The covariance is parametrised by its entries, in which it is linear, so that the term of second derivatives of Kenward
/// and Roger is nothing, as in SAS for `TYPE=UN`; the variance of these parameters is the inverse of the observed information,
/// as there. For one contrast the degrees of freedom are those of F. E. Satterthwaite.
public final class MixedModel {

    private static final int MOST_STEPS = 100;
    private static final double CLOSE = 1e-9;

    private final double[] coefficients;
    private final double[][] covariance;
    private final double[][] plain;
    private final double[][][] slopes;
    private final double[][] uncertainty;
    private final double[][] sigma;
    private final double likelihood;

    private MixedModel(RepeatedFit fit, Adjustment adjustment) {
        coefficients = fit.beta();
        plain = fit.phi();
        covariance = adjustment.covariance();
        slopes = adjustment.slopes();
        uncertainty = adjustment.uncertainty();
        sigma = fit.sigma();
        likelihood = fit.likelihood();
    }

    /// Fits.
    ///
    /// @throws AnalysisException when terms cannot be told apart, or the covariance is not found
    public static MixedModel fit(RepeatedMeasures data) {
        RepeatedFit fit = RepeatedFit.at(data, start(data));
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] score = fit.score();
            double[] move = Linear.times(Linear.inverse(fit.averageInformation()), score);
            double gain = Linear.dot(move, score);
            if (gain < CLOSE) {
                return new MixedModel(fit, Adjustment.of(fit));
            }
            fit = better(data, fit, move);
        }
        throw new AnalysisException("the covariance of the visits is not found in " + MOST_STEPS + " steps");
    }

    private static RepeatedFit better(RepeatedMeasures data, RepeatedFit fit, double[] move) {
        for (double length = 1; length > 1e-8; length /= 2) {
            double[] next = fit.theta().clone();
            for (int i = 0; i < next.length; i++) {
                next[i] += length * move[i];
            }
            try {
                RepeatedFit tried = RepeatedFit.at(data, next);
                if (tried.likelihood() > fit.likelihood() - 1e-10) {
                    return tried;
                }
            } catch (AnalysisException e) {
                continue;
            }
        }
        throw new AnalysisException("the likelihood of the covariance of the visits cannot be raised");
    }

    /// The residuals of least squares at each visit, independent.
    private static double[] start(RepeatedMeasures data) {
        double[][] rows = data.subjects().stream().flatMap(s -> java.util.Arrays.stream(s.rows()))
                .toArray(double[][]::new);
        double[] values = data.subjects().stream().flatMapToDouble(s -> java.util.Arrays.stream(s.values())).toArray();
        double[] beta = LinearModel.fit(rows, values).coefficients();
        double[] squares = new double[data.visits()];
        double[] counts = new double[data.visits()];
        for (RepeatedMeasures.Subject s : data.subjects()) {
            for (int i = 0; i < s.at().length; i++) {
                double residual = s.values()[i] - Linear.dot(s.rows()[i], beta);
                squares[s.at()[i]] += residual * residual;
                counts[s.at()[i]]++;
            }
        }
        double[] theta = new double[data.parameters()];
        for (int v = 0; v < data.visits(); v++) {
            if (!(squares[v] > 0)) {
                throw new AnalysisException("visit " + (v + 1) + " has no reading that varies");
            }
            theta[RepeatedFit.index(v, v)] = squares[v] / counts[v];
        }
        return theta;
    }

    /// The coefficients of the mean.
    public double[] coefficients() {
        return coefficients.clone();
    }

    /// The covariance of the visits.
    public double[][] sigma() {
        return java.util.Arrays.stream(sigma).map(double[]::clone).toArray(double[][]::new);
    }

    /// The restricted log likelihood.
    public double likelihood() {
        return likelihood;
    }

    /// A linear combination of coefficients, with the adjusted standard error and Student's distribution.
    public EffectEstimate contrast(double[] weights, double level) {
        double value = Linear.dot(weights, coefficients);
        return EffectEstimate.student(value, StrictMath.sqrt(quadratic(covariance, weights)), freedom(weights), level);
    }

    /// The standard error of a contrast were the covariance of the visits known.
    public double unadjustedError(double[] weights) {
        return StrictMath.sqrt(quadratic(plain, weights));
    }

    /// The degrees of freedom of a contrast.
    public double freedom(double[] weights) {
        double variance = quadratic(plain, weights);
        double[] gradient = new double[slopes.length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = quadratic(slopes[i], weights);
        }
        return 2 * variance * variance / quadratic(uncertainty, gradient);
    }

    private static double quadratic(double[][] matrix, double[] weights) {
        return Linear.dot(weights, Linear.times(matrix, weights));
    }
}
