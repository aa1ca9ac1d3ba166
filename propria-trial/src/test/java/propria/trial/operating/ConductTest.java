package propria.trial.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.engine.random.Streams;
import propria.trial.conduct.Allocation;
import propria.trial.conduct.SubjectRecord;
import propria.trial.conduct.TrialSimulator;
import propria.trial.design.Randomisation;
import propria.trial.design.TrialDesign;
import propria.trial.score.ClinicalScore;

class ConductTest {

    @TempDir
    Path folder;

    /// The mean over trials of how far apart two arms are within the levels of three covariates with two levels each.
    private static double imbalance(Randomisation plan) {
        Streams streams = new Streams(3);
        double sum = 0;
        for (int trial = 0; trial < 100; trial++) {
            Allocation allocation = new Allocation(
                    List.of(new TrialDesign.Share("a", 1), new TrialDesign.Share("b", 1)),
                    plan, streams, trial);
            int[][] counts = new int[6][2];
            for (int subject = 0; subject < 60; subject++) {
                int number = 0;
                int[] levels = new int[3];
                for (int i = 0; i < 3; i++) {
                    levels[i] = streams.uniform(trial, subject, "level", i) < 0.3 ? 1 : 0;
                    number = 2 * number + levels[i];
                }
                int arm = allocation.next(subject, number,
                        List.of("x=" + levels[0], "y=" + levels[1], "z=" + levels[2]));
                for (int i = 0; i < 3; i++) {
                    counts[2 * i + levels[i]][arm]++;
                }
            }
            for (int[] level : counts) {
                sum += StrictMath.abs(level[0] - level[1]) / 600.0;
            }
        }
        return sum;
    }

    private static Randomisation plan(Randomisation.Method method, double bias) {
        return new Randomisation(method, 2, List.of("x", "y", "z"), bias);
    }

    /// The mean of |difference| of n tosses is about sqrt(2 n / pi): 4.7 over levels of 42 and 18 of 60.
    @Test
    void minimisation_keeps_every_level_balanced_and_chance_does_not() {
        double simple = imbalance(plan(Randomisation.Method.SIMPLE, 0));
        assertThat(simple).isCloseTo((StrictMath.sqrt(2 * 42 / StrictMath.PI) + StrictMath.sqrt(2 * 18 / StrictMath.PI))
                / 2, within(0.5));
        double certain = imbalance(plan(Randomisation.Method.MINIMISATION, 1));
        double usual = imbalance(plan(Randomisation.Method.MINIMISATION, 0.8));
        assertThat(certain).isLessThan(1.2);
        assertThat(usual).isBetween(certain, simple / 2);
    }

    private TrialDesign rescuing(String treatment) throws IOException {
        return SyntheticTrial.design(folder, SyntheticTrial.BLOCK.replace("unless_lower_by: -2, from: 28 d}",
                "unless_lower_by: 2, from: 28 d" + treatment + "}"));
    }

    @Test
    void rescue_moves_the_course_of_who_receives_it_from_that_day_on() throws IOException {
        TrialDesign with = rescuing(
                ", treatment: {product: infliximab, amount: 5 mg/kg, route: intravenous, at: [0 d, 14 d]}");
        List<SubjectRecord> helped = new TrialSimulator(with, SyntheticTrial.rescued(1, 80, 0.3),
                SyntheticTrial.RECORDER, 7).run(0).design().subjects();
        List<SubjectRecord> alone = new TrialSimulator(rescuing(""), SyntheticTrial.bank(1, 80, 0.3),
                SyntheticTrial.RECORDER, 7).run(0).design().subjects();
        double fall = 0;
        int rescued = 0;
        for (int i = 0; i < helped.size(); i++) {
            SubjectRecord one = helped.get(i);
            SubjectRecord other = alone.get(i);
            assertThat(one.scores()[1]).as("before any rescue").isEqualTo(other.scores()[1]);
            if (one.rescued() == 0) {
                rescued++;
                fall += other.score(ClinicalScore.MAYO, 2) - one.score(ClinicalScore.MAYO, 2);
            } else if (one.rescued() == 3) {
                assertThat(one.scores()).isDeepEqualTo(other.scores());
            }
        }
        assertThat(rescued).isGreaterThan(20);
        assertThat(fall / rescued).as("points of the Mayo score at week 12").isGreaterThan(1.5);
    }

    @Test
    void skill_differs_between_centres_and_leaves_the_mean_effect() throws IOException {
        String score = SyntheticTrial.BLOCK;
        TrialDesign same = SyntheticTrial.design(folder, score);
        TrialDesign apart = SyntheticTrial.design(folder, score + "centres: {count: 40, skill_sd: 0.5}\n");
        double plain = effect(same);
        double varied = effect(apart);
        assertThat(varied).isCloseTo(plain, within(0.12 * StrictMath.abs(plain)));
    }

    /// The true difference of the change of the Mayo score.
    private static double effect(TrialDesign design) {
        return new OperatingReading(design, "typical", true).of(new OperatingRun(design, SyntheticTrial.RECORDER, 7, 2)
                .simulate(SyntheticTrial.bank(1, 100, 0.3), 4)).truth()[0][1];
    }
}
