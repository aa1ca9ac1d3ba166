package propria.formats.omex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

class OmexReaderTest {

    @TempDir
    private Path folder;

    private static OmexArchive sample() {
        return new OmexArchive(List.of(
                new OmexArchive.Entry("models/a.xml", OmexArchive.SBML, false,
                        "<sbml/>".getBytes(StandardCharsets.UTF_8)),
                new OmexArchive.Entry("run.sedml", OmexArchive.SEDML, true,
                        "<sedML/>".getBytes(StandardCharsets.UTF_8))),
                "Cells & <colitis>", List.of());
    }

    private Path zip(String... names) throws IOException {
        Path file = folder.resolve("made.omex");
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("x".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    @Test
    void an_archive_reads_back_equal_and_has_the_same_bytes_each_time() throws IOException {
        OmexWriter.write(sample(), folder.resolve("a.omex"));
        OmexWriter.write(sample(), folder.resolve("b.omex"));
        assertThat(folder.resolve("a.omex")).hasSameBinaryContentAs(folder.resolve("b.omex"));
        OmexArchive back = OmexReader.read(folder.resolve("a.omex"));
        assertThat(back.title()).isEqualTo("Cells & <colitis>");
        assertThat(back.remarks()).isEmpty();
        assertThat(back.entries()).usingRecursiveComparison().isEqualTo(sample().entries());
        assertThat(back.experiments()).extracting(OmexArchive.Entry::location).containsExactly("run.sedml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.xml", "/etc/evil", "a/../../evil", "C:evil", "a\\..\\evil"})
    void a_place_outside_is_refused(String name) throws IOException {
        assertThatThrownBy(() -> OmexReader.read(zip(name))).isInstanceOf(ProblemException.class)
                .hasMessageContaining("C005");
    }

    @Test
    void too_many_files_are_refused() throws IOException {
        String[] names = new String[OmexReader.MOST_ENTRIES + 1];
        for (int i = 0; i < names.length; i++) {
            names[i] = "f" + i;
        }
        assertThatThrownBy(() -> OmexReader.read(zip(names))).isInstanceOf(ProblemException.class)
                .hasMessageContaining("C002");
    }

    @Test
    void a_file_that_grows_without_measure_is_refused_before_it_is_whole() throws IOException {
        Path file = folder.resolve("bomb.omex");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("zeros"));
            zip.write(new byte[50 << 20]);
            zip.closeEntry();
        }
        assertThatThrownBy(() -> OmexReader.read(file)).isInstanceOf(ProblemException.class)
                .hasMessageContaining("C004");
    }

    @Test
    void a_file_that_is_no_zip_or_not_there_is_refused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.omex"), "not a zip");
        assertThatThrownBy(() -> OmexReader.read(text)).isInstanceOf(ProblemException.class)
                .hasMessageContaining("C001");
        assertThatThrownBy(() -> OmexReader.read(folder.resolve("none.omex"))).isInstanceOf(ProblemException.class)
                .hasMessageContaining("C001");
    }

    @Test
    void an_archive_without_manifest_is_read_with_a_remark() throws IOException {
        assertThat(OmexReader.read(zip("a.xml")).remarks()).extracting(Problem::code).containsExactly("C006");
    }

    @Test
    void a_mutated_archive_is_read_or_refused_with_a_problem() throws IOException {
        OmexWriter.write(sample(), folder.resolve("a.omex"));
        byte[] whole = Files.readAllBytes(folder.resolve("a.omex"));
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] changed = whole.clone();
            for (int k = 0; k <= i % 5; k++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("m.omex"), changed);
            try {
                assertThat(OmexReader.read(file).entries()).hasSizeLessThan(5);
            } catch (ProblemException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}
