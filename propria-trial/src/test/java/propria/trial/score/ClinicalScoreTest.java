package propria.trial.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static propria.trial.score.Endoscopy.Reader.CENTRAL;
import static propria.trial.score.Endoscopy.Reader.LOCAL;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Worked by hand from the published definitions.
class ClinicalScoreTest {

    private static final Segment CLEAN = new Segment(0, 0, 0, 0);

    private static Diary diary(int stools, int pain, int wellbeing, int frequency, int bleeding) {
        return new Diary(Collections.nCopies(7, stools), Collections.nCopies(7, pain),
                Collections.nCopies(7, wellbeing), frequency, bleeding);
    }

    private static Endoscopy endoscopy(int subscore, Segment... affected) {
        List<Segment> all = new java.util.ArrayList<>(List.of(affected));
        while (all.size() < 5) {
            all.add(CLEAN);
        }
        return new Endoscopy(subscore, all);
    }

    private static Visit visit(Diary diary, Examination clinic, Endoscopy central, Endoscopy local,
            List<Tract> tracts) {
        return new Visit(0, diary, clinic, new Laboratory(12, 800), central, local, tracts,
                new Perianal(2, 1, 1, 2, 1));
    }

    private static Visit mayo(int frequency, int bleeding, int global, int central, int local) {
        return visit(diary(1, 0, 0, frequency, bleeding), new Examination(0, false, 0, 42, true, 60, 1.7, global),
                endoscopy(central), endoscopy(local), List.of());
    }

    private static Visit tracts(Tract... tracts) {
        return visit(diary(1, 0, 0, 0, 0), new Examination(0, false, 0, 42, true, 60, 1.7, 0), endoscopy(0),
                endoscopy(0), List.of(tracts));
    }

    @Test
    void the_crohns_disease_activity_index_of_a_man_is_that_of_a_sum_by_hand() {
        // 2*28 + 5*14 + 7*14 + 20*1 + 30 + 10*2 + 6*(47 - 37) + 100*(1 - 60/(22.1*1.75^2))
        Visit visit = visit(diary(4, 2, 2, 0, 0), new Examination(1, true, 2, 37, false, 60, 1.75, 0), endoscopy(0),
                endoscopy(0), List.of());
        assertThat(ClinicalScore.CDAI.of(visit)).isCloseTo(365.349, within(1e-3));
        assertThat(ClinicalScore.PRO2.of(visit)).isEqualTo(2 * 4 + 5 * 2);
        assertThat(ClinicalScore.HBI.of(visit)).isEqualTo(2 + 2 + 4 + 1 + 1);
    }

    @Test
    void a_healthy_woman_at_the_standard_weight_has_no_activity() {
        Visit visit = visit(diary(0, 0, 0, 0, 0), new Examination(0, false, 0, 42, true, 20.8 * 1.6 * 1.6, 1.6, 0),
                endoscopy(0), endoscopy(0), List.of());
        assertThat(ClinicalScore.CDAI.of(visit)).isCloseTo(0, within(1e-9));
        assertThat(ClinicalRule.CDAI_REMISSION.met(visit, visit, CENTRAL)).isTrue();
    }

    @Test
    void the_endoscopic_scores_add_segments_and_bound_narrowing() {
        Visit visit = visit(diary(0, 0, 0, 0, 0), new Examination(0, false, 0, 42, true, 60, 1.7, 0),
                endoscopy(2, new Segment(3, 2, 3, 1), new Segment(1, 1, 2, 0)), endoscopy(1, new Segment(1, 1, 1, 0)),
                List.of());
        assertThat(ClinicalScore.SES_CD.of(visit)).isEqualTo(9 + 4);
        assertThat(ClinicalScore.SES_CD_LOCAL.of(visit)).isEqualTo(3);
        // (12 + 8.75 + 2 + 6 + 6.25 + 0.5)/5 + 3 for an ulcerated stenosis
        assertThat(ClinicalScore.CDEIS.of(visit)).isCloseTo(35.5 / 5 + 3, within(1e-12));
        Segment worst = new Segment(3, 3, 3, 3);
        Visit most = visit(diary(0, 0, 0, 0, 0), new Examination(0, false, 0, 42, true, 60, 1.7, 0),
                endoscopy(3, worst, worst, worst, worst, worst), endoscopy(3), List.of());
        assertThat(ClinicalScore.SES_CD.of(most)).isEqualTo(56);
    }

    @Test
    void mayo_remission_needs_a_low_total_and_no_subscore_above_one() {
        Visit before = mayo(3, 2, 2, 3, 2);
        assertThat(ClinicalScore.MAYO.of(before)).isEqualTo(10);
        assertThat(ClinicalScore.MAYO_LOCAL.of(before)).isEqualTo(9);
        assertThat(ClinicalScore.PARTIAL_MAYO.of(before)).isEqualTo(7);
        assertThat(ClinicalRule.MAYO_REMISSION.met(before, mayo(1, 0, 0, 1, 1), CENTRAL)).isTrue();
        assertThat(ClinicalRule.MAYO_REMISSION.met(before, mayo(0, 0, 0, 2, 1), CENTRAL)).isFalse();
        assertThat(ClinicalRule.MAYO_REMISSION.met(before, mayo(0, 0, 0, 2, 1), LOCAL)).isTrue();
        assertThat(ClinicalRule.MUCOSAL_HEALING.met(before, mayo(0, 0, 0, 2, 1), CENTRAL)).isFalse();
    }

    @Test
    void mayo_response_needs_three_points_a_third_and_less_bleeding() {
        Visit before = mayo(3, 2, 2, 2, 2);
        assertThat(ClinicalRule.MAYO_RESPONSE.met(before, mayo(2, 1, 1, 2, 2), CENTRAL)).isTrue();
        assertThat(ClinicalRule.MAYO_RESPONSE.met(before, mayo(1, 2, 1, 2, 2), CENTRAL)).as("bleeding").isFalse();
        assertThat(ClinicalRule.MAYO_RESPONSE.met(before, mayo(2, 1, 2, 2, 2), CENTRAL)).as("two points").isFalse();
        assertThat(ClinicalRule.MAYO_RESPONSE.met(mayo(3, 3, 3, 3, 3), mayo(2, 1, 3, 3, 3), CENTRAL))
                .as("three points are a quarter of twelve").isFalse();
    }

    @Test
    void combined_remission_asks_for_every_opening_and_no_collection() {
        Tract open = new Tract(true, false, false);
        Tract closed = new Tract(false, false, false);
        Tract collection = new Tract(false, true, false);
        Visit before = tracts(open, open, closed);
        assertThat(ClinicalRule.COMBINED_REMISSION.met(before, tracts(closed, closed, closed), CENTRAL)).isTrue();
        assertThat(ClinicalRule.COMBINED_REMISSION.met(before, tracts(collection, closed, closed), CENTRAL)).isFalse();
        assertThat(ClinicalRule.CLOSURE.met(before, tracts(collection, closed, open), CENTRAL))
                .as("an opening that did not drain at baseline does not count").isTrue();
        assertThat(ClinicalRule.CLOSURE.met(before, tracts(open, closed, closed), CENTRAL)).isFalse();
        assertThat(ClinicalRule.HALF_CLOSURE.met(before, tracts(open, closed, closed), CENTRAL)).isTrue();
        assertThat(ClinicalRule.CLOSURE.met(tracts(closed), tracts(closed), CENTRAL))
                .as("nothing to close").isFalse();
        assertThat(ClinicalRule.DEEP_REMISSION.met(before, tracts(closed, closed, closed), CENTRAL)).isFalse();
        assertThat(ClinicalScore.PDAI.of(before)).isEqualTo(7);
    }

    @Test
    void every_score_and_rule_is_found_by_its_word() {
        for (ClinicalScore score : ClinicalScore.values()) {
            assertThat(ClinicalScore.named(score.word())).contains(score);
        }
        for (ClinicalRule rule : ClinicalRule.values()) {
            assertThat(ClinicalRule.named(rule.word())).contains(rule);
        }
    }
}
