package propria.evidence.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Identifiers;
import propria.evidence.Integrity.Status;
import propria.evidence.Mark;
import propria.evidence.Source;
import propria.evidence.Sources;
import propria.evidence.importer.work.Imported;
import propria.evidence.importer.work.Notice;
import propria.evidence.importer.work.Work;
import propria.model.problem.SourceLocation;

class DuplicatesTest {

    private static final String TITLE = "An invented β-review: of cells, “never” grown";

    private final EvidenceLibrary library = EvidenceLibrary.of(List.of(Sources.source("doe-2021", Mark.SEEN,
            Status.OK)));

    @Test
    void a_work_is_known_by_its_doi_whatever_the_case() {
        assertThat(matches(work("Something else entirely, long enough", "10.1234/DOE-2021", "", 2021)))
                .singleElement().satisfies(m -> {
                    assertThat(m.of()).contains("doe-2021");
                    assertThat(m.inLibrary()).isTrue();
                    assertThat(m.by()).isEqualTo("doi:10.1234/doe-2021");
                });
    }

    @Test
    void a_work_is_known_by_its_pubmed_number_or_by_its_title_without_marks_and_case() {
        List<Duplicates.Match> matches = matches(work(TITLE, "10.9999/a", "77", 2020),
                work("Other words", "", "77", 2020),
                work("AN INVENTED Β-REVIEW — of cells 'never' GROWN", "", "", 2021));

        assertThat(matches).extracting(Duplicates.Match::isNew).containsExactly(true, false, false);
        assertThat(matches).extracting(Duplicates.Match::by).containsExactly("", "pmid:77", "title");
        assertThat(matches.get(2).inLibrary()).isFalse();
    }

    @Test
    void one_title_under_two_dois_or_far_apart_in_time_is_two_works() {
        assertThat(matches(work(TITLE, "10.9999/a", "", 2020), work(TITLE, "10.9999/b", "", 2020),
                work(TITLE, "", "", 2010))).allSatisfy(m -> assertThat(m.isNew()).isTrue());
    }

    @Test
    void a_short_title_is_no_reason() {
        assertThat(matches(work("Editorial", "", "", 2020), work("Editorial", "", "", 2020)))
                .allSatisfy(m -> assertThat(m.isNew()).isTrue());
    }

    @Test
    void a_draft_is_a_source_file_that_the_library_reads_with_what_authorities_said(@TempDir Path folder)
            throws Exception {
        Set<String> keys = new HashSet<>();
        for (Imported imported : List.of(ImporterTest.read("record.nbib"), ImporterTest.read("refs.bib"))) {
            for (Work work : imported.works()) {
                SourceDraft draft = SourceDraft.of(work, imported.notices().stream()
                        .filter(n -> n.about().equals(work.identifiers())).map(Notice::said).toList(), keys::contains);
                keys.add(draft.key());
                Files.writeString(folder.resolve(draft.key() + ".yaml"), draft.text());
            }
        }

        List<Source> read = EvidenceLibrary.read(folder).sources();

        assertThat(read).extracting(Source::key).containsExactly("an-invented-page-about", "doe-2021", "doe-2021b",
                "poe-2022");
        assertThat(read.get(1).verdict().orElseThrow().line())
                .isEqualTo("expression of concern, 4 Mar 2023, PMID:99000002 (PubMed)");
        assertThat(read.get(1).mark()).isEqualTo(Mark.UNVERIFIED);
        assertThat(read.get(2).title()).contains("α4β7 & Étude");
    }

    @Test
    void quotes_backslashes_and_line_ends_survive_in_a_draft() {
        assertThat(SourceDraft.quoted("a \"b\" \\c\nd\te")).isEqualTo("\"a \\\"b\\\" \\\\c\\nd\\te\"");
    }

    private List<Duplicates.Match> matches(Work... works) {
        return new Duplicates(library).of(List.of(works));
    }

    private static Work work(String title, String doi, String pmid, int year) {
        Identifiers identifiers = new Identifiers(some(doi), some(pmid), Optional.empty(), Optional.empty());
        return new Work(title, List.of(), Optional.empty(), OptionalInt.of(year), Optional.empty(), Optional.empty(),
                Optional.empty(), identifiers, List.of(), SourceLocation.of("x.ris"));
    }

    private static Optional<String> some(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
