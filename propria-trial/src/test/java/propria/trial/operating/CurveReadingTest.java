package propria.trial.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.trial.design.TrialDesign;

class CurveReadingTest {

    private static final int TRIALS = 60;

    @TempDir
    Path folder;

    private static double at(List<CurvePoint> points, String population, int patients, double day, double dose,
            String measure) {
        return points.stream().filter(p -> p.cell().population().equals(population) && p.dose() == dose
                && p.cell().patients() == patients && p.cell().day() == day && p.cell().estimand().equals("primary")
                && p.cell().measure().equals(measure)).findFirst().orElseThrow().cell().value();
    }

    @Test
    void power_rises_with_patients_weeks_and_dose_and_the_whole_trial_is_that_of_the_design() throws IOException {
        TrialDesign design = SyntheticTrial.design(folder,
                SyntheticTrial.BLOCK + "curves: {points: 4, doses: [0.25, 2]}\n");
        Recorded recorded = new OperatingRun(design, SyntheticTrial.RECORDER, 7, 2)
                .simulate(SyntheticTrial.dosed(2, 80, 0.25, List.of(0.25, 2.0)), TRIALS);
        List<CurvePoint> points = new CurveReading(design, "typical", true).of(recorded);
        double whole = at(points, "design", 120, 84, 1, "power_unadjusted");
        assertThat(at(points, "design", 30, 84, 1, "power_unadjusted")).isLessThan(whole);
        assertThat(at(points, "design", 120, 28, 1, "power_unadjusted")).isLessThan(whole);
        assertThat(at(points, "design", 120, 84, 0.25, "power_unadjusted")).isLessThan(whole);
        assertThat(at(points, "design", 120, 84, 2, "power_unadjusted")).isGreaterThanOrEqualTo(whole);
        assertThat(at(points, "null", 120, 84, 1, "type_1_error_unadjusted")).isLessThan(0.05 + 0.12);
        OperatingReading.Result result = new OperatingReading(design, "typical", true).of(recorded);
        assertThat(result.characteristics()).anySatisfy(c -> {
            assertThat(c.measure() + c.population() + c.estimand() + c.patients())
                    .isEqualTo("power_unadjusteddesignprimary120");
            assertThat(c.value()).isCloseTo(whole, within(1e-12));
        });
        assertThat(points).filteredOn(p -> !p.cell().measure().contains("_q"))
                .as("only a mean of a single trial has no error that is known").filteredOn(p -> p.cell().trials() > 1)
                .allSatisfy(p -> assertThat(p.cell().error()).isGreaterThanOrEqualTo(0));
        assertThat(points).anySatisfy(p -> assertThat(p.perArm()).isEqualTo(45));
    }
}
