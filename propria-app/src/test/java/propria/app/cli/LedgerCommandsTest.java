package propria.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a run leaves behind, and what `verify`, `retract`, `compare` and `sources status` make of it, on a small library.
class LedgerCommandsTest {

    private static final Path TOY = Path.of(System.getProperty("propria.root", ".."),
            "propria-study/src/test/resources/library");
    private static final String RETRACTED = "integrity: [{status: retracted, date: \"2026-03-03\", notice: \"PMID:1\","
            + " authority: PubMed}]";

    @TempDir
    private Path folder = Path.of("");

    private final String before = System.getProperty("propria.library", "");
    private Path library = Path.of("");
    private Path run = Path.of("");

    @BeforeEach
    void aRunOfASmallLibrary() throws IOException {
        library = folder.resolve("library");
        copy(TOY, library);
        System.setProperty("propria.library", library.toString());
        run = folder.resolve("run");
        assertThat(Call.of("run", "toy", "--out", run.toString(), "--yes").exit()).isZero();
    }

    @AfterEach
    void asBefore() {
        System.setProperty("propria.library", before);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private void source(String by) throws IOException {
        Path file = library.resolve("evidence/toy-2020.yaml");
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("integrity: .*", by));
    }

    @Test
    void an_untouched_run_matches() {
        Call call = Call.of("verify", run.toString());
        assertThat(call.exit()).isZero();
        assertThat(call.out()).contains("MATCH").contains("no source has changed its standing");
    }

    @Test
    void a_run_matches_from_what_it_kept_although_the_library_has_changed() throws IOException {
        Path model = library.resolve("models/toy/toy.ant");
        Files.writeString(model, Files.readString(model).replace("k_heal = 0.2", "k_heal = 0.3"));
        Call call = Call.of("verify", run.toString());
        assertThat(call.exit()).isZero();
        assertThat(call.out()).contains("1 input changed in the library: library/models/toy/toy.ant")
                .contains("MATCH");
    }

    @Test
    void a_number_that_was_edited_is_different_with_its_place() throws IOException {
        Path summary = run.resolve("summary.csv");
        Files.writeString(summary, Files.readString(summary).replaceFirst("0\\.", "1."));
        Call call = Call.of("verify", run.toString());
        assertThat(call.exit()).isEqualTo(5);
        assertThat(call.out()).contains("changed in the run folder: summary.csv").contains("DIFFERENT");
    }

    @Test
    void a_report_is_checked_against_the_files_of_its_run() throws IOException {
        assertThat(Call.of("report", run.toString()).exit()).isZero();
        assertThat(Call.of("report", run.toString(), "--check").out()).startsWith("MATCH");
        Path report = run.resolve("report.html");
        Files.writeString(report, Files.readString(report).replaceFirst("<h1", "<h1 class=\"nicer\""));
        Call call = Call.of("report", run.toString(), "--check");
        assertThat(call.exit()).isEqualTo(5);
        assertThat(call.out()).contains("DIFFERENT: from line ");
    }

    @Test
    void another_seed_in_the_manifest_is_found_at_the_first_number() throws IOException {
        Path manifest = run.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"seed\" : 7", "\"seed\" : 8"));
        Call call = Call.of("verify", run.toString());
        assertThat(call.exit()).isEqualTo(5);
        assertThat(call.out())
                .containsPattern("DIFFERENT: summary.csv line \\d+: \\w+ of \\w+ \\w+ .* is .*, repeated");
    }

    @Test
    void a_source_that_was_retracted_since_shows_in_verify_and_in_status() throws IOException {
        source(RETRACTED);
        String line = "toy-2020: ok → retracted, 3 Mar 2026, PMID:1 (PubMed)";
        Call verify = Call.of("verify", run.toString());
        assertThat(verify.exit()).isZero();
        assertThat(verify.out()).contains("since the run, " + line).contains("propria retract toy-2020")
                .contains("MATCH");
        assertThat(Call.of("sources", "status", run.toString()).out()).contains("1 source changed").contains(line);
    }

    @Test
    void what_falls_with_a_source_is_said_before_it_is_computed() {
        Call call = Call.of("retract", "toy-2020", "--what-if", "toy", "--json");
        assertThat(call.exit()).isZero();
        JsonNode answer = JsonMapper.shared().readTree(call.out());
        assertThat(answer.path("numbers").get(0).path("number").asString("")).isEqualTo("E_cells");
        assertThat(answer.path("numbers").get(0).path("orphan").asBoolean()).isTrue();
        assertThat(answer.path("measurements_lost").asInt()).isEqualTo(2);
        JsonNode estimate = answer.path("estimate").path("endpoints").get(0);
        JsonNode exact = answer.path("exact").path("endpoints").get(0);
        assertThat(estimate.path("verdict").asString("")).isEqualTo(exact.path("verdict").asString("?"));
        assertThat(exact.path("without")).isNotEqualTo(exact.path("with"));
    }

    @Test
    void sources_fall_together_by_author_and_by_doubt_and_unknown_ones_are_refused() throws IOException {
        assertThat(Call.of("retract", "--author", "Toy", "--what-if", "toy", "--quick").out()).contains("E_cells");
        assertThat(Call.of("retract", "--author", "Nobody", "--what-if", "toy").err()).contains("U332");
        assertThat(Call.of("retract", "--what-if", "toy").err()).contains("U002");
        assertThat(Call.of("retract", "toy-2021", "--what-if", "toy").err()).contains("did you mean `toy-2020`?");
        source("integrity: [{status: expression_of_concern, authority: PubMed}]");
        assertThat(Call.of("retract", "--all-flagged", "--what-if", "toy", "--quick").out())
                .contains("toy-2020 (expression of concern)");
    }

    @Test
    void a_concern_is_inflated_run_again_without_and_stands_on_page_one() throws IOException {
        source("integrity: [{status: expression_of_concern, date: \"2024-11-15\", authority: PubMed}]");
        Path other = folder.resolve("concern");
        assertThat(Call.of("run", "toy", "--out", other.toString(), "--yes").exit()).isZero();
        JsonNode influence = JsonMapper.shared().readTree(Files.readString(other.resolve("source-influence.json")));
        assertThat(influence.path("exact").get(0).path("off").get(0).asString("")).isEqualTo("toy-2020");
        String page = Files.readString(other.resolve("report.html"));
        String first = page.substring(0, page.indexOf("id=\"counts\""));
        assertThat(first).contains("Sources in doubt: toy-2020 (expression of concern, 2024-11-15)")
                .contains("run again").containsAnyOf("conclusion holds", "conclusion flips");
        assertThat(page).contains("▲ concern").contains("2024-11-15, PubMed");
        assertThat(Call.of("compare", run.toString(), other.toString()).out())
                .contains("toy-2020: ok → expression of concern").contains("what moved: score_day7");
    }

    @Test
    void an_override_of_the_policy_is_stamped_on_page_one() throws IOException {
        source(RETRACTED);
        assertThat(Call.of("run", "toy", "--out", folder.resolve("refused").toString(), "--yes").exit()).isEqualTo(4);
        Path study = library.resolve("studies/toy/study.yaml");
        Files.writeString(study, Files.readString(study).replace("integrity: {retracted: exclude}",
                "integrity: {retracted: {treat: include, reason: \"the data were deposited and stand\"}}"));
        Path other = folder.resolve("override");
        assertThat(Call.of("run", "toy", "--out", other.toString(), "--yes").exit()).isZero();
        String page = Files.readString(other.resolve("report.html"));
        assertThat(page.substring(0, page.indexOf("id=\"counts\""))).contains("Override")
                .contains("the data were deposited and stand");
    }

    @Test
    void a_run_describes_itself_as_a_research_object_with_provenance_and_references() throws IOException {
        JsonNode crate = JsonMapper.shared().readTree(Files.readString(run.resolve("ro-crate-metadata.json")));
        List<String> ids = new ArrayList<>();
        crate.path("@graph").forEach(e -> ids.add(e.path("@id").asString("")));
        assertThat(ids).doesNotHaveDuplicates().contains("./", "ro-crate-metadata.json", "#run", "summary.csv",
                "inputs/library/evidence/toy-2020.yaml", "https://doi.org/10.1000/toy");
        crate.path("@graph").forEach(e -> {
            if (e.path("@type").asString("").equals("File")) {
                assertThat(run.resolve(e.path("@id").asString(""))).isRegularFile();
            }
        });
        JsonNode prov = JsonMapper.shared().readTree(Files.readString(run.resolve("prov.json")));
        List<String> entities = new ArrayList<>(prov.path("entity").propertyNames());
        for (String relation : List.of("used", "wasGeneratedBy")) {
            prov.path(relation).forEach(r -> assertThat(entities).contains(r.path("prov:entity").asString("")));
        }
        assertThat(entities).contains("source:toy-2020", "run:inputs/library/models/toy/toy.ant");
        assertThat(Files.readString(run.resolve("sources.bib"))).contains("toy-2020");
    }

    @Test
    void two_studies_are_set_side_by_side() throws IOException {
        Path other = folder.resolve("other");
        copy(library.resolve("studies/toy"), other);
        Path file = other.resolve("study.yaml");
        Files.writeString(file, Files.readString(file).replace("1e6 cells", "2e6 cells").replace("per_arm: 4",
                "per_arm: 5"));
        assertThat(Call.of("diff", "toy", other.toString()).out()).contains("~ subjects.per_arm: 4 → 5")
                .contains("~ arms[cells].regimen[0].amount: 1e6 cells → 2e6 cells").contains("2 differences");
        assertThat(Call.of("diff", "toy", "toy").out()).contains("the same");
    }
}
