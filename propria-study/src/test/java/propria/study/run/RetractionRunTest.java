package propria.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Source;
import propria.study.Study;
import propria.study.Toy;
import propria.study.retraction.SourceInfluence;
import propria.study.retraction.SourceInfluenceFile;
import propria.study.summary.Effect.Middle;

/// A source is taken out of a study: the estimate and the exact answer.
class RetractionRunTest {

    @TempDir
    private Path folder = Path.of("");

    private final List<Source> toy = List.of(
            EvidenceLibrary.read(Toy.ROOT.resolve("evidence")).source("toy-2020").orElseThrow());

    private Study varied() {
        return Toy.replaced(folder.resolve("varied"), "draws: 12", "draws: 150");
    }

    private static RunOptions options() {
        return RunOptions.standard().withThreads(2);
    }

    @Test
    void the_numbers_and_the_published_values_that_fall_are_named() {
        RetractionRun run = RetractionRun.of(Toy.study(), options());
        assertThat(run.touched(toy)).singleElement()
                .satisfies(s -> assertThat(s.number().parameter().id()).isEqualTo("E_cells"));
        assertThat(run.measurements(toy)).hasSize(2);
        assertThat(run.sources()).extracting(Source::key).containsExactly("toy-2020");
    }

    @Test
    void without_a_source_the_exact_answer_is_wider_and_the_estimate_comes_close() {
        Study study = varied();
        RetractionRun run = RetractionRun.of(study, options());
        RetractionRun.Comparison exact = run.exact(toy);
        Middle with = exact.with().getFirst();
        Middle without = exact.without().getFirst();
        double exactWidth = without.upper() - without.lower();
        assertThat(exactWidth).isGreaterThan(1.1 * (with.upper() - with.lower()));
        StudyRunner.run(study, options().withOut(folder.resolve("run")));
        Middle estimate = read(folder.resolve("run")).without(Set.of("toy-2020")).getFirst();
        assertThat(estimate.value()).isEqualTo(without.value(), within(0.1 * exactWidth));
        assertThat(estimate.upper() - estimate.lower()).isEqualTo(exactWidth, within(0.25 * exactWidth));
    }

    @Test
    void with_all_sources_in_the_estimate_is_the_run() {
        Study study = Toy.study();
        RunResult result = StudyRunner.run(study, options().withOut(folder.resolve("run")));
        SourceInfluence influence = read(folder.resolve("run"));
        assertThat(influence.without(Set.of()).getFirst())
                .isEqualTo(result.effects().getFirst().effect().orElseThrow());
        assertThat(influence.without(Set.of("nobody"))).isEqualTo(influence.without(Set.of()));
        assertThat(influence.touched(Set.of("toy-2020"))).hasSize(1);
    }

    @Test
    void any_number_of_threads_gives_the_same_file() throws IOException {
        StudyRunner.run(Toy.study(), options().withOut(folder.resolve("two")));
        StudyRunner.run(Toy.study(), options().withThreads(1).withOut(folder.resolve("one")));
        assertThat(folder.resolve("one").resolve(SourceInfluenceFile.NAME))
                .hasSameTextualContentAs(folder.resolve("two").resolve(SourceInfluenceFile.NAME));
    }

    private static SourceInfluence read(Path run) {
        try {
            return SourceInfluenceFile.read(Files.readString(run.resolve(SourceInfluenceFile.NAME)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
