package propria.trial.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.model.problem.ProblemException;
import propria.trial.analysis.AnalysisException;
import propria.trial.design.TrialDesign;

class StrategiesTest {

    private static final String RULE = "  - {id: %s, endpoint: response, analysis: %s, intercurrent: {rescue: %s, dropout: %s}%s}\n";
    private static final String SCORE = "  - {id: %s, endpoint: change, analysis: %s, intercurrent: {rescue: %s, dropout: %s}%s}\n";

    @TempDir
    Path folder;

    private TrialDesign design(String estimands) throws IOException {
        String block = SyntheticTrial.BLOCK.substring(0, SyntheticTrial.BLOCK.indexOf("estimands:"))
                .replace("unless_lower_by: -2, from: 28 d", "unless_lower_by: 1, from: 28 d")
                .replace("per_week: 0.01", "per_week: 0.04");
        return SyntheticTrial.design(folder, block + "estimands:\n" + estimands + "multiplicity: {procedure: none}\n");
    }

    private static OperatingReading.Result read(TrialDesign design, int trials) {
        return new OperatingReading(design, "typical", true).of(new OperatingRun(design, SyntheticTrial.RECORDER, 7, 2)
                .simulate(SyntheticTrial.bank(2, 80, 0.3), trials));
    }

    private static Map<String, Double> measure(TrialDesign design, OperatingReading.Result result, String population,
            String measure) {
        Map<String, Double> values = new LinkedHashMap<>();
        result.characteristics().stream().filter(c -> c.population().equals(population)
                && c.measure().equals(measure) && c.patients() == design.patients())
                .forEach(c -> values.put(c.estimand(), c.value()));
        return values;
    }

    @Test
    void each_strategy_is_an_analysis_of_its_own_and_finds_its_own_truth() throws IOException {
        TrialDesign design = design(RULE.formatted("policy", "risk_difference_wald", "treatment_policy",
                "treatment_policy", ", missing: {method: mar}")
                + RULE.formatted("composite", "risk_difference_wald", "composite", "composite", "")
                + RULE.formatted("hypothetical", "risk_difference_wald", "hypothetical", "hypothetical",
                        ", missing: {method: mar, imputations: 10}")
                + RULE.formatted("ontreatment", "risk_difference_wald", "while_on_treatment", "while_on_treatment", "")
                + RULE.formatted("stratum", "risk_difference_wald", "principal_stratum", "principal_stratum", "")
                + SCORE.formatted("mar", "ancova", "hypothetical", "hypothetical", ", missing: {method: mar}")
                + SCORE.formatted("jump", "ancova", "hypothetical", "hypothetical", ", missing: {method: j2r}")
                + SCORE.formatted("increments", "ancova", "hypothetical", "hypothetical", ", missing: {method: cir}"));
        OperatingReading.Result result = read(design, 60);
        Map<String, Double> estimates = measure(design, result, "design", "mean_estimate");
        Set<Double> different = new HashSet<>(estimates.values());
        assertThat(different).as(estimates.toString()).hasSize(8);
        Map<String, Double> truth = measure(design, result, "design", "true_effect");
        assertThat(truth.get("composite")).isNotEqualTo(truth.get("hypothetical"));
        Map<String, Double> bias = measure(design, result, "design", "bias");
        for (String id : new String[]{"policy", "composite", "ontreatment"}) {
            assertThat(StrictMath.abs(bias.getOrDefault(id, 9.0))).as(id + bias).isLessThan(0.06);
        }
        assertThat(StrictMath.abs(estimates.get("jump"))).isLessThan(StrictMath.abs(estimates.get("mar")));
        assertThat(StrictMath.abs(estimates.get("increments"))).isBetween(StrictMath.abs(estimates.get("jump")),
                StrictMath.abs(estimates.get("mar")));
        measure(design, result, "null", "type_1_error_unadjusted")
                .forEach((id, share) -> assertThat(share).as(id).isLessThan(0.05 + 3.5 * 0.028));
    }

    @Test
    void what_has_no_meaning_is_refused() {
        for (String wrong : new String[]{
                SCORE.formatted("a", "ancova", "composite", "composite", ""),
                RULE.formatted("a", "cmh", "hypothetical", "composite", ""),
                RULE.formatted("a", "cmh", "principal_stratum", "composite", ""),
                RULE.formatted("a", "cmh", "composite", "hypothetical", ", missing: {method: cir}"),
                RULE.formatted("a", "cmh", "composite", "hypothetical", ", missing: {method: mar, shift: 1}"),
                SCORE.formatted("a", "mmrm", "hypothetical", "hypothetical", ", missing: {method: mar}")}) {
            assertThatThrownBy(() -> design(wrong)).as(wrong).isInstanceOfSatisfying(ProblemException.class,
                    e -> assertThat(e.problems().getFirst().code()).isIn("T203", "T206", "T207"));
        }
    }

    @Test
    void centres_and_their_skill_show_as_intraclass_correlation() throws IOException {
        TrialDesign alone = design(SCORE.formatted("score", "ancova", "treatment_policy", "treatment_policy", "")
                + "centres: {count: 12}\n");
        TrialDesign apart = design(SCORE.formatted("score", "ancova", "treatment_policy", "treatment_policy", "")
                + "centres: {count: 12, symptom_sd: 1.0, skill_sd: 0.5}\n");
        double none = measure(alone, read(alone, 60), "design", "icc_centre").get("score");
        double some = measure(apart, read(apart, 60), "design", "icc_centre").get("score");
        assertThat(none).isBetween(-0.02, 0.02);
        assertThat(some).isGreaterThan(0.05);
    }

    @Test
    void the_tipping_point_is_where_significance_ends() throws IOException, AnalysisException {
        TrialDesign design = design(
                SCORE.formatted("mar", "ancova", "hypothetical", "hypothetical", ", missing: {method: mar}"));
        Recorded recorded = new OperatingRun(design, SyntheticTrial.RECORDER, 7, 2)
                .simulate(SyntheticTrial.bank(1, 80, 0.5), 1);
        double shift = TippingPoints.of(design, recorded, 1).getFirst();
        assertThat(shift).isGreaterThan(0);
        TrialDesign before = design(SCORE.formatted("mar", "ancova", "hypothetical", "hypothetical",
                ", missing: {method: mar, shift: " + 0.99 * shift + "}"));
        TrialDesign after = design(SCORE.formatted("mar", "ancova", "hypothetical", "hypothetical",
                ", missing: {method: mar, shift: " + 1.01 * shift + "}"));
        assertThat(new OperatingReading(before, "typical", true).of(recorded).rows().getLast().p()).isLessThan(0.05);
        assertThat(new OperatingReading(after, "typical", true).of(recorded).rows().getLast().p()).isGreaterThan(0.05);
    }
}
