package propria.inference.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import propria.inference.score.ScoredRow.Use;
import propria.inference.table.EvidenceRow;
import propria.inference.table.EvidenceTable;
import propria.study.library.CalibrationReader;
import propria.study.library.Library;
import propria.study.uncertainty.Posterior;

class ShippedCalibrationTest {

    private static final Path LIBRARY = Path.of(System.getProperty("propria.root", ".."), "library");

    private final Calibration calibration = Calibration.read(Library.read(LIBRARY));
    private final EvidenceTable table = EvidenceTable.preclinical(LIBRARY.resolve("calibration/evidence"));

    @Test
    void rows_that_nobody_read_in_their_source_are_not_fitted() {
        assertThat(table.rows().stream().filter(row -> !row.isSeen())).isNotEmpty()
                .noneMatch(row -> calibration.use(row) == Use.CALIBRATION);
    }

    @Test
    void summaries_of_other_studies_are_not_fitted() {
        assertThat(table.rows().stream().filter(row -> row.study().equals("SHI19"))).isNotEmpty()
                .allMatch(row -> calibration.use(row) == Use.EXCLUDED);
    }

    @Test
    void a_row_that_the_calibration_does_not_know_is_held_out() {
        EvidenceRow known = table.rows().getFirst();
        EvidenceRow other = new EvidenceRow(1, "NEW1", known.host(), known.disease(), "", known.arm(), known.product(),
                known.tissue(), known.preconditioning(), known.dose(), known.route(), known.dosingDays(), known.n(),
                known.outcome(), known.day(), known.mean(), known.spread(), known.spreadKind(), known.unit(), "seen",
                known.place());
        assertThat(calibration.use(other)).isEqualTo(Use.HELD_OUT);
        assertThat(calibration.use(known)).isEqualTo(Use.CALIBRATION);
    }

    @Test
    void there_are_15_to_40_free_parameters_and_every_draw_has_them() {
        assertThat(calibration.parameters().size()).isBetween(15, 40);
        assertThat(calibration.draws()).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void the_posterior_that_ships_was_made_with_the_equations_and_measurements_that_ship() throws IOException {
        Path folder = LIBRARY.resolve("calibration");
        assertThat(Files.readString(folder.resolve("posterior.csv")).contains(calibration.inputs()))
                .as("parameters, measurements and words are those of the posterior").isTrue();
        Likelihoods likelihoods = Likelihoods.read(folder.resolve("likelihoods.csv")).orElseThrow();
        assertThat(likelihoods.values()).hasSameSizeAs(calibration.draws());
        assertThat(likelihoods.changed(calibration, calibration.draws(), List.of(0, likelihoods.values().size() / 2)))
                .as("make it again with `propria calibrate`").isEmpty();
    }

    @Test
    void a_study_taken_out_by_weights_leaves_as_many_draws_and_says_whether_they_hold() {
        Path folder = LIBRARY.resolve("calibration");
        Posterior posterior = CalibrationReader.posterior(folder);
        WithoutStudies without = WithoutStudies.of(folder, posterior, "10.1186/s13287-015-0073-6"::equals)
                .orElseThrow();
        assertThat(without.studies()).containsExactly("BAN15");
        assertThat(without.posterior().points()).hasSameSizeAs(posterior.points());
        assertThat(without.effective()).isBetween(1.0, posterior.points().size() + 1e-9);
        assertThat(without.holds()).isEqualTo(without.shape() < 0.7);
        assertThat(WithoutStudies.of(folder, posterior, "10.0/nobody"::equals)).isEmpty();
    }
}
