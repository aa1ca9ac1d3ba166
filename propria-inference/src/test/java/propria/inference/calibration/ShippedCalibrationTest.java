package propria.inference.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import propria.inference.score.ScoredRow.Use;
import propria.inference.table.EvidenceRow;
import propria.inference.table.EvidenceTable;
import propria.study.library.Library;

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
}
