package propria.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import propria.app.experiment.output.ExperimentOutput;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

class ExperimentTest {

    private static final Offset<Double> NEAR = within(1e-6);
    private static final String TIGHT = """
            <algorithm kisaoID="KISAO:0000288"><listOfAlgorithmParameters>
            <algorithmParameter kisaoID="KISAO:0000209" value="1e-10"/>
            <algorithmParameter kisaoID="KISAO:0000211" value="1e-12"/>
            </listOfAlgorithmParameters></algorithm>""";
    private static final String COURSE = """
            <uniformTimeCourse id="course" initialTime="0" outputStartTime="1" outputEndTime="3" numberOfSteps="2">"""
            + TIGHT + "</uniformTimeCourse>";
    private static final String STEP = "<oneStep id=\"step\" step=\"0.5\">" + TIGHT + "</oneStep>";
    private static final String TASK = "<task id=\"one\" modelReference=\"m\" simulationReference=\"course\"/>";
    private static final String ONWARD = "<task id=\"one\" modelReference=\"m\" simulationReference=\"step\"/>";

    private static String repeated(boolean reset, boolean concatenate, String changes) {
        return """
                <repeatedTask id="many" range="r" resetModel="%s" concatenate="%s"><listOfRanges>
                <vectorRange id="r"><value>0.5</value><value>1</value><value>2</value></vectorRange></listOfRanges>
                <listOfChanges>%s</listOfChanges>
                <listOfSubTasks><subTask task="one" order="1"/></listOfSubTasks></repeatedTask>
                """.formatted(reset, concatenate, changes);
    }

    private static String set(String target, String formula) {
        return "<setValue modelReference=\"m\" range=\"r\" target=\"" + target
                + "\"><math xmlns=\"http://www.w3.org/1998/Math/MathML\">" + formula + "</math></setValue>";
    }

    @Test
    void a_time_course_is_recorded_from_where_output_begins() {
        Experiment done = Experiments.run(Experiments.DECAY, COURSE, TASK, "one");
        assertThat(Experiments.course(done, "time")).containsExactly(1, 2, 3);
        assertThat(Experiments.course(done, "S")).containsExactly(
                new double[]{5 * StrictMath.exp(-0.5), 5 * StrictMath.exp(-1), 5 * StrictMath.exp(-1.5)}, NEAR);
        assertThat(done.warnings()).isEmpty();
    }

    @Test
    void each_turn_of_a_scan_has_its_own_course() {
        Experiment done = Experiments.run(Experiments.DECAY, COURSE,
                TASK + repeated(true, false, set(Experiments.parameter("k"), "<ci>r</ci>")), "many");
        List<Data> turns = Experiments.turns(done, "S");
        double[] k = {0.5, 1, 2};
        for (int turn = 0; turn < 3; turn++) {
            assertThat(((Data.Course) turns.get(turn)).values()[0]).isCloseTo(5 * StrictMath.exp(-k[turn]), NEAR);
        }
        assertThat(Experiments.table(done).lines()).hasSize(10)
                .startsWith("turn,time,S").anyMatch(row -> row.startsWith("3,3.0,"));
    }

    @Test
    void steps_that_go_on_come_to_the_same_as_one_course() {
        Experiment done = Experiments.run(Experiments.DECAY, STEP, ONWARD + repeated(false, true, ""), "many");
        assertThat(Experiments.course(done, "time")).containsExactly(0.5, 1, 1.5);
        assertThat(Experiments.course(done, "S")[2]).isCloseTo(5 * StrictMath.exp(-0.75), NEAR);
    }

    @Test
    void an_event_that_has_happened_does_not_happen_again_when_a_task_goes_on() {
        String dosed = Experiments.DECAY.replace("dose = 0", "dose = 10");
        Experiment done = Experiments.run(dosed, STEP, ONWARD + repeated(false, true, ""), "many");
        double afterDose = 5 * StrictMath.exp(-0.5) + 10;
        assertThat(Experiments.course(done, "S")).containsExactly(
                new double[]{5 * StrictMath.exp(-0.25), afterDose, afterDose * StrictMath.exp(-0.25)}, NEAR);
    }

    @Test
    void an_amount_that_is_set_becomes_the_concentration_that_the_name_means() {
        Experiment done = Experiments.run(Experiments.DECAY, COURSE, TASK + repeated(true, false,
                set(Experiments.species("S") + "/@initialAmount", "<cn>8</cn>")), "many");
        Data first = Experiments.turns(done, "S").getFirst();
        assertThat(((Data.Course) first).values()[0]).isCloseTo(4 * StrictMath.exp(-0.5), NEAR);
    }

    @Test
    void a_steady_state_is_found_also_where_the_model_would_leave_it() {
        String rest = "<steadyState id=\"course\"><algorithm kisaoID=\"KISAO:0000407\"/></steadyState>";
        String logistic = "model m() species S = 0.1; S' = S * (1 - S / 7); end";
        assertThat(Experiments.course(Experiments.run(logistic, rest, TASK, "one"), "S")[0]).isCloseTo(7, NEAR);
        String brusselator = """
                model m() species S = 1.2, Y = 2.5; S' = 1 - 4 * S + S * S * Y; Y' = 3 * S - S * S * Y; end""";
        Experiment oscillator = Experiments.run(brusselator, rest, TASK, "one");
        assertThat(Experiments.course(oscillator, "S")[0]).isCloseTo(1, NEAR);
        assertThat(oscillator.warnings()).extracting(Problem::code).containsExactly("D030");
    }

    @Test
    void growth_without_bound_has_no_steady_state() {
        String rest = "<steadyState id=\"course\"/>";
        assertThatThrownBy(() -> Experiments.run("model m() species S = 1; S' = 1; end", rest, TASK, "one"))
                .isInstanceOf(ProblemException.class).hasMessageContaining("N401");
    }

    @Test
    void a_stochastic_experiment_without_seed_says_the_seed_and_repeats_itself() {
        String turns = COURSE.replace(TIGHT, "<algorithm kisaoID=\"KISAO:0000029\"/>");
        String model = "model m() substanceOnly species S = 100; R: S -> ; k * S; k = 0.5; end";
        Experiment first = Experiments.run(model, turns, TASK + repeated(true, false, ""), "many");
        Experiment second = Experiments.run(model, turns, TASK + repeated(true, false, ""), "many");
        assertThat(first.warnings()).extracting(Problem::code).containsExactly("D033");
        String table = Experiments.table(first);
        assertThat(Experiments.table(second)).isEqualTo(table);
        List<Data> parts = Experiments.turns(first, "S");
        assertThat(((Data.Course) parts.get(0)).values()).isNotEqualTo(((Data.Course) parts.get(1)).values());
    }

    @Test
    void an_algorithm_that_nothing_can_stand_in_for_is_refused() {
        String flux = COURSE.replace("KISAO:0000288", "KISAO:0000437");
        assertThatThrownBy(() -> Experiments.run(Experiments.DECAY, flux, TASK, "one"))
                .isInstanceOf(ProblemException.class).hasMessageContaining("D031");
    }

    @Test
    void more_simulations_than_fit_are_refused_at_once() {
        String tasks = TASK;
        for (int i = 0; i < 10; i++) {
            tasks += repeated(true, false, "").replace("id=\"many\"", "id=\"r" + i + "\"")
                    .replace("task=\"one\"", "task=\"" + (i == 0 ? "one" : "r" + (i - 1)) + "\"")
                    .replace("<value>1</value>", "<value>1</value>".repeat(30));
        }
        String all = tasks;
        assertThatThrownBy(() -> Experiments.run(Experiments.DECAY, COURSE, all, "r9"))
                .isInstanceOf(ProblemException.class).hasMessageContaining("D023");
    }
}
