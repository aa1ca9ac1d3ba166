package propria.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a person or a script meets at the command line.
class ApplicationTest {

    @Test
    void without_a_command_it_says_what_there_is() {
        Call call = Call.of();
        assertThat(call.exit()).isZero();
        assertThat(call.out()).contains("run STUDY").contains("propria run dss-uc-msc");
        assertThat(call.err()).isEmpty();
    }

    @Test
    void a_mistyped_command_is_refused_with_the_nearest() {
        Call call = Call.of("simualte");
        assertThat(call.exit()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).contains("error[U001]").contains("did you mean `propria simulate`?");
    }

    @Test
    void a_mistyped_study_is_refused_with_the_nearest() {
        assertThat(Call.of("check", "dss-uc-mcs").err()).contains("did you mean `dss-uc-msc`?");
        assertThat(Call.of("new", "nowhere", "--from", "dss-uc-mcs").err()).contains("did you mean `dss-uc-msc`?");
    }

    @Test
    void an_unknown_option_is_refused() {
        Call call = Call.of("list", "studies", "--colour");
        assertThat(call.exit()).isEqualTo(2);
        assertThat(call.err()).contains("error[U002]").contains("--colour");
    }

    @Test
    void every_command_answers_with_one_json_object() {
        for (List<String> arguments : List.of(List.of("list", "studies"), List.of("explain", "PGE2"),
                List.of("explain", "E101"), List.of("check", "gut"), List.of("check", "no-such"), List.of("nonsense"),
                List.of("help"), List.of("help", "run"), List.of("report", "no-such"))) {
            Call call = Call.of(Stream.concat(arguments.stream(), Stream.of("--json"))
                    .toArray(String[]::new));
            JsonNode answer = JsonMapper.shared().readTree(call.out());
            assertThat(answer.path("exit").asInt(-1)).as(arguments.toString()).isEqualTo(call.exit());
            assertThat(answer.path("ok").asBoolean()).isEqualTo(call.exit() == 0);
            assertThat(call.err()).as(arguments.toString()).isEmpty();
        }
    }

    @Test
    void a_quantity_is_explained_with_its_reactions_laws_values_and_places() {
        String text = Call.of("explain", "PGE2").out();
        assertThat(text).contains("Changed by").contains("mediators.PGE2_loss").contains("rate mediators.k_PGE2*PGE2")
                .containsPattern("mediators\\.k_PGE2 = [0-9.]+ per_day \\(.* to .*\\)")
                .containsPattern("library/models/gut/mediators\\.ant:\\d+");
    }

    @Test
    void a_parameter_is_found_by_the_last_part_of_its_name_and_in_any_case() {
        assertThat(Call.of("explain", "k_PGE2").out()).startsWith("mediators.k_PGE2");
        assertThat(Call.of("explain", "pge2").out()).startsWith("PGE2");
    }

    @Test
    void products_studies_sources_and_codes_are_explained_too() {
        assertThat(Call.of("explain", "msc_umbilical_cord").out()).contains("product").contains("intravenous");
        assertThat(Call.of("explain", "dss-uc-msc").out()).contains("run it: propria run dss-uc-msc");
        assertThat(Call.of("explain", "lo-2016").out()).contains("integrity:");
        assertThat(Call.of("explain", "y010").out()).startsWith("Y010");
    }

    @Test
    void a_study_can_be_copied_once(@TempDir Path folder) {
        Path target = folder.resolve("mine");
        assertThat(Call.of("new", target.toString(), "--from", "dss-uc-msc").exit()).isZero();
        assertThat(target.resolve("study.yaml")).exists();
        assertThat(Call.of("check", target.toString()).exit()).isZero();
        Call again = Call.of("new", target.toString(), "--from", "dss-uc-msc");
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("U305");
    }

    @Test
    void a_mistake_in_a_study_is_shown_at_its_line(@TempDir Path folder) throws Exception {
        Path target = folder.resolve("mine");
        Call.of("new", target.toString(), "--from", "dss-uc-msc");
        Path file = target.resolve("study.yaml");
        Files.writeString(file, Files.readString(file).replace("observe: [DAI", "observe: [DAJ"));
        Call call = Call.of("check", target.toString());
        assertThat(call.exit()).isEqualTo(2);
        assertThat(call.err()).containsPattern("study\\.yaml:\\d+:\\d+").contains("DAJ");
    }

    @Test
    void the_self_test_passes() {
        Call call = Call.of("doctor");
        assertThat(call.out()).contains("all well");
        assertThat(call.exit()).isZero();
    }

    @Test
    void a_model_file_is_simulated_into_a_table(@TempDir Path folder) throws Exception {
        Path model = folder.resolve("decay.ant");
        Files.writeString(model, """
                model decay()
                  compartment c = 1
                  substanceOnly species x in c; x = 1
                  loss: x => ; k*x
                  k = 0.5
                end
                """);
        Path table = folder.resolve("decay.csv");
        Call call = Call.of("simulate", model.toString(), "--end", "2", "--points", "4", "--set", "k=1", "--rtol",
                "1e-9", "--atol", "1e-12", "--out", table.toString());
        assertThat(call.err()).isEmpty();
        assertThat(call.exit()).isZero();
        List<String> lines = Files.readAllLines(table);
        assertThat(lines).hasSize(6).first().isEqualTo("time,x");
        assertThat(Double.parseDouble(lines.getLast().split(",")[1])).isCloseTo(Math.exp(-2), within(1e-7));
    }

    @Test
    void impossible_times_and_unknown_names_are_refused() {
        assertThat(Call.of("simulate", "gut", "--end", "0").err()).contains("U308");
        assertThat(Call.of("simulate", "gut", "--end", "1", "--set", "macrophages.k_monocyt=1").err())
                .contains("U307").contains("did you mean `macrophages.k_monocyte`?");
        assertThat(Call.of("simulate", "gut", "--end", "1", "--set", "K_PGE2=NaN").err()).contains("U307");
    }

    @Test
    void a_model_that_cannot_be_simulated_ends_with_exit_code_3(@TempDir Path folder) throws Exception {
        Path model = folder.resolve("blows_up.ant");
        Files.writeString(model, """
                model blows_up()
                  compartment c = 1
                  substanceOnly species x in c; x = 1
                  growth: => x; x*x
                end
                """);
        Call call = Call.of("simulate", model.toString(), "--end", "2");
        assertThat(call.exit()).isEqualTo(3);
        assertThat(call.err()).contains("error[N201]").contains("growth").doesNotContain("\tat ");
    }

    @Test
    void a_run_answers_in_a_sentence_and_leaves_a_folder_with_a_report(@TempDir Path folder) {
        Path out = folder.resolve("run");
        Call call = Call.of("run", "dss-uc-msc", "--draws", "2", "--yes", "--out", out.toString());
        assertThat(call.exit()).as(call.err()).isZero();
        assertThat(call.err()).startsWith("propria run dss-uc-msc: reading the study");
        assertThat(call.out()).contains("In this model,").contains("interval").contains("published")
                .contains("report:  " + out.resolve("report.html"));
        assertThat(out.resolve("report.html")).isNotEmptyFile().content().contains("What a laboratory would find")
                .contains("is a fit, not a test");
        assertThat(out.resolve("forecast.csv")).content().startsWith("endpoint,arm,comparator,unit,q05")
                .contains("\ndai_day7,uc_msc,vehicle,SD,");
        assertThat(Call.of("report", out.toString()).out()).contains("In this model,");
        assertThat(Call.of("run", "dss-uc-msc", "--out", out.toString()).err()).contains("U305");
    }

    @Test
    void a_run_as_json_is_one_object_with_the_answer(@TempDir Path folder) {
        Call call = Call.of("run", "dss-uc-msc", "--draws", "1", "--out", folder.resolve("run").toString(), "--json");
        JsonNode answer = JsonMapper.shared().readTree(call.out());
        assertThat(answer.path("ok").asBoolean()).as(call.err()).isTrue();
        assertThat(answer.path("answer").asString("")).contains("disease activity");
        assertThat(answer.path("summary_sha256").asString("")).hasSize(64);
    }

    @Test
    void a_run_with_impossible_options_is_refused_before_any_work() {
        assertThat(Call.of("run", "dss-uc-msc", "--executor", "spark").err()).contains("S055");
        assertThat(Call.of("run", "dss-uc-mcs").err()).contains("did you mean `dss-uc-msc`?");
    }
}
