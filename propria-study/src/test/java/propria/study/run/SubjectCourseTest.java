package propria.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.model.problem.ProblemException;
import propria.study.Toy;

class SubjectCourseTest {

    @TempDir
    private Path folder;

    @Test
    void one_subject_alone_is_the_same_as_in_the_whole_run() throws IOException {
        StudyRunner.run(Toy.study(), RunOptions.standard().withCsv(true).withOut(folder.resolve("run")));
        List<String> rows = Files.readAllLines(folder.resolve("run/subjects.csv")).stream()
                .filter(row -> row.startsWith("toy,toy/2/1,")).toList();
        List<SubjectCourse.Point> course = SubjectCourse.of(Toy.study(), RunOptions.standard(), 2, 1);
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            String[] cells = row.split(",");
            assertThat(course).anySatisfy(point -> {
                assertThat(point.arm()).isEqualTo(cells[4]);
                assertThat(point.observable().id()).isEqualTo(cells[7]);
                assertThat(point.time()).isEqualTo(Double.parseDouble(cells[9]));
                assertThat(point.value()).isEqualTo(Double.parseDouble(cells[11]));
            });
        });
    }

    @Test
    void a_subject_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> SubjectCourse.of(Toy.study(), RunOptions.standard(), 0, 10_000))
                .isInstanceOf(ProblemException.class).hasMessageContaining("S053");
    }
}
