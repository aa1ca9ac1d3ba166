package propria.trial.clinical.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import propria.study.Study;
import propria.study.library.Library;
import propria.study.run.PreparedModel;
import propria.trial.clinical.translation.TranslationPlan.Belief;
import propria.trial.clinical.translation.TranslationPlan.Outcome;
import propria.trial.clinical.translation.TranslationPlan.Question;
import propria.trial.clinical.translation.TranslationPlan.Scan;
import propria.trial.design.Screening;
import propria.trial.score.ClinicalRule;
import propria.trial.score.ClinicalScore;
import propria.trial.score.Endoscopy.Reader;

class TranslationFitTest {

    private static final Path ROOT = Path.of("..", "library");
    private static final Library LIBRARY = Library.read(ROOT);
    private static final PreparedModel MODEL = PreparedModel.read(new Study.Files(ROOT,
            ROOT.resolve("models/gut/gut.ant"), "gut", LIBRARY.evidence(), List.of()));
    private static final Screening ACTIVE = new Screening(
            List.of(new Screening.Criterion(ClinicalScore.named("Mayo").orElseThrow(), 6, 12)));

    private static TranslationPlan plan(Question question) {
        return new TranslationPlan(40, 20, 0, 4, List.of(question));
    }

    private static Outcome outcome(ClinicalRule rule, double week, double value) {
        return new Outcome(rule, Reader.CENTRAL, week, false, value, 0.1, true, "");
    }

    private static Question colitis(Map<String, Double> fixed, Map<String, Belief> reported, double[] shares) {
        return new Question("colitis", "ulcerative-colitis-moderate", ACTIVE, reported, fixed, Map.of(),
                Optional.empty(), Optional.empty(), Optional.empty(),
                List.of(outcome(ClinicalRule.MAYO_RESPONSE, 10, 100 * shares[0]),
                        outcome(ClinicalRule.MUCOSAL_HEALING, 10, 100 * shares[1])));
    }

    @Test
    void how_patients_fluctuate_and_answer_to_placebo_is_found_again_from_shares() {
        Map<String, Double> truth = Map.of("activity_course_days", 60.0, "placebo_rate", 0.05, "activity_course_sd",
                2.0, "placebo_amplitude", 1.0);
        Question asked = colitis(truth, Map.of(), new double[]{0.3, 0.2});
        double[] shares = TranslationCourses.of(plan(asked), asked, LIBRARY, MODEL, 2).getFirst().shares(false, truth);
        Question open = colitis(Map.of("activity_course_days", 60.0, "placebo_rate", 0.05),
                Map.of("activity_course_sd", new Belief(1.4, 5), "placebo_amplitude", new Belief(0.4, 5)), shares);
        TranslationFit fit = TranslationFit.of(plan(open), LIBRARY, MODEL, 2).getFirst();
        assertThat(fit.rows()).allMatch(TranslationFit.Row::holds);
        assertThat(fit.estimates().get("activity_course_sd").value()).isCloseTo(2, within(0.4));
        assertThat(fit.estimates().get("placebo_amplitude").value()).isCloseTo(1, within(0.4));
    }

    @Test
    void what_preparation_leaves_of_a_tract_is_found_between_the_values_that_were_tried() {
        List<Double> values = List.of(1.0, 0.6, 0.3);
        Screening draining = new Screening(
                List.of(new Screening.Criterion(ClinicalScore.named("draining_openings").orElseThrow(), 1, 3)));
        List<Outcome> any = List.of(outcome(ClinicalRule.CLOSURE, 12, 30));
        Question asked = tract(values, draining, any);
        List<Double> shares = new ArrayList<>();
        TranslationCourses.of(plan(asked), asked, LIBRARY, MODEL, 2)
                .forEach(one -> shares.add(one.shares(false, Map.of())[0]));
        assertThat(shares.get(2)).isGreaterThan(shares.get(0));
        double halfway = (shares.get(1) + shares.get(2)) / 2;
        Question wanted = tract(values, draining, List.of(outcome(ClinicalRule.CLOSURE, 12, 100 * halfway)));
        TranslationFit fit = TranslationFit.of(plan(wanted), LIBRARY, MODEL, 2).getFirst();
        assertThat(fit.estimates().get("fistula").value()).isCloseTo(0.45, within(0.03));
        assertThat(fit.baseline().get("draining_openings")).isBetween(1.0, 2.0);
    }

    private static Question tract(List<Double> values, Screening screening, List<Outcome> outcomes) {
        return new Question("tract", "crohn-fistula", screening, Map.of(), Map.of(), Map.of(),
                Optional.of(new Scan("fistula", true, values)), Optional.empty(), Optional.empty(), outcomes);
    }

    @Test
    void the_shipped_plan_is_read_and_asks_of_every_indication() {
        TranslationPlan plan = TranslationPlan.read(ROOT.resolve("calibration/clinical/translation.yaml"));
        assertThat(plan.questions()).extracting(Question::target).contains("crohn-moderate", "crohn-fistula",
                "crohn-fistula-active", "ulcerative-colitis-moderate");
        assertThat(plan.questions()).allSatisfy(q -> assertThat(q.outcomes()).isNotEmpty());
    }
}
