package propria.inference.calibration.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.inference.calibration.Calibration;
import propria.inference.calibration.estimate.CalibrationRun.Plan;
import propria.inference.calibration.estimate.CalibrationRun.Result;
import propria.study.library.Library;

@Tag("slow")
class CalibrationRunTest {

    private static final Path LIBRARY = Path.of(System.getProperty("propria.root", ".."), "library");

    @TempDir
    private Path folder;

    private final Calibration calibration = Calibration.read(Library.read(LIBRARY));

    private CalibrationRun run(String name, int threads) {
        return new CalibrationRun(calibration, calibration.parameters(), folder.resolve(name),
                new Plan(40, 12, 1, 16, 0, 40, 4, threads, 3));
    }

    private static Result result(CalibrationRun run) throws InterruptedException {
        return run.run((_, _) -> {
        });
    }

    @Test
    void the_posterior_is_the_same_on_one_thread_on_three_and_after_a_stop() throws Exception {
        Result one = result(run("one", 1));
        CalibrationRun other = run("three", 3);
        Result three = result(other);
        assertThat(three.draws()).usingRecursiveComparison().isEqualTo(one.draws());
        assertThat(other.likelihoods(three)).usingRecursiveComparison()
                .isEqualTo(run("one", 2).likelihoods(one));
        Files.delete(folder.resolve("one/round-last.csv"));
        assertThat(result(run("one", 2)).draws()).usingRecursiveComparison().isEqualTo(one.draws());
        assertThat(one.draws()).hasSize(4).allSatisfy(point -> assertThat(point).hasSize(calibration.parameters()
                .size()));
    }

    @Test
    void intervals_hold_parameters_that_studies_of_the_real_design_were_simulated_from() throws Exception {
        CalibrationRun run = run("known", 2);
        run.prior(_ -> {
        });
        List<String> lines = SimulatedStudies.table(run, 6, 300, _ -> {
        }).lines().toList();
        assertThat(lines).hasSize(calibration.parameters().size() + 2);
        String[] all = lines.getLast().split(",", -1);
        assertThat(Double.parseDouble(all[3])).as("50 % intervals").isBetween(0.3, 0.75);
        assertThat(Double.parseDouble(all[4])).as("90 % intervals").isBetween(0.7, 1.0);
    }
}
