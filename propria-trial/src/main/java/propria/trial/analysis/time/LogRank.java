package propria.trial.analysis.time;

import java.util.List;
import propria.trial.analysis.Distributions;

/// The log-rank test of two arms, within strata if there are any: N. Mantel, Cancer Chemother Rep 50 (1966), 163-170.
///
/// @param observed events of the treated
/// @param expected events of the treated, were there no difference
/// @param statistic chi-squared with one degree of freedom
/// @param p of no difference
public record LogRank(double observed, double expected, double statistic, double p) {

    /// Two arms within a stratum.
    public record Stratum(List<TimeToEvent> treated, List<TimeToEvent> controls) {
        public Stratum {
            treated = List.copyOf(treated);
            controls = List.copyOf(controls);
        }
    }

    /// Tests.
    public static LogRank of(List<Stratum> strata) {
        double observed = 0;
        double expected = 0;
        double variance = 0;
        for (Stratum stratum : strata) {
            double[] times = java.util.stream.Stream.concat(stratum.treated().stream(), stratum.controls().stream())
                    .filter(TimeToEvent::event).mapToDouble(TimeToEvent::time).distinct().sorted().toArray();
            for (double time : times) {
                double n1 = atRisk(stratum.treated(), time);
                double n = n1 + atRisk(stratum.controls(), time);
                double d1 = events(stratum.treated(), time);
                double d = d1 + events(stratum.controls(), time);
                observed += d1;
                expected += d * n1 / n;
                if (n > 1) {
                    variance += d * (n1 / n) * (1 - n1 / n) * (n - d) / (n - 1);
                }
            }
        }
        double gap = observed - expected;
        double statistic = variance > 0 ? gap * gap / variance : 0;
        return new LogRank(observed, expected, statistic,
                variance > 0 ? Distributions.chiSquaredAbove(statistic, 1) : 1);
    }

    private static double atRisk(List<TimeToEvent> subjects, double time) {
        return subjects.stream().filter(s -> s.time() >= time).count();
    }

    private static double events(List<TimeToEvent> subjects, double time) {
        return subjects.stream().filter(s -> s.event() && s.time() == time).count();
    }
}
