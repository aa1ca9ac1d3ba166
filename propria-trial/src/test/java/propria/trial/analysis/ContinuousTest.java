package propria.trial.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import propria.trial.analysis.continuous.LinearModel;
import propria.trial.analysis.continuous.MixedModel;
import propria.trial.analysis.continuous.RepeatedMeasures;
import propria.trial.analysis.continuous.RepeatedMeasures.Subject;

class ContinuousTest {

    /// The artificial trial that ships with the R package mmrm (Apache-2.0), without its missing readings.
    private static List<String[]> lungs() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ContinuousTest.class.getResourceAsStream("fev.csv")), StandardCharsets.UTF_8))) {
            return in.lines().skip(1).map(l -> l.split(",", -1)).toList();
        }
    }

    private static RepeatedMeasures data(Function<String[], double[]> terms) throws IOException {
        Map<String, List<String[]>> bySubject = new LinkedHashMap<>();
        lungs().forEach(row -> bySubject.computeIfAbsent(row[0], _ -> new ArrayList<>()).add(row));
        return new RepeatedMeasures(4, bySubject.values().stream().map(rows -> new Subject(
                rows.stream().mapToInt(r -> Integer.parseInt(r[1]) - 1).toArray(),
                rows.stream().map(terms).toArray(double[][]::new),
                rows.stream().mapToDouble(r -> Double.parseDouble(r[5])).toArray())).toList());
    }

    private static double[] full(String[] row) {
        double treated = row[2].equals("TRT") ? 1 : 0;
        double[] terms = new double[11];
        terms[0] = 1;
        terms[1] = row[3].equals("Black") ? 1 : 0;
        terms[2] = row[3].equals("White") ? 1 : 0;
        terms[3] = row[4].equals("Female") ? 1 : 0;
        terms[4] = treated;
        int visit = Integer.parseInt(row[1]);
        if (visit > 1) {
            terms[3 + visit] = 1;
            terms[6 + visit] = treated;
        }
        return terms;
    }

    /// Estimates and errors of SAS `PROC MIXED`, degrees of freedom and covariance as the README of the R package mmrm
    /// prints them; both optimisers stop a little earlier than ours.
    @Test
    void repeated_measures_are_those_of_mmrm() throws IOException {
        MixedModel fit = MixedModel.fit(data(ContinuousTest::full));
        double[] estimates = {30.7774, 1.5305, 5.6436, 0.3262, 3.7745, 4.8396, 10.3422, 15.0537, -0.04231, -0.6939,
                0.6240};
        double[] errors = {0.8865, 0.6244, 0.6656, 0.5319, 1.0741, 0.8016, 0.8227, 1.3129, 1.1292, 1.1876, 1.8510};
        double[] freedoms = {218.80, 168.67, 157.14, 166.13, 145.55, 143.88, 155.56, 138.47, 138.56, 158.17, 129.72};
        for (int i = 0; i < estimates.length; i++) {
            double[] weights = new double[11];
            weights[i] = 1;
            assertThat(fit.coefficients()[i]).isCloseTo(estimates[i], within(4e-4));
            assertThat(fit.unadjustedError(weights)).isCloseTo(errors[i], within(1.5e-4));
            assertThat(fit.freedom(weights)).isCloseTo(freedoms[i], within(5e-2));
        }
        assertThat(fit.sigma()[0][0]).isCloseTo(40.5537, within(4e-3));
        assertThat(fit.sigma()[3][1]).isCloseTo(7.4745, within(4e-3));
        assertThat(-2 * fit.likelihood()).isCloseTo(3386.4, within(0.06));
    }

    /// What SAS gives with `DDFM=KR` and `TYPE=UN`, as the tests of the R package mmrm hold it.
    @Test
    void kenward_and_rogers_error_and_freedom_are_those_of_sas() throws IOException {
        MixedModel fit = MixedModel.fit(data(row -> new double[]{1, row[2].equals("TRT") ? 1 : 0}));
        double[] effect = {0, 1};
        assertThat(fit.contrast(effect, 0.95).error()).isCloseTo(0.66124382270307, within(1e-4));
        assertThat(fit.freedom(effect)).isCloseTo(160.733266403768, within(0.05));
    }

    @Test
    void one_visit_is_least_squares() {
        List<Subject> subjects = new ArrayList<>();
        double[][] rows = new double[20][];
        double[] values = new double[20];
        for (int i = 0; i < 20; i++) {
            rows[i] = new double[]{1, i % 2, i * i % 7};
            values[i] = 3 + i % 2 + i * 37 % 11;
            subjects.add(new Subject(new int[]{0}, new double[][]{rows[i]}, new double[]{values[i]}));
        }
        EffectEstimate mixed = MixedModel.fit(new RepeatedMeasures(1, subjects)).contrast(new double[]{0, 1, 0}, 0.95);
        EffectEstimate plain = LinearModel.fit(rows, values).term(1, 0.95);
        assertThat(mixed.value()).isCloseTo(plain.value(), within(1e-9));
        assertThat(mixed.error()).isCloseTo(plain.error(), within(1e-6));
        assertThat(mixed.lower()).isCloseTo(plain.lower(), within(1e-6));
    }

    /// `glm(Postwt ~ Prewt + Treat + offset(Prewt), gaussian, anorexia)` of the documentation of the R package MASS.
    @Test
    void analysis_of_covariance_is_that_of_r() {
        double[] before = {80.7, 89.4, 91.8, 74.0, 78.1, 88.3, 87.3, 75.1, 80.6, 78.4, 77.6, 88.7, 81.3, 78.1, 70.5,
                77.3,
                85.2, 86.0, 84.1, 79.7, 85.5, 84.4, 79.6, 77.5, 72.3, 89.0, 80.5, 84.9, 81.5, 82.6, 79.9, 88.7, 94.9,
                76.3, 81.0, 80.5, 85.0, 89.2, 81.3, 76.5, 70.0, 80.4, 83.3, 83.0, 87.7, 84.2, 86.4, 76.5, 80.2, 87.8,
                83.3, 79.7, 84.5, 80.8, 87.4, 83.8, 83.3, 86.0, 82.5, 86.7, 79.6, 76.9, 94.2, 73.4, 80.5, 81.6, 82.1,
                77.6, 83.5, 89.9, 86.0, 87.3};
        double[] after = {80.2, 80.1, 86.4, 86.3, 76.1, 78.1, 75.1, 86.7, 73.5, 84.6, 77.4, 79.5, 89.6, 81.4, 81.8,
                77.3,
                84.2, 75.4, 79.5, 73.0, 88.3, 84.7, 81.4, 81.2, 88.2, 78.8, 82.2, 85.6, 81.4, 81.9, 76.4, 103.6, 98.4,
                93.4, 73.4, 82.1, 96.7, 95.3, 82.4, 72.5, 90.9, 71.3, 85.4, 81.6, 89.1, 83.9, 82.7, 75.7, 82.6, 100.4,
                85.2, 83.6, 84.6, 96.2, 86.7, 95.2, 94.3, 91.5, 91.9, 100.3, 76.7, 76.8, 101.6, 94.9, 75.2, 77.8, 95.5,
                90.7, 92.5, 93.8, 91.7, 98.0};
        double[][] rows = new double[72][];
        double[] change = new double[72];
        for (int i = 0; i < 72; i++) {
            rows[i] = new double[]{1, before[i], i < 26 ? 1 : 0, i >= 55 ? 1 : 0};
            change[i] = after[i] - before[i];
        }
        LinearModel fit = LinearModel.fit(rows, change);
        double[] values = {49.7711, -0.5655, -4.0971, 4.5631};
        double[] errors = {13.3910, 0.1612, 1.8935, 2.1333};
        double[] p = {0.000410, 0.000803, 0.033999, 0.036035};
        for (int i = 0; i < 4; i++) {
            EffectEstimate term = fit.term(i, 0.95);
            assertThat(term.value()).isCloseTo(values[i], within(0.6e-4));
            assertThat(term.error()).isCloseTo(errors[i], within(0.6e-4));
            assertThat(term.p()).isCloseTo(p[i], within(0.6e-6));
        }
        assertThat(fit.variance()).isCloseTo(48.69504, within(0.6e-5));
    }
}
