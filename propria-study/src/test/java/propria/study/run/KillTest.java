package propria.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.study.Study;
import propria.study.Toy;
import propria.study.file.StudyFile;
import propria.study.run.work.Checkpoint;
import propria.study.run.work.Chunks;

/// A program that is killed loses at most the chunks that its threads are at.
class KillTest {

    private static final int SUBJECTS = 10_000;
    private static final int THREADS = 2;
    private static final int ARMS = 2;

    @TempDir
    private Path folder;

    @Test
    void a_killed_run_goes_on_from_all_but_one_chunk_a_thread_to_the_same_hash() throws Exception {
        Path file = Toy.write(folder.resolve("study"), text -> text.replace("per_arm: 4", "per_arm: " + SUBJECTS),
                t -> t);
        Study study = StudyFile.read(file, Toy.library());
        String whole = StudyRunner.run(study, OtherProgram.options(folder.resolve("whole"), THREADS, false))
                .summaryHash();
        Path out = folder.resolve("killed");
        long done = killedAt(OtherProgram.start("256m", file, out, THREADS, false));
        assertThat(done).isBetween(1L, (long) SUBJECTS * ARMS - 1);
        assertThat(Checkpoint.fileOf(out)).exists();
        assertThat(out).doesNotExist();

        StudyPlan plan = StudyPlan.of(study, OtherProgram.options(out, THREADS, true));
        Chunks chunks = plan.chunks();
        long kept;
        try (Checkpoint records = Checkpoint.open(out, plan.key(), true)) {
            kept = IntStream.range(0, chunks.count()).filter(records::has).mapToLong(chunks::subjects).sum();
        }
        assertThat(kept * ARMS).as("simulations that are kept, of %s that were made", done)
                .isGreaterThanOrEqualTo(done - (long) THREADS * chunks.size() * ARMS);
        RunResult resumed = StudyRunner.run(study, OtherProgram.options(out, THREADS, true));
        assertThat(resumed.summaryHash()).isEqualTo(whole);
        assertThat(Checkpoint.fileOf(out)).doesNotExist();
    }

    /// Kills the program when it has done some work, by a signal that it cannot catch.
    ///
    /// @return the last number of simulations that it told
    private static long killedAt(Process program) throws Exception {
        long done = 0;
        try (BufferedReader told = new BufferedReader(
                new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            while (done < SUBJECTS * ARMS / 10) {
                done = Long.parseLong(told.readLine());
            }
        } finally {
            program.destroyForcibly();
        }
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return done;
    }
}
