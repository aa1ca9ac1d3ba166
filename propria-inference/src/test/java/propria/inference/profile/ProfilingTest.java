package propria.inference.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import propria.inference.Targets;
import propria.inference.optimise.TrustRegion;
import propria.inference.posterior.LogPosterior;

/// Profiles of known posteriors end where they must, and say what they are.
class ProfilingTest {

    private static final double Z = 1.959963984540054;

    @Test
    void the_interval_of_a_normal_parameter_is_known() {
        LogPosterior target = Targets.normal(new double[]{1, -2}, new double[]{0.5, 3}, -50, 50);
        Profile profile = new Profiling(target, new TrustRegion(), new double[]{1, -2}, 0.95, 200).parameter(1);
        assertThat(profile.verdict()).isEqualTo(Verdict.IDENTIFIABLE);
        assertThat(profile.lower()).isCloseTo(-2 - 3 * Z, within(0.02));
        assertThat(profile.upper()).isCloseTo(-2 + 3 * Z, within(0.02));
        assertThat(profile.improves()).isFalse();
    }

    /// Only the sum of two parameters is measured: each is flat, the sum is not.
    @Test
    void what_is_not_seen_reaches_its_bounds_and_what_is_seen_of_it_does_not() {
        LogPosterior sum = new Targets.SquaresTarget(Targets.box(2, -10, 10)) {

            @Override
            protected double[] residuals(double[] x) {
                return new double[]{(x[0] + x[1] - 3) / 0.1};
            }

            @Override
            protected double[][] jacobian(double[] x) {
                return new double[][]{{10, 10}};
            }
        };
        Profiling profiling = new Profiling(sum, new TrustRegion(), new double[]{1, 2}, 0.95, 200);
        Profile first = profiling.parameter(0);
        assertThat(first.verdict()).isEqualTo(Verdict.BOUNDED_BELOW);
        assertThat(first.lower()).isCloseTo(-7 - 0.1 * Z, within(0.02));
        assertThat(first.upper()).isEqualTo(10);
        assertThat(first.upper() - first.lower()).isGreaterThan(16);
        Profile total = profiling.prediction("sum", x -> x[0] + x[1], 1);
        assertThat(total.verdict()).isEqualTo(Verdict.IDENTIFIABLE);
        assertThat(total.lower()).isCloseTo(3 - 0.1 * Z, within(0.005));
        assertThat(total.upper()).isCloseTo(3 + 0.1 * Z, within(0.005));
        List<MeasurementAdvice> advice = MeasurementAdvice.of(first, x -> new MeasurementAdvice.Candidates(
                List.of("sum", "difference"), new double[]{x[0] + x[1], x[0] - x[1]}, new double[]{0.1, 0.1}));
        assertThat(advice.getFirst().what()).isEqualTo("difference");
        assertThat(advice.getFirst().spread()).isGreaterThan(100);
    }

    @Test
    void a_limit_on_one_side_is_told() {
        LogPosterior saturating = Targets.of(Targets.box(1, -10, 10),
                x -> -StrictMath.exp(-x[0]));
        Profile profile = new Profiling(saturating, new TrustRegion(), new double[]{10}, 0.95, 200).parameter(0);
        assertThat(profile.verdict()).isEqualTo(Verdict.BOUNDED_BELOW);
        assertThat(profile.lower()).isCloseTo(-StrictMath.log(Z * Z / 2), within(0.05));
    }
}
