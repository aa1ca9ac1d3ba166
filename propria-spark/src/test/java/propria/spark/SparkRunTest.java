package propria.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.model.problem.ProblemException;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;
import propria.study.run.RunOptions;
import propria.study.run.RunResult;
import propria.study.run.StudyRunner;

/// What Spark computes has the bits of what this machine computes, whatever happens to workers on the way.
@Tag("slow")
class SparkRunTest {

    private static final Path LIBRARY = Path.of(System.getProperty("propria.root", ".."))
            .resolve("propria-study/src/test/resources/library").toAbsolutePath();

    @TempDir
    private Path folder;

    /// The toy study with other numbers of subjects.
    private Study study(int perArm, int draws) throws IOException {
        Path study = Files.createDirectories(folder.resolve("study"));
        Path toy = LIBRARY.resolve("studies/toy");
        Files.copy(toy.resolve("measurements.tsv"), study.resolve("measurements.tsv"));
        Files.writeString(study.resolve("study.yaml"), Files.readString(toy.resolve("study.yaml"))
                .replace("per_arm: 4", "per_arm: " + perArm).replace("draws: 12", "draws: " + draws));
        return StudyFile.read(study, Library.read(LIBRARY));
    }

    private RunResult run(Study study, String executor, String out) {
        return StudyRunner.run(study, options(executor, out));
    }

    private RunOptions options(String executor, String out) {
        return RunOptions.standard().withThreads(2).withCsv(true).withExecutor(executor).withOut(folder.resolve(out));
    }

    private void assertSame(String one, String other) {
        for (String file : new String[]{"summary.csv", "bands.csv", "endpoints.csv", "measurements.csv",
                "influence.csv", "subjects.csv"}) {
            assertThat(folder.resolve(other).resolve(file))
                    .hasSameBinaryContentAs(folder.resolve(one).resolve(file));
        }
    }

    @Test
    void spark_in_this_program_gives_the_bytes_of_threads() throws IOException {
        Study study = study(3000, 1);
        RunResult local = run(study, "local", "local");
        RunResult spark = run(study, "spark", "spark");
        assertThat(spark.summaryHash()).isEqualTo(local.summaryHash());
        assertThat(spark.simulations()).isEqualTo(local.simulations());
        assertThat(spark.warnings()).isEqualTo(local.warnings());
        assertSame("local", "spark");
        System.out.println("summary_sha256 local " + local.summaryHash() + "\nsummary_sha256 spark "
                + spark.summaryHash());
    }

    @Test
    void refused_draws_and_many_parameters_are_counted_alike() throws IOException {
        Study study = study(30, 12);
        RunResult local = run(study, "local", "local");
        RunResult spark = run(study, "spark=local[3]", "spark");
        assertThat(local.warnings()).extracting("code").contains("S045");
        assertThat(spark.warnings()).isEqualTo(local.warnings());
        assertSame("local", "spark");
    }

    @Test
    void a_cluster_that_does_not_answer_is_named() throws IOException {
        Study study = study(4, 2);
        assertThatThrownBy(() -> run(study, "spark=nonsense://127.0.0.1", "nowhere"))
                .isInstanceOf(ProblemException.class).hasMessageContaining("S056").hasMessageContaining("nonsense");
    }

    @Test
    void a_cluster_of_which_a_worker_is_killed_gives_the_bytes_of_threads() throws Exception {
        Study study = study(12_000, 1);
        RunResult local = run(study, "local", "local");
        LoopbackCluster.Killed<RunResult> killed = LoopbackCluster.killing(folder, (master, told) -> StudyRunner
                .run(study, options("spark=" + master, "cluster").withProgress(told::at)));
        RunResult cluster = killed.result();
        assertThat(cluster.summaryHash()).isEqualTo(local.summaryHash());
        assertSame("local", "cluster");
        System.out.println("summary_sha256 local " + local.summaryHash() + "\nsummary_sha256 cluster "
                + cluster.summaryHash() + ", a worker killed after " + killed.killedAt() + " of "
                + cluster.simulations()
                + " simulations");
    }
}
