package propria.inference.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import propria.inference.Targets;
import propria.inference.posterior.EstimatedParameter;
import propria.inference.posterior.LogPosterior;
import propria.inference.posterior.ParameterSpace;
import propria.inference.posterior.PriorDistribution;
import propria.inference.posterior.PriorFamily;
import propria.inference.posterior.Scale;
import propria.inference.sample.SamplingPlan.Kind;

/// Chains give the moments that are known, the same bits on any number of threads and after an interruption.
class SamplingTest {

    private static Draws draw(LogPosterior target, Kind kind, double[] start, int draws, int thin) {
        double[] widths = new double[start.length];
        Arrays.fill(widths, 0.3);
        SamplingPlan plan = new SamplingPlan(kind, 4, 1500, draws, thin, 11, 2);
        return new Sampling(target, plan, ChainStore.none()).run(List.of(start), widths, _ -> {
            // nobody watches
        });
    }

    private static double mean(Draws draws, int index) {
        return draws.all().stream().mapToDouble(p -> p[index]).average().orElseThrow();
    }

    private static double sd(Draws draws, int index) {
        double mean = mean(draws, index);
        return StrictMath.sqrt(draws.all().stream().mapToDouble(p -> (p[index] - mean) * (p[index] - mean)).average()
                .orElseThrow());
    }

    private static void assertMet(Draws draws, int index) {
        Convergence convergence = Convergence.of(draws.parameter(index));
        assertThat(convergence.rHat()).isLessThan(1.02);
        assertThat(convergence.bulkEss()).isGreaterThan(300);
        assertThat(convergence.tailEss()).isGreaterThan(200);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_normal_target_has_its_moments(Kind kind) {
        LogPosterior target = Targets.normal(new double[]{1, -2, 3}, new double[]{0.1, 1, 5}, -60, 60);
        Draws draws = draw(target, kind, new double[]{1, -1, 0}, 1000, kind == Kind.NO_U_TURN ? 1 : 8);
        for (int i = 0; i < 3; i++) {
            double known = new double[]{0.1, 1, 5}[i];
            assertMet(draws, i);
            assertThat(mean(draws, i)).isCloseTo(new double[]{1, -2, 3}[i], within(0.15 * known));
            assertThat(sd(draws, i)).isCloseTo(known, within(0.1 * known));
        }
    }

    /// x0 is normal around 1 with variance `1 / (2 s)`, x1 has mean `1 + 1 / (2 s)`. The Hamiltonian chains get one that is
    /// less thin: in Rosenbrock's they break down at times, and say so.
    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_banana_has_its_moments(Kind kind) {
        double sharpness = 0.5;
        LogPosterior target = Targets.banana(sharpness, kind == Kind.NO_U_TURN ? 2 : 10, -50, 50);
        Draws draws = draw(target, kind, new double[]{1, 1}, 1500, kind == Kind.NO_U_TURN ? 1 : 15);
        assertThat(mean(draws, 0)).isCloseTo(1, within(0.15));
        assertThat(sd(draws, 0)).isCloseTo(1, within(0.12));
        assertThat(mean(draws, 1)).isCloseTo(2, within(0.35));
    }

    /// A funnel, not too narrow: `v ~ N(0, 1)`, `x ~ N(0, e^v)`; then `x² ` has mean `e^(1/2)` and v its own.
    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_funnel_has_its_moments(Kind kind) {
        ParameterSpace space = new ParameterSpace(List.of(
                EstimatedParameter.of("v", Scale.LINEAR, -10, 10, 0, PriorDistribution.normal(0, 1)),
                EstimatedParameter.of("x", Scale.LINEAR, -100, 100, 0, PriorDistribution.uniform(-100, 100))));
        LogPosterior funnel = Targets.of(space, p -> -p[1] * p[1] / 2 * StrictMath.exp(-p[0]) - p[0] / 2);
        Draws draws = draw(funnel, kind, new double[]{0, 0.1}, 1500, kind == Kind.NO_U_TURN ? 1 : 10);
        assertThat(mean(draws, 0)).isCloseTo(0, within(0.12));
        assertThat(sd(draws, 0)).isCloseTo(1, within(0.1));
    }

    @Test
    void tempering_weighs_two_hills_that_are_far_apart() {
        LogPosterior hills = Targets.of(Targets.box(1, -20, 20), x -> StrictMath.log(
                0.7 * StrictMath.exp(-(x[0] + 5) * (x[0] + 5) / 2 / 0.25)
                        + 0.3 * StrictMath.exp(-(x[0] - 5) * (x[0] - 5) / 2 / 0.25)));
        Draws draws = draw(hills, Kind.PARALLEL_TEMPERING, new double[]{-5}, 1500, 10);
        double share = draws.all().stream().filter(p -> p[0] < 0).count() / (double) draws.all().size();
        assertThat(share).isCloseTo(0.7, within(0.06));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_prior_on_values_is_drawn_on_another_scale(Kind kind) {
        PriorDistribution prior = PriorDistribution.of(PriorFamily.GAMMA, 3, 0.5);
        ParameterSpace space = new ParameterSpace(
                List.of(new EstimatedParameter("k", Scale.LOG10, 1e-4, 100, 1, prior, Scale.LINEAR)));
        Draws draws = draw(Targets.of(space, _ -> 0), kind, new double[]{0}, 1500, 4);
        double mean = draws.all().stream().mapToDouble(p -> StrictMath.pow(10, p[0])).average().orElseThrow();
        assertThat(mean).isCloseTo(1.5, within(0.08));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void threads_and_interruptions_change_no_bit(Kind kind, @TempDir Path folder) {
        LogPosterior target = Targets.banana(1, -5, 5);
        double[] widths = {0.5, 0.5};
        List<double[]> starts = List.of(new double[]{0.5, 0.5});
        SamplingPlan plan = new SamplingPlan(kind, 3, 200, 60, 2, 5, 1);
        Draws whole = new Sampling(target, plan, ChainStore.none()).run(starts, widths, _ -> {
            // nobody watches
        });
        int[] calls = {0};
        LogPosterior breaking = Targets.of(target.space(), x -> {
            synchronized (calls) {
                if (++calls[0] > 2500) {
                    throw new IllegalStateException("power cut");
                }
            }
            return target.logLikelihood(x);
        });
        LogPosterior plain = Targets.of(target.space(), target::logLikelihood);
        SamplingPlan threaded = new SamplingPlan(kind, 3, 200, 60, 2, 5, 3);
        Draws reference = new Sampling(plain, threaded, ChainStore.none()).run(starts, widths, _ -> {
            // nobody watches
        });
        assertThatThrownBy(() -> new Sampling(breaking, threaded, ChainStore.in(folder, "p")).run(starts, widths, _ -> {
            // nobody watches
        })).hasMessageContaining("power cut");
        Draws resumed = new Sampling(plain, threaded, ChainStore.in(folder, "p")).run(starts, widths, _ -> {
            // nobody watches
        });
        assertThat(resumed.points()).isDeepEqualTo(reference.points());
        Draws again = new Sampling(target, threaded, ChainStore.none()).run(starts, widths, _ -> {
            // nobody watches
        });
        assertThat(again.points()).isDeepEqualTo(whole.points());
    }
}
