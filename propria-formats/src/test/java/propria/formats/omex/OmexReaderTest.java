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
        assertThat(back.entries()).first().matches(OmexArchive.Entry::isMetadata);
        assertThat(back.entries().subList(1, 3)).usingRecursiveComparison().isEqualTo(sample().entries());
        assertThat(back.experiments()).extracting(OmexArchive.Entry::location).containsExactly("run.sedml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.xml", "/etc/evil", "a/../../evil", "C:evil", "a\\..\\evil"})
    void a_place_outside_is_refused(String name) throws IOException {
        assertThatThrownBy(() -> OmexReader.read(zip(name))).isInstanceOf(ProblemException.class)
                .hasMessageContaining("C005");
    }

    @Test
    void each_dot_and_slash_before_a_place_is_removed_and_hides_nothing() throws IOException {
        OmexArchive archive = OmexReader.read(zip("././x", "./y", "./././deep/z"));
        assertThat(archive.entries()).extracting(OmexArchive.Entry::location).containsExactly("x", "y", "deep/z");
        OmexWriter.write(archive, folder.resolve("again.omex"));
        assertThat(OmexReader.read(folder.resolve("again.omex")).entries()).extracting(OmexArchive.Entry::location)
                .contains("x", "y", "deep/z");
        assertThatThrownBy(() -> OmexReader.read(zip("././../x"))).hasMessageContaining("C005");
        assertThatThrownBy(() -> OmexReader.read(zip("././/x"))).hasMessageContaining("C005");
        assertThatThrownBy(() -> OmexReader.read(zip("x", "././x"))).hasMessageContaining("C009");
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

    private Path packed(String... namesAndContents) throws IOException {
        Path file = folder.resolve("packed.omex");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    @Test
    void metadata_and_what_the_manifest_does_not_name_are_kept() throws IOException {
        String rdf = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:dc='http://purl.org/dc/"
                + "terms/'><rdf:Description rdf:about='.'><dc:title>A title</dc:title></rdf:Description></rdf:RDF>";
        OmexArchive archive = OmexReader.read(packed("manifest.xml",
                "<omexManifest xmlns='http://identifiers.org/combine.specifications/omex-manifest'>"
                        + "<content location='./about/own.rdf' format='" + Metadata.FORMAT + "'/></omexManifest>",
                "about/own.rdf", rdf, "metadata.rdf", rdf, "deep/down/data.csv", "a,b"));

        assertThat(archive.remarks()).extracting(Problem::code).containsExactly("C010", "C010");
        assertThat(archive.title()).isEqualTo("A title");
        assertThat(archive.entries()).extracting(OmexArchive.Entry::location).containsExactly("about/own.rdf",
                "metadata.rdf", "deep/down/data.csv");
        OmexWriter.write(archive, folder.resolve("again.omex"));
        OmexArchive back = OmexReader.read(folder.resolve("again.omex"));
        assertThat(back.remarks()).isEmpty();
        assertThat(back.entries()).usingRecursiveComparison().isEqualTo(archive.entries());
    }

    @Test
    void a_truncated_an_encrypted_and_a_damaged_archive_are_refused() throws IOException {
        byte[] whole = Files.readAllBytes(packed("a.txt", "the same text, the same text, the same text"));
        Path cut = Files.write(folder.resolve("cut.omex"), java.util.Arrays.copyOf(whole, whole.length / 2));
        byte[] encrypted = whole.clone();
        int directory = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        encrypted[6] |= 1;
        encrypted[directory + 8] |= 1;
        Path locked = Files.write(folder.resolve("locked.omex"), encrypted);
        byte[] damaged = whole.clone();
        damaged[directory + 16] ^= 1;
        Path broken = Files.write(folder.resolve("broken.omex"), damaged);
        for (Path file : List.of(cut, locked, broken)) {
            assertThatThrownBy(() -> OmexReader.read(file)).as("%s", file).isInstanceOf(ProblemException.class)
                    .hasMessageContaining("C001");
        }
    }

    @Test
    void a_place_that_is_there_twice_is_refused() throws IOException {
        assertThatThrownBy(() -> OmexReader.read(zip("a.xml", "./a.xml"))).isInstanceOf(ProblemException.class)
                .hasMessageContaining("C009");
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
