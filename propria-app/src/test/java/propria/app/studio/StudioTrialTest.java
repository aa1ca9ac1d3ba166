package propria.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import propria.study.file.StudyFile;
import propria.study.library.Library;
import propria.study.run.StudyRunner;
import propria.trial.file.TrialFile;
import propria.trial.run.TrialRunOptions;
import propria.trial.run.TrialRunner;
import tools.jackson.databind.JsonNode;

/// Trials and virtual patients of the studio.
@Tag("slow")
@ExtendWith(OpenStudio.Each.class)
class StudioTrialTest {

    private static void small(OpenStudio studio, String name) throws Exception {
        String text = studio.copy("perianal-fistula-trial", name).replace("patients: 212", "patients: 40")
                .replace("sizes: [80, 120, 160]", "sizes: [20]").replace("trials: 1000", "trials: 6")
                .replace("draws: 60, patients_per_draw: 60, typical_patients: 200",
                        "draws: 2, patients_per_draw: 8, typical_patients: 12");
        assertThat(studio.save(name, text, 1).path("problems").size()).isZero();
    }

    @Test
    void a_trial_of_the_studio_has_the_bytes_of_a_trial_of_the_command_line(OpenStudio studio, @TempDir Path folder)
            throws Exception {
        small(studio, "trial");
        // What a studio leaves that was killed while it read the trials: half a folder, and a checkpoint beside it.
        Path half = Files.createDirectories(studio.workspace().resolve("runs/trial"));
        Files.writeString(half.resolve("observations-typical.bin"), "half");
        Files.writeString(StudyRunner.checkpointOf(half), "of another study");
        assertThat(studio.get("/api/studies/trial/trial/estimate").path("seconds").asDouble(0)).isPositive();
        // Work goes one after another: behind other work, what the trial tells is heard from its beginning.
        studio.ask("/api/cohorts",
                "{\"population\":\"crohn-moderate\",\"method\":\"select\",\"patients\":99,\"draws\":1,\"seed\":7}");
        String events = studio.over(studio.ask("/api/studies/trial/runs", "{}"));
        assertThat(events).contains("\"stage\":\"DONE\"", "simulating patients", "\"total\":28");
        JsonNode answer = studio.get("/api/runs/trial");
        assertThat(answer.path("kind").asString("")).isEqualTo("trial");
        Library library = Library.read(Path.of(System.getProperty("propria.library")));
        Path study = studio.workspace().resolve("studies/trial");
        var again = TrialRunner.run(StudyFile.read(study, library), TrialFile.read(study).orElseThrow(), library,
                new TrialRunOptions(folder.resolve("again"), OptionalLong.empty(), OptionalInt.empty(), 1, false,
                        _ -> {
                        }));
        assertThat(answer.path("manifest").path("summary_sha256").asString("")).isEqualTo(again.hash());
        assertThat(answer.path("robustness").size()).as("two priors by two rules").isEqualTo(4);
        assertThat(answer.path("files").toString()).contains("adsl.parquet", "adeff.parquet", "operating.csv");
        for (JsonNode file : answer.path("files")) {
            assertThat(studio.send(studio.own("/api/runs/trial/files/" + file.asString(""))).statusCode())
                    .as("each file that the page names can be taken away: " + file).isEqualTo(200);
        }
        assertThat(studio.send(studio.own("/api/runs/trial/files/observations-typical.bin")).statusCode())
                .isEqualTo(422);
        JsonNode reread = studio.ask("/api/studies/trial/trial/reread", "{\"run\":\"trial\"}");
        assertThat(reread.path("operating").size()).isPositive();
        assertThat(studio.get("/api/runs").path("runs").path(0).path("kind").asString("")).isEqualTo("trial");
        assertThat(studio.send(studio.own("/api/runs/trial/report")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_fault_in_the_trial_of_a_study_is_told_with_its_place(OpenStudio studio) throws Exception {
        small(studio, "fault");
        String text = studio.get("/api/studies/fault").path("text").asString("").replace("analysis: log_rank",
                "analysis: mmrm");
        JsonNode saved = studio.save("fault", text, 2);
        assertThat(saved.path("problems").path(0).path("code").asString("")).isEqualTo("T206");
        assertThat(saved.path("problems").path(0).path("line").asInt(0)).isPositive();
    }

    @Test
    void virtual_patients_are_made_and_held_against_those_of_trials(OpenStudio studio) throws Exception {
        assertThat(studio.get("/api/trial/words").path("targets").size()).isGreaterThan(4);
        String events = studio.over(studio.ask("/api/cohorts",
                "{\"population\":\"crohn-moderate\",\"method\":\"select\",\"patients\":20,\"draws\":1,\"seed\":1}"));
        assertThat(events).contains("\"stage\":\"DONE\"");
        JsonNode cohort = studio.get("/api/cohorts/crohn-moderate-select");
        assertThat(cohort.path("readings").size()).isEqualTo(4);
        assertThat(cohort.path("readings").path(0).path("expected").size()).isEqualTo(20);
        assertThat(cohort.path("readings").path(0).path("target").size()).isEqualTo(99);
        assertThat(cohort.path("pairs").size()).isEqualTo(3);
        assertThat(cohort.path("facts").path("made").path(0).path("effective").asDouble(0)).isPositive();
        assertThat(
                studio.over(studio.ask("/api/cohorts",
                        "{\"population\":\"nobody\",\"method\":\"select\",\"patients\":20}")))
                .contains("\"stage\":\"FAILED\"", "T104");
    }
}
