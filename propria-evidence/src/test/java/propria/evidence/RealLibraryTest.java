package propria.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import propria.evidence.Integrity.Status;

/// The sources that ship with the laboratory.
class RealLibraryTest {

    private static final Path FOLDER = Path.of(System.getProperty("propria.library", "../library"), "evidence");

    private final EvidenceLibrary library = EvidenceLibrary.read(FOLDER);

    @Test
    void every_file_is_a_source() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            long written = files.filter(f -> f.toString().endsWith(".yaml")).count();
            assertThat(library.sources()).hasSize((int) written).hasSizeGreaterThan(100);
        }
    }

    @Test
    void sources_come_in_the_order_of_their_keys() {
        assertThat(library.sources()).isSortedAccordingTo(Comparator.comparing(Source::key));
    }

    @Test
    void every_claim_says_what_it_states_and_every_file_says_where_or_that_nobody_knows() throws IOException {
        assertThat(library.sources()).flatExtracting(Source::claims).hasSizeGreaterThan(400)
                .allSatisfy(claim -> assertThat(claim.statement()).isNotBlank());
        for (Source source : library.sources()) {
            List<String> lines = Files.readAllLines(FOLDER.resolve(source.key() + ".yaml"));
            assertThat(lines.stream().filter(l -> l.startsWith("    place: ")).count()).as(source.key())
                    .isEqualTo(source.claims().size());
        }
    }

    @Test
    void every_number_of_a_claim_has_a_unit() {
        assertThat(library.sources()).flatExtracting(Source::claims)
                .allSatisfy(claim -> assertThat(claim.value().isEmpty() || claim.unit().isPresent()).as(claim.id())
                        .isTrue());
    }

    @Test
    void the_review_that_the_library_began_from_shows_its_concern_with_date_and_authority() {
        Source review = library.source("https://doi.org/10.1186/S40001-023-01008-7").orElseThrow();

        assertThat(review.key()).isEqualTo("saadh-2023");
        assertThat(review.status()).isEqualTo(Status.EXPRESSION_OF_CONCERN);
        assertThat(review.verdict().orElseThrow().date()).contains(LocalDate.of(2024, 11, 15));
        assertThat(review.verdict().orElseThrow().line())
                .isEqualTo("expression of concern, 15 Nov 2024, PMID:39548488 (PubMed)");
        assertThat(library.source("https://identifiers.org/pubmed/36707899")).contains(review);
    }

    @Test
    void every_source_finds_itself_by_each_of_its_identifiers() {
        for (Source source : library.sources()) {
            assertThat(library.source(source.key())).contains(source);
            source.identifiers().link().ifPresent(link -> assertThat(library.source(link)).contains(source));
            source.identifiers().best().ifPresent(best -> assertThat(library.source(best)).contains(source));
            for (Claim claim : source.claims()) {
                assertThat(library.find(source.key() + "#" + claim.id()).orElseThrow().claim()).contains(claim);
            }
        }
    }

    @Test
    void values_that_nobody_looked_up_are_never_marked_as_seen() {
        Source unverified = library.source("unverified-values").orElseThrow();

        assertThat(unverified.mark()).isEqualTo(Mark.UNVERIFIED);
        assertThat(unverified.claims()).isNotEmpty()
                .allSatisfy(claim -> assertThat(claim.mark()).isEqualTo(Mark.UNVERIFIED))
                .allSatisfy(claim -> assertThat(claim.place()).isEmpty());
    }

    @Test
    void a_published_value_keeps_its_unit_place_and_mark() {
        Citation citation = library.find("https://doi.org/10.1371/journal.pone.0165782#sigma-m10").orElseThrow();
        Claim claim = citation.claim().orElseThrow();

        assertThat(claim.value()).hasValue(24);
        assertThat(claim.unit()).contains("1/week");
        assertThat(claim.place()).contains("Tables 2-4");
        assertThat(citation.mark()).isEqualTo(Mark.SEEN);
        assertThat(citation.shortForm()).isEqualTo("lo-2016#sigma-m10");
    }
}
