package propria.study.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import propria.model.problem.ProblemException;
import propria.study.Toy;
import propria.study.uncertainty.Posterior;

class CalibrationReaderTest {

    @TempDir
    private Path folder;

    private Path copy(String changed, String from, String to) throws IOException {
        Files.createDirectories(folder.resolve("evidence"));
        for (Path file : CalibrationReader.files(Toy.ROOT.resolve("calibration"))) {
            String name = Toy.ROOT.resolve("calibration").relativize(file).toString();
            String text = Files.readString(file);
            assertThat(!name.equals(changed) || text.contains(from)).isTrue();
            Files.writeString(folder.resolve(name), name.equals(changed) ? text.replace(from, to) : text);
        }
        return folder;
    }

    @Test
    void a_calibration_is_read_with_what_it_was_made_on() {
        Posterior posterior = CalibrationReader.posterior(Toy.ROOT.resolve("calibration"));
        assertThat(posterior.ofModel()).containsExactly("k_wound", "E_cells");
        assertThat(posterior.points()).hasSize(3);
        assertThat(posterior.wasFittedTo("doi:10.1000/TOY")).isTrue();
        assertThat(posterior.wasFittedTo("toy-series")).isTrue();
        assertThat(posterior.wasFittedTo("doi:10.1000/other")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"parameters.tsv|speed|speed\tmore|I220", "parameters.tsv|0.05|0.15|I221",
            "posterior.csv|k_wound,|k_heal,|I223", "posterior.csv|0.5,-0.5,0|0.5,-0.5|I224",
            "posterior.csv|0.5,|half,|I224", "parameters.tsv|0.05|little|I224"})
    void a_file_that_is_none_is_refused_with_its_place(String file, String from, String to, String code)
            throws IOException {
        Path broken = copy(file, from, to.replace("\\t", "\t"));
        ProblemException thrown = catchThrowableOfType(ProblemException.class,
                () -> CalibrationReader.posterior(broken));
        assertThat(thrown.problems()).extracting(p -> p.code()).isEqualTo(List.of(code));
        assertThat(thrown.problems().getFirst().place().toString()).contains(file);
    }

    @Test
    void a_study_of_another_model_has_no_posterior() throws IOException {
        Path study = Toy.write(folder.resolve("study"),
                text -> text.replace("parameters: prior", "parameters: posterior"), table -> table);
        assertThat(propria.study.file.StudyFile.read(study, Toy.library()).uncertainty().posterior()).isPresent();
        Files.writeString(study.resolve("other.ant"), Files.readString(Toy.ROOT.resolve("models/toy/toy.ant")));
        Files.writeString(study.resolve("study.yaml"),
                Files.readString(study.resolve("study.yaml")).replace("model: toy", "model: other.ant"));
        ProblemException thrown = catchThrowableOfType(ProblemException.class,
                () -> propria.study.file.StudyFile.read(study, Toy.library()));
        assertThat(thrown.problems()).extracting(p -> p.code()).contains("S018");
    }
}
