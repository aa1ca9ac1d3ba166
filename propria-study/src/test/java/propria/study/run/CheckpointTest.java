package propria.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.study.Toy;
import propria.study.run.work.Checkpoint;

class CheckpointTest {

    @TempDir
    private Path folder;

    private RunOptions options(String name) {
        return RunOptions.standard().withThreads(1).withCsv(true).withOut(folder.resolve(name));
    }

    @Test
    void a_stopped_run_that_goes_on_equals_one_that_was_never_stopped() throws IOException {
        String whole = StudyRunner.run(Toy.study(), options("whole")).summaryHash();
        assertThat(Checkpoint.fileOf(folder.resolve("whole"))).doesNotExist();
        stop("stopped");
        Path checkpoint = Checkpoint.fileOf(folder.resolve("stopped"));
        assertThat(folder.resolve("stopped")).doesNotExist();
        assertThat(Files.size(checkpoint)).isGreaterThan(100);
        RunResult resumed = StudyRunner.run(Toy.study(), options("stopped").withResume(true));
        assertThat(resumed.summaryHash()).isEqualTo(whole);
        assertThat(folder.resolve("stopped/subjects.csv")).hasSameBinaryContentAs(folder.resolve("whole/subjects.csv"));
        assertThat(checkpoint).doesNotExist();
    }

    @Test
    void what_follows_a_broken_record_is_computed_again() throws IOException {
        String whole = StudyRunner.run(Toy.study(), options("whole")).summaryHash();
        stop("stopped");
        Path checkpoint = Checkpoint.fileOf(folder.resolve("stopped"));
        byte[] bytes = Files.readAllBytes(checkpoint);
        bytes[bytes.length - 20] ^= 1;
        Files.write(checkpoint, Arrays.copyOf(bytes, bytes.length - 3));
        assertThat(StudyRunner.run(Toy.study(), options("stopped").withResume(true)).summaryHash()).isEqualTo(whole);
    }

    @Test
    void another_seed_does_not_go_on_from_it() {
        String other = StudyRunner.run(Toy.study(), options("other").withSeed(99)).summaryHash();
        stop("stopped");
        assertThat(StudyRunner.run(Toy.study(), options("stopped").withSeed(99).withResume(true)).summaryHash())
                .isEqualTo(other);
    }

    /// Runs until at least a quarter is done, then interrupts the run; all may be done when a fast machine is first asked.
    private void stop(String name) {
        Thread runner = Thread.currentThread();
        assertThatThrownBy(() -> StudyRunner.run(Toy.study(), options(name).withProgress((done, total) -> {
            if (4 * done >= total) {
                runner.interrupt();
            }
        }))).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
