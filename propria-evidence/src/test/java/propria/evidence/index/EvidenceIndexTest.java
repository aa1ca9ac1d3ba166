package propria.evidence.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.evidence.Claim;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Source;
import propria.evidence.index.EvidenceIndex.Hit;

/// Words find sources and claims; the files are the truth.
class EvidenceIndexTest {

    private static final Path SHIPPED = Path.of(System.getProperty("propria.library", "../library"), "evidence");

    @TempDir
    private Path folder = Path.of("");

    private EvidenceIndex shipped() {
        return EvidenceIndex.open(EvidenceLibrary.read(SHIPPED), SHIPPED, folder.resolve("index.sqlite"));
    }

    private void write(String statement) throws IOException {
        Files.createDirectories(folder.resolve("evidence"));
        Files.writeString(folder.resolve("evidence/doe-2020.yaml"), """
                source: doe-2020
                title: Élan of macrophages
                citation: Doe 2020
                kind: experiment
                mark: seen
                claims:
                  - {id: k, statement: "%s", value: 3, unit: day, place: Table 1, mark: seen}
                """.formatted(statement));
    }

    private List<Hit> search(String words) {
        Path evidence = folder.resolve("evidence");
        try (EvidenceIndex index = EvidenceIndex.open(EvidenceLibrary.read(evidence), evidence,
                folder.resolve("own.sqlite"))) {
            return index.search(words, 10);
        }
    }

    @Test
    void every_source_and_every_claim_is_in_the_index() {
        EvidenceLibrary library = EvidenceLibrary.read(SHIPPED);
        try (EvidenceIndex index = shipped()) {
            assertThat(index.keys()).isEqualTo(library.sources().stream().map(Source::key).toList());
            for (Source source : library.sources()) {
                for (Claim claim : source.claims()) {
                    assertThat(index.search('"' + claim.statement().replace('"', ' ') + '"', 500))
                            .as(source.key() + "#" + claim.id())
                            .anyMatch(h -> h.source().equals(source.key()) && h.claim().equals(java.util.Optional
                                    .of(claim.id())));
                }
            }
        }
    }

    @Test
    void words_are_found_by_their_beginning_and_without_case_and_accents() throws IOException {
        write("Half-life of IL-10 in plasma");
        assertThat(search("elan MACROPH")).extracting(Hit::source).containsExactly("doe-2020", "doe-2020");
        assertThat(search("il-10 plasma")).singleElement()
                .satisfies(h -> assertThat(h.snippet()).contains("[IL-10]").contains("[plasma]"));
        assertThat(search("\"life plasma\"")).isEmpty();
        assertThat(search("nothing")).isEmpty();
    }

    @Test
    void a_changed_file_is_found_as_it_is_now_and_an_unchanged_one_is_not_read_again() throws IOException {
        write("turnover of neutrophils");
        assertThat(search("neutrophils")).hasSize(1);
        write("turnover of monocytes");
        assertThat(search("neutrophils")).isEmpty();
        assertThat(search("monocytes")).hasSize(1);
        shipped().close();
        try (EvidenceIndex again = shipped()) {
            assertThat(again.wasRebuilt()).isFalse();
        }
    }

    @Test
    void a_file_that_is_no_index_is_built_anew_and_a_place_that_cannot_be_written_does_not_matter()
            throws IOException {
        Files.writeString(folder.resolve("index.sqlite"), "this is not a database, though it is long enough for one");
        try (EvidenceIndex index = shipped()) {
            assertThat(index.wasRebuilt()).isTrue();
            assertThat(index.keys()).hasSizeGreaterThan(100);
        }
        Files.writeString(folder.resolve("blocked"), "");
        try (EvidenceIndex index = EvidenceIndex.open(EvidenceLibrary.read(SHIPPED), SHIPPED,
                folder.resolve("blocked/index.sqlite"))) {
            assertThat(index.search("macrophage", 5)).hasSize(5);
        }
    }

    @Property(tries = 200, seed = "20261128")
    void no_text_is_an_error(@ForAll String text) throws IOException {
        Path own = Files.createTempDirectory("index");
        try (EvidenceIndex index = EvidenceIndex.open(EvidenceLibrary.EMPTY, own, own.resolve("x.sqlite"))) {
            assertThat(index.search(text, 3)).isEmpty();
        } finally {
            Files.deleteIfExists(own.resolve("x.sqlite"));
            Files.deleteIfExists(own);
        }
    }
}
