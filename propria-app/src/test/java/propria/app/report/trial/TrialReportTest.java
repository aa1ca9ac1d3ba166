package propria.app.report.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialReportTest {

    private static final String STUDY = """
            arms:
              - {id: placebo, name: Saline, role: vehicle}
              - {id: single, name: One dose, role: naive_msc}
              - {id: repeat, name: Two doses, role: naive_msc}
            trial:
              population: somebody
              endpoints:
                - {id: early, rule: combined_remission, at: 168 d}
                - {id: score, change: partial_Mayo, at: 84 d}
              estimands:
                - {id: w24, endpoint: early, analysis: cmh}
                - {id: w24_odds, endpoint: early, analysis: logistic}
                - {id: score_w12, endpoint: score, analysis: ancova}
            """;

    private static final String OPERATING = """
            bank,population,patients,day,estimand,arm,measure,value,mc_error,trials
            typical,design,300,168,w24,single,power,0.104,0.012,1000
            prior,design,300,168,w24,single,assurance,0.254,0.031,1000
            prior,design,300,168,w24,single,true_effect,0.0716,0.008,60
            prior,design,300,168,w24,single,true_effect_q05,-0.0151,,60
            prior,design,300,168,w24,single,true_effect_q95,0.186,,60
            prior,null,300,168,w24,single,type_1_error_unadjusted,0,0,1000
            prior,design,300,168,w24_odds,single,true_effect,0.31,0.04,60
            prior,design,300,84,score_w12,single,true_effect,-0.5,0.05,60
            """;

    private static final String SAFETY = """
            arm,product,route,arm_patients,event,trials,patients,events,expected_q05,expected_q50,expected_q95,ratio_type,ratio,ratio_low,ratio_high,ratio_source,refusal
            single,cells,local,100,fever,0,0,0,,,,odds ratio,3.65,2.05,6.49,REVIEW_A,no trial counted it
            repeat,cells,local,100,fever,0,0,0,,,,odds ratio,3.65,2.05,6.49,REVIEW_A,no trial counted it
            single,cells,local,100,lung_load,0,0,0,,,,,,,,,no trial counted it
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void run() throws IOException {
        Files.createDirectories(folder.resolve("inputs/study"));
        Files.writeString(folder.resolve("inputs/study/study.yaml"), STUDY);
        Files.writeString(folder.resolve("operating.csv"), OPERATING);
        Files.writeString(folder.resolve("safety-forecast.csv"), SAFETY);
        Files.writeString(folder.resolve("safety.csv"), """
                trial_id,arm,n,event,week,patients,percent,effect_type,effect,ci_low,ci_high,url_or_note,notes
                REVIEW_A,62 trials,,fever,,,,odds ratio,3.65,2.05,6.49,,
                """);
        Files.writeString(folder.resolve("manifest.json"), """
                {"study": {"id": "two-doses", "title": "T", "question": "Q"}, "arms": ["placebo", "single", "repeat"],
                 "patients": 300, "trials": 1000, "alpha": 0.05, "seed": 7, "summary_sha256": "abc",
                 "warnings": ["extrapolation: arm `repeat` gives 2 doses"]}""");
    }

    @Test
    void arms_and_estimands_are_called_as_in_the_study_file_and_shares_are_percentage_points() throws IOException {
        assertThat(TrialReport.of(folder)).contains("<b>combined remission at week 24 (w24)</b> (One dose)")
                .contains("25.4 ± 3.1\u00a0%").contains("10.4 ± 1.2\u00a0%").contains("7.2 ± 0.8\u00a0pp (5 to 95 %")
                .contains("−1.5 to 18.6").contains("Saline, One dose, Two doses")
                .contains("change of partial Mayo at week 12, One dose").contains("−0.500 ± 0.050");
    }

    @Test
    void an_odds_ratio_is_no_share_and_what_no_trial_shows_is_counted() throws IOException {
        assertThat(TrialReport.of(folder)).contains("0.310 ± 0.040").doesNotContain("31.0 ± 4.0")
                .contains("0 of 1000 trials");
    }

    @Test
    void the_answer_has_its_doubts_and_the_command_that_gives_it_again() throws IOException {
        assertThat(TrialReport.of(folder)).containsSubsequence("class=\"answer\"", "Why this may be wrong",
                "No published placebo arm", "arm “Two doses” gives 2 doses", "Operating characteristics")
                .contains("propria run two-doses --seed 7 --trials 1000");
    }

    @Test
    void arms_of_which_the_same_is_known_share_a_row_and_events_that_nobody_counted_are_named_once()
            throws IOException {
        assertThat(TrialReport.of(folder)).contains("One dose; Two doses (100 patients, local)")
                .contains("odds ratio 3.65 (2.05 to 6.49), 62 trials").contains("No trial counted it: lung load.");
    }

    @Test
    void a_run_that_keeps_no_study_file_is_told_by_its_ids() throws IOException {
        Files.delete(folder.resolve("inputs/study/study.yaml"));
        assertThat(TrialReport.of(folder)).contains("<b>w24</b> (single)").contains("0.072 ± 0.008");
    }
}
