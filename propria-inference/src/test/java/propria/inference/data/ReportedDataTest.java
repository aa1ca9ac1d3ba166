package propria.inference.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import propria.engine.random.RandomStream;
import propria.inference.data.GroupSummary.SpreadKind;

/// Likelihoods of reported data agree with closed forms, with sums over single values, or with chance itself.
class ReportedDataTest {

    private static double[] animals(int n, int run) {
        RandomStream random = new RandomStream();
        random.begin(7, run, "animals");
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 3 + 2 * random.normal();
        }
        return x;
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).average().orElseThrow();
    }

    private static double sd(double[] x) {
        double m = mean(x);
        return StrictMath.sqrt(Arrays.stream(x).map(v -> (v - m) * (v - m)).sum() / (x.length - 1));
    }

    /// Mean and standard deviation say all about the parameters: the likelihood differs from that of the single values by a
    /// constant.
    @Test
    void a_summary_is_worth_its_single_values() {
        double[] x = animals(6, 1);
        GroupSummary summary = new GroupSummary(mean(x), sd(x), SpreadKind.SD, 6, 0);
        double reference = difference(summary, x, 3, 2);
        for (double[] at : new double[][]{{2, 1}, {5, 3}, {3.3, 0.7}}) {
            assertThat(difference(summary, x, at[0], at[1])).isCloseTo(reference, within(1e-9));
        }
    }

    private static double difference(GroupSummary summary, double[] x, double mu, double sigma) {
        double single = Arrays.stream(x).map(v -> StandardNormal.logDensity(v, mu, sigma)).sum();
        return summary.logLikelihood(mu, sigma, 0.5) - single;
    }

    @ParameterizedTest
    @EnumSource(SpreadKind.class)
    void the_density_of_a_spread_integrates_to_one(SpreadKind kind) {
        for (double reading : new double[]{0, 0.05}) {
            double sum = 0;
            for (int i = 0; i < 8000; i++) {
                GroupSummary s = new GroupSummary(0, (i + 0.5) * 1e-3, kind, 5, reading);
                sum += StrictMath.exp(s.logOfSpread(1.2, 0.3)) * 1e-3;
            }
            assertThat(sum).isCloseTo(1, within(2e-3));
        }
    }

    @Test
    void a_spread_of_unknown_kind_is_recognised_when_it_is_clear() {
        assertThat(new GroupSummary(0, 1, SpreadKind.UNKNOWN, 16, 0).chanceOfSem(1, 0.5)).isLessThan(1e-3);
        assertThat(new GroupSummary(0, 0.25, SpreadKind.UNKNOWN, 16, 0).chanceOfSem(1, 0.5)).isGreaterThan(0.999);
    }

    @Test
    void a_reading_error_widens_the_mean() {
        GroupSummary read = new GroupSummary(1, 0, SpreadKind.SD, 4, 0.3);
        assertThat(read.logOfMean(0, 1)).isCloseTo(
                StandardNormal.logDensity(1, 0, StrictMath.sqrt(0.25 + 0.09)), within(1e-12));
    }

    /// Against Student's test of simulated groups.
    @ParameterizedTest
    @CsvSource({"5, 5, 0", "5, 5, 1.5", "8, 6, -1", "3, 3, 2", "12, 10, 0.5"})
    void directions_come_as_often_as_tests_give_them(int treated, int control, double effect) {
        DirectionRow row = new DirectionRow(treated, control, 0.05);
        double critical = new org.hipparchus.distribution.continuous.TDistribution(treated + control - 2.0)
                .inverseCumulativeProbability(0.975);
        int repeats = 40_000;
        int[] counts = new int[3];
        RandomStream random = new RandomStream();
        for (int k = 0; k < repeats; k++) {
            random.begin(3, k, "groups");
            double[] a = new double[treated];
            double[] b = new double[control];
            Arrays.setAll(a, _ -> effect + random.normal());
            Arrays.setAll(b, _ -> random.normal());
            double pooled = ((treated - 1) * sd(a) * sd(a) + (control - 1) * sd(b) * sd(b)) / (treated + control - 2);
            double t = (mean(a) - mean(b)) / StrictMath.sqrt(pooled * (1.0 / treated + 1.0 / control));
            counts[t < -critical ? 0 : t > critical ? 2 : 1]++;
        }
        DirectionRow.Probabilities p = row.probabilities(effect);
        for (ReportedDirection d : ReportedDirection.values()) {
            assertThat(p.of(d)).isCloseTo(counts[d.ordinal()] / (double) repeats, within(0.015));
            assertThat(StrictMath.exp(row.log(d, effect))).isCloseTo(p.of(d), within(1e-9));
        }
    }

    @Test
    void rows_that_share_a_deviation_agree_with_the_closed_form() {
        double[] residuals = {0.4, -1.1, 2};
        double[] variances = {0.2, 1, 0.5};
        double[] loadings = {1, -0.5, 2};
        for (double sd : new double[]{0.01, 0.4, 3}) {
            List<DoubleUnaryOperator> pieces = new java.util.ArrayList<>();
            for (int i = 0; i < 3; i++) {
                int row = i;
                pieces.add(b -> StandardNormal.logDensity(residuals[row] - loadings[row] * b, 0,
                        StrictMath.sqrt(variances[row])));
            }
            assertThat(SharedDeviation.logMarginal(pieces, sd))
                    .isCloseTo(SharedDeviation.logNormal(residuals, variances, loadings, sd), within(1e-8));
        }
        assertThat(SharedDeviation.logNormal(new double[]{1}, new double[]{1}, new double[]{1}, 2))
                .isCloseTo(StandardNormal.logDensity(1, 0, StrictMath.sqrt(5)), within(1e-12));
    }

    /// Ten directions of one study under a shared deviation, against a fine sum.
    @Test
    void correlated_directions_agree_with_a_fine_sum() {
        DirectionRow row = new DirectionRow(6, 6, 0.05);
        List<DoubleUnaryOperator> pieces = new java.util.ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ReportedDirection seen = i < 7 ? ReportedDirection.LOWER : ReportedDirection.EQUAL;
            pieces.add(b -> row.log(seen, -0.8 + b));
        }
        double sum = 0;
        for (int k = -8000; k < 8000; k++) {
            double z = (k + 0.5) * 1e-3;
            sum += StrictMath.exp(StandardNormal.logDensity(z)
                    + pieces.stream().mapToDouble(p -> p.applyAsDouble(0.7 * z)).sum()) * 1e-3;
        }
        assertThat(SharedDeviation.logMarginal(pieces, 0.7)).isCloseTo(StrictMath.log(sum), within(1e-5));
        double apart = pieces.stream().mapToDouble(p -> SharedDeviation.logMarginal(List.of(p), 0.7)).sum();
        assertThat(SharedDeviation.logMarginal(pieces, 0.7)).isGreaterThan(apart + 0.5);
    }

    @Test
    void published_outcomes_come_as_often_as_selection_lets_them() {
        DirectionRow.Probabilities chances = new DirectionRow.Probabilities(0.2, 0.7, 0.1);
        Selection selection = new Selection(0.3, 0.5);
        DirectionRow.Probabilities published = selection.published(chances, ReportedDirection.LOWER);
        assertThat(published.lower()).isCloseTo(0.2 / 0.46, within(1e-12));
        for (ReportedDirection d : ReportedDirection.values()) {
            double log = StrictMath.log(chances.of(d)) + selection.logCorrection(d, ReportedDirection.LOWER, chances);
            assertThat(StrictMath.exp(log)).isCloseTo(published.of(d), within(1e-12));
        }
        assertThat(Selection.NONE.logCorrection(ReportedDirection.EQUAL, ReportedDirection.LOWER, chances)).isCloseTo(0,
                within(1e-15));
        DirectionRow.Probabilities normal = Selection.outcomes(1, 1, 1, 1.96);
        assertThat(normal.higher()).isCloseTo(StandardNormal.cumulative(-0.96), within(1e-12));
    }

    @Test
    void values_beyond_limits_and_grades_have_the_probabilities_of_their_ranges() {
        assertThat(StrictMath.exp(LimitedValue.below(1).logLikelihood(0, 1))).isCloseTo(0.8413447460685429,
                within(1e-12));
        double sum = 0;
        for (int g = 0; g <= 3; g++) {
            sum += StrictMath.exp(LimitedValue.grade(g, -1, 0.5, 2).logLikelihood(0.3, 0.8));
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(LimitedValue.above(40).logLikelihood(0, 1)).isCloseTo(-804.608, within(1e-3));
        assertThat(new LimitedValue(38, 39).logLikelihood(0, 1)).isCloseTo(LimitedValue.above(38).logLikelihood(0, 1),
                within(1e-9));
    }
}
