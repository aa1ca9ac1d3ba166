package propria.evidence.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static propria.evidence.Sources.model;
import static propria.evidence.Sources.number;
import static propria.evidence.Sources.source;

import java.util.List;
import org.junit.jupiter.api.Test;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Integrity.Status;
import propria.evidence.Mark;
import propria.evidence.ModelEvidence;
import propria.formats.yaml.YamlReader;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

class IntegrityPolicyTest {

    private static final EvidenceLibrary LIBRARY = EvidenceLibrary.of(List.of(
            source("sound-2020", Mark.SEEN, Status.OK), source("guess", Mark.UNVERIFIED),
            source("doubted-2021", Mark.SEEN, Status.EXPRESSION_OF_CONCERN),
            source("retracted-2018", Mark.SEEN, Status.RETRACTED)));

    @Test
    void the_block_of_the_study_file_is_read() {
        assertThat(read("integrity: {retracted: exclude, expression_of_concern: {inflate: 2, sensitivity: required}}"))
                .isEqualTo(IntegrityPolicy.STANDARD);
        assertThat(read("integrity: {expression_of_concern: {inflate: 3}}").treatment(Status.EXPRESSION_OF_CONCERN))
                .isEqualTo(new Treatment.Widen(3, true));
        assertThat(read("integrity: {not_checked: exclude}").treatment(Status.NOT_CHECKED))
                .isEqualTo(new Treatment.Exclude());
    }

    @Test
    void a_number_that_rests_only_on_a_retracted_source_forbids_the_study() {
        assertThat(breaches("retracted-2018")).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("E401");
            assertThat(p.why()).contains("retracted-2018: retracted (PubMed)");
            assertThat(p.place().orElseThrow().line()).isEqualTo(7);
        });
        assertThat(breaches("retracted-2018", "guess#half-life")).extracting(Problem::code).containsExactly("E401");
    }

    @Test
    void a_number_with_another_sound_source_stays_and_the_report_shows_what_was_left_out() {
        assertThat(breaches("retracted-2018", "sound-2020")).isEmpty();
        assertThat(IntegrityPolicy.STANDARD.warnings(evidence("retracted-2018", "sound-2020"))).singleElement()
                .satisfies(p -> {
                    assertThat(p.code()).isEqualTo("E402");
                    assertThat(p.why()).contains("still stands on sound-2020");
                });
    }

    @Test
    void a_number_under_concern_gets_a_wider_prior_and_needs_a_sensitivity_analysis() {
        ModelEvidence evidence = evidence("doubted-2021");
        Decision decision = IntegrityPolicy.STANDARD.decide(evidence).sequencedValues().getFirst();

        assertThat(decision.inflate()).isEqualTo(2);
        assertThat(decision.needsSensitivity()).isTrue();
        assertThat(IntegrityPolicy.STANDARD.breaches(evidence, true)).isEmpty();
        assertThat(IntegrityPolicy.STANDARD.breaches(evidence, false)).extracting(Problem::code)
                .containsExactly("E403");
        assertThat(IntegrityPolicy.STANDARD.warnings(evidence)).extracting(Problem::code).containsExactly("E404");
    }

    @Test
    void every_status_has_a_usual_treatment_and_a_replaced_version_is_treated_like_a_concern() {
        assertThat(IntegrityPolicy.STANDARD.treatments()).containsOnlyKeys(Status.values());
        assertThat(IntegrityPolicy.STANDARD.treatment(Status.REPLACED)).isEqualTo(new Treatment.Widen(2, true));
        assertThat(IntegrityPolicy.STANDARD.treatment(Status.REINSTATED)).isEqualTo(new Treatment.Use());
    }

    @Test
    void a_sound_or_assumed_number_calls_for_nothing() {
        assertThat(IntegrityPolicy.STANDARD.decide(evidence("sound-2020"))).isEmpty();
        assertThat(IntegrityPolicy.STANDARD.decide(evidence())).isEmpty();
    }

    @Test
    void less_caution_than_usual_needs_a_reason_which_the_report_shows() {
        assertThat(refused("integrity: {retracted: use}")).isEqualTo("E420");
        assertThat(refused("integrity: {expression_of_concern: {inflate: 1.5}}")).isEqualTo("E420");
        assertThat(refused("integrity: {expression_of_concern: {inflate: 4, sensitivity: optional}}"))
                .isEqualTo("E420");

        IntegrityPolicy policy = read("integrity: {retracted: {treat: use, reason: what if it were right}}");

        assertThat(policy.breaches(evidence("retracted-2018"), true)).isEmpty();
        assertThat(policy.warnings(evidence("retracted-2018"))).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("E421");
            assertThat(p.why()).contains("what if it were right");
        });
    }

    @Test
    void a_treatment_that_is_not_one_is_refused() {
        assertThat(refused("integrity: {retracted: ignore}")).isEqualTo("E422");
        assertThat(refused("integrity: {ok: {inflate: 0.5}}")).isEqualTo("E422");
        assertThat(refused("integrity: {corrected: {inflate: 2, sensitivity: maybe}}")).isEqualTo("E422");
        assertThat(refused("integrity: {retraction: exclude}")).isEqualTo("Y010");
    }

    private static IntegrityPolicy read(String study) {
        return IntegrityPolicy.read(YamlReader.readText(study, "study.yaml").mapping("integrity"));
    }

    private static String refused(String study) {
        return catchThrowableOfType(ProblemException.class, () -> read(study)).problems().getFirst().code();
    }

    private static ModelEvidence evidence(String... references) {
        return ModelEvidence.of(model(List.of(number("k", references))), LIBRARY);
    }

    private static List<Problem> breaches(String... references) {
        return IntegrityPolicy.STANDARD.breaches(evidence(references), true);
    }
}
