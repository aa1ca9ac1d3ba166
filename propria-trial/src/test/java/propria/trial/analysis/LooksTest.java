package propria.trial.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import propria.trial.analysis.multiplicity.AdjustedP;
import propria.trial.analysis.multiplicity.TestGraph;
import propria.trial.analysis.sequential.AlphaSpending;
import propria.trial.analysis.sequential.GroupSequential;

class LooksTest {

    private static final List<Double> FIVE = List.of(0.2, 0.4, 0.6, 0.8, 1.0);

    private static void bounds(GroupSequential looks, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(looks.efficacy().get(i)).isCloseTo(expected[i], within(1.2e-4));
        }
    }

    /// D. M. Reboussin and others, Control Clin Trials 21 (2000), 190-207: the example of the R package ldbounds, whose
    /// grid is coarser than ours: the second boundary differs by 7e-5.
    @Test
    void boundaries_are_those_of_reboussin() {
        bounds(GroupSequential.spending(AlphaSpending.OBRIEN_FLEMING, 0.025, FIVE, List.of()), 4.8769, 3.3569, 2.6803,
                2.2898, 2.0310);
        bounds(GroupSequential.spending(AlphaSpending.POCOCK, 0.025, FIVE, List.of()), 2.4380, 2.4268, 2.4101, 2.3966,
                2.3859);
        bounds(GroupSequential.spending(AlphaSpending.OBRIEN_FLEMING, 0.025, List.of(0.3, 0.7, 1.0), List.of()),
                3.9285725, 2.4387418, 1.9999768);
    }

    /// Constants of C. Jennison, B. W. Turnbull, "Group Sequential Methods with Applications to Clinical Trials" (2000), tables 2.1
    /// and 2.3, for a two-sided 0.05 and looks after equal steps: with them as boundaries the whole probability of crossing is 0.025
    /// on each side.
    @Test
    void classical_constants_spend_what_jennison_and_turnbull_say() {
        double[] pocock = {2.178, 2.289, 2.361, 2.413};
        double[] obrienFleming = {1.977, 2.004, 2.024, 2.040};
        for (int looks = 2; looks <= 5; looks++) {
            int k = looks;
            List<Double> shares = java.util.stream.IntStream.rangeClosed(1, k).mapToObj(i -> (double) i / k).toList();
            List<Double> none = shares.stream().map(_ -> Double.NEGATIVE_INFINITY).toList();
            GroupSequential flat = new GroupSequential(shares, shares.stream().map(_ -> pocock[k - 2]).toList(), none,
                    0.025);
            GroupSequential falling = new GroupSequential(shares,
                    shares.stream().map(s -> obrienFleming[k - 2] / StrictMath.sqrt(s)).toList(), none, 0.025);
            assertThat(flat.power(0, false)).isCloseTo(0.025, within(4e-5));
            assertThat(falling.power(0, false)).isCloseTo(0.025, within(4e-5));
        }
    }

    /// `ldPower(ldBounds(5), drift = 3)` of the same package.
    @Test
    void crossing_is_as_probable_as_reboussin_says() {
        GroupSequential looks = GroupSequential.spending(AlphaSpending.OBRIEN_FLEMING, 0.025, FIVE, List.of());
        double[] crossing = looks.crossing(3, false);
        double[] expected = {0.0002037, 0.0720081, 0.2906962, 0.2974321, 0.1820866};
        for (int i = 0; i < 5; i++) {
            assertThat(crossing[i]).isCloseTo(expected[i], within(2e-5));
        }
        assertThat(looks.power(0, false)).isCloseTo(0.025, within(1e-6));
    }

    @Test
    void stopping_for_futility_costs_power_and_never_alpha() {
        GroupSequential looks = GroupSequential.spending(AlphaSpending.OBRIEN_FLEMING, 0.025, List.of(0.5, 1.0),
                List.of(0.5, Double.NEGATIVE_INFINITY));
        assertThat(looks.power(3, true)).isLessThan(looks.power(3, false));
        assertThat(looks.power(0, true)).isLessThan(0.025);
        assertThat(looks.power(0, false)).isCloseTo(0.025, within(1e-6));
    }

    /// `p.adjust` of R.
    @Test
    void adjusted_p_values_are_those_of_r() {
        double[] p = {0.01, 0.02, 0.03, 0.04, 0.05};
        assertThat(AdjustedP.holm(p)).containsExactly(new double[]{0.05, 0.08, 0.09, 0.09, 0.09}, within(1e-12));
        assertThat(AdjustedP.hochberg(p)).containsExactly(new double[]{0.05, 0.05, 0.05, 0.05, 0.05}, within(1e-12));
        assertThat(AdjustedP.bonferroni(p)[4]).isCloseTo(0.25, within(1e-12));
        assertThat(AdjustedP.fixedSequence(new double[]{0.03, 0.01, 0.04})).containsExactly(0.03, 0.03, 0.04);
    }

    /// The example of `graph_test_shortcut` of the R package graphicalMCP, after F. Bretz and others, Biom J 53 (2011),
    /// 894-913: two primary and two secondary hypotheses.
    @Test
    void a_graph_rejects_what_bretz_and_others_reject() {
        TestGraph graph = new TestGraph(new double[]{0.5, 0.5, 0, 0},
                new double[][]{{0, 0, 1, 0}, {0, 0, 0, 1}, {0, 1, 0, 0}, {1, 0, 0, 0}});
        assertThat(graph.adjusted(new double[]{0.018, 0.01, 0.105, 0.006}))
                .containsExactly(new double[]{0.020, 0.020, 0.105, 0.020}, within(1e-12));
    }

    @Test
    void a_graph_with_equal_shares_is_holms_procedure() {
        double[] p = {0.01, 0.04, 0.02};
        double half = 0.5;
        TestGraph graph = new TestGraph(new double[]{1 / 3.0, 1 / 3.0, 1 / 3.0},
                new double[][]{{0, half, half}, {half, 0, half}, {half, half, 0}});
        assertThat(graph.adjusted(p)).containsExactly(AdjustedP.holm(p), within(1e-12));
    }
}
