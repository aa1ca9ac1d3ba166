package propria.trial.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import propria.trial.analysis.missing.Chance;
import propria.trial.analysis.missing.PrincipalScore;

class SharedTest {

    /// Six targets by four judges of P. E. Shrout, J. L. Fleiss, Psychol Bull 86 (1979), 420-428, table 2: ICC(1,1) is 0.17
    /// (table 4; mean squares 11.24 between and 6.26 within).
    @Test
    void the_intraclass_correlation_is_that_of_shrout_and_fleiss() {
        double[] values = {9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7};
        int[] targets = IntStream.range(0, 24).map(i -> i / 4).toArray();
        assertThat(Clustering.intraclass(values, targets)).isCloseTo(0.17, within(0.005));
        assertThat(Clustering.intraclass(values, targets)).isCloseTo((11.2417 - 6.2639) / (11.2417 + 3 * 6.2639),
                within(1e-4));
        assertThat(Clustering.intraclass(values, new int[24])).isNaN();
    }

    /// In each of two strata the event is independent of the outcome: the difference among those without it is that of the
    /// strata, weighted by the share of people who have the event in neither arm.
    @Test
    void a_principal_stratum_is_found_where_the_event_tells_nothing_within_strata() {
        int n = 40_000;
        Chance chance = new Chance(4, 4, 4);
        int[] treated = new int[n];
        int[] strata = new int[n];
        boolean[] event = new boolean[n];
        double[] values = new double[n];
        double[][] free = {{0.9, 0.5}, {0.8, 0.9}};
        double[][] share = {{0.2, 0.6}, {0.3, 0.9}};
        for (int i = 0; i < n; i++) {
            treated[i] = i % 2;
            strata[i] = chance.uniform() < 0.5 ? 0 : 1;
            event[i] = chance.uniform() > free[treated[i]][strata[i]];
            values[i] = chance.uniform() < share[treated[i]][strata[i]] ? 1 : 0;
        }
        double[] neither = {0.9 * 0.8, 0.5 * 0.9};
        double truth = (0.1 * neither[0] + 0.3 * neither[1]) / (neither[0] + neither[1]);
        PrincipalScore score = PrincipalScore.of(treated, strata, event, values);
        assertThat(score.difference()).isCloseTo(truth, within(4 * score.error()));
        assertThat(score.error()).isBetween(0.003, 0.009);
    }
}
