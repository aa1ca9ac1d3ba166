package propria.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// Plans that are frozen before they are run, and what the pictures of a run are drawn from.
@ExtendWith(OpenStudio.Each.class)
class StudioPlanTest {

    @Test
    void a_frozen_plan_does_not_change_and_each_run_says_what_deviates_from_it(OpenStudio studio) throws Exception {
        String text = studio.copy("dss-uc-msc", "plan");
        assertThat(studio.run("plan", 2)).isEqualTo("plan");
        assertThat(studio.get("/api/runs/plan").path("mode").path("confirmatory").asBoolean(true)).isFalse();
        JsonNode frozen = studio.ask("/api/studies/plan/protocol", "{}");
        assertThat(frozen.path("frozen").asBoolean(false)).isTrue();
        assertThat(frozen.path("all").path(0).path("note").asString("")).contains("1 run of this study");
        JsonNode refused = studio.save("plan", text.replace("DSS: 3 %", "DSS: 2 %"), 1);
        assertThat(refused.path("problems").path(0).path("code").asString("")).isEqualTo("U508");
        assertThat(studio.ask("/api/studies/plan/undo", "{}").path("problems").path(0).path("code")
                .asString("")).isEqualTo("U508");
        Path file = studio.workspace().resolve("studies/plan/study.yaml");
        Files.writeString(file, text.replace("DSS: 3 %", "DSS: 2 %"));
        JsonNode mode = studio.get("/api/runs/" + studio.run("plan", 2)).path("mode");
        assertThat(mode.path("confirmatory").asBoolean(false)).isTrue();
        assertThat(mode.path("frozenAt").asString("")).isLessThanOrEqualTo(mode.path("startedAt").asString(""));
        assertThat(mode.path("deviations").toString()).contains("DSS: 3 %", "DSS: 2 %", "2 draws or trials instead")
                .contains("had been made before the plan was frozen");
        assertThat(Files.readString(studio.workspace().resolve("runs/plan-2/report.html"))).contains("Confirmatory");
        JsonNode free = OpenStudio.json(studio.send(studio.own("/api/studies/plan/protocol").DELETE()));
        assertThat(free.path("frozen").asBoolean(true)).isFalse();
        assertThat(free.path("all").size()).as("the log keeps both").isEqualTo(2);
    }

    @Tag("slow")
    @Test
    void a_source_can_be_taken_out_of_a_run_and_its_subjects_are_looked_at_one_by_one(OpenStudio studio)
            throws Exception {
        studio.copy("dss-uc-msc", "out");
        String run = studio.run("out", 4);
        JsonNode sources = studio.get("/api/runs/" + run + "/sources").path("sources");
        String key = sources.path(0).path("key").asString("");
        JsonNode without = studio.ask("/api/runs/" + run + "/without", "{\"off\":[\"" + key + "\"]}");
        assertThat(without.path("numbers").size()).isEqualTo(sources.path(0).path("numbers").asInt(0)).isPositive();
        assertThat(without.path("predictions").path(0).path("moved").asBoolean(false)).isTrue();
        assertThat(without.path("predictions").path(0).path("without").path("value").asDouble(0))
                .isEqualTo(sources.path(0).path("main").path("value").asDouble(1));
        assertThat(without.path("predictions").path(0).path("doubt").asString("")).as("four draws are no ground for a"
                + " verdict").isEqualTo("few_draws");
        assertThat(sources.path(0).path("doubt").asString("")).isEqualTo("few_draws");
        JsonNode none = studio.ask("/api/runs/" + run + "/without", "{\"off\":[]}");
        assertThat(none.path("predictions").valueStream().noneMatch(p -> p.path("moved").asBoolean(true))).isTrue();
        JsonNode subjects = studio.get("/api/runs/" + run + "/subjects/dai_day7/uc_msc/vehicle");
        JsonNode subject = subjects.path("subjects").path(3);
        assertThat(subjects.path("subjects").size()).isEqualTo(subjects.path("all").asInt(0)).isEqualTo(40);
        JsonNode course = studio.get("/api/runs/" + run + "/subject/" + subject.path("draw").asInt(9) + "/"
                + subject.path("number").asInt(9));
        double last = course.path("points").valueStream()
                .filter(p -> p.path("arm").asString("").equals("uc_msc") && p.path("observable").asString("").equals(
                        "DAI") && p.path("day").asDouble(0) == 7)
                .findFirst().orElseThrow().path("value").asDouble(0);
        assertThat(last).as("the course of a subject ends where the table of subjects says")
                .isEqualTo(subject.path("treated").asDouble(1));
        JsonNode answer = studio.get("/api/runs/" + run);
        assertThat(answer.path("calibrated").asBoolean(false)).isTrue();
        assertThat(answer.path("forecasts").size()).as("as the command line writes it").isPositive();
        assertThat(studio.get("/api/studies/out/forest").path("rows").size()).isPositive();
        assertThat(studio.get("/api/identifiability").path("parameters").size()).isGreaterThan(20);
    }

    @Tag("slow")
    @Test
    void dose_and_parameters_move_the_effect_of_typical_subjects(OpenStudio studio) throws Exception {
        studio.copy("dss-uc-msc", "dose");
        JsonNode dose = studio.get("/api/studies/dose/dose-response/dai_day7");
        assertThat(dose.path("curve").path(0).asDouble(1)).as("nothing given, nothing done").isZero();
        assertThat(dose.path("doses").valueStream().anyMatch(d -> d.asDouble(0) == dose.path("own").asDouble(1)))
                .isTrue();
        assertThat(dose.path("surface").size()).isEqualTo(dose.path("days").size());
        assertThat(dose.path("tested").size()).isPositive();
        assertThat(dose.path("band").size()).as("no interval unless it is asked for").isZero();
        JsonNode banded = studio.get("/api/studies/dose/dose-response/dai_day7?draws=6");
        assertThat(banded.path("curve")).as("the typical answer is the same").isEqualTo(dose.path("curve"));
        assertThat(banded.path("band").size()).isEqualTo(banded.path("doses").size());
        assertThat(banded.path("band").path(0).path("upper").asDouble(1)).as("nothing given, in every draw").isZero();
        JsonNode most = banded.path("band").path(banded.path("doses").size() - 1);
        assertThat(most.path("lower").asDouble(0)).isLessThan(most.path("upper").asDouble(0));
        JsonNode tornado = studio.get("/api/studies/dose/tornado/dai_day7?parameters=epithelium.k_enterocyte_DSS");
        assertThat(tornado.path("bars").path(0).path("more").asDouble(0)).isNotZero();
        assertThat(tornado.path("bars").path(0).path("over").isNull()).isTrue();
        JsonNode over = studio.get("/api/studies/dose/tornado/dai_day7?draws=6&parameters=epithelium.k_enterocyte_DSS")
                .path("bars").path(0).path("over");
        for (String way : new String[]{"less", "more"}) {
            assertThat(over.path(way).path("lower").asDouble(9)).isLessThanOrEqualTo(over.path(way).path("value")
                    .asDouble(0)).isLessThan(over.path(way).path("upper").asDouble(0));
        }
        assertThat(OpenStudio.code(studio.send(studio.own("/api/studies/dose/dose-response/nothing"))))
                .isEqualTo("U505");
    }
}
