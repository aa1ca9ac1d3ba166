package propria.trial.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import propria.model.problem.Problem;
import propria.trial.score.Endoscopy;

class ConditionedDrawsTest {

    private static final Path LIBRARY = Path.of("..", "library");
    private static final double[] SPREADS = {0.3, 0.5};
    private static final PlaceboPool HALF_YEAR = pool("ADMIRE-CD", 168, 34.3, 25.3, 44.2);
    private static final PlaceboPool YEAR = pool("ADMIRE-CD", 364, 37.1, 27.9, 47.1);

    private static PlaceboPool pool(String trials, double day, double percent, double low, double high) {
        return new PlaceboPool("combined_remission", Endoscopy.Reader.CENTRAL, day, percent, low, high, trials, "yes",
                trials + ", somewhere", "https://example.org");
    }

    private static double logit(double percent) {
        return StrictMath.log(percent / (100 - percent));
    }

    private static ConditionedDraws held(List<PlaceboPool> pools, double... percents) {
        List<double[]> shares = new ArrayList<>();
        for (double percent : percents) {
            shares.add(IntStream.range(0, pools.size()).mapToDouble(_ -> percent).toArray());
        }
        return ConditionedDraws.of(pools, SPREADS, shares);
    }

    /// The mean over two spreads of the normal density of 20 % beside 34.3 (25.3 to 44.2) %, against that of 34.3 % itself.
    @Test
    void a_weight_is_the_density_of_the_pool_about_the_draw_averaged_over_the_spread_between_trials() {
        double s = (logit(44.2) - logit(25.3)) / (2 * 1.959963984540054);
        double away = logit(20) - logit(34.3);
        double near = 0;
        double far = 0;
        for (double tau : SPREADS) {
            double sd = StrictMath.sqrt(s * s + tau * tau);
            near += 1 / sd;
            far += StrictMath.exp(-away * away / (2 * sd * sd)) / sd;
        }
        double[] weights = held(List.of(HALF_YEAR), 34.3, 20).weights().orElseThrow().values();
        assertThat(weights[1] / weights[0]).isCloseTo(far / near, within(1e-12));
    }

    @Test
    void draws_nearer_to_the_pool_weigh_more_on_either_side() {
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            double one = random.nextDouble(-3, 3);
            double other = random.nextDouble(-3, 3);
            double centre = logit(34.3);
            double[] percents = {34.3, share(centre + one), share(centre + other)};
            double[] w = held(List.of(HALF_YEAR), percents).weights().orElseThrow().values();
            assertThat(w[1] > w[2]).isEqualTo(Math.abs(one) < Math.abs(other));
            assertThat(w[0]).isGreaterThanOrEqualTo(Math.max(w[1], w[2]));
        }
    }

    private static double share(double logit) {
        return 100 / (1 + StrictMath.exp(-logit));
    }

    @Test
    void rows_of_the_same_trials_count_as_one_observation_and_other_trials_as_more() {
        double[] one = held(List.of(HALF_YEAR), 34.3, 15).weights().orElseThrow().values();
        double[] twice = held(List.of(HALF_YEAR, HALF_YEAR), 34.3, 15).weights().orElseThrow().values();
        double[] two = held(List.of(HALF_YEAR, pool("another", 168, 34.3, 25.3, 44.2)), 34.3, 15).weights()
                .orElseThrow().values();
        assertThat(twice[1] / twice[0]).isCloseTo(one[1] / one[0], within(1e-12));
        assertThat(two[1] / two[0]).isLessThan(one[1] / one[0]);
        assertThat(held(List.of(HALF_YEAR, YEAR), 34.3).bodies()).isEqualTo(1);
    }

    @Test
    void equal_draws_weigh_alike_and_a_draw_that_is_left_out_not_at_all() {
        ConditionedDraws draws = ConditionedDraws.of(List.of(HALF_YEAR), SPREADS,
                List.of(new double[]{30}, new double[0], new double[]{30}));
        assertThat(draws.weights().orElseThrow().values()).containsExactly(0.5, 0, 0.5);
        assertThat(draws.agrees()).containsExactly(true, false, true);
        assertThat(draws.effective()).isCloseTo(2, within(1e-12));
    }

    @Test
    void when_all_draws_are_far_away_nothing_is_conditioned_and_it_is_said() {
        ConditionedDraws far = held(List.of(HALF_YEAR, YEAR), 0.1, 0.2, 99.9);
        assertThat(far.agreeing()).isZero();
        assertThat(far.weights()).isEmpty();
        assertThat(far.problems(Path.of("run"))).extracting(Problem::code).containsExactly("T224");
        assertThat(far.sentence()).startsWith("0 of 3 beliefs about parameters agree");
    }

    @Test
    void few_draws_are_warned_of_and_many_are_not() {
        assertThat(held(List.of(HALF_YEAR), 30, 34, 1).problems(Path.of("run"))).extracting(Problem::code)
                .containsExactly("T223");
        ConditionedDraws many = held(List.of(HALF_YEAR), IntStream.range(0, 30).mapToDouble(i -> 30 + i * 0.1)
                .toArray());
        assertThat(many.effective()).isGreaterThan(ConditionedDraws.FEWEST);
        assertThat(many.problems(Path.of("run"))).isEmpty();
    }

    @Test
    void without_a_pool_nothing_is_conditioned_and_that_is_said() {
        ConditionedDraws none = held(List.of(), 30, 40);
        assertThat(none.weights()).isEmpty();
        assertThat(none.problems(Path.of("run"))).isEmpty();
        assertThat(none.sentence()).contains("stand as they were drawn");
    }

    @Test
    void the_spread_between_trials_is_that_of_the_calibration_that_ships() {
        assertThat(SpreadFile.read(LIBRARY)).hasSize(500);
        assertThat(java.util.Arrays.stream(SpreadFile.read(LIBRARY)).allMatch(tau -> tau > 0 && tau < 2)).isTrue();
        assertThat(SpreadFile.read(LIBRARY.resolve("studies"))).isEmpty();
    }
}
