package propria.trial.patient.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeptCohortsTest {

    @Test
    void a_cohort_is_read_back_from_its_record_to_the_bit() {
        Cohort cohort = new Cohort(
                List.of(new Candidate(new double[]{0.1, -3}, new double[]{7, 8, 9}, new double[]{1.5},
                        new double[]{-0.0}),
                        new Candidate(new double[]{0.3, 2}, new double[]{4, 5, 1.0 / 3}, new double[]{2.5},
                                new double[]{Double.NEGATIVE_INFINITY})),
                720, 3, 1.75, 4);
        Cohort again = KeptCohorts.decode(KeptCohorts.encode(cohort));
        assertThat(again).usingRecursiveComparison().isEqualTo(cohort);
        assertThat(again.patients().get(1).isEligible()).isFalse();
    }

    @Test
    void a_draw_in_which_nobody_was_found_is_kept_as_such() {
        Cohort nobody = new Cohort(List.of(), 400, 1, 0, 60);
        assertThat(KeptCohorts.decode(KeptCohorts.encode(nobody))).isEqualTo(nobody);
    }
}
