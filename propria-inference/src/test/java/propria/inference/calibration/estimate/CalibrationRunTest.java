package propria.inference.calibration.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.inference.calibration.Calibration;
import propria.inference.calibration.Likelihoods;
import propria.inference.calibration.PosteriorFile;
import propria.inference.calibration.estimate.CalibrationRun.Plan;
import propria.inference.calibration.estimate.CalibrationRun.Result;
import propria.inference.score.PredictionTable;
import propria.study.library.Library;

/// A small calibration, on some of the studies that ship.
@Tag("slow")
class CalibrationRunTest {

    private static final Path LIBRARY = Path.of(System.getProperty("propria.root", ".."), "library");
    private static final List<String> STUDIES = List.of("BAN15", "ROB17", "YUD21", "tnbs_slc39a8", "il10ko_balbc");

    private final Calibration whole = Calibration.read(Library.read(LIBRARY));
    private final Calibration some = new Calibration(whole.library(), whole.words(), whole.parameters(),
            whole.designs(), whole.fitted().stream().filter(row -> STUDIES.contains(row.row().study())).toList(),
            whole.known(), whole.fittedKeys());

    @TempDir
    Path folder;

    private CalibrationRun run(Path kept, int threads) {
        return new CalibrationRun(some, some.parameters(), kept,
                new Plan(60, 30, 1, 30, 0, 60, 60, 200, 4, threads, 5));
    }

    private String everything(CalibrationRun run) throws InterruptedException {
        Result result = run.run((_, _) -> {
        });
        LeaveOneOut.Outcome outcome = LeaveOneOut.of(some, run, result, _ -> {
        });
        return PosteriorFile.text(result.draws(), some, "a test") + new Likelihoods(run.studies(),
                run.likelihoods(result)).text() + Identifiability.table(some.parameters(), result)
                + PredictionTable.of(outcome.rows()) + outcome.learned() + outcome.shapes() + outcome.refitted();
    }

    @Test
    void one_thread_and_two_and_a_run_that_was_stopped_twice_give_the_same_bytes() throws Exception {
        String alone = everything(run(folder.resolve("alone"), 1));
        assertThat(everything(run(folder.resolve("two"), 2))).isEqualTo(alone);
        Path stopped = folder.resolve("stopped");
        for (String at : List.of("last", "weighted")) {
            assertThatThrownBy(() -> run(stopped, 2).run((round, done) -> {
                if (round.equals(at) && done == 20) {
                    throw new CancellationException("stopped");
                }
            })).isInstanceOf(CancellationException.class);
        }
        assertThat(stopped.resolve("round-last.csv")).exists();
        assertThat(stopped.resolve("chains-weighted.kept")).exists();
        assertThat(stopped.resolve("round-weighted.csv")).doesNotExist();
        assertThat(everything(run(stopped, 1))).isEqualTo(alone);
        for (String file : List.of("chains-weighted.kept", "moved.kept", "round-weighted.csv")) {
            assertThat(Files.readAllBytes(stopped.resolve(file)))
                    .isEqualTo(Files.readAllBytes(folder.resolve("alone").resolve(file)));
        }
    }

    @Test
    void simulated_studies_give_the_same_table_on_any_number_of_threads_and_after_a_stop() throws Exception {
        CalibrationRun one = run(folder.resolve("one"), 1);
        one.prior(_ -> {
        });
        String table = SimulatedStudies.table(one, 12, 100, _ -> {
        });
        CalibrationRun two = run(folder.resolve("other"), 2);
        two.prior(_ -> {
        });
        assertThatThrownBy(() -> SimulatedStudies.table(two, 12, 100, _ -> {
            throw new CancellationException("stopped");
        })).isInstanceOf(CancellationException.class);
        assertThat(SimulatedStudies.table(two, 12, 100, _ -> {
        })).isEqualTo(table);
        assertThat(table.lines().toList()).hasSize(some.parameters().size() + 2);
    }
}
