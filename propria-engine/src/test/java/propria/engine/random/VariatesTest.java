package propria.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import propria.model.expression.Distribution;
import propria.model.problem.ProblemException;

class VariatesTest {

    private static final int MANY = 200_000;

    private static double[] arguments(String text) {
        double[] arguments = new double[4];
        String[] parts = text.split(" ");
        for (int k = 0; k < parts.length; k++) {
            arguments[k] = Double.parseDouble(parts[k]);
        }
        return arguments;
    }

    private static double draw(Distribution distribution, String text, RandomStream random) {
        return Variates.draw(distribution, arguments(text), text.split(" ").length, random);
    }

    /// The excess of the fourth moment is at most 24 here (lognormal); the bounds are five standard errors.
    @ParameterizedTest
    @CsvSource({"NORMAL,-2 3,-2,3", "UNIFORM,2 8,5,1.7320508", "EXPONENTIAL,4,0.25,0.25", "GAMMA,0.5 2,1,1.4142136",
            "GAMMA,7 0.5,3.5,1.3228757", "POISSON,3.7,3.7,1.9235384", "POISSON,40,40,6.3245553",
            "BERNOULLI,0.3,0.3,0.4582576", "BINOMIAL,12 0.3,3.6,1.5874508", "BINOMIAL,1000 0.9,900,9.4868330",
            "CHI_SQUARE,5,5,3.1622777", "LAPLACE,2,0,2.8284271", "LAPLACE,1 2,1,2.8284271",
            "LOGNORMAL,1 0.5,3.0802168,1.6415718", "RAYLEIGH,2,2.5066283,1.3102727",
            "NORMAL,0 1 0 Infinity,0.7978846,0.6028103", "EXPONENTIAL,1 2 9,2.9936110,0.9773618",
            "BINOMIAL,100 0.2 15 32,20.6048585,3.4738666", "CAUCHY,1 2 1.1 10,3.3452102,2.0419329",
            "POISSON,1.5 2 18,2.6354272,0.8820440"})
    void mean_and_spread_are_those_of_the_distribution(Distribution distribution, String text, double mean,
            double sd) {
        RandomStream random = new RandomStream();
        random.begin(4, 1, distribution.text() + text);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < MANY; i++) {
            double x = draw(distribution, text, random) - mean;
            sum += x;
            squares += x * x;
        }
        assertThat(sum / MANY).isCloseTo(0, within(5 * sd / StrictMath.sqrt(MANY) + 1e-6 * sd));
        assertThat(squares / MANY / (sd * sd)).isCloseTo(1, within(5 * StrictMath.sqrt(10.0 / MANY)));
    }

    @ParameterizedTest
    @CsvSource({"CAUCHY,2,-2,2", "CAUCHY,5 1,4,6", "LAPLACE,5 1,4.306853,5.693147"})
    void a_quarter_lies_below_and_above_the_quartiles(Distribution distribution, String text, double first,
            double third) {
        RandomStream random = new RandomStream();
        random.begin(4, 1, distribution.text() + text);
        int below = 0;
        int above = 0;
        for (int i = 0; i < MANY; i++) {
            double x = draw(distribution, text, random);
            below += x < first ? 1 : 0;
            above += x > third ? 1 : 0;
        }
        assertThat(below / (double) MANY).isCloseTo(0.25, within(0.005));
        assertThat(above / (double) MANY).isCloseTo(0.25, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({"NORMAL,0 -1", "NORMAL,NaN 1", "UNIFORM,3 2", "EXPONENTIAL,0", "GAMMA,-1 1", "POISSON,-1",
            "BERNOULLI,1.5", "BINOMIAL,2.5 0.5", "CAUCHY,0", "NORMAL,0 1 3 2"})
    void what_is_no_distribution_is_refused(Distribution distribution, String text) {
        assertThatThrownBy(() -> draw(distribution, text, new RandomStream())).isInstanceOf(ProblemException.class)
                .hasMessageContaining("N309");
    }
}
