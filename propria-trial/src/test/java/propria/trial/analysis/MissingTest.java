package propria.trial.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import propria.trial.analysis.missing.Chance;
import propria.trial.analysis.missing.ImputationMethod;
import propria.trial.analysis.missing.MonotoneImputation;
import propria.trial.analysis.missing.RubinsRules;
import propria.trial.analysis.missing.StateImputation;

class MissingTest {

    private static List<EffectEstimate> analyses(double[] values, double[] errors) {
        return IntStream.range(0, values.length).mapToObj(i -> EffectEstimate.normal(values[i], errors[i], 0.95))
                .toList();
    }

    /// Estimates and errors of five imputations as SAS/STAT User's Guide prints them in the first example of PROC MIANALYZE
    /// (output 57.1.1, variables Oxygen and RunTime, 30 degrees of freedom); what they come to by Rubin's and Barnard's
    /// formulas was computed apart from this code.
    @Test
    void imputations_are_pooled_by_rubins_rules() {
        RubinsRules oxygen = RubinsRules.of(analyses(new double[]{47.0120, 47.2407, 47.4995, 47.1485, 47.0042},
                new double[]{0.95984, 0.93540, 1.00766, 0.95439, 0.96528}), 30);
        assertThat(oxygen.estimate()).isCloseTo(47.18098, within(1e-9));
        assertThat(oxygen.within()).isCloseTo(0.93085408234, within(1e-10));
        assertThat(oxygen.between()).isCloseTo(0.041470457, within(1e-9));
        assertThat(oxygen.total()).isCloseTo(0.98061863074, within(1e-10));
        assertThat(oxygen.freedom()).isCloseTo(26.29867937, within(1e-7));
        RubinsRules run = RubinsRules.of(analyses(new double[]{10.4441, 10.5040, 10.5922, 10.5279, 10.4913},
                new double[]{0.28520, 0.26661, 0.26302, 0.26405, 0.27275}), 30);
        assertThat(run.freedom()).isCloseTo(26.50328817, within(1e-7));
        assertThat(run.effect(0.95).error()).isCloseTo(0.27691008, within(1e-7));
        assertThat(run.increase()).isCloseTo(0.04834797, within(1e-7));
        assertThat(RubinsRules.of(analyses(new double[]{1, 1}, new double[]{0.5, 0.5}), 30).freedom())
                .isCloseTo(31.0 / 33 * 30, within(1e-9));
    }

    /// Two arms of normal readings; the later readings of some are missing by what was seen before.
    private static final class Data {

        static final int EACH = 4000;
        final double[][] readings = new double[2 * EACH][];
        final double[][] whole = new double[2 * EACH][];
        final int[] arms = new int[2 * EACH];

        Data() {
            Chance chance = new Chance(3, 1, 1);
            for (int s = 0; s < arms.length; s++) {
                arms[s] = s / EACH;
                double base = 10 + 2 * chance.normal();
                double first = 1 + 0.8 * base - 2 * arms[s] + chance.normal();
                double last = 0.5 + 0.9 * first - 1.5 * arms[s] + chance.normal();
                whole[s] = new double[]{base, first, last};
                readings[s] = whole[s].clone();
                if (chance.uniform() < (first > 8 ? 0.5 : 0.1)) {
                    readings[s][2] = Double.NaN;
                }
            }
        }

        double mean(double[][] all, int arm, ToDoubleFunction<double[]> reading) {
            return IntStream.range(0, all.length).filter(s -> arms[s] == arm).mapToObj(s -> all[s])
                    .mapToDouble(reading).average().orElseThrow();
        }

        double imputed(ImputationMethod method, double shift) {
            MonotoneImputation imputation = new MonotoneImputation(readings, arms);
            double sum = 0;
            for (int i = 0; i < 20; i++) {
                double[][] all = imputation.impute(method, shift, new Chance(3, 2, i));
                sum += (mean(all, 1, r -> r[2]) - mean(all, 0, r -> r[2])) / 20;
            }
            return sum;
        }
    }

    /// Where readings are missing at random, imputation finds the difference of the whole data, and those who were seen do not
    /// show it. Reference-based means are what they are in closed form: for a subject of the treated arm, the reading missing
    /// has the mean of the comparator (J2R) or of the own arm moved on by the increment of the comparator (CIR), plus the
    /// comparator's slope times how far the last reading is from the own mean.
    @Test
    void imputed_differences_are_those_of_the_closed_form() {
        Data data = new Data();
        double truth = data.mean(data.whole, 1, r -> r[2]) - data.mean(data.whole, 0, r -> r[2]);
        double seen = seenDifference(data);
        assertThat(StrictMath.abs(seen - truth)).isGreaterThan(0.1);
        assertThat(data.imputed(ImputationMethod.MAR, 0)).isCloseTo(truth, within(0.06));
        double missing = Arrays.stream(data.readings, Data.EACH, 2 * Data.EACH).filter(r -> Double.isNaN(r[2])).count()
                / (double) Data.EACH;
        double lastOfMissing = Arrays.stream(data.readings, Data.EACH, 2 * Data.EACH).filter(r -> Double.isNaN(r[2]))
                .mapToDouble(r -> r[1]).average().orElseThrow();
        double[] own = {10, 1 + 0.8 * 10 - 2, 0.5 + 0.9 * (1 + 0.8 * 10 - 2) - 1.5};
        double[] reference = {10, 9, 0.5 + 0.9 * 9};
        double kept = (1 - missing) * seenMean(data, 1);
        double control = data.mean(data.whole, 0, r -> r[2]);
        double jump = kept + missing * (reference[2] + 0.9 * (lastOfMissing - own[1])) - control;
        double increments = kept + missing * (own[1] + reference[2] - reference[1] + 0.9 * (lastOfMissing - own[1]))
                - control;
        double copy = kept + missing * (0.5 + 0.9 * lastOfMissing) - control;
        assertThat(data.imputed(ImputationMethod.J2R, 0)).isCloseTo(jump, within(0.06));
        assertThat(data.imputed(ImputationMethod.CIR, 0)).isCloseTo(increments, within(0.06));
        assertThat(data.imputed(ImputationMethod.CR, 0)).isCloseTo(copy, within(0.06));
        assertThat(data.imputed(ImputationMethod.MAR, 1) - data.imputed(ImputationMethod.MAR, 0))
                .isCloseTo(missing, within(1e-9));
        assertThat(List.of(truth, increments, copy, jump)).as("more like the comparator, smaller").isSorted();
    }

    private static double seenMean(Data data, int arm) {
        return IntStream.range(0, data.readings.length)
                .filter(s -> data.arms[s] == arm && !Double.isNaN(data.readings[s][2]))
                .mapToDouble(s -> data.readings[s][2]).average().orElseThrow();
    }

    private static double seenDifference(Data data) {
        return seenMean(data, 1) - seenMean(data, 0);
    }

    @Test
    void a_gap_is_refused() {
        assertThatThrownBy(() -> new MonotoneImputation(new double[][]{{1, Double.NaN, 2}}, new int[]{0}))
                .isInstanceOf(AnalysisException.class);
    }

    @Test
    void too_few_patients_and_analyses_without_error_are_refused() {
        List<EffectEstimate> analyses = List.of(new EffectEstimate(0.5, 0.2, 0.1, 0.9, 0.95, 0.01),
                new EffectEstimate(0.4, 0.2, 0, 0.8, 0.95, 0.05));
        assertThatThrownBy(() -> RubinsRules.of(analyses, 0)).isInstanceOf(AnalysisException.class);
        List<EffectEstimate> certain = List.of(new EffectEstimate(0.5, 0, 0.5, 0.5, 0.95, 0),
                new EffectEstimate(0.4, 0, 0.4, 0.4, 0.95, 0));
        assertThatThrownBy(() -> RubinsRules.of(certain, 40)).isInstanceOf(AnalysisException.class);
        assertThat(RubinsRules.of(analyses, 40).freedom()).isPositive();
    }

    /// Of 3000 in each arm, a third leaves after the first visit. Who met the rule then meets it in the end with 0.8 (treated)
    /// and 0.6 (comparator), who did not with 0.3 and 0.1.
    @Test
    void rules_are_imputed_from_the_state_at_the_last_visit() {
        int each = 3000;
        Chance chance = new Chance(9, 0, 0);
        boolean[][] met = new boolean[2 * each][2];
        int[] seen = new int[2 * each];
        int[] arms = new int[2 * each];
        for (int s = 0; s < met.length; s++) {
            arms[s] = s / each;
            met[s][0] = chance.uniform() < 0.5;
            met[s][1] = chance.uniform() < (met[s][0] ? 0.6 : 0.1) + 0.2 * arms[s];
            seen[s] = chance.uniform() < (met[s][0] ? 0.1 : 0.6) ? 1 : 2;
        }
        StateImputation imputation = new StateImputation(met, seen, arms);
        double[] mar = shares(imputation, ImputationMethod.MAR, arms, each);
        double[] jump = shares(imputation, ImputationMethod.J2R, arms, each);
        assertThat(mar[1]).isCloseTo(0.55, within(0.03));
        assertThat(mar[0]).isCloseTo(0.35, within(0.03));
        assertThat(jump[0]).isCloseTo(mar[0], within(0.02));
        assertThat(jump[1]).isCloseTo(0.55 - 0.2 * 0.35, within(0.03));
    }

    private static double[] shares(StateImputation imputation, ImputationMethod method, int[] arms, int each) {
        double[] shares = new double[2];
        for (int i = 0; i < 10; i++) {
            boolean[] all = imputation.impute(method, new Chance(9, 1, i));
            for (int s = 0; s < all.length; s++) {
                shares[arms[s]] += all[s] ? 0.1 / each : 0;
            }
        }
        return shares;
    }

    @Test
    void chance_has_the_moments_of_its_distributions() {
        Chance chance = new Chance(1, 1, 1);
        List<Double> gamma = new ArrayList<>();
        List<Double> small = new ArrayList<>();
        List<Double> beta = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            gamma.add(chance.gamma(3.5));
            small.add(chance.gamma(0.5));
            beta.add(chance.beta(2, 5));
        }
        assertThat(gamma.stream().mapToDouble(x -> x).average().orElseThrow()).isCloseTo(3.5, within(0.06));
        assertThat(gamma.stream().mapToDouble(x -> (x - 3.5) * (x - 3.5)).average().orElseThrow())
                .isCloseTo(3.5, within(0.2));
        assertThat(small.stream().mapToDouble(x -> x).average().orElseThrow()).isCloseTo(0.5, within(0.02));
        assertThat(beta.stream().mapToDouble(x -> x).average().orElseThrow()).isCloseTo(2.0 / 7, within(0.006));
    }
}
