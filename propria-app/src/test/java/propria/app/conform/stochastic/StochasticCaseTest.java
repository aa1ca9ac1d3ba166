package propria.app.conform.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.app.conform.CaseSettings;
import propria.app.conform.Outcome;
import propria.app.conform.Outcome.Verdict;
import propria.app.conform.stochastic.Scores.Score;
import propria.app.conform.stochastic.StochasticSettings.Range;
import propria.engine.random.RandomStream;
import propria.engine.stochastic.StochasticMethod;

/// The case made here: `X` comes at 5 and leaves at 0.2 each, so that it is a Poisson number.
class StochasticCaseTest {

    private static final String MODEL = """
            <sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1"><model>
            <listOfCompartments><compartment id="c" spatialDimensions="3" size="2" constant="true"/></listOfCompartments>
            <listOfSpecies><species id="X" compartment="c" initialAmount="0" hasOnlySubstanceUnits="%s"
              boundaryCondition="false" constant="false"/></listOfSpecies>
            <listOfReactions>
            <reaction id="come" reversible="false" fast="false"><listOfProducts>
              <speciesReference species="X" stoichiometry="1" constant="true"/></listOfProducts><kineticLaw>
              <math xmlns="http://www.w3.org/1998/Math/MathML"><cn>5</cn></math></kineticLaw></reaction>
            <reaction id="leave" reversible="false" fast="false"><listOfReactants>
              <speciesReference species="X" stoichiometry="1" constant="true"/></listOfReactants><kineticLaw>
              <math xmlns="http://www.w3.org/1998/Math/MathML"><apply><times/><cn>%s</cn><ci>X</ci></apply></math>
              </kineticLaw></reaction>
            </listOfReactions></model></sbml>
            """;

    @TempDir
    private Path folder;

    /// @param leaving the rate in the model; the expected values are those of 0.2
    private Outcome run(boolean amount, double leaving, StochasticMethod method) throws IOException {
        Path one = Files.createDirectories(folder.resolve("00001"));
        Files.writeString(one.resolve("00001-sbml-l3v1.xml"),
                String.format(Locale.ROOT, MODEL, amount, amount ? leaving : 2 * leaving));
        Files.writeString(one.resolve("00001-settings.txt"), """
                start: 0
                duration: 20
                steps: 10
                variables: X
                amount: X
                output: X-mean, X-sd
                meanRange: (-3, 3)
                sdRange: (-5, 5)
                """);
        StringBuilder table = new StringBuilder("time,X-mean,X-sd\n");
        for (int row = 0; row <= 10; row++) {
            double mean = 25 * (1 - StrictMath.exp(-0.4 * row));
            table.append(2 * row).append(',').append(mean).append(',').append(StrictMath.sqrt(mean)).append('\n');
        }
        Files.writeString(one.resolve("00001-results.csv"), table);
        return new SbmlStochasticSuite(folder, 4000, List.of(1L, 2L), method).run(_ -> {
        }).getFirst();
    }

    @Test
    void a_right_simulation_passes_and_says_how_near_it_was() throws IOException {
        Outcome outcome = run(true, 0.2, StochasticMethod.NEXT_REACTION);
        assertThat(outcome.verdict()).as(outcome.reason()).isEqualTo(Verdict.PASS);
        assertThat(outcome.reason()).contains("of 40 points outside");
    }

    @Test
    void a_concentration_is_reported_as_the_amount_that_is_asked_for() throws IOException {
        Outcome outcome = run(false, 0.2, StochasticMethod.DIRECT);
        assertThat(outcome.verdict()).as(outcome.reason()).isEqualTo(Verdict.PASS);
    }

    @Test
    void a_rate_that_is_three_percent_off_fails() throws IOException {
        Outcome outcome = run(true, 0.206, StochasticMethod.DIRECT);
        assertThat(outcome.verdict()).as(outcome.reason()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void a_point_without_spread_must_be_met() {
        Scores scores = new Scores();
        StochasticSettings settings = new StochasticSettings(
                new CaseSettings(0, 1, 1, List.of(), 0, 0, List.of(), List.of()), new Range(-3, 3),
                new Range(-5, 5));
        scores.add(new double[]{7, 7, 7}, 7, 0, settings);
        assertThat(scores.impossible()).isZero();
        scores.add(new double[]{7, 8, 7}, 7, 0, settings);
        assertThat(scores.impossible()).isEqualTo(1);
        assertThat(scores.all()).isEmpty();
    }

    private static Score score(RandomStream random) {
        return new Score(IntStream.range(0, 2000).mapToDouble(_ -> random.normal()).toArray(), new Range(-1, 1));
    }

    @Test
    void scores_that_go_together_are_outside_together() {
        RandomStream random = new RandomStream();
        random.begin(1, 0, "test");
        Score one = score(random);
        int[] same = new Chance(List.of(one, one, one), 20_000, 1).counts();
        assertThat(Arrays.stream(same).distinct().sorted()).containsExactly(0, 3);
        assertThat(Arrays.stream(same).filter(c -> c == 3).count() / 20_000.0).isCloseTo(0.3173, within(0.03));
        int[] apart = new Chance(List.of(one, score(random), score(random)), 20_000, 1).counts();
        assertThat(Arrays.stream(apart).filter(c -> c == 3).count() / 20_000.0).isCloseTo(0.032, within(0.01));
        assertThat(Arrays.stream(apart).average().orElse(0)).isCloseTo(3 * 0.3173, within(0.08));
    }
}
