package propria.evidence.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import propria.evidence.importer.work.Imported;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Files that were cut short, saved in another encoding, or are something else.
class DamagedFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"page.txt|- PMID|E202", "page.txt|- DOI|", "page.txt|Editorial Exp|E203",
            "page.txt|Invent. 2023 Mar|E203", "record.nbib|SO  - Prepr|E203", "records.xml|</PubmedArticleSet>|E203",
            "records.xml|<ArticleTitle>Ed|E203", "crossref.json|\"DOI\": \"10.9999/pre.6\"|E203",
            "crossref.json|]}}|E203",
            "rw.csv|over two lines|E203", "rw.csv|0,Retraction,x,No|E204", "refs.ris|ER  -|E203", "refs.bib|url =|E203",
            "refs.bib|--53},|E203", "refs.json|99000001|E203"})
    void a_file_that_ends_early_is_refused_with_its_place(String name, String cutBefore, String code)
            throws IOException {
        String whole = Files.readString(ImporterTest.file(name));
        assertThat(whole).contains(cutBefore);
        Path cut = folder.resolve(name);
        Files.writeString(cut, whole.substring(0, whole.lastIndexOf(cutBefore)));
        if (code == null) {
            assertThat(Importer.read(cut, _ -> true).works()).hasSize(1);
            return;
        }

        Problem problem = problem(cut);

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.place().orElseThrow().file()).endsWith(name);
        assertThat(problem.place().orElseThrow().line()).isGreaterThan(code.equals("E202") ? -1 : 0);
    }

    /// Wherever a file is cut, it is read in part and in order, or refused; nothing else is thrown.
    @ParameterizedTest
    @CsvSource({"page.txt", "record.nbib", "records.xml", "crossref.json", "rw.csv", "refs.ris", "refs.bib",
            "refs.json"})
    void a_file_may_be_cut_anywhere(String name) throws IOException {
        byte[] whole = Files.readAllBytes(ImporterTest.file(name));
        int refused = 0;
        for (int length = 0; length < whole.length; length += 7) {
            Path cut = folder.resolve(length + name);
            Files.write(cut, Arrays.copyOf(whole, length));
            try {
                Importer.read(cut, _ -> true);
            } catch (ProblemException e) {
                refused++;
                assertThat(e.problems()).allSatisfy(p -> assertThat(p.place()).isPresent());
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void a_windows_file_is_read_as_such_with_a_warning_at_the_first_such_letter() throws IOException {
        Path file = folder.resolve("refs.ris");
        Files.write(file, Files.readString(ImporterTest.file("refs.ris")).getBytes(Charset.forName("windows-1252")));

        Imported ris = Importer.read(file, _ -> true);

        assertThat(ris.works().getFirst().authors()).contains("Müller J");
        assertThat(ris.warnings().getFirst().code()).isEqualTo("E205");
        assertThat(ris.warnings().getFirst().place().orElseThrow()).hasToString(file + ":3:8");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, EFBBBF", "UTF-16LE, FFFE", "UTF-16BE, FEFF"})
    void a_byte_order_mark_decides_the_encoding(String charset, String mark) throws IOException {
        Path file = folder.resolve("refs.ris");
        byte[] bom = java.util.HexFormat.of().parseHex(mark);
        byte[] text = Files.readString(ImporterTest.file("refs.ris")).getBytes(Charset.forName(charset));
        byte[] all = Arrays.copyOf(bom, bom.length + text.length);
        System.arraycopy(text, 0, all, bom.length, text.length);
        Files.write(file, all);

        Imported ris = Importer.read(file, _ -> true);

        assertThat(ris.works().getFirst().authors()).containsExactly("Doe JQ", "Müller J");
        assertThat(ris.warnings()).extracting(Problem::code).containsExactly("E207");
    }

    @Test
    void a_file_cut_within_a_character_is_cut_short_not_another_encoding() throws IOException {
        byte[] whole = "TY  - JOUR\nTI  - An invented α".getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("x.ris");
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));

        assertThat(Importer.format(propria.evidence.importer.text.TextFile.of(ImporterTest.file("refs.ris"))))
                .isPresent();
        assertThat(problem(file).code()).isEqualTo("E203");
    }

    @Test
    void other_files_are_refused_with_what_is_known() throws IOException {
        Path file = folder.resolve("x.txt");
        Files.writeString(file, "Dear all,\n");
        assertThat(problem(file).code()).isEqualTo("E202");
        Files.writeString(file, "");
        assertThat(problem(file).code()).isEqualTo("E202");
        assertThat(problem(folder.resolve("none.ris")).code()).isEqualTo("E201");
        assertThat(problem(folder).code()).isEqualTo("E201");
    }

    @Test
    void xml_that_names_an_external_entity_reads_no_other_file() throws IOException {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, "hidden");
        Path file = folder.resolve("x.xml");
        Files.writeString(file, "<!DOCTYPE PubmedArticleSet [<!ENTITY e SYSTEM \"" + secret.toUri()
                + "\">]><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>A &e; "
                + "title</ArticleTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>");
        try {
            assertThat(Importer.read(file, _ -> true).works().getFirst().title()).doesNotContain("hidden");
        } catch (ProblemException e) {
            assertThat(e.problems().getFirst().code()).isEqualTo("E204");
        }
    }

    private static Problem problem(Path file) {
        return catchThrowableOfType(ProblemException.class, () -> Importer.read(file, _ -> true)).problems()
                .getFirst();
    }
}
