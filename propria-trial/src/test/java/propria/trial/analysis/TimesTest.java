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

    /// Months until the breast looked worse, after radiotherapy alone and with chemotherapy: D. M. Finkelstein, R. A. Wolfe, Biometrics
    /// 41 (1985), 933-945; a minus stands for never seen. Numbers as the manual of Stata prints them for
    /// `stintreg i.treat, interval(ltime rtime) distribution(weibull)` (hazard ratio, shape, likelihood), and as `survreg` of R 4.2.2
    /// with survival 3.5-3 gives them (coefficients, errors, likelihood ratio).
    @Test
    void the_example_of_interval_censoring_is_that_of_stata_and_r() {
        List<CensoredInterval> subjects = new ArrayList<>(cosmesis("45- 6,10 0,7 46- 46- 7,16 17- 7,14 37,44 0,8 4,11"
                + " 15- 11,15 22- 46- 46- 25,37 46- 26,40 46- 27,34 36,44 46- 36,48 37- 40- 17,25 46- 11,18 38- 5,12 37-"
                + " 0,5 18- 24- 36- 5,11 19,35 17,25 24- 32- 33- 18,26 37- 34- 36-"));
        int alone = subjects.size();
        subjects.addAll(
                cosmesis("8,12 0,22 24,31 17,27 17,23 24,30 16,24 13- 11,13 16,20 18,25 17,26 32- 23- 44,48 14,17"
                        + " 0,5 5,8 12,20 11- 33,40 31- 13,39 19,32 34- 13- 16,24 35- 15,22 11,17 22,32 10,35 30,34 13- 10,17"
                        + " 8,21 4,9 11- 14,19 4,8 34- 30,36 18,24 16,60 35,39 21- 11,20 48-"));
        double[][] rows = IntStream.range(0, subjects.size()).mapToObj(i -> new double[]{1, i < alone ? 0 : 1})
                .toArray(double[][]::new);
        assertThat(subjects).hasSize(94);
        WeibullModel fit = WeibullModel.fit(subjects, rows);
        assertThat(fit.likelihood()).isCloseTo(-143.19228, within(0.6e-5));
        assertThat(StrictMath.exp(-fit.coefficients()[1] / fit.scale())).isCloseTo(2.498526, within(0.6e-6));
        assertThat(1 / fit.scale()).isCloseTo(1.613779, within(0.6e-6));
        assertThat(fit.coefficients()[0]).isCloseTo(3.89916323, within(1e-7));
        assertThat(fit.term(1, 0.95).value()).isCloseTo(-0.56742634, within(1e-7));
        assertThat(fit.term(1, 0.95).error()).isCloseTo(0.17581400, within(1e-7));
        assertThat(fit.term(1, 0.95).p()).isCloseTo(1.2491019e-03, within(1e-8));
        EffectEstimate profile = fit.profile(subjects, rows, 1, 0.95);
        double ratio = 2 * (148.6558441 - 143.1922808);
        assertThat(profile.p()).isCloseTo(Distributions.chiSquaredAbove(ratio, 1), within(1e-8));
        assertThat(profile.value()).isEqualTo(fit.term(1, 0.95).value());
        for (double end : new double[]{profile.lower(), profile.upper()}) {
            double[][] shifted = IntStream.range(0, subjects.size()).mapToObj(_ -> new double[]{1})
                    .toArray(double[][]::new);
            List<CensoredInterval> scaled = IntStream.range(0, subjects.size()).mapToObj(i -> {
                double factor = i < alone ? 1 : StrictMath.exp(-end);
                return new CensoredInterval(subjects.get(i).left() * factor, subjects.get(i).right() * factor);
            }).toList();
            assertThat(2 * (fit.likelihood() - WeibullModel.fit(scaled, shifted).likelihood()))
                    .isCloseTo(StrictMath.pow(Distributions.quantile(0.975), 2), within(1e-3));
        }
    }

    private static List<CensoredInterval> cosmesis(String words) {
        return java.util.Arrays.stream(words.split(" ")).map(w -> {
            String[] ends = w.split("[,-]");
            return new CensoredInterval(Double.parseDouble(ends[0]),
                    ends.length > 1 ? Double.parseDouble(ends[1]) : Double.POSITIVE_INFINITY);
        }).toList();
    }

    /// Nobody is known to have had an event in one arm: the test still says something, the ratio of times nothing.
    @Test
    void an_arm_without_an_event_has_an_interval_without_an_end() {
        List<CensoredInterval> subjects = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            subjects.add(i < 6 ? new CensoredInterval(i, i + 3) : new CensoredInterval(12, Double.POSITIVE_INFINITY));
        }
        double[][] rows = IntStream.range(0, 12).mapToObj(i -> new double[]{1, i < 6 ? 0 : 1}).toArray(double[][]::new);
        EffectEstimate profile = WeibullModel.fit(subjects, rows).profile(subjects, rows, 1, 0.95);
        assertThat(profile.upper()).isInfinite();
        assertThat(profile.lower()).isFinite().isPositive();
        assertThat(profile.p()).isLessThan(0.01);
    }

    /// Each arm has its events within moments of each other, far from the other's: with the scale of the whole model the model without
    /// the term is impossible, and is found from the common start.
    @Test
    void arms_far_apart_have_a_test_and_an_interval() {
        List<CensoredInterval> subjects = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            double time = i < 6 ? 1 + 0.001 * i : 300 + 0.3 * i;
            subjects.add(new CensoredInterval(time, time * 1.0005));
        }
        double[][] rows = IntStream.range(0, 12).mapToObj(i -> new double[]{1, i < 6 ? 0 : 1}).toArray(double[][]::new);
        EffectEstimate profile = WeibullModel.fit(subjects, rows).profile(subjects, rows, 1, 0.95);
        assertThat(profile.p()).isBetween(0.0, 1e-6);
        assertThat(profile.value()).isCloseTo(StrictMath.log(300), within(0.05));
        assertThat(profile.lower()).isFinite().isLessThan(profile.value());
        assertThat(profile.upper()).isFinite().isGreaterThan(profile.value());
    }

    /// Two arms of which few have an event, between two late looks: Wald's test of the ratio of times hardly rejects, as it is not
    /// known how the hazard changes; the likelihood ratio holds its level.
    @Test
    void few_events_between_few_looks_are_tested_at_their_level() {
        propria.trial.analysis.missing.Chance chance = new propria.trial.analysis.missing.Chance(7, 7, 7);
        double[] looks = {0, 120, 200, 380};
        int wald = 0;
        int ratio = 0;
        int trials = 600;
        for (int trial = 0; trial < trials; trial++) {
            List<CensoredInterval> subjects = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                double time = 1500 * StrictMath.pow(-StrictMath.log(chance.uniform()), 2.0);
                int k = 0;
                while (k < 3 && looks[k + 1] < time) {
                    k++;
                }
                subjects.add(new CensoredInterval(looks[k], k == 3 ? Double.POSITIVE_INFINITY : looks[k + 1]));
            }
            double[][] rows = IntStream.range(0, 50).mapToObj(i -> new double[]{1, i % 2}).toArray(double[][]::new);
            WeibullModel fit = WeibullModel.fit(subjects, rows);
            wald += fit.term(1, 0.95).p() <= 0.05 ? 1 : 0;
            ratio += fit.profile(subjects, rows, 1, 0.95).p() <= 0.05 ? 1 : 0;
        }
        double error = StrictMath.sqrt(0.05 * 0.95 / trials);
        assertThat((double) ratio / trials).isBetween(0.05 - 3 * error, 0.05 + 3 * error);
        assertThat((double) wald / trials).isLessThan(0.05 - 3 * error);
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
