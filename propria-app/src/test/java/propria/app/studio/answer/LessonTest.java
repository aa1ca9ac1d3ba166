package propria.app.studio.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;

/// What the lessons call right is so in the model as it stands.
class LessonTest {

    private final Library library = Library.read(Path.of(System.getProperty("propria.library")));
    private final ModelCache models = new ModelCache();

    @TempDir
    private Path folder = Path.of("");

    /// The value of an observable in the typical subject of an arm, near a day.
    private double value(String study, String text, String with, String observable, int arm, double day)
            throws IOException {
        Path own = Files.createDirectories(folder.resolve(study + with.hashCode()));
        try (Stream<Path> files = Files.list(library.study(study))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(own.resolve(String.valueOf(file.getFileName())), Files.readString(file));
            }
        }
        String changed = Files.readString(own.resolve("study.yaml"));
        assertThat(changed).contains(text);
        Files.writeString(own.resolve("study.yaml"), changed.replace(text, with));
        Study read = StudyFile.read(own, library);
        PreviewAnswer preview = PreviewAnswer.of(read, models.held(read), List.of(), 2);
        int at = 0;
        for (int i = 0; i < preview.times().size(); i++) {
            at = Math.abs(preview.times().get(i) - day) < Math.abs(preview.times().get(at) - day) ? i : at;
        }
        List<String> ids = preview.observables().stream().map(PreviewAnswer.Shown::id).toList();
        return preview.arms().get(arm).courses().get(ids.indexOf(observable)).get(at);
    }

    @Test
    void neutrophils_rise_within_three_days_while_the_weight_hardly_moves() throws IOException {
        String study = "frede-dss-course";
        String shipped = Files.readString(library.study(study).resolve("study.yaml"))
                .replaceAll("(?s).*?(DSS: [\\d.]+ %).*", "$1");
        double before = value(study, shipped, shipped, "colon_neutrophils", 0, 0);
        assertThat(value(study, shipped, shipped, "colon_neutrophils", 0, 3)).isGreaterThan(2.5 * before);
        assertThat(value(study, shipped, shipped, "body_weight", 0, 3)).isGreaterThan(99);
        assertThat(value(study, shipped, shipped, "body_weight", 0, 7)).isLessThan(92);
        assertThat(value(study, shipped, "DSS: 1 %", "body_weight", 0, 7)).as("little or nothing at 1 %")
                .isGreaterThan(98);
    }

    @Test
    void cells_help_more_in_the_peritoneum_and_less_when_they_come_late() throws IOException {
        assertThat(value("pan19-ip-vs-iv", "DSS", "DSS", "histology", 3, 10))
                .isLessThan(value("pan19-ip-vs-iv", "DSS", "DSS", "histology", 2, 10));
        String early = "at: [1 d, 3 d]";
        assertThat(value("primed-msc-dss", early, early, "histology", 2, 9))
                .isLessThan(value("primed-msc-dss", early, "at: [6 d, 8 d]", "histology", 2, 9));
    }
}
