package propria.trial.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import propria.model.problem.ProblemException;
import propria.study.Study;
import propria.study.library.Library;
import propria.study.run.PreparedModel;
import propria.trial.course.CourseBank;

class PatientSimulatorTest {

    private static final Path ROOT = Path.of("..", "library").toAbsolutePath().normalize();
    private static final PatientArm PLACEBO = new PatientArm("placebo", List.of());
    private static final PatientArm CELLS = new PatientArm("cells",
            List.of(new Treatment("msc_bone_marrow", "2e6 cells/kg", "intravenous", List.of(0.0, 7.0), 0.02)));
    private static final PatientArm NO_CELLS = new PatientArm("none",
            List.of(new Treatment("msc_bone_marrow", "0 cells/kg", "intravenous", List.of(0.0), 0)));

    private static Library library = Library.read(ROOT);
    private static PreparedModel prepared = prepare();

    private static PreparedModel prepare() {
        return PreparedModel.read(new Study.Files(ROOT, ROOT.resolve("models/gut/gut.ant"), "gut",
                ROOT.resolve("evidence"), List.of()));
    }

    private static CoursePlan plan(List<PatientArm> arms, int draws, Donors donors) {
        return new CoursePlan(arms, List.of(0.0, 28.0), List.of("CDAI", "MSC_LP", "secretion"), draws, 3,
                donors, 7);
    }

    private static CourseBank bank(CoursePlan plan, int threads) {
        TargetPopulation target = TargetPopulationReader.read(library, "crohn-moderate");
        return new PatientSimulator(library, prepared, threads).simulate(target, plan).bank();
    }

    @Test
    void one_thread_and_three_give_the_same_bits() {
        CoursePlan plan = plan(List.of(PLACEBO, CELLS), 2, Donors.NONE);
        CourseBank one = bank(plan, 1);
        CourseBank three = bank(plan, 3);
        for (int draw = 0; draw < 2; draw++) {
            for (int patient = 0; patient < 3; patient++) {
                for (int arm = 0; arm < 2; arm++) {
                    assertThat(three.value(draw, patient, arm, 1, 0)).isEqualTo(one.value(draw, patient, arm, 1, 0));
                }
                assertThat(three.covariate(draw, patient, 0)).isEqualTo(one.covariate(draw, patient, 0));
            }
        }
        assertThat(one.value(0, 0, 0, 0, 0)).isNotEqualTo(one.value(0, 1, 0, 0, 0))
                .isNotEqualTo(one.value(1, 0, 0, 0, 0));
    }

    @Test
    void arms_begin_in_one_state_and_a_dose_of_nothing_is_a_placebo() {
        CourseBank bank = bank(plan(List.of(PLACEBO, CELLS, NO_CELLS), 1, Donors.NONE), 2);
        assertThat(bank.value(0, 1, 1, 0, 0)).isEqualTo(bank.value(0, 1, 0, 0, 0));
        assertThat(bank.value(0, 1, 1, 1, 0)).isNotEqualTo(bank.value(0, 1, 0, 1, 0));
        assertThat(bank.value(0, 1, 1, 1, 1)).isPositive();
        assertThat(bank.value(0, 1, 2, 1, 0)).isEqualTo(bank.value(0, 1, 0, 1, 0));
    }

    @Test
    void patients_of_one_lot_share_its_potency_and_a_strong_lot_secretes_more() {
        Donors donors = new Donors(2, 1, 0.5, 0);
        CourseBank varied = bank(plan(List.of(PLACEBO, CELLS), 1, donors), 2);
        CourseBank usual = bank(plan(List.of(PLACEBO, CELLS), 1, Donors.NONE), 2);
        int potency = varied.shape().covariates().indexOf("potency");
        assertThat(varied.covariate(0, 0, potency)).isEqualTo(varied.covariate(0, 2, potency))
                .isNotEqualTo(varied.covariate(0, 1, potency));
        double ratio = varied.value(0, 1, 1, 1, 2) / usual.value(0, 1, 1, 1, 2);
        assertThat(ratio > 1).isEqualTo(varied.covariate(0, 1, potency) > 1);
        assertThat(varied.value(0, 1, 0, 1, 0)).isEqualTo(usual.value(0, 1, 0, 1, 0));
    }

    @Test
    void a_flora_that_was_lost_comes_back_under_a_drug_and_nobody_is_left_out() {
        PatientArm drug = new PatientArm("drug", List.of(
                new Treatment("infliximab", "5 mg/kg", "intravenous", List.of(0.0, 14.0, 42.0, 98.0), 0.08)));
        CoursePlan plan = new CoursePlan(List.of(PLACEBO, drug), List.of(0.0, 140.0),
                List.of("butyrate_producers", "calprotectin_stool"), 1, 30, Donors.NONE, 1);
        PatientSimulator.Courses courses = new PatientSimulator(library, prepared, 2)
                .simulate(TargetPopulationReader.read(library, "ulcerative-colitis-moderate"), plan);
        assertThat(courses.failed()).isZero();
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int patient = 0; patient < 30; patient++) {
            double before = courses.bank().value(0, patient, 0, 0, 0);
            least = Math.min(least, before);
            if (before < 0.1) {
                most = Math.max(most, courses.bank().value(0, patient, 1, 1, 0));
            }
        }
        assertThat(least).isBetween(1e-4, 0.1);
        assertThat(most).isGreaterThan(0.5);
    }

    @Test
    void names_that_nothing_has_are_refused_with_the_nearest() {
        CoursePlan plan = new CoursePlan(List.of(PLACEBO), List.of(0.0), List.of("CDIA"), 1, 1, Donors.NONE, 1);
        assertThatThrownBy(() -> bank(plan, 1)).isInstanceOf(ProblemException.class).hasMessageContaining("CDAI");
        PatientArm wrong = new PatientArm("x", List.of(new Treatment("infliximab", "5 mg/kg", "oral", List.of(0.0),
                0)));
        assertThatThrownBy(() -> bank(plan(List.of(wrong), 1, Donors.NONE), 1))
                .isInstanceOf(ProblemException.class).hasMessageContaining("oral");
        assertThatThrownBy(() -> TargetPopulationReader.read(library, "chron-moderate"))
                .isInstanceOf(ProblemException.class).hasMessageContaining("crohn-moderate");
    }
}
