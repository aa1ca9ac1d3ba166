package propria.trial.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import propria.trial.analysis.time.CensoredInterval;
import propria.trial.analysis.time.CoxModel;
import propria.trial.analysis.time.KaplanMeier;
import propria.trial.analysis.time.LogRank;
import propria.trial.analysis.time.TimeToEvent;
import propria.trial.analysis.time.Turnbull;
import propria.trial.analysis.time.WeibullModel;

/// Data sets and printed results of the documentation of the R packages survival and MASS.
class TimesTest {

    private static List<TimeToEvent> times(int... signed) {
        return IntStream.of(signed).mapToObj(t -> new TimeToEvent(StrictMath.abs(t), t > 0)).toList();
    }

    /// `aml`; censored times have a minus.
    private static final List<TimeToEvent> MAINTAINED = times(9, 13, -13, 18, 23, -28, 31, 34, -45, 48, -161);
    private static final List<TimeToEvent> NOT = times(5, 5, 8, 8, 12, -16, 23, 27, 30, 33, 43, 45);

    /// `ovarian`: time, age, treatment, performance; censored times have a minus.
    private static final double[][] OVARIAN = {{59, 72.3315, 1, 1}, {115, 74.4932, 1, 1}, {156, 66.4658, 1, 2},
            {-421, 53.3644, 2, 1}, {431, 50.3397, 1, 1}, {-448, 56.4301, 1, 2}, {464, 56.9370, 2, 2},
            {475, 59.8548, 2, 2}, {-477, 64.1753, 1, 1}, {563, 55.1781, 2, 2}, {638, 56.7562, 1, 2},
            {-744, 50.1096, 2, 1}, {-769, 59.6301, 2, 2}, {-770, 57.0521, 2, 1}, {-803, 39.2712, 1, 1},
            {-855, 43.1233, 1, 2}, {-1040, 38.8932, 1, 2}, {-1106, 44.6000, 1, 1}, {-1129, 53.9068, 2, 1},
            {-1206, 44.2055, 2, 1}, {-1227, 59.5890, 2, 2}, {268, 74.5041, 1, 2}, {329, 43.1370, 1, 1},
            {353, 63.2192, 2, 2}, {365, 64.4247, 2, 1}, {-377, 58.3096, 2, 1}};

    /// `gehan`: 6-mercaptopurine and control, E. J. Freireich and others, Blood 21 (1963), 699-716.
    private static final List<TimeToEvent> DRUG = times(10, 7, -32, 23, 22, 6, 16, -34, -32, -25, -11, -20, -19, 6, -17,
            -35, 6, 13, -9, -6, -10);
    private static final List<TimeToEvent> CONTROL = times(1, 22, 3, 12, 8, 17, 2, 11, 8, 12, 2, 5, 4, 15, 8, 23, 5, 11,
            4, 1, 8);

    private static TimeToEvent ovarian(double[] row) {
        return new TimeToEvent(StrictMath.abs(row[0]), row[0] > 0);
    }

    private static CensoredInterval known(TimeToEvent t) {
        return new CensoredInterval(t.time(), t.event() ? t.time() : Double.POSITIVE_INFINITY);
    }

    @Test
    void curves_their_errors_and_intervals_are_those_of_r() {
        KaplanMeier curve = KaplanMeier.of(MAINTAINED);
        double[] survival = {0.909, 0.818, 0.716, 0.614, 0.491, 0.368, 0.184};
        double[] errors = {0.0867, 0.1163, 0.1397, 0.1526, 0.1642, 0.1627, 0.1535};
        double[] lower = {0.7541, 0.6192, 0.4884, 0.3769, 0.2549, 0.1549, 0.0359};
        double[] lowerLogLog = {0.5081, 0.4474, 0.3502, 0.2658, 0.1673, 0.0928, 0.0117};
        double[] upperLogLog = {0.987, 0.951, 0.899, 0.835, 0.753, 0.657, 0.525};
        assertThat(curve.steps()).hasSize(7);
        for (int i = 0; i < 7; i++) {
            KaplanMeier.Step step = curve.steps().get(i);
            assertThat(step.survival()).isCloseTo(survival[i], within(0.6e-3));
            assertThat(step.error()).isCloseTo(errors[i], within(0.6e-4));
            assertThat(step.interval(KaplanMeier.Scale.LOG, 0.95)[0]).isCloseTo(lower[i], within(0.6e-4));
            assertThat(step.interval(KaplanMeier.Scale.LOG_LOG, 0.95)[0]).isCloseTo(lowerLogLog[i], within(0.6e-4));
            assertThat(step.interval(KaplanMeier.Scale.LOG_LOG, 0.95)[1]).isCloseTo(upperLogLog[i], within(0.6e-3));
        }
        assertThat(KaplanMeier.of(NOT).median()).hasValue(23);
    }

    @Test
    void the_log_rank_test_is_that_of_r() {
        LogRank aml = LogRank.of(List.of(new LogRank.Stratum(MAINTAINED, NOT)));
        assertThat(aml.observed()).isEqualTo(7);
        assertThat(aml.expected()).isCloseTo(10.69, within(0.6e-2));
        assertThat(aml.statistic()).isCloseTo(3.4, within(0.05));
        assertThat(aml.p()).isCloseTo(0.07, within(0.005));
        List<TimeToEvent> one = new ArrayList<>();
        List<TimeToEvent> two = new ArrayList<>();
        for (double[] row : OVARIAN) {
            (row[2] == 1 ? one : two).add(ovarian(row));
        }
        LogRank ovarian = LogRank.of(List.of(new LogRank.Stratum(one, two)));
        assertThat(ovarian.expected()).isCloseTo(5.23, within(0.6e-2));
        assertThat(ovarian.statistic()).isCloseTo(1.06, within(0.6e-2));
    }

    @Test
    void hazard_ratios_are_those_of_r() {
        List<TimeToEvent> subjects = java.util.Arrays.stream(OVARIAN).map(TimesTest::ovarian).toList();
        CoxModel cox = CoxModel.fit(subjects,
                java.util.Arrays.stream(OVARIAN).map(r -> new double[]{r[1], r[2]}).toArray(double[][]::new));
        assertThat(cox.term(0, 0.95).value()).isCloseTo(0.14733, within(0.6e-5));
        assertThat(cox.term(0, 0.95).error()).isCloseTo(0.04615, within(0.6e-5));
        assertThat(cox.term(1, 0.95).value()).isCloseTo(-0.80397, within(0.6e-5));
        assertThat(cox.term(1, 0.95).error()).isCloseTo(0.63205, within(0.6e-5));
        assertThat(cox.term(1, 0.95).p()).isCloseTo(0.20337, within(0.6e-5));
    }

    @Test
    void ties_are_taken_after_efron() {
        List<TimeToEvent> all = new ArrayList<>(CONTROL);
        all.addAll(DRUG);
        double[][] rows = IntStream.range(0, 42).mapToObj(i -> new double[]{i < 21 ? 1 : 0}).toArray(double[][]::new);
        EffectEstimate control = CoxModel.fit(all, rows).term(0, 0.95);
        assertThat(control.value()).isCloseTo(1.5721, within(0.6e-4));
        assertThat(control.error()).isCloseTo(0.4124, within(0.6e-4));
        assertThat(StrictMath.exp(control.lower())).isCloseTo(2.147, within(0.6e-3));
        assertThat(StrictMath.exp(control.upper())).isCloseTo(10.81, within(0.6e-2));
    }

    @Test
    void weibull_models_of_censored_times_are_those_of_r() {
        List<CensoredInterval> subjects = java.util.Arrays.stream(OVARIAN).map(r -> known(ovarian(r))).toList();
        WeibullModel fit = WeibullModel.fit(subjects,
                java.util.Arrays.stream(OVARIAN).map(r -> new double[]{1, r[3], r[2]}).toArray(double[][]::new));
        double[] values = {6.897, -0.385, 0.529, -0.123};
        double[] errors = {1.178, 0.527, 0.529, 0.252};
        for (int i = 0; i < 4; i++) {
            assertThat(fit.term(i, 0.95).value()).isCloseTo(values[i], within(0.6e-3));
            assertThat(fit.term(i, 0.95).error()).isCloseTo(errors[i], within(0.6e-3));
        }
        assertThat(fit.scale()).isCloseTo(0.884, within(0.6e-3));
        assertThat(fit.likelihood()).isCloseTo(-97.1, within(0.06));
    }

    /// Ten intervals of our own; `survreg` and `survfit` of R 4.2.2 with survival 3.4-0 on
    /// `Surv(l, r, type = "interval2")`.
    @Test
    void interval_censored_times_are_those_of_r() {
        double none = Double.POSITIVE_INFINITY;
        double[][] ends = {{0, 3}, {0, 7}, {4, 8}, {4, 10}, {5, 9}, {7, 12}, {10, none}, {10, 15}, {12, none}, {0, 5}};
        List<CensoredInterval> subjects = java.util.Arrays.stream(ends).map(e -> new CensoredInterval(e[0], e[1]))
                .toList();
        double[][] rows = IntStream.range(0, 10).mapToObj(i -> new double[]{1, i % 2}).toArray(double[][]::new);
        WeibullModel fit = WeibullModel.fit(subjects, rows);
        assertThat(fit.coefficients()[0]).isCloseTo(2.38336262, within(1e-5));
        assertThat(fit.coefficients()[1]).isCloseTo(-0.36435146, within(1e-5));
        assertThat(fit.likelihood()).isCloseTo(-11.997537, within(1e-5));
        assertThat(fit.term(0, 0.95).error()).isCloseTo(0.36037598, within(1e-5));
        assertThat(fit.term(1, 0.95).error()).isCloseTo(0.48045871, within(1e-5));
        Turnbull curve = Turnbull.of(subjects);
        assertThat(curve.survival(3)).isCloseTo(0.7668, within(2e-3));
        assertThat(curve.survival(5)).isCloseTo(0.6536, within(8e-3));
        assertThat(curve.survival(8)).isCloseTo(0.3000, within(2e-3));
    }

    @Test
    void known_times_give_the_product_limit_curve() {
        List<CensoredInterval> subjects = MAINTAINED.stream().map(TimesTest::known).toList();
        Turnbull turnbull = Turnbull.of(subjects);
        KaplanMeier curve = KaplanMeier.of(MAINTAINED);
        for (double t : new double[]{9, 13, 18, 23, 31, 34, 48}) {
            assertThat(turnbull.survival(t)).isCloseTo(curve.survival(t), within(1e-6));
        }
    }
}
