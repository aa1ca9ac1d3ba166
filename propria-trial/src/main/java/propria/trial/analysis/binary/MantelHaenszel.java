package propria.trial.analysis.binary;

import java.util.List;
import propria.trial.analysis.Distributions;
import propria.trial.analysis.EffectEstimate;

/// Two arms compared within strata, and the strata put together.
///
/// @param strata a table each; one without patients in both arms or without any variation tells nothing and adds nothing
public record MantelHaenszel(List<TwoByTwo> strata) {

    public MantelHaenszel {
        strata = List.copyOf(strata);
    }

    /// A test.
    ///
    /// @param statistic chi-squared with one degree of freedom
    /// @param p of no difference in any stratum
    public record Test(double statistic, double p) {
    }

    /// The test of Cochran, Mantel and Haenszel (J Natl Cancer Inst 22 (1959), 719-748).
    ///
    /// @param corrected whether one half is taken off the distance, as Mantel and Haenszel do; at most the distance itself
    public Test test(boolean corrected) {
        double distance = 0;
        double variance = 0;
        for (TwoByTwo t : strata) {
            double n = t.treated() + t.controls();
            double events = t.responders() + t.controlResponders();
            distance += t.responders() - t.treated() * events / n;
            if (n > 1) {
                variance += t.treated() * t.controls() * events * (n - events) / (n * n * (n - 1));
            }
        }
        if (!(variance > 0)) {
            return new Test(0, 1);
        }
        double off = corrected ? StrictMath.min(0.5, StrictMath.abs(distance)) : 0;
        double gap = StrictMath.abs(distance) - off;
        double statistic = gap * gap / variance;
        return new Test(statistic, Distributions.chiSquaredAbove(statistic, 1));
    }

    /// The common risk difference of S. Greenland, J. M. Robins (Biometrics 41 (1985), 55-68) with the variance of T. Sato,
    /// S. Greenland, J. M. Robins (Biometrics 45 (1989), 1323-1324), which holds for few large strata and for many small
    /// ones. The p-value is that of the test without correction.
    public EffectEstimate riskDifference(double level) {
        double weights = 0;
        double sum = 0;
        double p = 0;
        double q = 0;
        for (TwoByTwo t : strata) {
            double n = t.treated() + t.controls();
            double weight = t.treated() * t.controls() / n;
            weights += weight;
            sum += (t.responders() * t.controls() - t.controlResponders() * t.treated()) / n;
            double a = t.responders();
            double b = t.controlResponders();
            double n1 = t.treated();
            double n0 = t.controls();
            p += (n1 * n1 * b - n0 * n0 * a + n1 * n0 * (n0 - n1) / 2) / (n * n);
            q += (a * (n0 - b) + b * (n1 - a)) / (2 * n);
        }
        double difference = sum / weights;
        double error = StrictMath.sqrt(StrictMath.max(0, difference * p + q) / (weights * weights));
        double half = Distributions.quantile(0.5 + level / 2) * error;
        return new EffectEstimate(difference, error, difference - half, difference + half, level, test(false).p());
    }

    /// The common odds ratio of Mantel and Haenszel with the variance of its logarithm of J. M. Robins, N. Breslow,
    /// S. Greenland (Biometrics 42 (1986), 311-323).
    public EffectEstimate oddsRatio(double level) {
        double r = 0;
        double s = 0;
        double pr = 0;
        double psqr = 0;
        double qs = 0;
        for (TwoByTwo t : strata) {
            double n = t.treated() + t.controls();
            double a = t.responders();
            double d = t.controls() - t.controlResponders();
            double b = t.treated() - a;
            double c = t.controlResponders();
            double ri = a * d / n;
            double si = b * c / n;
            double pi = (a + d) / n;
            double qi = (b + c) / n;
            r += ri;
            s += si;
            pr += pi * ri;
            psqr += pi * si + qi * ri;
            qs += qi * si;
        }
        double error = StrictMath.sqrt(pr / (2 * r * r) + psqr / (2 * r * s) + qs / (2 * s * s));
        double log = StrictMath.log(r / s);
        EffectEstimate estimate = EffectEstimate.normal(log, error, level);
        return new EffectEstimate(r / s, error, StrictMath.exp(estimate.lower()), StrictMath.exp(estimate.upper()),
                level,
                estimate.p());
    }
}
