package propria.trial.clinical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static propria.trial.clinical.Tables.outcome;
import static propria.trial.clinical.Tables.trial;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import propria.trial.clinical.calibration.TrialCalibration;
import propria.trial.clinical.design.Observed;
import propria.trial.clinical.design.PlanReader;
import propria.trial.clinical.design.RowPlan;
import propria.trial.clinical.design.RowPlan.Role;
import propria.trial.clinical.design.Unpredictable;
import propria.trial.clinical.table.ClinicalTable;

/// Rows of trials that nobody has run, in words that no table of the library has.
class PlanReaderTest {

    private static final TrialCalibration CALIBRATION = Tables.shipped();
    private static final String COUNT = "7,35,,,,,,,,,patients";

    @TempDir
    private Path folder;

    private RowPlan plan(String trial, String outcomes, int row) throws Unpredictable {
        ClinicalTable table = ClinicalTable.read(Tables.folder(folder, trial, outcomes));
        return new PlanReader(CALIBRATION.words(), CALIBRATION.baselines(), table).read(table.rows().get(row));
    }

    private static String perianal() {
        return trial("NEW", "2", "RCT", "perianal fistulas in Crohn's disease", "umbilical cord mesenchymal stem cells",
                "60 million cells once", "intralesional", "20; 20", "double");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "fistula closure | all external openings closed and no collection on MRI | fistula.remission | true",
            "complete healing of the fistula | | fistula.remission | false",
            "partial response | >=50% of openings closed | fistula.response | false",
            "no relapse among those healed | | fistula.sustained | false",
            "recurrence of the fistula | | fistula.sustained | false"})
    void end_points_of_fistulas_find_their_baseline(String endpoint, String definition, String family, boolean imaging)
            throws Unpredictable {
        RowPlan plan = plan(perianal(), outcome("NEW", "UC-MSC", "20", "ITT", endpoint,
                definition == null ? "" : definition, "24", COUNT), 0);
        assertThat(plan.outcome().family()).isEqualTo(family);
        assertThat(plan.outcome().imaging()).isEqualTo(imaging);
        assertThat(plan.trial().agent()).isEqualTo("cells");
        assertThat(plan.trial().prepared()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"moderate ulcerative colitis | clinical remission | Mayo <=2 | uc.remission",
            "UC, Mayo 6-12 | mucosal healing | endoscopic subscore <=1 | uc.endoscopic_remission",
            "ulcerative proctitis | endoscopic improvement | | uc.endoscopic_response",
            "active Crohn's disease | clinical response | CDAI decrease >=70 | luminal.response_70",
            "luminal CD | clinical response | fall of CDAI by 100 or more | luminal.response",
            "luminal CD | CDAI <150 | | luminal.remission",
            "luminal CD | SES-CD response | decrease >=50% | luminal.endoscopic_response"})
    void end_points_of_the_bowel_find_their_baseline(String indication, String endpoint, String definition,
            String family) throws Unpredictable {
        String row = outcome("X", "MSC 1e6/kg", "30", "", endpoint, definition == null ? "" : definition, "8", COUNT);
        RowPlan plan = plan(trial("X", "1/2", "RCT", indication, "WJ-MSC cells", "1e6/kg x2", "IV", "30 / 30", "open"),
                row, 0);
        assertThat(plan.outcome().family()).isEqualTo(family);
        assertThat(plan.trial().open()).isTrue();
        assertThat(plan.trial().prepared()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"placebo | CONTROL", "saline + surgical preparation | CONTROL",
            "standard care | CONTROL", "advancement flap | SURGERY", "fibrin glue | CONTROL",
            "ASC + fibrin glue | ACTIVE", "both cohorts | ACTIVE", "MSC minus placebo | CONTRAST"})
    void arms_have_a_role(String arm, Role role) throws Unpredictable {
        String values = role == Role.CONTRAST ? ",,,,,,risk difference (pp),4.2,-8,16,percentage points" : COUNT;
        assertThat(plan(perianal(), outcome("NEW", arm, "20", "", "fistula closure", "", "24", values), 0).arm().role())
                .isEqualTo(role);
    }

    @Test
    void a_trial_without_control_arm_is_single_and_one_with_is_not() throws Unpredictable {
        String pilot = trial("P", "1", "single arm", "CD perianal fistula", "ASC", "2e7", "local", "12", "open");
        assertThat(plan(pilot, outcome("P", "ASC", "12", "", "closure", "", "24", COUNT), 0).trial().single()).isTrue();
        assertThat(plan(perianal(), outcome("NEW", "MSC", "20", "", "closure", "", "24", COUNT), 0).trial().single())
                .isFalse();
    }

    @Test
    void what_was_seen_is_read_as_people_write_it() throws Unpredictable {
        String rows = outcome("NEW", "MSC", "", "", "closure", "", "24", "9/18,,,,,,,,,,patients")
                + outcome("NEW", "MSC", "18", "", "closure", "", "24", ",about 44%,,,,,,,,,patients")
                + outcome("NEW", "MSC", "18", "", "time to closure", "", "", ",,,,>40,,,,,,weeks");
        assertThat(Observed.of(plan(perianal(), rows, 0))).isEqualTo(50);
        assertThat(plan(perianal(), rows, 0).outcome().n()).isEqualTo(18);
        assertThat(Observed.of(plan(perianal(), rows, 1))).isEqualTo(44);
        assertThatThrownBy(() -> Observed.of(plan(perianal(), rows, 2))).isInstanceOf(Unpredictable.class);
    }

    @Test
    void what_no_rule_knows_is_refused_with_a_reason() {
        assertThatThrownBy(() -> plan(perianal(), outcome("NEW", "MSC", "20", "", "hair growth", "", "24", COUNT), 0))
                .isInstanceOfSatisfying(Unpredictable.class, e -> assertThat(e.reason()).contains("end point"));
        assertThatThrownBy(() -> plan(perianal(), outcome("NEW", "MSC", "20", "", "closure", "", "", COUNT)
                + outcome("LOST", "MSC", "20", "", "closure", "", "24", COUNT), 1))
                .isInstanceOfSatisfying(Unpredictable.class, e -> assertThat(e.reason()).contains("trials.csv"));
    }

    @ParameterizedTest
    @CsvSource({"24, 24", "12 weeks, 12", "6 months, 26", "2 years, 104", "24-28, 26", "week 8, 8", "42 days, 6",
            "month 3, 13", "M6, 26",
            "day 42, 6", "wk 24, 24", "1 year, 52", "year 2, 104"})
    void times_are_read_in_weeks(String week, double weeks) throws Unpredictable {
        RowPlan plan = plan(perianal(), outcome("NEW", "MSC", "20", "", "closure", "", week, COUNT), 0);
        assertThat(plan.outcome().week()).isEqualTo(weeks);
    }

    @ParameterizedTest
    @CsvSource({"hazard ratio", "P value", "number needed to treat"})
    void a_comparison_that_is_not_predicted_is_refused(String type) {
        String row = outcome("NEW", "MSC vs placebo", "", "", "fistula closure", "", "24",
                ",,,,,," + type + ",1.4,,,ratio");
        assertThatThrownBy(() -> plan(perianal(), row, 0)).isInstanceOfSatisfying(Unpredictable.class,
                e -> assertThat(e.reason()).contains(type));
    }

    @Test
    void a_row_with_too_many_cells_is_refused_and_the_others_are_read() throws Unpredictable {
        String rows = "NEW,MSC,20,,closure,,24,7,35,,,,,,,,,patients,seen,,,one,two\n"
                + outcome("NEW", "MSC", "20", "", "fistula closure", "", "24", COUNT) + "NEW,MSC,20,,closure,,24,7\n";
        assertThatThrownBy(() -> plan(perianal(), rows, 0)).isInstanceOfSatisfying(Unpredictable.class,
                e -> assertThat(e.reason()).contains("23 cells"));
        assertThat(plan(perianal(), rows, 1).outcome().n()).isEqualTo(20);
        assertThat(Observed.of(plan(perianal(), rows, 2))).isEqualTo(35);
    }

    @Test
    void rows_of_a_trial_that_is_written_twice_are_refused_unless_both_lines_are_the_same() throws Unpredictable {
        String row = outcome("NEW", "MSC", "20", "", "fistula closure", "", "24", COUNT);
        assertThat(plan(perianal() + perianal(), row, 0).outcome().n()).isEqualTo(20);
        String other = perianal().replace("umbilical cord", "adipose");
        assertThatThrownBy(() -> plan(perianal() + other, row, 0)).isInstanceOfSatisfying(Unpredictable.class,
                e -> assertThat(e.reason()).contains("two lines"));
    }

    private static String luminal(String product) {
        return trial("NEW", "2", "RCT", "moderate ulcerative colitis", product, "1e6/kg", "IV", "40 / 40", "open");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "vedolizumab vs adalimumab | adalimumab | vedolizumab | ACTIVE | other_drug",
            "vedolizumab vs adalimumab | vedolizumab | adalimumab | ACTIVE | vedolizumab",
            "umbilical cord MSC | MSC + mesalazine | mesalazine | ACTIVE | cells",
            "umbilical cord MSC | mesalazine | MSC + mesalazine | CONTROL | cells",
            "umbilical cord MSC | infliximab | MSC | ACTIVE | infliximab",
            "adalimumab + ciprofloxacin | adalimumab + placebo | adalimumab + ciprofloxacin | ACTIVE | other_drug",
            "infliximab | azathioprine + placebo | infliximab + azathioprine | CONTROL | infliximab",
            "prednisolone | prednisolone 40 mg | placebo | ACTIVE | other_drug",
            "budesonide 9 mg | placebo | budesonide 9 mg | CONTROL | other_drug"})
    void an_arm_got_what_it_names_and_what_all_arms_got_is_the_control(String product, String arm, String other,
            Role role, String agent) throws Unpredictable {
        RowPlan plan = plan(luminal(product), outcome("NEW", arm, "40", "ITT", "clinical remission", "", "12", COUNT)
                + outcome("NEW", other, "40", "ITT", "clinical remission", "", "12", COUNT), 0);
        assertThat(plan.arm().role()).isEqualTo(role);
        assertThat(plan.trial().agent()).isEqualTo(agent);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "endoscopic improvement | Mayo endoscopic subscore 0 or 1 | uc.endoscopic_remission",
            "endoscopic improvement | one point less | uc.endoscopic_response",
            "mucosal healing | endoscopy <=1 plus Geboes <2 | uc.histology",
            "histo-endoscopic mucosal healing | | uc.histology",
            "steroid-free clinical remission | Mayo <=2 | uc.remission",
            "corticosteroid-free remission | Mayo <=2 | uc.remission",
            "≥50% decrease in the Mayo score | | uc.response"})
    void a_definition_decides_what_the_name_leaves_open(String endpoint, String definition, String family)
            throws Unpredictable {
        assertThat(plan(luminal("UC-MSC"), outcome("NEW", "UC-MSC", "40", "ITT", endpoint,
                definition == null ? "" : definition, "8", COUNT), 0).outcome().family()).isEqualTo(family);
    }

    @Test
    void fistulas_of_a_trial_of_the_bowel_are_fistulas() throws Unpredictable {
        RowPlan plan = plan(trial("NEW", "3", "RCT", "active Crohn's disease", "adalimumab", "40 mg", "SC", "40 / 40",
                "double"), outcome("NEW", "placebo", "40", "ITT", "complete fistula closure", "", "24", COUNT), 0);
        assertThat(plan.trial().group()).isEqualTo("fistula");
    }

    @ParameterizedTest
    @ValueSource(strings = {"around the internal opening", "into the fistula tract", "injected into fistula walls"})
    void what_is_given_into_a_fistula_comes_with_preparation(String route) throws Unpredictable {
        assertThat(plan(trial("NEW", "2", "RCT", "perianal Crohn fistula", "MSC", "1e7", route, "20 / 20", "double"),
                outcome("NEW", "MSC", "20", "ITT", "healing", "", "24", COUNT), 0).trial().prepared()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Van Assche index", "number of draining fistulas", "steroid dose"})
    void what_is_no_end_point_of_the_model_is_refused_by_its_name(String endpoint) {
        assertThatThrownBy(() -> plan(perianal(), outcome("NEW", "UC-MSC", "20", "ITT", endpoint, "", "24",
                ",,3,1,,,,,,,points"), 0)).isInstanceOfSatisfying(Unpredictable.class,
                        reason -> assertThat(reason.reason()).endsWith("not modelled"));
    }
}
