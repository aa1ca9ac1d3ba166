package propria.trial.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.model.problem.ProblemException;
import propria.trial.conduct.SimulatedTrial;
import propria.trial.conduct.SubjectRecord;
import propria.trial.conduct.TrialSimulator;
import propria.trial.design.Randomisation;
import propria.trial.design.TrialDesign;
import propria.trial.score.ClinicalScore;

class OperatingRunTest {

    @TempDir
    Path folder;

    private static OperatingReading.Result read(TrialDesign design, propria.trial.course.CourseBank bank, int trials,
            int threads) {
        return new OperatingReading(design, "typical", true)
                .of(new OperatingRun(design, SyntheticTrial.RECORDER, 7, threads).simulate(bank, trials));
    }

    private static double of(OperatingReading.Result result, String population, String estimand, String measure) {
        return result.characteristics().stream().filter(c -> c.population().equals(population)
                && c.estimand().equals(estimand) && c.measure().equals(measure) && c.patients() == 120).findFirst()
                .orElseThrow().value();
    }

    @Test
    void a_trial_keeps_alpha_finds_what_is_there_and_is_the_same_on_any_number_of_threads() throws IOException {
        TrialDesign design = SyntheticTrial.design(folder, SyntheticTrial.BLOCK);
        var bank = SyntheticTrial.bank(4, 60, 0.35);
        OperatingReading.Result result = read(design, bank, 40, 2);
        double none = of(result, "null", "primary", "type_1_error");
        assertThat(none).isBetween(0.0, 0.05 + 3 * StrictMath.sqrt(0.05 * 0.95 / 40));
        assertThat(of(result, "design", "primary", "power")).isGreaterThan(0.7);
        assertThat(of(result, "design", "primary", "bias")).isCloseTo(0, within(0.04));
        assertThat(of(result, "design", "primary", "coverage")).isGreaterThan(0.85);
        assertThat(of(result, "design", "score", "bias")).isCloseTo(0, within(0.25));
        OperatingReading.Result again = read(design, bank, 40, 1);
        assertThat(again.rows()).isEqualTo(result.rows());
        assertThat(again.nullRows()).isEqualTo(result.nullRows());
    }

    @Test
    void those_who_pass_screening_are_less_ill_at_baseline_than_they_were() throws IOException {
        TrialDesign design = SyntheticTrial.design(folder,
                SyntheticTrial.BLOCK.replace("{score: Mayo, low: 5}", "{score: Mayo, low: 9}"));
        SimulatedTrial trial = new TrialSimulator(design, SyntheticTrial.bank(1, 200, 0), SyntheticTrial.RECORDER, 7)
                .run(0).design();
        double below = trial.subjects().stream().filter(s -> s.score(ClinicalScore.MAYO, -1) < 9).count();
        assertThat(below / trial.subjects().size()).isGreaterThan(0.1);
        assertThat(trial.screened()).isGreaterThan(trial.subjects().size());
    }

    @Test
    void blocks_and_minimisation_balance_arms() throws IOException {
        for (Randomisation.Method method : Randomisation.Method.values()) {
            TrialDesign design = SyntheticTrial.design(folder,
                    SyntheticTrial.BLOCK.replace("permuted_blocks", method.name().toLowerCase(java.util.Locale.ROOT)));
            SimulatedTrial trial = new TrialSimulator(design, SyntheticTrial.bank(1, 200, 0), SyntheticTrial.RECORDER,
                    7)
                    .run(0).design();
            long[] arms = new long[2];
            trial.subjects().forEach(s -> arms[s.arm()]++);
            long most = method == Randomisation.Method.SIMPLE
                    ? 40
                    : method == Randomisation.Method.MINIMISATION ? 14 : 4;
            assertThat(StrictMath.abs(arms[0] - arms[1])).as(method.name()).isLessThanOrEqualTo(most);
        }
    }

    @Test
    void the_null_population_is_the_comparator_in_every_arm() throws IOException {
        TrialDesign design = SyntheticTrial.design(folder, SyntheticTrial.BLOCK);
        TrialSimulator simulator = new TrialSimulator(design, SyntheticTrial.bank(1, 100, 0.5),
                SyntheticTrial.RECORDER, 7);
        List<SubjectRecord> real = simulator.run(3).design().subjects();
        List<SubjectRecord> alike = simulator.run(3).alike().subjects();
        for (int i = 0; i < real.size(); i++) {
            assertThat(alike.get(i).arm()).isEqualTo(real.get(i).arm());
            if (real.get(i).arm() == 0) {
                assertThat(alike.get(i).scores()).isDeepEqualTo(real.get(i).scores());
            }
        }
    }

    @Test
    void a_design_that_cannot_be_is_refused_with_its_place() {
        List<String> wrong = new ArrayList<>();
        for (String[] change : new String[][]{{"rule: Mayo_response", "rule: Mayo_respons"},
                {"analysis: cmh", "analysis: mmrm"}, {"dropout: composite}", "dropout: principal_stratum}"},
                {"patients: 120", "pateints: 120"}, {"sizes: [60]", "sizes: [600]"}}) {
            assertThatThrownBy(() -> SyntheticTrial.design(folder, SyntheticTrial.BLOCK.replace(change[0], change[1])))
                    .isInstanceOfSatisfying(ProblemException.class,
                            e -> wrong.add(e.problems().getFirst().code() + " " + e.problems().getFirst().place()
                                    .isPresent()));
        }
        assertThat(wrong).containsExactly("T202 true", "T206 true", "T207 true", wrong.get(3), "T203 true");
    }

    @Test
    void looks_and_a_graph_are_read_from_text() throws IOException {
        TrialDesign design = SyntheticTrial.design(folder, SyntheticTrial.BLOCK + """
                looks: {information: [0.5, 1], spending: obrien_fleming, futility: [0.0]}
                multiplicity:
                  procedure: graph
                  weights: [1, 0, 0]
                  transitions: [0, 0.5, 0.5, 0, 0, 1, 0, 1, 0]
                """);
        OperatingReading.Result result = read(design, SyntheticTrial.bank(2, 60, 0.35), 60, 2);
        assertThat(of(result, "design", "primary", "mean_patients")).isLessThan(120);
        assertThat(of(result, "null", "primary", "stopped_for_futility")).isBetween(0.2, 0.8);
        assertThat(of(result, "null", "primary", "type_1_error")).isLessThan(0.15);
    }
}
