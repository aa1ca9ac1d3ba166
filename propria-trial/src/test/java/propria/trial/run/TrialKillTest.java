package propria.trial.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;
import propria.study.run.work.Checkpoint;
import propria.trial.file.TrialFile;

/// A run of trials in another program is killed by a signal that it cannot catch, and goes on from what it had.
@Tag("slow")
class TrialKillTest {

    private static final Path ROOT = Path.of("..", "library").toAbsolutePath().normalize();
    private static final int PEOPLE = 60;
    private static final int THREADS = 2;

    @TempDir
    Path folder;

    static TrialRunResult run(Path study, Path out, boolean resume, TrialProgress progress) {
        Library library = Library.read(ROOT);
        Study read = StudyFile.read(study, library);
        return TrialRunner.run(read, TrialFile.read(study).orElseThrow(), library, new TrialRunOptions(out,
                OptionalLong.empty(), OptionalInt.of(4), THREADS, resume, progress));
    }

    private Path study() throws IOException {
        Path study = Files.createDirectories(folder.resolve("study"));
        Files.writeString(study.resolve("study.yaml"),
                Files.readString(ROOT.resolve("studies/perianal-fistula-trial/study.yaml"))
                        .replace("patients: 212", "patients: 40").replace("sizes: [80, 120, 160]", "sizes: [20]")
                        .replace("points: 6, doses: [0.25, 4]", "points: 2")
                        .replace("draws: 60, patients_per_draw: 60, typical_patients: 200",
                                "draws: 2, patients_per_draw: 15, typical_patients: 30"));
        return study;
    }

    private static String classes() {
        return Stream.of(System.getProperty("java.class.path", ""), System.getProperty("jdk.module.path", ""))
                .filter(p -> !p.isEmpty()).collect(Collectors.joining(File.pathSeparator));
    }

    /// How many people the program told of before it was killed.
    private static long killedAt(Path study, Path out) throws Exception {
        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", classes(), OtherProgram.class.getName(), study.toString(),
                out.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        long done = 0;
        try (BufferedReader told = new BufferedReader(
                new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            String line = told.readLine();
            while (line != null && done < PEOPLE / 3) {
                done = Long.parseLong(line.split(" ")[0]);
                line = told.readLine();
            }
        } finally {
            program.destroyForcibly();
        }
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return done;
    }

    @Test
    void a_killed_run_of_trials_loses_no_more_than_a_person_a_thread_and_comes_to_the_same_hash() throws Exception {
        Path study = study();
        Path out = folder.resolve("killed");
        long done = killedAt(study, out);
        assertThat(done).isBetween(1L, PEOPLE - 1L);
        Library library = Library.read(ROOT);
        Study read = StudyFile.read(study, library);
        String key = TrialManifest.key(read, TrialFile.read(study).orElseThrow(), library.root(), read.seed());
        try (Checkpoint records = Checkpoint.open(out, key, true)) {
            assertThat(IntStream.range(0, PEOPLE).filter(records::has).count()).as("people kept of %s told", done)
                    .isGreaterThanOrEqualTo(done - THREADS);
        }
        TrialProgress silent = _ -> {
        };
        TrialRunResult resumed = run(study, out, true, silent);
        TrialRunResult whole = run(study, folder.resolve("whole"), false, silent);
        assertThat(resumed.hash()).isEqualTo(whole.hash());
        System.out.println("killed after " + done + " of " + PEOPLE + " people; resumed " + resumed.hash() + ", whole "
                + whole.hash());
    }
}
