package propria.evidence.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.evidence.EvidenceLibrary;
import propria.evidence.importer.Importer;
import propria.evidence.importer.work.Work;

class BibTexEntryTest {

    private static final Path LIBRARY = Path.of(System.getProperty("propria.library", "../library"), "evidence");

    private final EvidenceLibrary library = EvidenceLibrary.read(LIBRARY);

    @Test
    void a_citation_in_the_usual_form_is_taken_apart_and_the_standing_is_told() {
        assertThat(BibTexEntry.of(library.source("saadh-2023").orElseThrow()).fields())
                .containsEntry("author", "Saadh, M. J. and others")
                .containsEntry("journal", "Eur J Med Res").containsEntry("year", "2023").containsEntry("volume", "28")
                .containsEntry("pages", "47")
                .containsEntry("note", "expression of concern, 15 Nov 2024, PMID:39548488 (PubMed)");
        assertThat(BibTexEntry.of(library.source("lo-2016").orElseThrow()).fields())
                .containsEntry("author", "Lo, W. C. and others")
                .containsEntry("journal", "PLoS One").containsEntry("pages", "e0165782");
    }

    @Test
    void any_other_citation_stands_in_the_note_and_nothing_is_guessed() {
        assertThat(BibTexEntry.of(library.source("cochran-2017").orElseThrow())).satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("misc");
            assertThat(entry.fields()).containsEntry("note", "Cochran 2017").doesNotContainKeys("journal", "author");
        });
    }

    @Test
    void every_source_of_the_library_is_an_entry_that_reads_back(@TempDir Path folder) throws Exception {
        StringBuilder text = new StringBuilder();
        library.sources().forEach(s -> text.append(BibTexEntry.of(s)).append('\n'));
        Path file = folder.resolve("all.bib");
        Files.writeString(file, text);

        assertThat(Importer.read(file, _ -> true).works()).hasSameSizeAs(library.sources()).extracting(Work::title)
                .contains(library.source("saadh-2023").orElseThrow().title());
    }
}
