package propria.trial.clinical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import propria.engine.random.Streams;
import propria.inference.posterior.Evaluation.Order;
import propria.trial.clinical.calibration.TrialCalibration;
import propria.trial.clinical.forecast.Forecast;
import propria.trial.clinical.response.BetaBinomial;
import propria.trial.clinical.response.ResponseLayout;
import propria.trial.clinical.response.ResponsePosterior;

/// The likelihood of arms, by two roads.
class ResponseTest {

    @Test
    void probabilities_of_counts_sum_to_one_and_have_their_mean() {
        for (int n : List.of(1, 6, 31, 220)) {
            double sum = 0;
            double mean = 0;
            for (int k = 0; k <= n; k++) {
                double p = StrictMath.exp(BetaBinomial.logProbability(k, n, 0.3, 20));
                sum += p;
                mean += k * p;
            }
            assertThat(sum).isCloseTo(1, within(1e-10));
            assertThat(mean).isCloseTo(0.3 * n, within(1e-9 * n));
        }
    }

    @Test
    void patients_who_are_not_alike_are_binomial() {
        double binomial = StrictMath.log(35960) + 4 * StrictMath.log(0.2) + 28 * StrictMath.log(0.8);
        assertThat(BetaBinomial.logProbability(4, 32, 0.2, 1e9)).isCloseTo(binomial, within(1e-5));
    }

    @Test
    void the_gradient_is_that_of_differences() {
        TrialCalibration calibration = Tables.shipped();
        List<String> clusters = calibration.fitted().stream().map(one -> one.plan().trial().cluster()).distinct()
                .toList();
        ResponsePosterior posterior = new ResponsePosterior(
                new ResponseLayout(calibration.baselines(), calibration.prior(), clusters), calibration.fitted());
        double[] point = posterior.space().nominal();
        for (int i = 0; i < point.length; i++) {
            point[i] += 0.05 * StrictMath.abs(new Streams(5).normal(0, 0, "moved", i));
        }
        double[] gradient = posterior.likelihood(point, Order.GRADIENT).gradient();
        for (int i = 0; i < point.length; i++) {
            double[] up = point.clone();
            double[] down = point.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double slope = (posterior.logLikelihood(up) - posterior.logLikelihood(down)) / 2e-5;
            assertThat(gradient[i]).as(posterior.space().ids().get(i)).isCloseTo(slope,
                    within(1e-5 * (1 + StrictMath.abs(slope))));
        }
    }

    @Test
    void intervals_of_a_count_hold_as_often_as_they_say() {
        Forecast.Count count = new Forecast.Count(new double[]{0.1, 0.2, 0.4, 0.2, 0.1});
        assertThat(count.quantile(0.5)).isEqualTo(50);
        assertThat(count.quantile(0.2)).isCloseTo(25, within(1e-9));
        assertThat(count.quantile(0.001)).isZero();
        assertThat(count.mean()).isCloseTo(50, within(1e-9));
        assertThat(count.rank(25)).isCloseTo(0.2, within(1e-12));
        assertThat(count.logScore(75)).isCloseTo(StrictMath.log(0.2), within(1e-12));
    }
}
