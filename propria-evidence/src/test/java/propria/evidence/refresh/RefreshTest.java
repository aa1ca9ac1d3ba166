package propria.evidence.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.evidence.Authority;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Identifiers;
import propria.evidence.Integrity;
import propria.evidence.Integrity.Status;
import propria.evidence.importer.work.Format;
import propria.evidence.importer.work.Imported;
import propria.evidence.importer.work.Notice;
import propria.model.problem.SourceLocation;

class RefreshTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final String FILE = """
            source: doe-2021
            title: "An invented review"   # kept
            citation: "Doe 2021"
            doi: "10.9999/inv.2021.001"
            kind: review
            mark: seen
            integrity:
              - status: %s
            # a remark that stays
            claims:
              - {id: a, statement: "A", place: none, mark: seen}
            """;

    @TempDir
    Path folder;

    @Test
    void the_first_answer_of_an_authority_takes_the_place_of_not_checked() throws IOException {
        Refresh.Change change = change("not_checked", notice("PubMed", Status.OK, "", ""));

        assertThat(change.moved()).isTrue();
        assertThat(change.records()).extracting(Integrity::line).containsExactly("ok (PubMed), looked up 31 Jan 2026");
    }

    @Test
    void a_new_notice_moves_the_standing_and_its_file_keeps_every_other_line() throws IOException {
        Refresh.Change change = change("not_checked",
                notice("Crossref", Status.RETRACTED, "2025-02-03", "doi:10.9999/n"));
        IntegrityBlock.write(change);

        String text = Files.readString(folder.resolve("doe-2021.yaml"));
        assertThat(text).startsWith(FILE.substring(0, FILE.indexOf("integrity:")))
                .contains("# a remark that stays\nclaims:\n");
        assertThat(EvidenceLibrary.read(folder).sources().getFirst().verdict().orElseThrow().line())
                .isEqualTo("retracted, 3 Feb 2025, doi:10.9999/n (Crossref), looked up 31 Jan 2026");
    }

    @Test
    void a_file_without_the_block_gets_one() {
        String bare = FILE.replace("integrity:\n  - status: %s\n", "");

        assertThat(IntegrityBlock.replace(bare, List.of())).contains("integrity:\n  - status: not_checked\nclaims:");
        assertThat(IntegrityBlock.replace("source: a\n", List.of()))
                .isEqualTo("source: a\nintegrity:\n  - status: not_checked\n");
    }

    @Test
    void a_notice_that_an_authority_no_longer_lists_stays_with_a_remark() throws IOException {
        Refresh.Change change = change("retracted\n    date: \"2020-01-01\"\n    authority: PubMed",
                notice("PubMed", Status.OK, "", ""));

        assertThat(change.after().status()).isEqualTo(Status.RETRACTED);
        assertThat(change.moved()).isFalse();
        assertThat(change.remarks()).singleElement().asString().contains("no longer lists");
    }

    @Test
    void a_notice_that_is_repeated_keeps_what_was_known_of_it_and_gets_the_new_day() throws IOException {
        Refresh.Change change = change("corrected\n    notice: \"PMID:5\"\n    authority: PubMed",
                notice("PubMed", Status.CORRECTED, "2020-01-01", "PMID:5"));

        assertThat(change.remarks()).isEmpty();
        assertThat(change.records()).extracting(Integrity::line)
                .containsExactly("corrected, 1 Jan 2020, PMID:5 (PubMed), looked up 31 Jan 2026");
    }

    @Test
    void other_authorities_are_left_alone_and_a_conflict_is_seen() throws IOException {
        Refresh.Change change = change("retracted\n    date: \"2020-01-01\"\n    authority: publisher",
                notice("Crossref", Status.OK, "", ""));

        assertThat(change.after().status()).isEqualTo(Status.RETRACTED);
        assertThat(change.after().conflicts()).containsExactly("publisher says retracted, Crossref says ok");
    }

    @Test
    void of_a_whole_database_silence_means_ok_and_of_a_part_it_means_nothing() throws IOException {
        EvidenceLibrary library = library("not_checked");

        assertThat(new Refresh(library, DAY).changes()).isEmpty();
        assertThat(new Refresh(library, DAY).whole(Authority.RETRACTION_WATCH).changes()).singleElement()
                .satisfies(c -> assertThat(c.records()).extracting(Integrity::line)
                        .containsExactly("ok (Retraction Watch), looked up 31 Jan 2026"));
        assertThat(new Refresh(library, DAY)
                .add(file(notice("Retraction Watch", Status.RETRACTED, "2020-01-01", "PMID:1")))
                .whole(Authority.RETRACTION_WATCH).changes().getFirst().after().status()).isEqualTo(Status.RETRACTED);
    }

    private EvidenceLibrary library(String status) throws IOException {
        Files.writeString(folder.resolve("doe-2021.yaml"), FILE.formatted(status));
        return EvidenceLibrary.read(folder);
    }

    private Refresh.Change change(String status, Notice... notices) throws IOException {
        return new Refresh(library(status), DAY).add(file(notices)).changes().getFirst();
    }

    private static Imported file(Notice... notices) {
        return new Imported(Format.PUBMED_XML, 1, List.of(), Arrays.asList(notices), List.of());
    }

    private static Notice notice(String authority, Status status, String date, String notice) {
        return new Notice(new Identifiers(Optional.of("10.9999/INV.2021.001"), Optional.empty(), Optional.empty(),
                Optional.empty()),
                new Integrity(status, date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date)),
                        notice.isEmpty() ? Optional.empty() : Optional.of(notice), Optional.of(authority),
                        Optional.empty(),
                        SourceLocation.of("x.xml")));
    }
}
