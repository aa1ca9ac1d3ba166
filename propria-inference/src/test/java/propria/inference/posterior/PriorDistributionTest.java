package propria.inference.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Priors are densities: they integrate to one, agree with their quantiles, and have the slope that differences show.
class PriorDistributionTest {

    private static final Map<PriorFamily, double[]> PARAMETERS = Map.ofEntries(
            Map.entry(PriorFamily.CAUCHY, new double[]{1, 0.5}), Map.entry(PriorFamily.CHI_SQUARED, new double[]{3}),
            Map.entry(PriorFamily.EXPONENTIAL, new double[]{2}), Map.entry(PriorFamily.GAMMA, new double[]{3, 0.5}),
            Map.entry(PriorFamily.LAPLACE, new double[]{1, 0.5}),
            Map.entry(PriorFamily.LOG_LAPLACE, new double[]{0.2, 0.4}),
            Map.entry(PriorFamily.LOG_NORMAL, new double[]{0.2, 0.4}),
            Map.entry(PriorFamily.LOG_UNIFORM, new double[]{0.5, 4}),
            Map.entry(PriorFamily.NORMAL, new double[]{1, 0.7}), Map.entry(PriorFamily.RAYLEIGH, new double[]{1.5}),
            Map.entry(PriorFamily.UNIFORM, new double[]{0.2, 3}));

    @ParameterizedTest
    @EnumSource(PriorFamily.class)
    void a_cut_prior_integrates_to_one(PriorFamily family) {
        PriorDistribution prior = PriorDistribution.of(family, PARAMETERS.get(family)).within(0.6, 2.5);
        int steps = 20_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += StrictMath.exp(prior.logDensity(0.6 + (i + 0.5) * 1.9 / steps)) * 1.9 / steps;
        }
        assertThat(sum).isCloseTo(1, within(1e-4));
        assertThat(prior.logDensity(0.59)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(prior.logDensity(2.51)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @EnumSource(PriorFamily.class)
    void quantiles_undo_probabilities(PriorFamily family) {
        PriorDistribution prior = PriorDistribution.of(family, PARAMETERS.get(family)).within(0.6, 2.5);
        for (double p : new double[]{0.01, 0.3, 0.5, 0.8, 0.99}) {
            assertThat(prior.cumulative(prior.quantile(p))).isCloseTo(p, within(1e-8));
        }
    }

    @ParameterizedTest
    @EnumSource(PriorFamily.class)
    void slopes_are_those_of_differences(PriorFamily family) {
        PriorDistribution prior = PriorDistribution.of(family, PARAMETERS.get(family));
        for (double x : new double[]{0.7, 1.3, 2.2}) {
            double difference = (prior.logDensity(x + 1e-6) - prior.logDensity(x - 1e-6)) / 2e-6;
            assertThat(prior.slope(x)).isCloseTo(difference, within(1e-5));
        }
    }

    @Test
    void what_is_no_distribution_is_refused() {
        assertThatThrownBy(() -> PriorDistribution.normal(0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PriorDistribution(PriorFamily.NORMAL, List.of(1.0), 0, 1))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 parameters");
        assertThatThrownBy(() -> PriorDistribution.uniform(0, 1).within(2, 3))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no probability");
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void a_prior_on_values_is_the_same_belief_on_every_scale(Scale scale) {
        PriorDistribution prior = PriorDistribution.of(PriorFamily.LOG_NORMAL, -1, 0.2).within(0.05, 0.95);
        EstimatedParameter parameter = new EstimatedParameter("k", scale, 0.05, 0.95, 0.5, prior, Scale.LINEAR);
        double low = parameter.scaledLower();
        double width = parameter.scaledUpper() - low;
        int steps = 20_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double x = low + (i + 0.5) * width / steps;
            sum += StrictMath.exp(parameter.logPrior(x) + parameter.logVolume(x)) * width / steps;
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
        double x = scale.of(0.4);
        double slope = (parameter.logPrior(x + 1e-6) - parameter.logPrior(x - 1e-6)) / 2e-6;
        assertThat(parameter.slopeOfLogPrior(x)).isCloseTo(slope, within(1e-6));
        double volume = (parameter.logVolume(x + 1e-6) - parameter.logVolume(x - 1e-6)) / 2e-6;
        assertThat(parameter.slopeOfLogVolume(x)).isCloseTo(volume, within(1e-6));
    }
}
