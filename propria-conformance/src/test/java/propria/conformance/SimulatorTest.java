package propria.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import propria.engine.Method;
import propria.engine.ScheduledChange;
import propria.engine.ScheduledChange.Assignment;
import propria.engine.ScheduledChange.Bolus;
import propria.engine.ScheduledChange.CappedBolus;
import propria.engine.ScheduledChange.Infusion;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.engine.simulate.SimulationFailure;
import propria.engine.simulate.Simulator;
import propria.formats.antimony.AntimonyReader;

/// From a model's text and a request to what was asked for.
class SimulatorTest {

    private static final int ROUNDS = 100;

    private static final String TWO_POOLS = """
            model two_pools()
              compartment c = 1
              substanceOnly species blood in c, tissue in c
              blood = 4; tissue = 0; k = 0.5; limit = 100
              into: blood => tissue; k*blood
              total := blood + tissue
              at (total > limit): k = 0
            end
            """;

    /// Never at rest, so the longer it runs the more steps it takes.
    private static final String SPRING = """
            model spring()
              position = 1; velocity = 0; stiffness = 1
              position' = velocity
              velocity' = -stiffness*position
              energy := stiffness*position^2 + velocity^2
            end
            """;

    @TempDir
    Path folder;

    private Simulator simulator(String text) throws IOException {
        return new Simulator(compiled(text));
    }

    private CompiledModel compiled(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("model.ant"), text);
        return ModelCompiler.compile(AntimonyReader.read(file));
    }

    private static SimulationRequest request(Map<String, Double> values, List<ScheduledChange> changes,
            List<Double> times, Method method, String... outputs) {
        return new SimulationRequest(values, changes, 0, times.getLast(), times, List.of(outputs),
                new Tolerances(1e-9, 1e-12), method);
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_of_change_reaches_what_it_names(Method method) throws IOException {
        List<ScheduledChange> changes = List.of(new Infusion(0, 2, "tissue", 3), new Bolus(1, "blood", 2),
                new CappedBolus(1, "blood", 50, 6), new Assignment(1, "k", 0), new Assignment(1, "blood", 5));
        Trajectory trajectory = simulator(TWO_POOLS).simulate(
                request(Map.of("blood", 8.0), changes, List.of(0.0, 1.0, 4.0), method, "k", "total", "blood", "into"));
        assertThat(trajectory.column(0)).containsExactly(0.5, 0, 0);
        double gone = 8 * (1 - StrictMath.exp(-0.5));
        assertThat(trajectory.column(1)).containsExactly(new double[]{8, gone + 3 + 5, gone + 6 + 5}, within(1e-6));
        assertThat(trajectory.column(2)).containsExactly(8, 5, 5);
        assertThat(trajectory.column(3)).containsExactly(4, 0, 0);
    }

    @Test
    void an_event_of_the_model_is_carried_out_and_counted() throws IOException {
        Trajectory trajectory = simulator(TWO_POOLS).simulate(request(Map.of("limit", 6.0),
                List.of(new Infusion(0, 10, "tissue", 1)), List.of(1.0, 10.0), Method.AUTOMATIC, "k", "blood"));
        assertThat(trajectory.column(0)).containsExactly(0.5, 0);
        assertThat(trajectory.value(1, 1)).isCloseTo(4 * StrictMath.exp(-1), within(1e-7));
        assertThat(trajectory.counters().events()).isEqualTo(1);
        assertThat(trajectory.counters().simulations()).isEqualTo(1);
    }

    @Test
    void a_simulator_used_before_answers_as_a_new_one() throws IOException {
        Simulator used = simulator(TWO_POOLS);
        SimulationRequest plain = request(Map.of(), List.of(), List.of(3.0), Method.BDF, "blood", "tissue");
        Trajectory first = used.simulate(plain);
        used.simulate(request(Map.of("k", 9.0), List.of(new Infusion(0, 9, "blood", 1)), List.of(1.0), Method.BDF));
        assertThat(used.simulate(plain).column(0)).isEqualTo(first.column(0));
        assertThat(used.simulate(plain).column(1)).isEqualTo(first.column(1));
    }

    @ParameterizedTest
    @EnumSource
    void a_failure_says_when_which_states_and_which_reaction(Method method) throws IOException {
        Simulator simulator = simulator("""
                model blows_up()
                  compartment c = 1
                  substanceOnly species calm in c, wild in c
                  calm = 1; wild = 1
                  loss: calm => ; calm
                  growth: => wild; wild*wild
                end
                """);
        assertThatThrownBy(() -> simulator.simulate(request(Map.of(), List.of(), List.of(2.0), method)))
                .isInstanceOfSatisfying(SimulationFailure.class, failure -> {
                    assertThat(failure.time()).isCloseTo(1, within(1e-3));
                    assertThat(failure.states()).containsExactly("wild", "calm");
                    assertThat(failure.problem().code()).startsWith("N20");
                    assertThat(failure.problem().why()).contains("wild is changed by growth");
                    assertThat(failure.counters().failures()).isEqualTo(1);
                });
    }

    @Test
    void an_unknown_name_is_told_with_the_nearest() throws IOException {
        Simulator simulator = simulator(TWO_POOLS);
        assertThatThrownBy(() -> simulator.simulate(
                request(Map.of(), List.of(new Bolus(0, "bloood", 1)), List.of(1.0), Method.BDF)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("blood");
    }

    /// A simulation of thousands of steps may not allocate for each of them: the smallest object takes 16 bytes. What
    /// a simulation takes once does not count, for the machine code may or may not do away with that.
    @ParameterizedTest
    @EnumSource
    void steps_take_no_memory(Method method) throws IOException {
        Simulator simulator = simulator(SPRING);
        Work few = leastWork(simulator, method, 10);
        Work many = leastWork(simulator, method, 1_000);
        long moreSteps = many.steps() - few.steps();
        assertThat(moreSteps).isGreaterThan(2_000);
        assertThat((many.bytes() - few.bytes()) / (double) moreSteps).as("bytes a step").isLessThan(4);
    }

    private record Work(long steps, long bytes) {
    }

    /// What one simulation allocates once the machine code has settled: the least of many.
    private static Work leastWork(Simulator simulator, Method method, double end) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        SimulationRequest request = new SimulationRequest(Map.of(), List.of(), 0, end, List.of(end),
                List.of("energy"), new Tolerances(1e-6, 1e-9), method);
        long steps = 0;
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            steps = simulator.simulate(request).counters().steps();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return new Work(steps, least);
    }
}
