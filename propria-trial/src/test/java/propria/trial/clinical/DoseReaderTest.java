package propria.trial.clinical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import propria.trial.clinical.design.DoseReader;

/// What people write for a number of cells.
class DoseReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"120e6 cells once (24 mL, 5e6/mL) after curettage | 120e6",
            "2e6/kg weekly x4 | 560e6", "20e6 + glue; if unhealed at week 8 second dose 40e6 | 20e6",
            "(142.3 +/- 45.7)e6 once | 142.3e6", "1.2 x 10^8 cells | 120e6", "100 million cells | 100e6",
            "1×10^6/kg x3 | 210e6", "75e6, repeat at 3 months if needed | 75e6", "PDA001 2e8 x2 | 4e8"})
    void an_amount_is_read_however_it_is_written(String text, double cells) {
        assertThat(DoseReader.cells(text)).isPresent();
        assertThat(DoseReader.cells(text).getAsDouble()).isCloseTo(cells, within(cells * 1e-9));
    }

    @Test
    void of_several_amounts_the_geometric_mean_is_taken() {
        assertThat(DoseReader.cells("1e7, 3e7 or 9e7 once").getAsDouble()).isCloseTo(3e7, within(1.0));
        assertThat(DoseReader.cells("2, 5 or 10e6/kg once").getAsDouble()).isCloseTo(70e6 * StrictMath.cbrt(100),
                within(1e3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"5 mg/kg weeks 0,2,6", "1e7 cells/mL", "300 mg", "5 mL x3", "as ADMIRE1"})
    void what_is_no_number_of_cells_is_not_taken_for_one(String text) {
        assertThat(DoseReader.cells(text)).isEmpty();
    }
}
