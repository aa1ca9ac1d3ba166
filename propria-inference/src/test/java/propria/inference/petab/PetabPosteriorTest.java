package propria.inference.petab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import propria.formats.petab.PetabReader;
import propria.inference.optimise.MultiStart;
import propria.inference.optimise.StartDesign;
import propria.inference.optimise.TrustRegion;
import propria.inference.posterior.Evaluation;
import propria.inference.posterior.Evaluation.Order;

/// Simulations and likelihoods of problems agree with closed forms.
class PetabPosteriorTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        write("problem.yaml", """
                format_version: 2.0.0
                parameter_files: [parameters.tsv]
                model_files: {decay: {language: antimony, location: decay.ant}}
                measurement_files: [measurements.tsv]
                condition_files: [conditions.tsv]
                experiment_files: [experiments.tsv]
                observable_files: [observables.tsv]
                """);
        write("decay.ant", """
                model decay()
                  compartment vessel = 1
                  species A in vessel
                  A = 2
                  k = 0.5; feed = 0
                  J: A -> ; k * A
                  F:  -> A; feed
                end
                """);
        write("observables.tsv",
                "observableId\tobservableFormula\tnoiseFormula\tnoiseDistribution\ny\tA\tsd\tnormal\n");
        write("measurements.tsv", "observableId\texperimentId\ttime\tmeasurement\n"
                + "y\t\t0\t2.1\ny\t\t1\t1.1\ny\t\t2\t0.9\ny\t\t4\t0.2\n");
        write("conditions.tsv", "conditionId\ttargetId\ttargetValue\n");
        write("experiments.tsv", "experimentId\ttime\tconditionId\n");
        write("parameters.tsv", "parameterId\tlowerBound\tupperBound\tnominalValue\testimate\n"
                + "k\t0.01\t10\t0.5\ttrue\nsd\t0.01\t10\t0.3\ttrue\n");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private PetabPosterior posterior() {
        return new PetabPosterior(PetabReader.read(folder.resolve("problem.yaml")), PetabPosterior.TOLERANCES);
    }

    @ParameterizedTest
    @CsvSource({"normal", "log-normal", "laplace", "log-laplace"})
    void the_likelihood_is_its_closed_form(String noise) throws IOException {
        write("observables.tsv",
                "observableId\tobservableFormula\tnoiseFormula\tnoiseDistribution\ny\tA\tsd\t" + noise + "\n");
        double[] times = {0, 1, 2, 4};
        double[] measured = {2.1, 1.1, 0.9, 0.2};
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double m = measured[i];
            double y = 2 * StrictMath.exp(-0.5 * times[i]);
            boolean log = noise.startsWith("log");
            double r = (log ? StrictMath.log(m) - StrictMath.log(y) : m - y) / 0.3;
            sum += noise.endsWith("normal")
                    ? -r * r / 2 - StrictMath.log(0.3 * StrictMath.sqrt(2 * StrictMath.PI))
                    : -StrictMath.abs(r) - StrictMath.log(0.6);
            sum -= log ? StrictMath.log(m) : 0;
        }
        assertThat(posterior().logLikelihood(new double[]{0.5, 0.3})).isCloseTo(sum, within(1e-5));
    }

    @Test
    void slopes_are_those_of_differences_and_information_is_positive() {
        PetabPosterior posterior = posterior();
        double[] point = {0.7, 0.4};
        Evaluation here = posterior.likelihood(point, Order.INFORMATION);
        for (int k = 0; k < 2; k++) {
            double[] up = point.clone();
            double[] down = point.clone();
            up[k] += 1e-3;
            down[k] -= 1e-3;
            double slope = (posterior.logLikelihood(up) - posterior.logLikelihood(down)) / 2e-3;
            assertThat(here.gradient()[k]).isCloseTo(slope, within(1e-3 * (1 + StrictMath.abs(slope))));
        }
        assertThat(here.information()[0][0]).isPositive();
        assertThat(here.information()[1][1]).isCloseTo(2 * 4 / 0.16, within(1e-6));
    }

    /// With the rate known, the best standard deviation is the root of the mean square of residuals.
    @Test
    void the_best_noise_is_that_of_the_residuals() {
        PetabPosterior posterior = posterior();
        List<double[]> starts = StartDesign.SOBOL.points(posterior.startSpace(), 8, 1);
        MultiStart.Climb best = new MultiStart(new TrustRegion(), 200).run(posterior, starts, 2).getFirst();
        double k = best.optimum().point()[0];
        double squares = 0;
        double[] measured = {2.1, 1.1, 0.9, 0.2};
        double[] times = {0, 1, 2, 4};
        for (int i = 0; i < 4; i++) {
            double r = measured[i] - 2 * StrictMath.exp(-k * times[i]);
            squares += r * r;
        }
        assertThat(best.optimum().point()[1]).isCloseTo(StrictMath.sqrt(squares / 4), within(1e-4));
        assertThat(best.optimum().isConverged()).isTrue();
    }

    /// A feed from a steady state: before `A = f/k`, then `A` decays from twice that without feed, then a dose.
    @Test
    void steady_states_and_periods_agree_with_closed_forms() throws IOException {
        write("conditions.tsv", "conditionId\ttargetId\ttargetValue\nfed\tfeed\t3\nstarved\tfeed\t0\n"
                + "doubled\tA\t2 * A\ndose\tA\tA + 1\n");
        write("experiments.tsv",
                "experimentId\ttime\tconditionId\ne\t-inf\tfed\ne\t1\tstarved\ne\t1\tdoubled\ne\t3\tdose\n");
        write("measurements.tsv", "observableId\texperimentId\ttime\tmeasurement\n"
                + "y\te\t1\t1\ny\te\t2\t1\ny\te\t3\t1\ny\te\t5\t1\ny\te\tinf\t0\n");
        double[] values = posterior().predictions(new double[]{0.5, 1}).values();
        double at3 = 12 * StrictMath.exp(-1) + 1;
        double[] known = {12, 12 * StrictMath.exp(-0.5), at3, at3 * StrictMath.exp(-1), 0};
        assertThat(values).containsExactly(known, within(1e-6));
    }

    @Test
    void a_model_without_steady_state_has_no_likelihood() throws IOException {
        write("decay.ant", """
                model decay()
                  compartment vessel = 1
                  species A in vessel, B in vessel
                  A = 2; B = 0
                  k = 0.5
                  J:  -> A; k * B
                  F:  -> B; -k * A
                end
                """);
        write("experiments.tsv", "experimentId\ttime\tconditionId\ne\t-inf\t\ne\t0\t\n");
        write("measurements.tsv", "observableId\texperimentId\ttime\tmeasurement\ny\te\t1\t1\n");
        assertThat(posterior().logLikelihood(new double[]{0.5, 1})).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void one_posterior_serves_many_threads() {
        PetabPosterior posterior = posterior();
        List<double[]> points = StartDesign.SOBOL.points(posterior.space(), 40, 2);
        List<Double> one = points.stream().map(posterior::logLikelihood).toList();
        List<Double> many = points.parallelStream().map(posterior::logLikelihood).toList();
        assertThat(many).isEqualTo(one);
        Map<String, Double> values = posterior.space().values(points.getFirst());
        assertThat(values).containsKeys("k", "sd");
    }
}
