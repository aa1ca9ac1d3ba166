package propria.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;
import propria.study.run.work.Checkpoint;
import propria.trial.file.TrialFile;
import propria.trial.run.TrialProgress;
import propria.trial.run.TrialRunOptions;
import propria.trial.run.TrialRunResult;
import propria.trial.run.TrialRunner;

/// The people of a run of trials are the same wherever they are simulated.
@Tag("slow")
class TrialOnSparkTest {

    private static final Library LIBRARY = Library.read(
            Path.of(System.getProperty("propria.root", "..")).resolve("library").toAbsolutePath().normalize());

    @TempDir
    private Path folder;

    private TrialRunResult run(String name, String executor, boolean resume, TrialProgress progress)
            throws IOException {
        Path file = Files.createDirectories(folder.resolve("small"));
        Files.writeString(file.resolve("study.yaml"),
                Files.readString(LIBRARY.study("perianal-fistula-trial").resolve("study.yaml"))
                        .replace("patients: 212", "patients: 40").replace("sizes: [80, 120, 160]", "sizes: [20]")
                        .replace("points: 6, doses: [0.25, 4]", "points: 2")
                        .replace("draws: 20, patients_per_draw: 60, typical_patients: 200",
                                "draws: 2, patients_per_draw: 8, typical_patients: 12"));
        Study study = StudyFile.read(file, LIBRARY);
        return TrialRunner.run(study, TrialFile.read(file).orElseThrow(), LIBRARY,
                new TrialRunOptions(folder.resolve(name), OptionalLong.empty(), OptionalInt.of(6), 2, resume, 1,
                        executor, progress));
    }

    @Test
    void spark_gives_the_operating_characteristics_of_threads_and_goes_on_from_what_was_left() throws IOException {
        TrialProgress silent = _ -> {
        };
        TrialRunResult local = run("local", "local", false, silent);
        TrialRunResult spark = run("spark", "spark", false, silent);
        assertThat(spark.hash()).isEqualTo(local.hash());
        AtomicBoolean stopped = new AtomicBoolean();
        TrialProgress stopping = new TrialProgress() {
            @Override
            public void accept(String words) {
                if (words.startsWith("simulating patients over")) {
                    stopped.set(true);
                    throw new IllegalStateException("stopped");
                }
            }
        };
        assertThatThrownBy(() -> run("resumed", "spark", false, stopping)).hasMessageContaining("stopped");
        assertThat(stopped).isTrue();
        assertThat(Checkpoint.fileOf(folder.resolve("resumed"))).exists();
        TrialRunResult resumed = run("resumed", "spark", true, silent);
        assertThat(resumed.hash()).isEqualTo(local.hash());
        System.out
                .println("trials local " + local.hash() + "\ntrials spark " + spark.hash() + "\ntrials spark, resumed "
                        + resumed.hash());
    }
}
