package propria.trial.score.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import propria.trial.score.ClinicalScore;
import propria.trial.score.Visit;

class VisitRecorderTest {

    private static final ClinicModel MODEL = ClinicModel.read(Path.of("..", "library"));
    private static final Map<String, Double> STATE = Map.ofEntries(Map.entry("liquid_stools", 6.0),
            Map.entry("pain_score", 1.6), Map.entry("wellbeing_score", 2.2), Map.entry("Mayo_stool", 2.0),
            Map.entry("Mayo_bleeding", 1.4), Map.entry("Mayo_endoscopy", 1.6), Map.entry("Mayo_global", 1.7),
            Map.entry("haematocrit_percent", 40.0), Map.entry("weight_loss", 6.0), Map.entry("matrix", 1.1),
            Map.entry("CRP_serum", 12.0), Map.entry("calprotectin_stool", 600.0), Map.entry("fistula", 0.6));
    private static final Map<String, Double> TRAITS = Map.of("female", 1.0, "weight", 66.0, "complications", 1.0,
            "tracts", 2.0, "ileum", 1.0, "left_colon", 1.0, "placebo_rate", 0.05);

    private static Latent latent(Map<String, Double> more, double days) {
        Map<String, Double> traits = new HashMap<>(TRAITS);
        traits.putAll(more);
        ToDoubleFunction<String> state = id -> STATE.getOrDefault(id, Double.NaN);
        return new Latent(state, name -> traits.getOrDefault(name, 0.0), days);
    }

    private static double mean(ClinicalScore score, Latent now, int people) {
        VisitRecorder recorder = new VisitRecorder(MODEL, 3);
        double sum = 0;
        for (int i = 0; i < people; i++) {
            sum += score.of(recorder.visit(i, 0, 0, 1, now));
        }
        return sum / people;
    }

    @Test
    void a_visit_is_the_same_whoever_asks_and_another_in_another_trial() {
        VisitRecorder recorder = new VisitRecorder(MODEL, 3);
        Visit first = recorder.visit(4, 1, 2, 3, latent(Map.of(), 0));
        recorder.visit(5, 0, 0, 0, latent(Map.of(), 0));
        assertThat(recorder.visit(4, 1, 2, 3, latent(Map.of(), 0))).isEqualTo(first);
        assertThat(recorder.visit(5, 1, 2, 3, latent(Map.of(), 0))).isNotEqualTo(first);
        assertThat(recorder.visit(4, 1, 2, 4, latent(Map.of(), 0))).isNotEqualTo(first);
        assertThat(new VisitRecorder(MODEL, 9).visit(4, 1, 2, 3, latent(Map.of(), 0))).isNotEqualTo(first);
    }

    @Test
    void many_visits_come_to_the_expected_reading() {
        ClinicModel still = MODEL.with(Map.of("symptom_visit_sd", 0.0, "compression_error", 0.0,
                "tract_threshold_sd", 0.0));
        VisitRecorder recorder = new VisitRecorder(still, 3);
        ExpectedReading expected = new ExpectedReading(recorder);
        Latent now = latent(Map.of(), 0);
        for (ClinicalScore score : new ClinicalScore[]{ClinicalScore.CDAI, ClinicalScore.MAYO,
                ClinicalScore.PARTIAL_MAYO, ClinicalScore.HBI, ClinicalScore.PDAI}) {
            double sum = 0;
            double squares = 0;
            int n = 4000;
            for (int i = 0; i < n; i++) {
                double value = score.of(recorder.visit(i, 0, 7, 1, now));
                sum += value;
                squares += value * value;
            }
            double mean = sum / n;
            double error = Math.sqrt((squares / n - mean * mean) / n);
            assertThat(mean).as(score.word()).isCloseTo(expected.of(score.word(), now), within(4 * error));
        }
    }

    @Test
    void the_local_reader_sees_success_by_the_published_odds_ratio() {
        VisitRecorder recorder = new VisitRecorder(MODEL, 3);
        int n = 20000;
        double central = 0;
        double local = 0;
        for (int i = 0; i < n; i++) {
            Visit visit = recorder.visit(i, 0, 0, 1, latent(Map.of("endoscopy", 1.0), 0));
            central += visit.central().subscore() <= 1 ? 1 : 0;
            local += visit.local().subscore() <= 1 ? 1 : 0;
        }
        double ratio = central / (n - central) / (local / (n - local));
        assertThat(ratio).isCloseTo(0.52, within(0.05));
    }

    @Test
    void placebo_moves_what_is_reported_and_nothing_that_is_measured() {
        Latent without = latent(Map.of(), 56);
        Latent with = latent(Map.of("placebo_amplitude", 1.0), 56);
        Latent before = latent(Map.of("placebo_amplitude", 1.0), 0);
        assertThat(mean(ClinicalScore.CDAI, with, 300)).isLessThan(mean(ClinicalScore.CDAI, without, 300) - 30);
        assertThat(mean(ClinicalScore.CDAI, before, 300)).isEqualTo(mean(ClinicalScore.CDAI, latent(Map.of(), 0), 300));
        assertThat(mean(ClinicalScore.CALPROTECTIN, with, 50)).isEqualTo(mean(ClinicalScore.CALPROTECTIN, without, 50));
        assertThat(mean(ClinicalScore.SES_CD, with, 50)).isEqualTo(mean(ClinicalScore.SES_CD, without, 50));
    }

    @Test
    void a_segment_that_is_not_affected_has_no_score_and_a_patient_without_tracts_none_to_close() {
        Visit visit = new VisitRecorder(MODEL, 3).visit(0, 0, 0, 0, latent(Map.of("tracts", 0.0), 0));
        assertThat(visit.central().segments().get(1).sum()).isZero();
        assertThat(visit.tracts()).isEmpty();
        assertThat(visit.perianal().sum()).isZero();
    }
}
