package propria.inference.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimesTest {

    @Test
    void days_are_read_as_tables_write_them() {
        assertThat(Times.days("1;4", true)).containsExactly(1.0, 4.0);
        assertThat(Times.days("0 (3 h)", true)).containsExactly(0.0);
        assertThat(Times.days("1 (24 h after acetic acid)", true)).containsExactly(1.0);
        assertThat(Times.days("7-9", true)).containsExactly(7.0, 8.0, 9.0);
        assertThat(Times.days("0;3;6 and 6;9;12", true)).containsExactly(0.0, 3.0, 6.0);
        assertThat(Times.days("3 doses in cycle 1", true)).isEmpty();
        assertThat(Times.day("9-12")).hasValue(10.5);
        assertThat(Times.day("1;3;5")).hasValue(3);
        assertThat(Times.day("")).isEmpty();
    }

    @Test
    void insults_and_readings_are_found_in_descriptions() {
        assertThat(Times.percent("dss 2.5% 5 d; readout day 9")).hasValue(2.5);
        assertThat(Times.lasts("dss 2.5% 5 d; readout day 9")).hasValue(5);
        assertThat(Times.lasts("dss 2% d0-7")).hasValue(7);
        assertThat(Times.readOut("dss 2.5% 5 d; readout day 9")).hasValue(9);
        assertThat(Times.readOut("tnbs; readout 2 wk after infusion")).hasValue(14);
        assertThat(Times.readOut("tnbs intrarectal, readout 72 h")).hasValue(3);
        assertThat(Times.amount("1e5-5e6").orElseThrow()).isBetween(7.0e5, 7.1e5);
    }
}
