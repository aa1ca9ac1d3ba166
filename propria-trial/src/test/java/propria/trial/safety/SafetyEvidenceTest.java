package propria.trial.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.junit.jupiter.api.Test;
import propria.inference.table.TableFile;
import propria.trial.safety.SafetyForecast.Interval;
import propria.trial.safety.SafetyPool.Count;

class SafetyEvidenceTest {

    private static final Path LIBRARY = Path.of("..", "library");

    @Test
    void without_likeness_of_patients_the_rate_is_the_beta_posterior_of_jeffreys() {
        SafetyPool pool = new SafetyPool(List.of(new Count(4, 41), new Count(1, 9)), -20, 0.01);
        BetaDistribution exact = new BetaDistribution(5.5, 45.5);
        Interval rate = pool.rate();
        assertThat(rate.low()).isCloseTo(exact.inverseCumulativeProbability(0.05), within(0.01));
        assertThat(rate.median()).isCloseTo(exact.inverseCumulativeProbability(0.5), within(0.01));
        assertThat(rate.high()).isCloseTo(exact.inverseCumulativeProbability(0.95), within(0.02));
    }

    @Test
    void trials_that_differ_leave_a_rate_less_certain_than_patients_of_one_trial() {
        Interval alike = new SafetyPool(List.of(new Count(10, 100)), -12, 0.1).rate();
        Interval apart = new SafetyPool(List.of(new Count(10, 100)), -2, 0.1).rate();
        assertThat(apart.high() - apart.low()).isGreaterThan(1.5 * (alike.high() - alike.low()));
    }

    @Test
    void every_row_is_counted_is_a_ratio_or_is_left_out_with_a_reason() {
        SafetyEvidence evidence = SafetyEvidence.read(LIBRARY);
        int rows = TableFile.read(LIBRARY.resolve("trials/safety.csv"), List.of("trial_id")).rows().size();
        long left = evidence.leftOut().values().stream().mapToInt(Integer::intValue).sum();
        long used = evidence.entries().stream().filter(e -> e.left().isEmpty()).count();
        assertThat(left + used).isEqualTo(rows);
        assertThat(evidence.entries()).filteredOn(e -> e.left().isEmpty() && e.ratio().isEmpty())
                .allSatisfy(e -> assertThat(e.events()).isBetween(0, e.patients()));
        assertThat(evidence.entries()).filteredOn(e -> e.left().isEmpty()).extracting(SafetyEvidence.Entry::kind)
                .doesNotContain("");
    }

    @Test
    void what_nobody_counted_is_refused_and_a_review_of_any_indication_is_only_a_ratio() {
        SafetyEvidence evidence = SafetyEvidence.read(LIBRARY);
        List<SafetyForecast> vein = evidence.forecast("cells", "intravenous", 150, false);
        SafetyForecast fever = of(vein, "fever");
        assertThat(fever.refusal()).contains("no trial of cells");
        assertThat(fever.rate()).isEmpty();
        assertThat(fever.ratio().orElseThrow().value()).isEqualTo(2.48);
        assertThat(of(vein, "ectopic_tissue").refusal()).isNotEmpty();
        assertThat(of(vein, "embolism").ratio().orElseThrow().source()).isEqualTo("META_THOMPSON20");
        SafetyForecast doubted = of(evidence.forecast("cells", "intravenous", 150, true), "fever");
        assertThat(doubted.events()).isEqualTo(4);
        assertThat(doubted.patients()).isEqualTo(41);
        assertThat(of(evidence.forecast("vesicles", "local", 20, false), "treatment_related").patients()).isEqualTo(5);
        assertThat(evidence.forecast("cells", "nowhere", 20, false)).allSatisfy(f -> assertThat(f.rate()).isEmpty());
    }

    @Test
    void local_cells_have_a_rate_from_the_arms_that_counted_and_control_arms_are_not_among_them() {
        SafetyForecast related = of(SafetyEvidence.read(LIBRARY).forecast("cells", "local", 100, false),
                "treatment_related");
        assertThat(related.studies()).isGreaterThan(4);
        assertThat(related.events()).isEqualTo(21);
        Interval rate = related.rate().orElseThrow();
        assertThat(rate.low()).isLessThan(rate.median());
        assertThat(related.expected().orElseThrow().high()).isBetween(100 * rate.median(), 100.0);
    }

    private static SafetyForecast of(List<SafetyForecast> forecasts, String kind) {
        return forecasts.stream().filter(f -> f.kind().equals(kind)).findFirst().orElseThrow();
    }
}
