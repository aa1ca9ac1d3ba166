package propria.app.report.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import propria.app.report.finding.EstimateTrust.Doubt;
import propria.study.retraction.SourceInfluence;
import propria.study.retraction.SourceInfluence.Endpoint;
import propria.study.retraction.SourceInfluence.Number;
import propria.study.retraction.SourceInfluence.Rung;
import propria.study.retraction.SourceInfluence.Shape;
import propria.study.summary.Effect.Middle;

class EstimateTrustTest {

    private static final Set<String> OFF = Set.of("paper");

    /// An effect that is a normal number in each draw; so many numbers fall back to priors of another middle, each of which
    /// multiplies the effect by `factor` there.
    private static SourceInfluence influence(int draws, int numbers, double factor) {
        SplittableRandom random = new SplittableRandom(5);
        double[] normals = IntStream.range(0, draws).mapToDouble(_ -> random.nextGaussian()).toArray();
        double[] effects = IntStream.range(0, draws).mapToDouble(d -> -3 + 0.5 * normals[d]).toArray();
        Shape usual = new Shape(0, 0.1, 0.1);
        List<Number> all = IntStream.range(0, numbers)
                .mapToObj(i -> new Number("n" + i, "number " + i, usual,
                        List.of(new Rung("paper#a", List.of("paper"), usual)), new Shape(1, 0.1, 0.1), normals,
                        new double[]{0, 1}, List.of(new double[]{-3, -3 * factor})))
                .toList();
        return new SourceInfluence(0.9, 5, List.of(new Endpoint("e", "arm", Optional.of("control"), effects)), all,
                List.of(), List.of(), List.of());
    }

    private static Optional<Doubt> doubt(SourceInfluence influence, Set<String> off) {
        Middle without = influence.without(off).getFirst();
        return new EstimateTrust(influence, off).doubt(0, without);
    }

    @Test
    void few_draws_are_no_ground_for_a_verdict_and_enough_are() {
        assertThat(doubt(influence(19, 1, 0.5), OFF)).contains(Doubt.FEW_DRAWS);
        assertThat(doubt(influence(20, 1, 0.5), OFF)).isEmpty();
        assertThat(doubt(influence(19, 1, 0.5), Set.of("another"))).as("nothing moves, so nothing is in doubt")
                .isEmpty();
        assertThat(new EstimateTrust(influence(19, 1, 0.5), OFF).errors()[0]).isNaN();
    }

    @Test
    void an_estimate_that_runs_away_is_told_from_one_that_does_not() {
        assertThat(doubt(influence(200, 1, 2), OFF)).isEmpty();
        assertThat(doubt(influence(200, 6, 2), OFF)).as("six numbers that double the effect each").contains(
                Doubt.BEYOND);
    }

    @Test
    void the_error_of_the_middle_is_that_of_the_median_of_so_many_normal_numbers() {
        int draws = 4000;
        double expected = 0.5 * Math.sqrt(Math.PI / 2 / draws);
        assertThat(new EstimateTrust(influence(draws, 0, 1), OFF).errors()[0]).isCloseTo(expected,
                within(0.6 * expected));
    }
}
