package propria.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Numbers carry no more digits than they deserve.
class FiguresTest {

    @Test
    void a_value_is_written_to_the_second_digit_of_its_uncertainty() {
        assertThat(Figures.within(1.23456, 0.5)).isEqualTo("1.23");
        assertThat(Figures.within(84.567, 5)).isEqualTo("84.6");
        assertThat(Figures.within(-0.001, 0.5)).isEqualTo("0.00");
        assertThat(Figures.range(-2.1289, -1.0089)).isEqualTo("−2.13 to −1.01");
    }

    @Test
    void large_and_small_numbers_use_powers_of_ten() {
        assertThat(Figures.of(1e6)).isEqualTo("1e6");
        assertThat(Figures.of(2.5e-7)).isEqualTo("2.5e-7");
        assertThat(Figures.of(1234.5)).isEqualTo("1230");
        assertThat(Figures.of(Double.NaN)).isEqualTo("–");
    }

    @Test
    void a_share_is_none_or_all_only_when_it_is() {
        assertThat(Figures.percent(0.001)).isEqualTo("under 1\u00a0%");
        assertThat(Figures.percent(0.999)).isEqualTo("over 99\u00a0%");
        assertThat(Figures.percent(1)).isEqualTo("100\u00a0%");
    }

    @Test
    void a_count_agrees_with_its_noun() {
        assertThat(Figures.count(1, "draw")).isEqualTo("1 draw");
        assertThat(Figures.count(2, "study")).isEqualTo("2 studies");
        assertThat(Figures.count(12000, "day")).isEqualTo("12\u202f000 days");
    }

    @Test
    void markup_in_text_is_shown_not_obeyed() {
        assertThat(Escape.html("<b>\"A&B\"</b>")).isEqualTo("&lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;");
    }
}
