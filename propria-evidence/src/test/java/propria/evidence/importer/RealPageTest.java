package propria.evidence.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import propria.evidence.EvidenceLibrary;
import propria.evidence.importer.work.Format;
import propria.evidence.importer.work.Imported;

/// The PubMed page of the review that the library began from, which is kept beside the project and not in it.
class RealPageTest {

    private static final Path PAGE = Path.of(System.getProperty("propria.root", ".."))
            .resolve("../shared/evidence/pubmed-36707899.txt");
    private static final Path LIBRARY = Path.of(System.getProperty("propria.library", "../library"), "evidence");

    @Test
    void the_real_page_gives_its_concern_and_is_known_to_the_library() {
        if (!Files.exists(PAGE)) {
            assertThat("true".equals(System.getenv("CI"))).as("the PubMed page is required in CI").isFalse();
            Assumptions.abort("SKIPPED: no PubMed page beside the project");
        }

        Imported page = Importer.read(PAGE, _ -> true);

        assertThat(page.format()).isEqualTo(Format.PUBMED_TEXT);
        assertThat(page.warnings()).isEmpty();
        assertThat(page.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.about().pmid()).contains("36707899");
            assertThat(notice.about().pmcid()).contains("PMC9881387");
            assertThat(notice.about().doi()).contains("10.1186/s40001-023-01008-7");
            assertThat(notice.said().line())
                    .isEqualTo("expression of concern, 15 Nov 2024, PMID:39548488 (PubMed)");
        });
        assertThat(new Duplicates(EvidenceLibrary.read(LIBRARY)).of(page.works())).singleElement()
                .satisfies(match -> {
                    assertThat(match.of()).contains("saadh-2023");
                    assertThat(match.by()).isEqualTo("doi:10.1186/s40001-023-01008-7");
                });
    }
}
