package propria.evidence.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import propria.evidence.Integrity;
import propria.evidence.Integrity.Status;
import propria.evidence.importer.text.TextFile;
import propria.evidence.importer.work.Format;
import propria.evidence.importer.work.Imported;
import propria.evidence.importer.work.Notice;
import propria.evidence.importer.work.Work;
import propria.model.problem.Problem;

/// Every format, on invented records of the shape of real ones.
class ImporterTest {

    static Path file(String name) {
        return Path.of(System.getProperty("propria.root", ".."), "propria-evidence/src/test/resources/import", name);
    }

    static Imported read(String name) {
        return Importer.read(file(name), _ -> true);
    }

    @ParameterizedTest
    @CsvSource({"page.txt, PUBMED_TEXT", "record.nbib, MEDLINE", "records.xml, PUBMED_XML",
            "crossref.json, CROSSREF_JSON", "rw.csv, RETRACTION_WATCH_CSV", "refs.ris, RIS", "refs.bib, BIBTEX",
            "refs.json, CSL_JSON"})
    void a_format_is_told_by_its_content(String name, Format format) {
        assertThat(Importer.format(TextFile.of(file(name)))).contains(format);
    }

    @Test
    void a_pubmed_page_gives_the_notice_with_date_and_number_and_nothing_from_its_lists() {
        Imported page = read("page.txt");

        assertThat(page.warnings()).isEmpty();
        assertThat(page.works()).singleElement().satisfies(work -> {
            assertThat(work.title()).isEqualTo("An invented review of cells that were never grown in any dish");
            assertThat(work.identifiers().pmid()).contains("99000001");
            assertThat(work.identifiers().pmcid()).contains("PMC9900001");
            assertThat(work.identifiers().doi()).contains("10.9999/inv.2021.001");
        });
        assertThat(page.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.about().pmid()).contains("99000001");
            assertThat(notice.said().line())
                    .isEqualTo("expression of concern, 4 Mar 2023, PMID:99000002 (PubMed)");
            assertThat(notice.said().definedAt().line()).isEqualTo(8);
        });
    }

    @Test
    void the_pubmed_format_gives_authors_notices_and_superseded_preprints() {
        Imported saved = read("record.nbib");

        assertThat(saved.works()).extracting(Work::title).containsExactly(
                "An invented review of cells that were never grown in any dish",
                "An invented preprint about microspheres in the colon");
        assertThat(saved.works().getFirst().citation()).isEqualTo("Doe JQ et al. J Invent 2021;5(1):47");
        assertThat(saved.works().get(1).authors()).containsExactly("Poe E");
        assertThat(saved.notices()).extracting(n -> n.said().status()).containsExactly(Status.EXPRESSION_OF_CONCERN,
                Status.PREPRINT_SUPERSEDED);
        assertThat(saved.notices().get(1).said().date()).contains(LocalDate.of(2023, 7, 8));
    }

    @Test
    void pubmed_xml_gives_notices_on_a_record_and_those_that_a_record_is() {
        Imported xml = read("records.xml");

        Work first = xml.works().getFirst();
        assertThat(first.title()).isEqualTo("An invented review of cells that were never grown in any dish");
        assertThat(first.authors()).containsExactly("Müller J", "Roe RR");
        assertThat(first.identifiers().doi()).contains("10.9999/inv.2021.001");
        assertThat(first.identifiers().pmcid()).contains("PMC9900001");
        assertThat(first.place().line()).isEqualTo(4);
        assertThat(xml.notices()).filteredOn(n -> n.about().pmid().equals(first.identifiers().pmid()))
                .extracting(n -> n.said().line()).containsExactlyInAnyOrder(
                        "expression of concern, 4 Mar 2023, PMID:99000002 (PubMed)",
                        "retracted, 6 May 2024, PMID:99000008 (PubMed)",
                        "expression of concern, PMID:99000002 (PubMed)");
        assertThat(xml.works().get(1).year()).hasValue(2023);
    }

    @Test
    void crossref_keeps_the_word_of_the_publisher_and_that_of_retraction_watch_apart() {
        Imported crossref = read("crossref.json");

        assertThat(crossref.works().getFirst().title())
                .isEqualTo("An invented review of cells & dishes that were never grown");
        assertThat(crossref.works().getFirst().citation()).isEqualTo("Doe JQ et al. J Invent 2021;5(1):47");
        assertThat(crossref.works().get(1).place().line()).isEqualTo(11);
        assertThat(crossref.notices()).filteredOn(n -> n.about().doi().orElse("").equals("10.9999/inv.2021.001"))
                .extracting(n -> n.said().line()).containsExactly(
                        "expression of concern, 4 Mar 2023, doi:10.9999/inv.2023.012 (Crossref)",
                        "retracted, 6 May 2024, doi:10.9999/inv.2024.001 (Retraction Watch)",
                        "expression of concern, 4 Mar 2023, doi:10.9999/inv.2023.012 (Crossref)");
        assertThat(crossref.notices()).filteredOn(n -> n.about().doi().orElse("").equals("10.9999/pre.6"))
                .extracting(n -> n.said().line())
                .containsExactly("preprint superseded, doi:10.9999/inv.2023.099 (Crossref)");
        assertThat(crossref.warnings()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("E208");
            assertThat(p.what()).contains("bewilderment");
        });
    }

    @Test
    void a_work_of_which_an_authority_has_no_notice_is_ok_at_that_authority() {
        assertThat(read("crossref.json").notices())
                .filteredOn(n -> n.about().doi().orElse("").equals("10.9999/inv.2023.012")).singleElement()
                .satisfies(n -> assertThat(n.said().line()).isEqualTo("ok (Crossref)"));
    }

    @Test
    void retraction_watch_rows_become_notices_with_american_dates_and_quoted_line_ends() {
        Imported rows = read("rw.csv");

        assertThat(rows.rows()).isEqualTo(6);
        assertThat(rows.notices()).extracting(Notice::said).extracting(Integrity::line).containsExactly(
                "retracted, 6 May 2024, PMID:99000008 (Retraction Watch)",
                "replaced, 31 Dec 2019, doi:10.9999/o.2 (Retraction Watch)",
                "expression of concern, 3 Feb 2021, record 3 (Retraction Watch)",
                "reinstated, 3 Feb 2022, doi:10.9999/o.5 (Retraction Watch)");
        assertThat(rows.notices().get(1).said().definedAt().line()).isEqualTo(4);
        assertThat(rows.warnings()).extracting(Problem::code).containsExactly("E208");
    }

    @Test
    void of_a_database_only_the_notices_that_are_wanted_are_kept() {
        Imported rows = Importer.read(file("rw.csv"),
                about -> about.doi().orElse("").toLowerCase(Locale.ROOT).equals("10.9999/o.3"));

        assertThat(rows.rows()).isEqualTo(6);
        assertThat(rows.notices()).hasSize(2);
    }

    @Test
    void ris_records_keep_both_pages_and_their_entities_become_characters() {
        Imported ris = read("refs.ris");

        assertThat(ris.works().getFirst().citation()).isEqualTo("Doe JQ et al. Journal of Invention 2021;5(1):47-53");
        assertThat(ris.works().getFirst().authors()).containsExactly("Doe JQ", "Müller J");
        assertThat(ris.works().getFirst().identifiers().doi()).contains("10.9999/INV.2021.001");
        assertThat(ris.works().get(1).title()).isEqualTo("A second étude & more <3 of invention");
        assertThat(ris.warnings()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("E207");
            assertThat(p.place().orElseThrow().line()).isEqualTo(16);
        });
    }

    @Test
    void bibtex_entries_keep_accents_joined_strings_and_names_in_braces() {
        Imported bib = read("refs.bib");

        assertThat(bib.warnings()).isEmpty();
        assertThat(bib.works()).hasSize(2);
        Work first = bib.works().getFirst();
        assertThat(first.authors()).containsExactly("Doe JQ", "Müller J", "The Inventors and Friends");
        assertThat(first.title()).contains("α4β7 & Étude Š").startsWith("An Invented review of Treg cells");
        assertThat(first.journal()).contains("Journal of Invention (Abridged)");
        assertThat(first.pages()).contains("47-53");
        assertThat(first.identifiers().doi()).contains("10.9999/inv_2021.001");
        assertThat(first.place().line()).isEqualTo(4);
        assertThat(bib.works().get(1).identifiers().doi()).contains("10.9999/roe");
    }

    @Test
    void csl_items_find_their_pubmed_number_in_the_note_and_one_without_title_is_left_out() {
        Imported csl = read("refs.json");

        assertThat(csl.works()).singleElement().satisfies(work -> {
            assertThat(work.citation()).isEqualTo("Doe JQ et al. Journal of Invention 2021;5:47-53");
            assertThat(work.identifiers().pmid()).contains("99000001");
            assertThat(work.identifiers().pmcid()).contains("PMC9900001");
        });
        assertThat(csl.warnings()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("E206");
            assertThat(p.place().orElseThrow().line()).isEqualTo(6);
        });
    }

    @Test
    void bibliographies_that_say_nothing_of_integrity_bring_no_notices() {
        assertThat(List.of("refs.ris", "refs.bib", "refs.json")).allSatisfy(
                name -> assertThat(read(name).notices()).isEmpty());
    }
}
