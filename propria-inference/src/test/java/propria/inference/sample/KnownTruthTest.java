package propria.inference.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import propria.engine.random.Streams;
import propria.inference.Targets;
import propria.inference.data.GroupSummary;
import propria.inference.data.GroupSummary.SpreadKind;
import propria.inference.posterior.EstimatedParameter;
import propria.inference.posterior.ParameterSpace;
import propria.inference.posterior.PriorDistribution;
import propria.inference.posterior.Scale;

/// Studies made from known parameters: intervals hold the truth as often as they say, and not when noise is thought smaller.
class KnownTruthTest {

    private static final int REPEATS = 120;

    private static KnownTruth coverage(double believed) {
        ParameterSpace space = new ParameterSpace(List.of(
                EstimatedParameter.of("effect", Scale.LINEAR, -20, 20, 0, PriorDistribution.normal(0, 2)),
                EstimatedParameter.of("sigma", Scale.LOG, 0.05, 20, 1, PriorDistribution.normal(0, 0.5))));
        SamplingPlan plan = new SamplingPlan(SamplingPlan.Kind.PARALLEL_TEMPERING, 2, 400, 250, 4, 3, 2);
        return KnownTruth.of(space, (truth, repeat) -> {
            Streams streams = new Streams(99);
            double sigma = StrictMath.exp(truth[1]);
            double[] x = new double[6];
            for (int i = 0; i < x.length; i++) {
                x[i] = truth[0] + sigma * streams.normal(repeat, i, "animal", 0);
            }
            double mean = java.util.Arrays.stream(x).average().orElseThrow();
            double sd = StrictMath.sqrt(java.util.Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / 5);
            GroupSummary group = new GroupSummary(mean, sd, SpreadKind.SD, 6, 0);
            return Targets.of(space, p -> group.logLikelihood(p[0], believed * StrictMath.exp(p[1]), 0.5));
        }, REPEATS, plan, new double[]{0.5, 0.3}, new double[]{0.5, 0.9}, _ -> {
            // nobody watches
        });
    }

    @Test
    void intervals_hold_the_truth_as_often_as_they_say() {
        KnownTruth known = coverage(1);
        assertThat(known.overall(0)).isCloseTo(0.5, within(0.1));
        assertThat(known.overall(1)).isCloseTo(0.9, within(0.06));
    }

    @Test
    void a_wrong_noise_is_found_out() {
        assertThat(coverage(3).shares()[1][1]).isLessThan(0.7);
    }
}
