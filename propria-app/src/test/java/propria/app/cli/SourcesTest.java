package propria.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The ledger of evidence at the command line.
class SourcesTest {

    private static final String RIS = """
            TY  - JOUR
            AU  - Inventor, Ida
            TI  - An invented study of microspheres in the colon
            T2  - J Invent
            PY  - 2021
            DO  - 10.9999/inv.2021.7
            ER  -
            TY  - JOUR
            TI  - Known by its DOI
            DO  - 10.1371/JOURNAL.PONE.0165782
            ER  -
            """;

    @TempDir
    Path folder;

    @Test
    void the_first_source_shows_its_concern_with_date_notice_and_authority() {
        for (String name : new String[]{"PMID:36707899", "36707899", "doi:10.1186/s40001-023-01008-7", "saadh-2023"}) {
            Call call = Call.of("sources", "show", name);
            assertThat(call.exit()).as(call.err()).isZero();
            assertThat(call.out()).contains("Integrity: expression of concern").contains("date: 15 Nov 2024")
                    .contains("notice: PMID 39548488").contains("authority: PubMed")
                    .contains("not asked: Crossref, Retraction Watch");
        }
    }

    @Test
    void a_source_shows_claims_numbers_that_cite_it_and_what_nobody_judged() {
        assertThat(Call.of("sources", "show", "lo-2016").out()).contains("#sigma-m10")
                .contains("macrophages.k_macrophage_loss");
        assertThat(Call.of("sources", "show", "banerjee-2015").out()).contains("Risk of bias, SYRCLE: 10 unknown");
    }

    @Test
    void an_unknown_source_and_an_unknown_action_are_refused_with_the_nearest() {
        assertThat(Call.of("sources", "show", "lo-2061").err()).contains("U332").contains("`lo-2016`");
        assertThat(Call.of("sources", "staus").err()).contains("U330").contains("`sources status`");
        assertThat(Call.of("sources", "import").err()).contains("U002");
    }

    @Test
    void the_status_counts_what_was_asked_and_names_what_is_in_doubt() {
        assertThat(Call.of("sources", "status").out()).contains("expression of concern").contains("asked about")
                .contains("saadh-2023: expression of concern, 15 Nov 2024, PMID:39548488 (PubMed)");
        JsonNode answer = JsonMapper.shared().readTree(Call.of("sources", "status", "--json").out());
        assertThat(answer.path("counts").path("expression_of_concern").asInt(0)).isPositive();
    }

    @Test
    void an_import_drafts_what_is_new_where_the_user_says_and_nowhere_else() throws IOException {
        Path file = folder.resolve("refs.ris");
        Files.writeString(file, RIS);
        Path out = folder.resolve("drafts");

        assertThat(Call.of("sources", "import", file.toString()).out()).contains("new    inventor-2021")
                .contains("known  lo-2016 (same doi:").contains("Nothing was written");
        assertThat(Call.of("sources", "import", file.toString(), "--out", out.toString()).exit()).isZero();

        try (Stream<Path> drafts = Files.list(out)) {
            assertThat(drafts).singleElement().satisfies(d -> assertThat(d).hasFileName("inventor-2021.yaml"));
        }
        assertThat(Call.of("sources", "import", file.toString(), "--out", out.toString()).err()).contains("U305");
        assertThat(Call.of("sources", "import", file.toString(), "--out",
                Path.of(System.getProperty("propria.library"), "evidence").toString()).err()).contains("U331");
    }

    @Test
    void a_file_that_was_cut_short_is_refused_with_code_and_line() throws IOException {
        Path file = folder.resolve("refs.ris");
        Files.writeString(file, RIS.substring(0, RIS.length() - 8));
        Call call = Call.of("sources", "import", file.toString());
        assertThat(call.exit()).isEqualTo(2);
        assertThat(call.err()).contains("error[E203]").contains("refs.ris:8:1");
    }

    @Test
    void proposals_go_into_a_queue_with_what_the_checks_found_and_not_into_the_library() throws IOException {
        Path file = folder.resolve("p.tsv");
        Path queue = folder.resolve("queue.tsv");
        Files.writeString(file, """
                source\tclaim\tstatement\tvalue\tunit\tfor\tplace\tproposed_by
                lo-2016\tmu-m-again\tMacrophage decay\t1.1\t1/week\tmacrophages.k_macrophage_loss\tTable 9\tA. Reader
                saadh-2023\tx\tMacrophage decay\t900\tday\tmacrophages.k_macrophage_loss\t\t
                """);

        Call call = Call.of("sources", "propose", file.toString(), "--out", queue.toString());

        assertThat(call.exit()).as(call.err()).isZero();
        assertThat(call.out()).contains("lo-2016#mu-m-again: ready").contains("saadh-2023#x: refuse")
                .contains("unit, refuse").contains("integrity, look: expression of concern")
                .contains("2 proposals added");
        assertThat(Files.readAllLines(queue)).hasSize(3);
        assertThat(Call.of("sources", "propose", file.toString(), "--out", queue.toString()).out())
                .contains("0 proposals added");
        assertThat(Call.of("sources", "show", "lo-2016").out()).doesNotContain("mu-m-again");
    }

    @Test
    void a_dry_refresh_says_what_would_move_and_writes_nothing() throws IOException {
        Path library = Path.of(System.getProperty("propria.library"), "evidence", "lo-2016.yaml");
        String before = Files.readString(library);
        Path file = folder.resolve("crossref.json");
        Files.writeString(file, """
                {"message-type": "work", "message": {"DOI": "10.1371/journal.pone.0165782", "title": ["Invented"],
                 "updated-by": [{"DOI": "10.9999/n", "type": "retraction", "updated": {"date-parts": [[2026, 1, 2]]}}]}}
                """);

        Call call = Call.of("sources", "refresh", file.toString(), "--as-of", "2026-01-31", "--dry-run");

        assertThat(call.out()).contains("lo-2016: corrected → retracted, 2 Jan 2026, doi:10.9999/n (Crossref)")
                .contains("conflict: PubMed says corrected, Crossref says retracted").contains("nothing was written");
        assertThat(Files.readString(library)).isEqualTo(before);
    }

    @Test
    void the_bibliography_of_a_run_names_sources_of_numbers_and_of_measurements() {
        Path run = folder.resolve("run");
        assertThat(Call.of("run", "dss-uc-msc", "--draws", "1", "--yes", "--out", run.toString()).exit()).isZero();

        String text = Call.of("sources", "bibtex", run.toString()).out();

        assertThat(text).contains("@article{lo-2016,").contains("banerjee-2015")
                .contains("doi = {10.1371/journal.pone.0165782}");
    }
}
