package propria.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

class BrokenSourceTest {

    private static final String GOOD = """
            source: smith-2020
            title: "A study"
            citation: "Smith 2020"
            doi: "10.1234/ABC.5"
            kind: experiment
            mark: seen
            integrity:
              - status: ok
                checked: "2026-01-02"
            claims:
              - id: half-life
                statement: "Half-life"
                value: 3
                unit: day
                place: Table 1
                mark: seen
            """;

    @TempDir
    Path folder;

    @Test
    void a_sound_file_is_read() throws IOException {
        write("smith-2020", GOOD);

        assertThat(EvidenceLibrary.read(folder).sources()).singleElement().extracting(Source::title)
                .isEqualTo("A study");
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        assertThat(problems(folder.resolve("none"))).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("E001");
            assertThat(p.toString()).contains("none");
        });
    }

    @Test
    void a_file_must_bear_the_key_of_its_source() throws IOException {
        write("smyth-2020", GOOD);

        assertThat(problems()).singleElement().satisfies(p -> at(p, "E002", 1, 9));
    }

    @Test
    void an_unknown_status_is_answered_with_the_nearest_one() throws IOException {
        write("smith-2020", GOOD.replace("status: ok", "status: retrakted"));

        assertThat(problems()).singleElement().satisfies(p -> {
            at(p, "E003", 8, 13);
            assertThat(p.fix()).contains("`retracted`");
        });
    }

    @Test
    void a_day_that_does_not_exist_is_refused() throws IOException {
        write("smith-2020", GOOD.replace("2026-01-02", "2026-02-30"));

        assertThat(problems()).singleElement().satisfies(p -> at(p, "E004", 9, 14));
    }

    @Test
    void one_doi_in_two_files_is_refused_whatever_its_case_with_both_places() throws IOException {
        write("smith-2020", GOOD);
        write("smith-2021", GOOD.replace("smith-2020", "smith-2021").replace("ABC", "abc"));

        assertThat(problems()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("E005");
            assertThat(p.place().orElseThrow().file()).endsWith("smith-2021.yaml");
            assertThat(p.why()).contains("smith-2020.yaml:1:1");
        });
    }

    @Test
    void one_key_in_two_files_is_refused() throws IOException {
        write("smith-2020", GOOD);
        write("smith-2021", GOOD.replace("10.1234/ABC.5", "10.1234/other"));

        assertThat(problems()).extracting(Problem::code).containsExactly("E002");
        assertThat(catchThrowableOfType(ProblemException.class, () -> EvidenceLibrary
                .of(List.of(source("smith-2020"), source("smith-2020")))).problems()).extracting(Problem::code)
                .contains("E005");
    }

    @Test
    void one_claim_made_twice_is_refused_with_both_places() throws IOException {
        write("smith-2020", GOOD + GOOD.substring(GOOD.indexOf("  - id")));

        assertThat(problems()).singleElement().satisfies(p -> {
            at(p, "E006", 17, 9);
            assertThat(p.why()).contains(":11:9");
        });
    }

    @Test
    void a_claim_must_say_where_it_stands_and_its_ends_must_be_in_order() throws IOException {
        write("smith-2020", GOOD.replace("    place: Table 1\n", "    low: 5\n    high: 2\n"));

        assertThat(problems()).extracting(Problem::code).containsExactly("E007", "E008");
    }

    @Test
    void what_a_source_rests_on_must_be_known() throws IOException {
        write("smith-2020", GOOD + "rests_on: [roe-2015]\n");

        assertThat(problems()).extracting(Problem::code).containsExactly("E101");
    }

    @Test
    void judgements_on_the_way_a_study_was_done_are_read_and_absent_ones_are_unknown() throws IOException {
        write("smith-2020", GOOD + """
                risk_of_bias:
                  tool: syrcle
                  assessor: "A. Reader"
                  items: {blinded_outcome_assessment: low, sequence_generation: unclear}
                """);

        assertThat(EvidenceLibrary.read(folder).sources().getFirst().bias().orElseThrow().line())
                .isEqualTo("SYRCLE: 1 low, 1 unclear, 8 unknown");
    }

    @Test
    void an_unknown_judgement_and_a_question_of_another_tool_are_refused() throws IOException {
        write("smith-2020", GOOD + "risk_of_bias: {tool: syrcle, items: {random_housing: lwo}}\n");
        assertThat(problems()).extracting(Problem::code).containsExactly("E003");

        write("smith-2020", GOOD + "risk_of_bias: {tool: rob2, items: {random_housing: low}}\n");
        assertThat(problems()).extracting(Problem::code).containsExactly("Y010");
    }

    @Test
    void all_problems_of_all_files_are_told_at_once() throws IOException {
        write("smith-2020", GOOD.replace("10.1234/ABC.5", "doi:10.1234/x").replace("half-life", "Half life"));
        write("jones-2021", GOOD.replace("smith-2020", "jones-2021").replace("kind:", "kimd:"));

        assertThat(problems()).extracting(Problem::code).containsExactly("Y010", "E009", "E009");
    }

    @Test
    void a_pubmed_number_is_only_digits() throws IOException {
        write("smith-2020", GOOD.replace("doi: \"10.1234/ABC.5\"", "pmid: \"PMID:12\"\nurl: \"www.x.org\""));

        assertThat(problems()).extracting(Problem::code).containsExactly("E009", "E009");
    }

    private Source source(String key) throws IOException {
        Path file = Files.createDirectories(folder.resolve("one")).resolve(key + ".yaml");
        Files.writeString(file, GOOD);
        return SourceReader.read(file);
    }

    private static void at(Problem problem, String code, int line, int column) {
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.place().orElseThrow().line()).isEqualTo(line);
        assertThat(problem.place().orElseThrow().column()).isEqualTo(column);
    }

    private void write(String key, String text) throws IOException {
        Files.writeString(folder.resolve(key + ".yaml"), text);
    }

    private List<Problem> problems() {
        return problems(folder);
    }

    private static List<Problem> problems(Path folder) {
        return catchThrowableOfType(ProblemException.class, () -> EvidenceLibrary.read(folder)).problems();
    }
}
