package propria.evidence.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimUnitTest {

    @ParameterizedTest
    @CsvSource({"1/week, 1/day, 0.142857142857", "h, min, 60", "nM/h, uM/day, 0.024", "ug/mL, mg/L, 1",
            "g/cm3, mg/mL, 1000",
            "pg/1e6 cells/24 h, ng/cell/h, 4.1666666667e-11", "ng/(1e6 cells day), ng/1e6 cells/day, 1",
            "per day, 1/day, 1",
            "L/day, mL/min, 0.694444444", "1/(nM h), 1/(uM s), 0.27777777", "d^-1, 1/h, 0.0416666667",
            "per_day, 1/week, 7",
            "day, week, 0.142857142857"})
    void a_unit_converts_into_another_that_measures_the_same(String one, String other, double factor) {
        assertThat(ClaimUnit.of(one).orElseThrow().convert(1, ClaimUnit.of(other).orElseThrow(), "").orElseThrow())
                .isCloseTo(factor, within(1e-7 * factor));
    }

    @ParameterizedTest
    @CsvSource({"1/week, day", "cells, score", "nM, ng/mL", "pg/1e6 cells/24 h, pg/mL", "%, fold"})
    void units_that_measure_something_else_do_not_convert(String one, String other) {
        ClaimUnit unit = ClaimUnit.of(one).orElseThrow();
        assertThat(unit.convert(1, ClaimUnit.of(other).orElseThrow(), "a number")).isEmpty();
    }

    @Test
    void a_half_life_becomes_a_rate_only_where_the_statement_calls_it_so() {
        ClaimUnit hours = ClaimUnit.of("h").orElseThrow();
        ClaimUnit rate = ClaimUnit.of("1/day").orElseThrow();

        assertThat(hours.convert(24, rate, "Plasma half-life").orElseThrow()).isCloseTo(Math.log(2), within(1e-12));
        assertThat(hours.convert(24, rate, "Time to peak")).isEmpty();
    }

    @Test
    void words_that_are_no_unit_are_not_read_as_one() {
        assertThat(ClaimUnit.of("ug/g (unit not stated in the data object)")).isEmpty();
        assertThat(ClaimUnit.of("1/day or model units")).isEmpty();
        assertThat(ClaimUnit.of("1e6 cells/colon").orElseThrow().counted()).isEqualTo(Map.of("cell", 1, "colon", -1));
        assertThat(ClaimUnit.of("-").orElseThrow().counted()).isEmpty();
    }
}
