package propria.trial.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import propria.trial.design.TrialDesign;
import propria.trial.file.TrialFile;
import propria.trial.operating.DrawEvidence;
import propria.trial.operating.DrawWeights;

class RobustnessPanelTest {

    private static final Path LIBRARY = Path.of("..", "library");

    @Test
    void both_templates_have_two_priors_by_two_rules() throws IOException {
        for (String name : new String[]{"uc-phase2", "perianal-fistula-trial"}) {
            TrialDesign design = TrialFile.read(LIBRARY.resolve("studies").resolve(name)).orElseThrow();
            DrawEvidence draws = new DrawEvidence(new double[]{0, 1, Double.NaN}, new double[]{0.05, 0.8, 0},
                    new int[]{50, 50, 0});
            assertThat(RobustnessPanel.table(LIBRARY, design, draws, DrawWeights.equal(3)).lines()).as(name).hasSize(5);
        }
    }

    /// 106 patients an arm, 20 against 40 %, by the unpooled normal formula.
    @Test
    void without_uncertainty_assurance_is_power() {
        TrialDesign design = TrialFile.read(LIBRARY.resolve("studies/perianal-fistula-trial")).orElseThrow();
        double log = StrictMath.log(0.4 / 0.6 / (0.2 / 0.8));
        double error = StrictMath.sqrt((0.24 + 0.16) / 106);
        double z = 0.2 / error - 1.959963984540054;
        assertThat(RobustnessPanel.assurance(design, 0.2, log, 0))
                .isCloseTo(propria.trial.analysis.Distributions.below(z), within(1e-9));
        assertThat(RobustnessPanel.assurance(design, 0.2, log, 1)).isBetween(0.5,
                RobustnessPanel.assurance(design, 0.2, log, 0));
        assertThat(RobustnessPanel.assurance(design, 0.2, 0, 0)).isCloseTo(0.025, within(1e-9));
    }

    @Test
    void draws_are_weighed_by_how_well_they_agree_with_a_belief() {
        DrawEvidence draws = new DrawEvidence(new double[]{0, 1, Double.NaN}, new double[]{0.1, 0.9, Double.NaN},
                new int[]{100, 100, 0});
        DrawEvidence.Weighed even = draws.under(DrawWeights.equal(3), 0.5, 1);
        assertThat(even.assurance()).isCloseTo(0.5, within(1e-12));
        assertThat(even.effective()).isCloseTo(2, within(1e-12));
        assertThat(even.error()).isCloseTo(0.4, within(1e-12));
        assertThat(draws.under(DrawWeights.equal(3), 1, 0.05).assurance()).isCloseTo(0.9, within(1e-9));
        assertThat(draws.under(DrawWeights.equal(3), 1, 0.05).effective()).isCloseTo(1, within(1e-9));
    }
}
