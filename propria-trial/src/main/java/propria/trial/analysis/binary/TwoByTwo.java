package propria.trial.analysis.binary;

import propria.trial.analysis.Distributions;
import propria.trial.analysis.EffectEstimate;

/// Responders of two arms.
///
/// @param responders of the treated
/// @param treated how many
/// @param controlResponders of the comparator
/// @param controls how many
public record TwoByTwo(double responders, double treated, double controlResponders, double controls) {

    private static final double TOLERANCE = 1e-12;
    private static final int MOST_HALVINGS = 200;

    public TwoByTwo {
        if (!(treated > 0) || !(controls > 0) || responders < 0 || controlResponders < 0 || responders > treated
                || controlResponders > controls) {
            throw new IllegalArgumentException("not a table of responders: " + responders + "/" + treated + ", "
                    + controlResponders + "/" + controls);
        }
    }

    /// The share of responders among the treated.
    public double share() {
        return responders / treated;
    }

    /// The share of responders of the comparator.
    public double controlShare() {
        return controlResponders / controls;
    }

    /// The difference of the shares.
    public double difference() {
        return share() - controlShare();
    }

    /// Wald's interval of the difference; the p-value is that of Pearson's test without correction, as trials report it.
    public EffectEstimate waldDifference(double level) {
        double p = share();
        double q = controlShare();
        double error = StrictMath.sqrt(p * (1 - p) / treated + q * (1 - q) / controls);
        double half = Distributions.quantile(0.5 + level / 2) * error;
        return new EffectEstimate(p - q, error, p - q - half, p - q + half, level, pearson());
    }

    /// The p-value of Pearson's chi-squared test without continuity correction; 1 when nobody or everybody responds.
    public double pearson() {
        double pooled = (responders + controlResponders) / (treated + controls);
        double error = StrictMath.sqrt(pooled * (1 - pooled) * (1 / treated + 1 / controls));
        return error > 0 ? Distributions.twoSided(difference() / error) : 1;
    }

    /// The hybrid score interval of the difference without continuity correction: R. G. Newcombe, Stat Med 17 (1998),
    /// 873-890, method 10.
    public EffectEstimate newcombeDifference(double level) {
        double z = Distributions.quantile(0.5 + level / 2);
        double[] one = wilson(responders, treated, z);
        double[] two = wilson(controlResponders, controls, z);
        double p = share();
        double q = controlShare();
        double lower = p - q - root(p - one[0], two[1] - q);
        double upper = p - q + root(one[1] - p, q - two[0]);
        return new EffectEstimate(p - q, waldDifference(level).error(), lower, upper, level, pearson());
    }

    private static double root(double a, double b) {
        return StrictMath.sqrt(a * a + b * b);
    }

    /// E. B. Wilson, J Am Stat Assoc 22 (1927), 209-212.
    private static double[] wilson(double x, double n, double z) {
        double middle = 2 * x + z * z;
        double half = z * StrictMath.sqrt(z * z + 4 * x * (1 - x / n));
        double scale = 2 * (n + z * z);
        return new double[]{(middle - half) / scale, (middle + half) / scale};
    }

    /// The asymptotic score interval of the difference: O. Miettinen, M. Nurminen, Stat Med 4 (1985), 213-226, with their
    /// factor `N/(N-1)` in the variance.
    public EffectEstimate miettinenNurminenDifference(double level) {
        double z = Distributions.quantile(0.5 + level / 2);
        double here = difference();
        double lower = edge(z, here, -1);
        double upper = edge(-z, here, 1);
        return new EffectEstimate(here, waldDifference(level).error(), lower, upper, level,
                Distributions.twoSided(score(0)));
    }

    /// Where the score reaches `z`, between the estimate and an end of what differences there are.
    private double edge(double z, double here, double end) {
        double near = here;
        double far = end;
        for (int i = 0; i < MOST_HALVINGS && StrictMath.abs(far - near) > TOLERANCE; i++) {
            double middle = (near + far) / 2;
            if (StrictMath.abs(score(middle)) < StrictMath.abs(z)) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return (near + far) / 2;
    }

    /// The score of a supposed difference: how many standard errors the observed one lies above it.
    private double score(double supposed) {
        double[] shares = ScoreShares.of(this, supposed);
        double n = treated + controls;
        double variance = (shares[0] * (1 - shares[0]) / treated + shares[1] * (1 - shares[1]) / controls) * n
                / (n - 1);
        double gap = difference() - supposed;
        if (!(variance > 0)) {
            return gap == 0 ? 0 : StrictMath.signum(gap) * Double.MAX_VALUE;
        }
        return gap / StrictMath.sqrt(variance);
    }

    /// The ratio of the shares, with the interval on its logarithm (D. Katz et al., Biometrics 34 (1978), 469-474). Not a
    /// number when an arm has no responder.
    public EffectEstimate riskRatio(double level) {
        double error = StrictMath.sqrt(1 / responders - 1 / treated + 1 / controlResponders - 1 / controls);
        return exponential(StrictMath.log(share() / controlShare()), error, level);
    }

    /// The ratio of the odds, with the interval on its logarithm (B. Woolf, Ann Hum Genet 19 (1955), 251-253). Not a
    /// number when a cell is empty.
    public EffectEstimate oddsRatio(double level) {
        double a = responders;
        double b = treated - responders;
        double c = controlResponders;
        double d = controls - controlResponders;
        double error = StrictMath.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
        return exponential(StrictMath.log(a * d / (b * c)), error, level);
    }

    private static EffectEstimate exponential(double log, double error, double level) {
        if (!Double.isFinite(error)) {
            return new EffectEstimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN, level, Double.NaN);
        }
        EffectEstimate estimate = EffectEstimate.normal(log, error, level);
        return new EffectEstimate(StrictMath.exp(log), error, StrictMath.exp(estimate.lower()),
                StrictMath.exp(estimate.upper()), level, estimate.p());
    }
}
