package propria.study.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import propria.study.Study;
import propria.study.Toy;

class SummaryTest {

    @Test
    void quantiles_are_those_of_type_7() {
        Distribution d = Distribution.of(new double[]{4, 1, 3, 2, Double.NaN});
        assertThat(d.n()).isEqualTo(4);
        assertThat(d.mean()).isEqualTo(2.5);
        assertThat(d.sd()).isCloseTo(1.2909944487358056, within(1e-15));
        assertThat(d.q05()).isCloseTo(1.15, within(1e-12));
        assertThat(d.q25()).isCloseTo(1.75, within(1e-12));
        assertThat(d.q50()).isCloseTo(2.5, within(1e-12));
        assertThat(d.q95()).isCloseTo(3.85, within(1e-12));
    }

    @Test
    void nothing_is_described_by_numbers_that_are_none() {
        Distribution d = Distribution.of(new double[]{Double.NaN});
        assertThat(d.n()).isZero();
        assertThat(d.mean()).isNaN();
        assertThat(d.q50()).isNaN();
    }

    @Test
    void rank_correlation_sees_order_only_and_shares_ranks_of_ties() {
        assertThat(Influence.spearman(new double[]{1, 2, 3, 4}, new double[]{1, 10, 100, 1000})).isEqualTo(1);
        assertThat(Influence.spearman(new double[]{1, 2, 3, 4}, new double[]{9, 3, 2, -1})).isEqualTo(-1);
        assertThat(Influence.spearman(new double[]{1, 2, 2, 4}, new double[]{1, 3, 2, 4}))
                .isCloseTo(0.9486832980505138, within(1e-12));
        assertThat(Influence.spearman(new double[]{1, 1, 1}, new double[]{1, 2, 3})).isNaN();
    }

    /// An outcome in which every subject of the second arm lies below its twin of the first by what its draw says.
    private static Outcomes shifted(Study study, double[] shifts) {
        Outcomes outcomes = new Outcomes(shifts.length, 4, 2, 2, List.of(0.0, 7.0));
        Random random = new Random(1);
        for (int draw = 0; draw < shifts.length; draw++) {
            for (int subject = 0; subject < 4; subject++) {
                for (int observable = 0; observable < 2; observable++) {
                    for (int time = 0; time < 2; time++) {
                        double own = 2 + random.nextDouble();
                        outcomes.set(draw, subject, 0, observable, time, own);
                        outcomes.set(draw, subject, 1, observable, time, own - shifts[draw]);
                    }
                }
            }
        }
        assertThat(study.arms()).hasSize(2);
        return outcomes;
    }

    @Test
    void effects_are_paired_so_that_spread_between_subjects_cancels() {
        double[] shifts = new double[21];
        for (int i = 0; i < shifts.length; i++) {
            shifts[i] = i * 0.01;
        }
        Study study = Toy.study();
        List<Effect> effects = Effect.of(study, shifted(study, shifts));
        Effect.Middle effect = effects.getFirst().effect().orElseThrow();
        assertThat(effect.value()).isCloseTo(-0.10, within(1e-12));
        assertThat(effect.lower()).isCloseTo(-0.19, within(1e-12));
        assertThat(effect.upper()).isCloseTo(-0.01, within(1e-12));
    }

    @Test
    void the_parameter_that_makes_the_effect_comes_first() {
        double[] shifts = new double[40];
        Random random = new Random(2);
        List<double[]> drawn = new java.util.ArrayList<>();
        for (int i = 0; i < shifts.length; i++) {
            double cause = random.nextGaussian();
            shifts[i] = 0.3 + 0.1 * cause;
            drawn.add(new double[]{random.nextGaussian(), cause});
        }
        Study study = Toy.study();
        List<Influence> found = Influence.of(Effect.of(study, shifted(study, shifts)), List.of("noise", "cause"),
                drawn);
        assertThat(found).extracting(Influence::parameter).containsExactly("cause", "noise");
        assertThat(found.getFirst().spearman()).isEqualTo(-1);
        assertThat(found.getLast().low()).isLessThan(0);
        assertThat(found.getLast().high()).isGreaterThan(found.getLast().spearman());
    }

    @Test
    void a_subject_that_failed_counts_in_no_arm() {
        Study study = Toy.study();
        Outcomes outcomes = shifted(study, new double[]{0.1, 0.1});
        double[] nothing = new double[outcomes.sizeOfSubject()];
        java.util.Arrays.fill(nothing, Double.NaN);
        outcomes.restore(0, 2, nothing);
        assertThat(SummaryRow.ofSubjects(study, outcomes)).allSatisfy(
                row -> assertThat(row.distribution().n()).isEqualTo(7));
    }

    @Test
    void a_measured_mean_is_predicted_with_the_noise_of_the_assay() {
        Study study = Toy.study();
        double[] shifts = new double[400];
        java.util.Arrays.fill(shifts, 0.0);
        Outcomes same = new Outcomes(400, 4, 2, 2, List.of(0.0, 7.0));
        for (int draw = 0; draw < 400; draw++) {
            for (int subject = 0; subject < 4; subject++) {
                for (int arm = 0; arm < 2; arm++) {
                    same.set(draw, subject, arm, 0, 1, 2);
                }
            }
        }
        Prediction value = Prediction.of(study, same, 1).getFirst();
        double expected = 1.6448536 * 0.3 / StrictMath.sqrt(8);
        assertThat(value.q95() - value.q50()).isCloseTo(expected, within(0.2 * expected));
        assertThat(value.inside()).isEqualTo("yes");
        Prediction direction = Prediction.of(study, same, 1).getLast();
        assertThat(direction.inside()).as("no difference is no decrease").isEqualTo("no");
    }
}
