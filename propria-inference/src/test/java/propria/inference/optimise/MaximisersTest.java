package propria.inference.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import propria.inference.Targets;
import propria.inference.posterior.LogPosterior;

/// Every maximiser finds tops that are known, inside the bounds and on them.
class MaximisersTest {

    private static final int LIMIT = 20_000;

    @ParameterizedTest
    @EnumSource(Maximisers.class)
    void the_top_of_the_banana_is_found(Maximisers named) {
        LogPosterior banana = Targets.banana(1, -5, 5);
        Optimum top = named.maximiser().maximise(banana, new double[]{-1.2, 1}, LIMIT);
        assertThat(top.point()[0]).isCloseTo(1, within(1e-4));
        assertThat(top.point()[1]).isCloseTo(1, within(2e-4));
        assertThat(top.evaluations()).isLessThanOrEqualTo(LIMIT + 1);
    }

    @ParameterizedTest
    @EnumSource(Maximisers.class)
    void a_top_outside_is_met_at_the_bound(Maximisers named) {
        LogPosterior banana = Targets.banana(1, -0.5, 0.5);
        Optimum top = named.maximiser().maximise(banana, new double[]{-0.4, 0.3}, LIMIT);
        assertThat(top.point()[0]).isCloseTo(0.5, within(1e-4));
        assertThat(top.point()[1]).isCloseTo(0.25, within(2e-4));
    }

    @ParameterizedTest
    @EnumSource(Maximisers.class)
    void differences_of_scale_do_not_matter(Maximisers named) {
        LogPosterior normal = Targets.normal(new double[]{1, -2, 0.001}, new double[]{100, 1, 0.001}, -1000, 1000);
        Optimum top = named.maximiser().maximise(normal, new double[]{30, 30, 0.5}, LIMIT);
        assertThat(top.value() - normal.space().logPrior(top.point())).isCloseTo(0, within(1e-6));
    }

    @Test
    void threads_do_not_change_the_waterfall() {
        LogPosterior target = Targets.of(Targets.box(2, -5, 5),
                x -> -x[0] * x[0] / 20 - x[1] * x[1] / 20 + StrictMath.cos(3 * x[0]) + StrictMath.cos(3 * x[1]));
        List<double[]> starts = StartDesign.SOBOL.points(target.space(), 24, 7);
        MultiStart many = new MultiStart(new LimitedMemoryBfgs(), 1000);
        List<MultiStart.Climb> one = many.run(target, starts, 1);
        List<MultiStart.Climb> three = many.run(target, starts, 3);
        for (int k = 0; k < one.size(); k++) {
            assertThat(three.get(k).start()).isEqualTo(one.get(k).start());
            assertThat(three.get(k).optimum().point()).containsExactly(one.get(k).optimum().point());
        }
        assertThat(one.getFirst().optimum().point()[0]).isCloseTo(0, within(1e-4));
        assertThat(one.getFirst().optimum().value()).isGreaterThan(one.getLast().optimum().value());
    }

    @ParameterizedTest
    @EnumSource(StartDesign.class)
    void starts_meet_every_part_of_each_parameter(StartDesign design) {
        int count = 64;
        List<double[]> points = design.unit(count, 5, 3);
        for (int d = 0; d < 5; d++) {
            int dimension = d;
            assertThat(points.stream().mapToInt(p -> (int) (p[dimension] * count)).distinct().count())
                    .isEqualTo(count);
        }
        assertThat(points.getFirst()).isEqualTo(design.unit(count, 5, 3).getFirst())
                .isNotEqualTo(design.unit(count, 5, 4).getFirst());
    }

    @Test
    void scrambled_points_integrate_better_than_random_ones() {
        double exact = StrictMath.pow(2 / StrictMath.PI, 3);
        double error = 0;
        for (int seed = 0; seed < 10; seed++) {
            double mean = StartDesign.SOBOL.unit(1024, 3, seed).stream()
                    .mapToDouble(p -> StrictMath.sin(StrictMath.PI * p[0])
                            * StrictMath.sin(StrictMath.PI * p[1]) * StrictMath.sin(StrictMath.PI * p[2]))
                    .average().orElseThrow();
            error += (mean - exact) * (mean - exact) / 10;
        }
        assertThat(StrictMath.sqrt(error)).isLessThan(0.26 / StrictMath.sqrt(1024) / 10);
    }
}
