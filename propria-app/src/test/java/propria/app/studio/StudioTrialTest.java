package propria.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.study.file.StudyFile;
import propria.study.library.Library;
import propria.trial.file.TrialFile;
import propria.trial.run.TrialRunOptions;
import propria.trial.run.TrialRunner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Trials and virtual patients of the studio.
@Tag("slow")
class StudioTrialTest {

    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private OpenStudio studio;

    @BeforeEach
    void open() {
        studio = new OpenStudio(folder.resolve("workspace"));
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private JsonNode get(String path) throws Exception {
        return json(studio.send(studio.own(path)));
    }

    private String over(HttpResponse<String> asked) throws Exception {
        return studio.send(studio.own("/api/jobs/" + json(asked).path("id").asString("") + "/events")
                .header("Accept", "text/event-stream")).body();
    }

    private void small(String name) throws Exception {
        JsonNode made = json(studio.post("/api/studies", "{\"from\":\"perianal-fistula-trial\",\"name\":\"" + name
                + "\"}"));
        String text = made.path("text").asString("").replace("patients: 212", "patients: 40")
                .replace("sizes: [80, 120, 160]", "sizes: [20]").replace("trials: 1000", "trials: 6")
                .replace("draws: 20, patients_per_draw: 60, typical_patients: 200",
                        "draws: 2, patients_per_draw: 8, typical_patients: 12");
        JsonNode saved = json(studio.send(studio.own("/api/studies/" + name).PUT(HttpRequest.BodyPublishers.ofString(
                JsonMapper.shared().writeValueAsString(Map.of("text", text, "base", 1, "note", "small"))))));
        assertThat(saved.path("problems").size()).isZero();
    }

    @Test
    void a_trial_of_the_studio_has_the_bytes_of_a_trial_of_the_command_line() throws Exception {
        small("trial");
        assertThat(get("/api/studies/trial/trial/estimate").path("seconds").asDouble(0)).isPositive();
        String events = over(studio.post("/api/studies/trial/runs", "{}"));
        assertThat(events).contains("\"stage\":\"DONE\"", "simulating patients", "\"total\":28");
        JsonNode answer = get("/api/runs/trial");
        assertThat(answer.path("kind").asString("")).isEqualTo("trial");
        Library library = Library.read(Path.of(System.getProperty("propria.library")));
        Path study = folder.resolve("workspace/studies/trial");
        var again = TrialRunner.run(StudyFile.read(study, library), TrialFile.read(study).orElseThrow(), library,
                new TrialRunOptions(folder.resolve("again"), OptionalLong.empty(), OptionalInt.empty(), 1, false,
                        _ -> {
                        }));
        assertThat(answer.path("manifest").path("summary_sha256").asString("")).isEqualTo(again.hash());
        assertThat(answer.path("robustness").size()).as("two priors by two rules").isEqualTo(4);
        JsonNode reread = json(studio.post("/api/studies/trial/trial/reread", "{\"run\":\"trial\"}"));
        assertThat(reread.path("operating").size()).isPositive();
        assertThat(get("/api/runs").path("runs").path(0).path("kind").asString("")).isEqualTo("trial");
        assertThat(studio.send(studio.own("/api/runs/trial/report")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_fault_in_the_trial_of_a_study_is_told_with_its_place() throws Exception {
        small("fault");
        String text = get("/api/studies/fault").path("text").asString("").replace("analysis: log_rank",
                "analysis: mmrm");
        JsonNode saved = json(studio.send(studio.own("/api/studies/fault").PUT(HttpRequest.BodyPublishers.ofString(
                JsonMapper.shared().writeValueAsString(Map.of("text", text, "base", 2, "note", "wrong"))))));
        assertThat(saved.path("problems").path(0).path("code").asString("")).isEqualTo("T206");
        assertThat(saved.path("problems").path(0).path("line").asInt(0)).isPositive();
    }

    @Test
    void virtual_patients_are_made_and_held_against_those_of_trials() throws Exception {
        assertThat(get("/api/trial/words").path("targets").size()).isGreaterThan(4);
        String events = over(studio.post("/api/cohorts",
                "{\"population\":\"crohn-moderate\",\"method\":\"select\",\"patients\":20,\"draws\":1,\"seed\":1}"));
        assertThat(events).contains("\"stage\":\"DONE\"");
        JsonNode cohort = get("/api/cohorts/crohn-moderate-select");
        assertThat(cohort.path("readings").size()).isEqualTo(4);
        assertThat(cohort.path("readings").path(0).path("expected").size()).isEqualTo(20);
        assertThat(cohort.path("readings").path(0).path("target").size()).isEqualTo(99);
        assertThat(cohort.path("pairs").size()).isEqualTo(3);
        assertThat(cohort.path("facts").path("made").path(0).path("effective").asDouble(0)).isPositive();
        assertThat(
                over(studio.post("/api/cohorts", "{\"population\":\"nobody\",\"method\":\"select\",\"patients\":20}")))
                .contains("\"stage\":\"FAILED\"", "T104");
    }
}
