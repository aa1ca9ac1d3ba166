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
        assertThat(Times.day("-7")).hasValue(-7);
        assertThat(Times.day("day -14")).hasValue(-14);
    }

    @Test
    void hours_and_weeks_are_days_and_a_dose_may_be_given_before_the_first_day() {
        assertThat(Times.days("24 h after TNBS", true)).containsExactly(1.0);
        assertThat(Times.days("2 h", true).getFirst()).isCloseTo(1 / 12.0, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(Times.days("week 3", true)).containsExactly(21.0);
        assertThat(Times.days("weeks 3 and 4", true)).containsExactly(21.0, 28.0);
        assertThat(Times.days("48 h after end of DSS (day 9)", true)).containsExactly(9.0);
        assertThat(Times.days("-1", true)).containsExactly(-1.0);
        assertThat(Times.days("day -3, day 0", true)).containsExactly(-3.0, 0.0);
        assertThat(Times.days("days 2-4", true)).containsExactly(2.0, 3.0, 4.0);
        assertThat(Times.day("8 weeks")).hasValue(56);
        assertThat(Times.day("72 h")).hasValue(3);
    }

    @Test
    void doses_at_equal_distances_are_counted_out_or_not_known() {
        assertThat(Times.days("every other day, d1-d7", true)).containsExactly(1.0, 3.0, 5.0, 7.0);
        assertThat(Times.days("every 3 days from day 2 to day 8", true)).containsExactly(2.0, 5.0, 8.0);
        assertThat(Times.days("weekly x 3 from day 7", true)).containsExactly(7.0, 14.0, 21.0);
        assertThat(Times.days("weekly x4", true)).isEmpty();
        assertThat(Times.days("day 1, 4 and 7", true)).containsExactly(1.0, 4.0, 7.0);
        assertThat(Times.days("day 3 and day 5", true)).containsExactly(3.0, 5.0);
    }

    @Test
    void how_long_an_insult_lasts_is_found_however_it_is_written() {
        assertThat(Times.lasts("dss (2.5%), 5 days followed by plain water")).hasValue(5);
        assertThat(Times.lasts("2.5% (wt/vol) dss, 6 days + 2 days water")).hasValue(6);
        assertThat(Times.lasts("acute dss 3 % d0-d5")).hasValue(5);
        assertThat(Times.lasts("dextran sodium sulfate 3% ad libitum from day 0 until day 6")).hasValue(6);
        assertThat(Times.lasts("dss 3%; msc on day 3; readout day 10")).isEmpty();
        assertThat(Times.percent("dss 3.5 percent for 5 d")).hasValue(3.5);
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
