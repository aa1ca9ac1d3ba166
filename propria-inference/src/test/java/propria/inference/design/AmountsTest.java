package propria.inference.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import propria.inference.table.EvidenceRow.Dose;
import propria.inference.vocabulary.Vocabulary.ProductTerm;

class AmountsTest {

    private static ProductTerm term(String unit) {
        double usual = switch (unit) {
            case "particles" -> 2e10;
            case "mL" -> 0.3;
            case "mg/kg" -> 5;
            default -> 1e6;
        };
        return new ProductTerm("any", "", usual, unit, "", false, "");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1e6        | cells/animal     | cells     | 1e6
            2e6        |                  | cells     | 2e6
            2 x 10^6   | cells            | cells     | 2e6
            2×10⁶      | cells/mouse      | cells     | 2e6
            0.5*10^5   | cells            | cells     | 5e4
            10^6       | cells            | cells     | 1e6
            2          | x10^6 cells      | cells     | 2e6
            3          | million cells    | cells     | 3e6
            5          | 1e6 cells        | cells     | 5e6
            1e5-5e6    | cells/animal     | cells     | 707106.7811865475
            1e7        | cells/kg         | cells     | 2.2e5
            200        | uL               | cells     | 1e6
            high       | cells            | cells     | 1e6
            50         | µg               | particles | 5e10
            50         | μg protein       | particles | 5e10
            1          | mg               | particles | 1e12
            3          | x10^10 particles | particles | 3e10
            200        | uL               | mL        | 0.2
            0.5        | mL CM            | mL        | 0.5
            10         | mg/kg            | mg/kg     | 10
            1.0E+06    | cells/head       | cells     | 1e6
            2 × 10e6   | cells            | cells     | 2e6
            10 x 10⁶   | cells/mouse      | cells     | 1e7
            1,000,000  | cells per animal | cells     | 1e6
            0.1 million | cells           | cells     | 1e5
            5 million  | cells/kg         | cells     | 1.1e5
            2e6 cells  |                  | cells     | 2e6
            1×10⁶ MSCs/mouse |            | cells     | 1e6
            1 x 10^7/kg |                 | cells     | 2.2e5
            1e5 per g  | body weight      | cells     | 2.2e6
            1-4 x 10^6 | cells            | cells     | 2e6
            200 µg     |                  | particles | 2e11
            100 μg     | protein          | particles | 1e11
            1e10 particles |              | particles | 1e10
            200 µl     |                  | mL        | 0.2
            1 mg/kg    |                  | mg/kg     | 1
            """, delimiter = '|')
    void a_dose_is_read_in_the_unit_of_the_product_however_it_is_written(String amount, String unit, String own,
            double expected) {
        assertThat(Amounts.of(new Dose(amount, unit == null ? "" : unit), term(own)))
                .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-9 * expected));
    }
}
