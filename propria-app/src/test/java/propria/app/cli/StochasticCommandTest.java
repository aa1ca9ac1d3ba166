package propria.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `simulate --stochastic` on a model in which `X` comes and leaves.
class StochasticCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("queue.ant"), """
                model queue()
                  compartment cell = 1
                  substanceOnly species X in cell
                  X = 4
                  come: => X; a
                  leave: X => ; m * X
                  a = 5
                  m = 0.2
                end
                """);
    }

    private Call simulate(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("simulate", folder.resolve("queue.ant").toString(), "--end", "10", "--points", "2"));
        arguments.addAll(List.of(more));
        return Call.of(arguments.toArray(String[]::new));
    }

    @Test
    void one_run_is_a_course_of_whole_numbers_that_its_seed_repeats() {
        Call call = simulate("--stochastic", "--seed", "3");
        assertThat(call.exit()).as(call.err()).isZero();
        assertThat(call.out().lines().toList()).first().isEqualTo("time,X");
        assertThat(call.out().lines().skip(1)).hasSize(3).allMatch(line -> line.matches("[0-9.]+,[0-9]+\\.0"));
        assertThat(simulate("--stochastic", "--seed", "3").out()).isEqualTo(call.out());
        assertThat(simulate("--stochastic", "--seed", "4").out()).isNotEqualTo(call.out());
    }

    @Test
    void several_runs_are_a_mean_and_a_standard_deviation() {
        Call call = simulate("--stochastic", "--runs", "400", "--method", "next_reaction");
        assertThat(call.exit()).as(call.err()).isZero();
        List<String> lines = call.out().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("time,X-mean,X-sd");
        assertThat(lines.get(1)).isEqualTo("0.0,4.0,0.0");
        assertThat(Double.parseDouble(lines.getLast().split(",")[1])).isBetween(21.0, 23.5);
        assertThat(Double.parseDouble(lines.getLast().split(",")[2])).isBetween(4.0, 5.5);
    }

    @Test
    void a_method_of_turns_needs_the_flag_and_the_flag_such_a_method() {
        assertThat(simulate("--method", "direct").err()).contains("U308").contains("--stochastic");
        assertThat(simulate("--stochastic", "--method", "bdf").err()).contains("U308").contains("next_reaction");
        assertThat(simulate("--stochastic", "--runs", "0").err()).contains("U308");
    }

    @Test
    void what_cannot_be_counted_is_said_with_code_and_place() throws IOException {
        Files.writeString(folder.resolve("queue.ant"), """
                model queue()
                  compartment cell = 1
                  substanceOnly species X in cell
                  X = 4
                  come: => 0.5 X; a
                  a = 5
                end
                """);
        Call call = simulate("--stochastic");
        assertThat(call.exit()).isEqualTo(3);
        assertThat(call.err()).contains("N303").contains("queue.ant:5");
    }

    @Test
    void too_few_runs_of_a_suite_are_refused() {
        Call call = Call.of("conform", "sbml-stochastic", folder.toString(), "--runs", "3");
        assertThat(call.exit()).isEqualTo(2);
        assertThat(call.err()).contains("U322");
    }
}
