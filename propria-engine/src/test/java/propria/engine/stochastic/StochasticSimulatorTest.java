package propria.engine.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static propria.engine.compile.ModelBuilder.id;
import static propria.engine.compile.ModelBuilder.over;
import static propria.engine.compile.ModelBuilder.some;
import static propria.engine.compile.ModelBuilder.times;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import propria.engine.SimulationRequest;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
import propria.engine.simulate.Simulator;

/// Means and variances are compared with solutions of the master equation. Seeds are fixed, so what passes once passes
/// always; the bounds are five standard errors.
class StochasticSimulatorTest {

    private static final int RUNS = 10_000;
    private static final double ERRORS = 5;

    private static void agrees(Ensemble found, int row, int column, double mean, double variance) {
        double sd = StrictMath.sqrt(variance);
        assertThat(found.mean().value(row, column)).as("mean at row " + row).isCloseTo(mean,
                within(ERRORS * sd / StrictMath.sqrt(RUNS) + 1e-12));
        double squared = found.deviation().value(row, column) * found.deviation().value(row, column);
        // The fourth moment of these distributions is within twice that of the normal one, and 1 / sd^2 more.
        double error = variance * StrictMath.sqrt((2 + 2 + 1 / (variance + 1e-9)) / RUNS);
        assertThat(squared).as("variance at row " + row).isCloseTo(variance, within(ERRORS * error + 1e-12));
    }

    @ParameterizedTest
    @EnumSource(value = StochasticMethod.class, names = {"DIRECT", "NEXT_REACTION"})
    void those_who_come_and_leave_are_a_poisson_number(StochasticMethod method) {
        Ensemble found = new StochasticSimulator(Networks.immigrationDeath().compile())
                .simulate(Networks.request(20, 10, "X"), method, 1, RUNS);
        for (int row = 0; row <= 10; row++) {
            double mean = 25 * (1 - StrictMath.exp(-0.2 * 2 * row));
            agrees(found, row, 0, mean, mean);
        }
    }

    @ParameterizedTest
    @EnumSource(value = StochasticMethod.class, names = {"DIRECT", "NEXT_REACTION"})
    void births_and_deaths_have_their_mean_and_variance(StochasticMethod method) {
        Ensemble found = new StochasticSimulator(Networks.birthDeath().compile())
                .simulate(Networks.request(50, 10, "X"), method, 2, RUNS);
        for (int row = 0; row <= 10; row++) {
            double growth = StrictMath.exp(-0.01 * 5 * row);
            agrees(found, row, 0, 100 * growth, 100 * 0.21 / -0.01 * growth * (growth - 1));
        }
    }

    @ParameterizedTest
    @EnumSource(value = StochasticMethod.class, names = {"DIRECT", "NEXT_REACTION"})
    void pairs_bind_and_part_as_the_master_equation_says(StochasticMethod method) {
        double[][] exact = MasterEquation.dimerisation(20, 0.02, 0.1, 10, 5);
        Ensemble found = new StochasticSimulator(Networks.dimerisation(0.02, 0.1).compile())
                .simulate(Networks.request(10, 5, "D", "P"), method, 3, RUNS);
        for (int row = 0; row <= 5; row++) {
            agrees(found, row, 0, exact[row][0], exact[row][1]);
            agrees(found, row, 1, 20 - 2 * exact[row][0], 4 * exact[row][1]);
        }
    }

    /// A walker is where it started, and a Poisson number of places on, of mean 20.
    @Test
    void walkers_on_a_ring_spread_without_being_lost() {
        Ensemble found = new StochasticSimulator(Networks.ring(60, 10).compile())
                .simulate(Networks.request(20, 1, "S0", "S17"), StochasticMethod.AUTOMATIC, 4, 1000);
        assertThat(found.method()).isEqualTo(StochasticMethod.NEXT_REACTION);
        double together = 0;
        for (int k = 0; k < 60; k++) {
            double p = StrictMath.exp(k * StrictMath.log(20) - 20 - logFactorial(k));
            together += p * p;
        }
        double sd = StrictMath.sqrt(10 * (1 - together));
        assertThat(found.mean().value(1, 0)).isCloseTo(10, within(5 * sd / StrictMath.sqrt(1000)));
        assertThat(found.mean().value(1, 1)).isCloseTo(10, within(5 * sd / StrictMath.sqrt(1000)));
        assertThat(found.deviation().value(1, 1)).isCloseTo(sd, within(5 * sd / StrictMath.sqrt(2000)));
    }

    private static double logFactorial(int k) {
        double sum = 0;
        for (int i = 2; i <= k; i++) {
            sum += StrictMath.log(i);
        }
        return sum;
    }

    @Test
    void leaps_keep_mean_and_variance_within_their_share() {
        CompiledModel model = Networks.cell().amount("X", "cell", 0).parameter("alpha", 5000).parameter("mu", 0.2)
                .reaction("come", List.of(), List.of(some(1, "X")), id("alpha"))
                .reaction("leave", List.of(some(1, "X")), List.of(), times(id("mu"), id("X"))).compile();
        Ensemble found = new StochasticSimulator(model).simulate(Networks.request(20, 4, "X"),
                StochasticMethod.TAU_LEAPING, 5, 2000);
        for (int row = 1; row <= 4; row++) {
            double mean = 25_000 * (1 - StrictMath.exp(-row));
            assertThat(found.mean().value(row, 0)).isCloseTo(mean, within(0.01 * mean));
            assertThat(found.deviation().value(row, 0)).isCloseTo(StrictMath.sqrt(mean),
                    within(0.1 * StrictMath.sqrt(mean)));
        }
        assertThat(found.counters().steps() / 2000).isLessThan(300);
    }

    /// Growth that crowding stops, at amounts of ten thousand: what is random is a hundredth there.
    @ParameterizedTest
    @EnumSource(StochasticMethod.class)
    void many_follow_the_differential_equations(StochasticMethod method) {
        CompiledModel model = Networks.cell().amount("X", "cell", 2000).parameter("r", 1).parameter("k", 20_000)
                .reaction("grow", List.of(some(1, "X")), List.of(some(2, "X")), times(id("r"), id("X")))
                .reaction("crowd", List.of(some(1, "X")), List.of(), over(times(id("r"), id("X"), id("X")), id("k")))
                .compile();
        SimulationRequest request = Networks.request(6, 6, "X");
        Trajectory smooth = new Simulator(model).simulate(request);
        Ensemble counted = new StochasticSimulator(model).simulate(request, method, 1, 40);
        for (int row = 0; row <= 6; row++) {
            assertThat(counted.mean().value(row, 0) / smooth.value(row, 0)).isCloseTo(1, within(0.02));
        }
    }

    @Test
    void leaps_over_few_are_single_turns() {
        Ensemble found = new StochasticSimulator(Networks.birthDeath().compile())
                .simulate(Networks.request(50, 10, "X"), StochasticMethod.TAU_LEAPING, 2, RUNS);
        for (int row = 0; row <= 10; row++) {
            double growth = StrictMath.exp(-0.01 * 5 * row);
            agrees(found, row, 0, 100 * growth, 100 * 0.21 / -0.01 * growth * (growth - 1));
        }
    }

    @ParameterizedTest
    @EnumSource(StochasticMethod.class)
    void threads_change_no_bit(StochasticMethod method) {
        CompiledModel model = Networks.dimerisation(0.02, 0.1).compile();
        SimulationRequest request = Networks.request(10, 5, "D", "binding");
        Ensemble one = new StochasticSimulator(model, 1).simulate(request, method, 7, 1000);
        Ensemble three = new StochasticSimulator(model, 3).simulate(request, method, 7, 1000);
        assertThat(three.mean().column(0)).containsExactly(one.mean().column(0));
        assertThat(three.deviation().column(1)).containsExactly(one.deviation().column(1));
        assertThat(three.counters()).isEqualTo(one.counters());
        double[][] samples = new StochasticSimulator(model, 2).samples(request, method, 7, 40);
        assertThat(new StochasticSimulator(model, 1).trajectory(request, method, 7, 33).value(5, 0))
                .isEqualTo(samples[33][10]);
    }

    @Test
    void another_seed_gives_other_runs() {
        CompiledModel model = Networks.birthDeath().compile();
        StochasticSimulator simulator = new StochasticSimulator(model);
        SimulationRequest request = Networks.request(50, 50, "X");
        double[] first = simulator.trajectory(request, StochasticMethod.DIRECT, 1, 0).column(0);
        assertThat(simulator.trajectory(request, StochasticMethod.DIRECT, 2, 0).column(0)).isNotEqualTo(first);
        assertThat(simulator.trajectory(request, StochasticMethod.DIRECT, 1, 1).column(0)).isNotEqualTo(first);
    }
}
