package propria.app.studio.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import propria.engine.Tolerances;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;
import propria.study.run.TypicalSubject;

class PreviewAnswerTest {

    @Test
    void lives_that_are_kept_and_arms_at_the_same_time_change_no_digit_of_a_preview() {
        Library library = Library.read(Path.of(System.getProperty("propria.library")));
        Study study = StudyFile.read(library.study("dss-uc-msc"), library);
        ModelCache.Held held = new ModelCache().held(study);
        PreviewAnswer first = PreviewAnswer.of(study, held, List.of(), 1);
        assertThat(PreviewAnswer.of(study, held, List.of(), 2)).isEqualTo(first);
        Tolerances tight = new Tolerances(1e-9, 1e-12);
        TypicalSubject cells = TypicalSubject.of(study, tight, held.model()).get(1);
        double exact = cells.simulate(held.model().compiled(), List.of(study.end()),
                List.of(study.observables().getFirst().quantity()), tight).value(0, 0);
        assertThat(first.arms().get(1).courses().getFirst().getLast()).as("the last value is near the exact one")
                .isCloseTo(exact, within(1e-3 * Math.abs(exact)));
    }
}
