package propria.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static propria.evidence.Sources.model;
import static propria.evidence.Sources.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.evidence.Citation.Relation;
import propria.model.problem.SourceLocation;

/// What a reference leads to: the relation, the chain from a review to the study, and what stands behind it.
class CitationTest {

    private static final SourceLocation HERE = new SourceLocation("gut.ant", 1, 1);

    @TempDir
    private Path folder = Path.of("");

    private void write(String key, String kind, String more) throws IOException {
        Files.writeString(folder.resolve(key + ".yaml"), """
                source: %s
                title: A paper
                citation: Doe 2020
                kind: %s
                mark: seen
                %s
                """.formatted(key, kind,
                more.strip().replace("\n", "\n                ").replace("                ", "")));
    }

    private static String claim(String id, String more) {
        return "claims:\n  - {id: " + id + ", statement: s, value: 3, unit: day, place: Table 1, mark: seen" + more
                + "}";
    }

    private Standing standing(String reference) {
        return ModelEvidence.of(model(List.of(number("k", reference))), EvidenceLibrary.read(folder)).of("k")
                .orElseThrow().standing();
    }

    @Test
    void a_reference_may_say_how_the_number_follows_and_another_word_is_refused() throws IOException {
        write("lab", "experiment", claim("k", ""));
        EvidenceLibrary library = EvidenceLibrary.read(folder);
        assertThat(library.find("lab#k;range").orElseThrow().relation()).isEqualTo(Relation.RANGE);
        assertThat(library.find("lab#k").orElseThrow().relation()).isEqualTo(Relation.UNSTATED);
        assertThat(library.find("lab#k;roughly")).isEmpty();
        assertThat(library.unknown("lab#k;roughly", HERE).code()).isEqualTo("E103");
    }

    @Test
    void a_review_points_to_a_number_and_does_not_ground_one() throws IOException {
        write("overview", "review", claim("k", ""));
        write("pooled", "meta_analysis", claim("k", ""));
        write("lab", "experiment", claim("k", ""));
        assertThat(standing("overview#k")).isEqualTo(Standing.ASSUMED);
        assertThat(standing("pooled#k")).isEqualTo(Standing.ASSUMED);
        assertThat(standing("lab#k")).isEqualTo(Standing.SOURCED);
    }

    @Test
    void a_claim_of_a_review_is_walked_to_the_study_that_it_was_taken_from() throws IOException {
        write("overview", "review", claim("k", ", primary: \"older#k\""));
        write("older", "review", claim("k", ", primary: \"lab#k\""));
        write("lab", "experiment", claim("k", ""));
        Citation citation = EvidenceLibrary.read(folder).find("overview#k").orElseThrow();
        assertThat(citation.primary().key()).isEqualTo("lab");
        assertThat(citation.behind()).extracting(Source::key).containsExactly("older", "lab");
        assertThat(standing("overview#k")).isEqualTo(Standing.SOURCED);
        assertThat(citation.fallsWith(EvidenceLibrary.read(folder).source("lab").orElseThrow())).isTrue();
    }

    @Test
    void a_study_in_doubt_behind_a_review_shows() throws IOException {
        write("overview", "review", claim("k", ", primary: \"lab#k\""));
        write("lab", "experiment", "integrity: [{status: retracted, authority: PubMed}]\n" + claim("k", ""));
        assertThat(standing("overview#k")).isEqualTo(Standing.FLAGGED);
        write("gathering", "review", "rests_on: [lab]\n" + claim("k", ""));
        assertThat(standing("gathering#k")).isEqualTo(Standing.FLAGGED);
    }

    @Test
    void a_circle_of_claims_ends() throws IOException {
        write("one", "review", claim("k", ", primary: \"two#k\""));
        write("two", "review", claim("k", ", primary: \"one#k\""));
        assertThat(standing("one#k")).isEqualTo(Standing.ASSUMED);
    }

    @Test
    void a_primary_that_the_ledger_does_not_know_is_an_error() throws IOException {
        write("overview", "review", claim("k", ", primary: \"nobody#k\""));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> EvidenceLibrary.read(folder))
                .hasMessageContaining("E101");
    }
}
