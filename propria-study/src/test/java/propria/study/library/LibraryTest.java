package propria.study.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.Toy;
import propria.study.file.StudyFile;

class LibraryTest {

    @TempDir
    private Path copy;

    private static Path shipped() {
        return Path.of(System.getProperty("propria.library", "../library"));
    }

    @Test
    void the_shipped_library_and_every_shipped_study_are_read() {
        Library library = Library.read(shipped());
        assertThat(library.studies()).isNotEmpty();
        for (String name : library.studies()) {
            assertThat(StudyFile.read(library.study(name), library).id()).isEqualTo(name);
        }
    }

    @Test
    void a_population_has_what_its_species_has_and_its_own() {
        var thin = java.util.Objects.requireNonNull(Toy.library().populations().get("thin"));
        assertThat(thin.bodyMass().value()).isEqualTo(0.02);
        assertThat(thin.betweenSubjects()).containsOnlyKeys("k_heal");
        assertThat(thin.parameters()).containsOnlyKeys("g_tissue");
        assertThat(thin.equilibrate()).hasValue(100);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "products/cells.yaml|viability: {value: 0.9, low: 0.7, high: 0.97}|viability: 1.9|L012",
            "products/cells.yaml|low: 0.7, high: 0.97|low: 0.95, high: 0.97|L011",
            "products/cells.yaml|low: 0.7, high: 0.97|low: 0.7|L011",
            "products/cells.yaml|dose_unit: cells|dose_unit: celles|L003",
            "products/cells.yaml|kind: cells|kind: cell|L004",
            "products/cells.yaml|intravenous|intravenos|L002",
            "products/cells.yaml|factor: 1|factor: -1|L012",
            "products/cells.yaml|dead: dead|deed: dead|Y010",
            "insults/poison.yaml|maximum: 10|maximum: 0|L012",
            "populations/thin.yaml|species: mouse|species: mose|L002",
            "species/mouse.yaml|value: 0.02|value: 0|L011",
            "species/mouse.yaml|cv: 0.2|cv: -0.2|L012",
            "observables/score.yaml|[0, 4]|[4, 0]|L011",
            "observables/score.yaml|sd: 0.3|sd: -0.3|L012"})
    void bad_library_data_are_named_with_their_place(String file, String piece, String by, String code)
            throws IOException {
        try (Stream<Path> files = Files.walk(Toy.ROOT)) {
            for (Path from : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(Toy.ROOT.relativize(from).toString());
                Files.createDirectories(to.getParent());
                Files.copy(from, to);
            }
        }
        String text = Files.readString(copy.resolve(file));
        assertThat(text).contains(piece);
        Files.writeString(copy.resolve(file), text.replace(piece, by));
        ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> Library.read(copy));
        assertThat(thrown).isNotNull();
        Problem first = thrown.problems().getFirst();
        assertThat(first.code()).isEqualTo(code);
        assertThat(first.place().orElseThrow().file()).isEqualTo("library/" + file);
        assertThat(first.place().orElseThrow().line()).isGreaterThan(0);
    }

    @Test
    void a_folder_that_is_no_library_is_refused() {
        assertThatThrownBy(() -> Library.read(copy)).hasMessageContaining("L001");
    }
}
