package propria.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.study.Study;
import propria.study.Toy;
import propria.study.run.work.Checkpoint;
import propria.study.run.work.Results;
import propria.study.summary.Effect;
import propria.study.summary.Outcomes;
import propria.study.summary.Prediction;
import propria.study.summary.SummaryRow;

/// What is said of many subjects is read from disk, to the same bits as from memory.
class FlatMemoryTest {

    @TempDir
    private Path folder;

    private static List<Object> said(Study study, Outcomes outcomes) {
        return List.of(SummaryRow.ofSubjects(study, outcomes), SummaryRow.ofMeans(study, outcomes),
                Effect.of(study, outcomes).stream()
                        .map(e -> List.of(e.estimate(), e.effect(), Arrays.toString(e.draws()))).toList(),
                Prediction.of(study, outcomes, 7));
    }

    private static void assertAlike(Study study, int draws) {
        StudyPlan plan = StudyPlan.of(study, RunOptions.standard().withDraws(draws));
        try (Checkpoint records = Checkpoint.temporary()) {
            Results inMemory = plan.simulate(records, RunOptions.standard().withThreads(2), Long.MAX_VALUE);
            Results onDisk = plan.simulate(records, RunOptions.standard(), 0);
            assertThat(onDisk.total()).isEqualTo(inMemory.total());
            assertThat(said(study, onDisk.outcomes())).isEqualTo(said(study, inMemory.outcomes()));
        }
    }

    @Test
    void values_on_disk_say_the_same_as_values_in_memory() {
        assertAlike(Toy.study().withSubjects(23), 4);
    }

    @Test
    void so_do_those_of_one_draw_whose_subjects_are_the_spread() {
        assertAlike(Toy.study().withSubjects(301), 1);
    }

    @Test
    @Tag("slow")
    void subjects_whose_values_are_larger_than_memory_are_summarised_and_written() throws Exception {
        Path study = Toy.write(folder.resolve("study"), text -> text.replace("per_arm: 4", "per_arm: 70000"), t -> t);
        Path out = folder.resolve("run");
        assertThat(OtherProgram.start("36m", study, out, 2, false).waitFor()).isZero();
        long values = 70_000L * 2 * 2 * 19 * Double.BYTES;
        assertThat(values).isGreaterThan(36L << 20);
        assertThat(lines(out.resolve("summary.csv"))).isEqualTo(1 + 2 * 2 * 19);
        assertThat(Files.readString(out.resolve("summary.csv"))).contains(",70000,");
        assertThat(Files.size(out.resolve("subjects.parquet"))).isGreaterThan(1 << 20);
    }

    private static long lines(Path file) throws IOException {
        try (var all = Files.lines(file)) {
            return all.count();
        }
    }
}
