package propria.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
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
import propria.trial.run.TrialStage;

/// The people of a run of trials are the same wherever they are simulated.
@Tag("slow")
class TrialOnSparkTest {

    private static final Library LIBRARY = Library.read(
            Path.of(System.getProperty("propria.root", "..")).resolve("library").toAbsolutePath().normalize());

    private static final int PEOPLE = 100;

    @TempDir
    private Path folder;

    private TrialRunResult run(String name, String executor, boolean resume, TrialProgress progress)
            throws IOException {
        Path file = Files.createDirectories(folder.resolve("small"));
        Files.writeString(file.resolve("study.yaml"),
                Files.readString(LIBRARY.study("perianal-fistula-trial").resolve("study.yaml"))
                        .replace("patients: 212", "patients: 40").replace("sizes: [80, 120, 160]", "sizes: [20]")
                        .replace("points: 6, doses: [0.25, 4]", "points: 2")
                        .replace("draws: 60, patients_per_draw: 60, typical_patients: 200",
                                "draws: 2, patients_per_draw: 20, typical_patients: 60"));
        Study study = StudyFile.read(file, LIBRARY);
        return TrialRunner.run(study, TrialFile.read(file).orElseThrow(), LIBRARY,
                new TrialRunOptions(folder.resolve(name), OptionalLong.empty(), OptionalInt.of(6), 2, resume, 1,
                        executor, progress));
    }

    private static final TrialProgress SILENT = _ -> {
    };

    @Test
    void spark_gives_the_operating_characteristics_of_threads_and_goes_on_from_what_was_left() throws IOException {
        TrialRunResult local = run("local", "local", false, SILENT);
        TrialRunResult spark = run("spark", "spark", false, SILENT);
        assertThat(spark.hash()).isEqualTo(local.hash());
        TrialProgress stopping = stage -> {
            if (stage == TrialStage.SIMULATING) {
                throw new IllegalStateException("stopped");
            }
        };
        assertThatThrownBy(() -> run("resumed", "spark", false, stopping)).hasMessageContaining("stopped");
        assertThat(Checkpoint.fileOf(folder.resolve("resumed"))).exists();
        TrialRunResult resumed = run("resumed", "spark", true, SILENT);
        assertThat(resumed.hash()).isEqualTo(local.hash());
        System.out.println("trials local          " + local.hash() + "\ntrials spark          " + spark.hash()
                + "\ntrials spark, resumed " + resumed.hash());
    }

    @Test
    void a_cluster_of_which_a_worker_is_killed_gives_the_operating_characteristics_of_threads() throws Exception {
        TrialRunResult local = run("local", "local", false, SILENT);
        LoopbackCluster.Killed<TrialRunResult> killed = LoopbackCluster.killing(folder,
                (master, told) -> run("cluster", "spark=" + master, false, counting(told)));
        TrialRunResult cluster = killed.result();
        assertThat(cluster.hash()).isEqualTo(local.hash());
        System.out.println("trials local   " + local.hash() + "\ntrials cluster " + cluster.hash()
                + ", a worker killed after " + killed.killedAt() + " of " + PEOPLE + " people");
    }

    private static TrialProgress counting(LoopbackCluster.Told told) {
        return new TrialProgress() {
            @Override
            public void begins(TrialStage stage) {
                // only counts are looked at
            }

            @Override
            public void at(long done, long total) {
                if (total == PEOPLE) {
                    told.at(done, total);
                }
            }
        };
    }
}
