package propria.trial.clinical.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptAnswersTest {

    private static final List<MechanisticEffect> ANSWERS = List.of(
            new MechanisticEffect("uc", "cells", "Mayo_response", 4, 7e7, 1.0 / 3, 0.7, 960),
            new MechanisticEffect("uc", "cells", "Mayo_remission", 12, 0, 0, 1, 960));
    private static final MechanismPlan PLAN = new MechanismPlan(40, 6, 1, List.of());

    @TempDir
    private Path folder;

    @Test
    void what_was_answered_before_a_stop_is_not_asked_again_and_has_the_same_bits() throws IOException {
        Path library = Files.createDirectories(folder.resolve("library"));
        Files.writeString(library.resolve("model.ant"), "k = 1");
        KeptAnswers kept = KeptAnswers.of(folder.resolve("out"), library, PLAN);
        AtomicInteger asked = new AtomicInteger();
        assertThat(kept.answers(0, () -> {
            asked.incrementAndGet();
            return ANSWERS;
        })).isEqualTo(ANSWERS);
        assertThatThrownBy(() -> kept.answers(1, () -> {
            throw new IllegalStateException("stopped");
        })).hasMessage("stopped");
        KeptAnswers again = KeptAnswers.of(folder.resolve("out"), library, PLAN);
        assertThat(again.answers(0, () -> {
            throw new IllegalStateException("asked twice");
        })).isEqualTo(ANSWERS);
        again.answers(1, () -> {
            asked.incrementAndGet();
            return ANSWERS;
        });
        assertThat(asked).hasValue(2);
    }

    @Test
    void answers_of_another_library_or_other_questions_are_not_taken() throws IOException {
        Path library = Files.createDirectories(folder.resolve("library"));
        Files.writeString(library.resolve("model.ant"), "k = 1");
        KeptAnswers first = KeptAnswers.of(folder, library, PLAN);
        Files.writeString(library.resolve("model.ant"), "k = 2");
        KeptAnswers second = KeptAnswers.of(folder, library, PLAN);
        KeptAnswers third = KeptAnswers.of(folder, library, new MechanismPlan(41, 6, 1, List.of()));
        assertThat(List.of(first.key(), second.key(), third.key())).doesNotHaveDuplicates();
    }

    @Test
    void nothing_is_left_when_all_is_written() throws IOException {
        Path library = Files.createDirectories(folder.resolve("library"));
        Path out = folder.resolve("out");
        KeptAnswers.of(out, library, PLAN).answers(0, () -> ANSWERS);
        KeptAnswers.forget(out);
        assertThat(out).isEmptyDirectory();
    }
}
