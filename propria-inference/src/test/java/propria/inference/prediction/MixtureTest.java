package propria.inference.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import propria.inference.prediction.Mixture.Form;
import propria.inference.prediction.Mixture.Part;

class MixtureTest {

    private static final double Z95 = 1.6448536269514722;

    private static Mixture one(Form form, double unit, double mean, double sd, double least, double most) {
        return new Mixture(List.of(new Part(form, unit, 1, mean, sd)), least, most);
    }

    @Test
    void quantiles_of_a_normal_are_those_of_the_tables() {
        Mixture normal = one(Form.LINEAR, 1, 90, 5, -200, 300);
        assertThat(normal.quantile(0.95)).isCloseTo(90 + 5 * Z95, within(1e-6));
        assertThat(normal.mean()).isCloseTo(90, within(1e-6));
        assertThat(normal.logDensity(90)).isCloseTo(-Math.log(5 * Math.sqrt(2 * Math.PI)), within(1e-12));
    }

    @Test
    void a_score_has_probability_at_its_ends() {
        Mixture score = one(Form.SHARE, 4, 0.0, 0.1, 0, 4);
        assertThat(score.quantile(0.4)).isZero();
        assertThat(score.logDensity(0)).isCloseTo(Math.log(0.5), within(1e-12));
        assertThat(score.cdf(4)).isEqualTo(1);
    }

    @Property(tries = 100)
    void cdf_and_quantile_are_inverse(@ForAll @DoubleRange(min = 0.01, max = 0.99) double level,
            @ForAll @DoubleRange(min = -2, max = 4) double mean, @ForAll @DoubleRange(min = 0.05, max = 2) double sd) {
        Mixture log = one(Form.LOG, 1, mean, sd, 0, 1e9);
        assertThat(log.cdf(log.quantile(level))).isCloseTo(level, within(1e-6));
    }

    @Property(tries = 50)
    void densities_integrate_to_one(@ForAll @DoubleRange(min = 0.05, max = 0.95) double mean,
            @ForAll @DoubleRange(min = 0.05, max = 0.4) double sd) {
        Mixture score = one(Form.SHARE, 12, mean, sd, 0, 12);
        double sum = Math.exp(score.logDensity(0)) + Math.exp(score.logDensity(12));
        int steps = 4000;
        for (int i = 0; i < steps; i++) {
            sum += Math.exp(score.logDensity((i + 0.5) * 12 / steps)) * 12 / steps;
        }
        assertThat(sum).isCloseTo(1, within(1e-4));
    }
}
