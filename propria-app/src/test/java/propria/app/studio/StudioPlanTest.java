package propria.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Plans that are frozen before they are run, and what the pictures of a run are drawn from.
class StudioPlanTest {

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

    private JsonNode save(String study, String text, int base) throws Exception {
        return json(studio.send(studio.own("/api/studies/" + study).PUT(HttpRequest.BodyPublishers.ofString(
                JsonMapper.shared().writeValueAsString(Map.of("text", text, "base", base, "note", "changed"))))));
    }

    private String run(String study, int draws) throws Exception {
        String id = json(studio.post("/api/studies/" + study + "/runs", "{\"draws\":" + draws + "}")).path("id")
                .asString("");
        String events = studio.send(studio.own("/api/jobs/" + id + "/events").header("Accept", "text/event-stream"))
                .body();
        assertThat(events).contains("\"stage\":\"DONE\"");
        return events.replaceAll("(?s).*\"run\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void a_frozen_plan_does_not_change_and_each_run_says_what_deviates_from_it() throws Exception {
        JsonNode made = json(studio.post("/api/studies", "{\"from\":\"dss-uc-msc\",\"name\":\"plan\"}"));
        String text = made.path("text").asString("");
        assertThat(run("plan", 2)).isEqualTo("plan");
        assertThat(get("/api/runs/plan").path("mode").path("confirmatory").asBoolean(true)).isFalse();
        JsonNode frozen = json(studio.post("/api/studies/plan/protocol", "{}"));
        assertThat(frozen.path("frozen").asBoolean(false)).isTrue();
        assertThat(frozen.path("all").path(0).path("note").asString("")).contains("1 run of this study");
        JsonNode refused = save("plan", text.replace("DSS: 3 %", "DSS: 2 %"), 1);
        assertThat(refused.path("problems").path(0).path("code").asString("")).isEqualTo("U508");
        assertThat(json(studio.post("/api/studies/plan/undo", "{}")).path("problems").path(0).path("code")
                .asString("")).isEqualTo("U508");
        Path file = folder.resolve("workspace/studies/plan/study.yaml");
        Files.writeString(file, text.replace("DSS: 3 %", "DSS: 2 %"));
        JsonNode mode = get("/api/runs/" + run("plan", 2)).path("mode");
        assertThat(mode.path("confirmatory").asBoolean(false)).isTrue();
        assertThat(mode.path("frozenAt").asString("")).isLessThanOrEqualTo(mode.path("startedAt").asString(""));
        assertThat(mode.path("deviations").toString()).contains("DSS: 3 %", "DSS: 2 %", "2 draws or trials instead")
                .contains("had been made before the plan was frozen");
        assertThat(Files.readString(folder.resolve("workspace/runs/plan-2/report.html"))).contains("Confirmatory");
        JsonNode free = json(studio.send(studio.own("/api/studies/plan/protocol").DELETE()));
        assertThat(free.path("frozen").asBoolean(true)).isFalse();
        assertThat(free.path("all").size()).as("the log keeps both").isEqualTo(2);
    }

    @Tag("slow")
    @Test
    void a_source_can_be_taken_out_of_a_run_and_its_subjects_are_looked_at_one_by_one() throws Exception {
        assertThat(studio.post("/api/studies", "{\"from\":\"dss-uc-msc\",\"name\":\"out\"}").statusCode()).isEqualTo(
                201);
        String run = run("out", 4);
        JsonNode sources = get("/api/runs/" + run + "/sources").path("sources");
        String key = sources.path(0).path("key").asString("");
        JsonNode without = json(studio.post("/api/runs/" + run + "/without", "{\"off\":[\"" + key + "\"]}"));
        assertThat(without.path("numbers").size()).isEqualTo(sources.path(0).path("numbers").asInt(0)).isPositive();
        assertThat(without.path("predictions").path(0).path("moved").asBoolean(false)).isTrue();
        assertThat(without.path("predictions").path(0).path("without").path("value").asDouble(0))
                .isEqualTo(sources.path(0).path("main").path("value").asDouble(1));
        JsonNode none = json(studio.post("/api/runs/" + run + "/without", "{\"off\":[]}"));
        assertThat(none.path("predictions").valueStream().noneMatch(p -> p.path("moved").asBoolean(true))).isTrue();
        JsonNode subjects = get("/api/runs/" + run + "/subjects/dai_day7/uc_msc/vehicle");
        JsonNode subject = subjects.path("subjects").path(3);
        assertThat(subjects.path("subjects").size()).isEqualTo(subjects.path("all").asInt(0)).isEqualTo(40);
        JsonNode course = get("/api/runs/" + run + "/subject/" + subject.path("draw").asInt(9) + "/"
                + subject.path("number").asInt(9));
        double last = course.path("points").valueStream()
                .filter(p -> p.path("arm").asString("").equals("uc_msc") && p.path("observable").asString("").equals(
                        "DAI") && p.path("day").asDouble(0) == 7)
                .findFirst().orElseThrow().path("value").asDouble(0);
        assertThat(last).as("the course of a subject ends where the table of subjects says")
                .isEqualTo(subject.path("treated").asDouble(1));
        JsonNode answer = get("/api/runs/" + run);
        assertThat(answer.path("calibrated").asBoolean(false)).isTrue();
        assertThat(answer.path("forecasts").size()).as("as the command line writes it").isPositive();
        assertThat(get("/api/studies/out/forest").path("rows").size()).isPositive();
        assertThat(get("/api/identifiability").path("parameters").size()).isGreaterThan(20);
    }

    @Tag("slow")
    @Test
    void dose_and_parameters_move_the_effect_of_typical_subjects() throws Exception {
        assertThat(studio.post("/api/studies", "{\"from\":\"dss-uc-msc\",\"name\":\"dose\"}").statusCode()).isEqualTo(
                201);
        JsonNode dose = get("/api/studies/dose/dose-response/dai_day7");
        assertThat(dose.path("curve").path(0).asDouble(1)).as("nothing given, nothing done").isZero();
        assertThat(dose.path("doses").valueStream().anyMatch(d -> d.asDouble(0) == dose.path("own").asDouble(1)))
                .isTrue();
        assertThat(dose.path("surface").size()).isEqualTo(dose.path("days").size());
        assertThat(dose.path("tested").size()).isPositive();
        JsonNode tornado = get("/api/studies/dose/tornado/dai_day7?parameters=epithelium.k_enterocyte_DSS");
        assertThat(tornado.path("bars").path(0).path("more").asDouble(0)).isNotZero();
        assertThat(get("/api/studies/dose/dose-response/nothing").path("problems").path(0).path("code").asString(""))
                .isEqualTo("U505");
    }
}
