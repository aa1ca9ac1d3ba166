package propria.app.report.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Labels stand clear of one another, and scales put round numbers where they belong.
class LabelsTest {

    @Property
    void labels_that_fit_never_overlap_and_never_leave_the_picture(
            @ForAll @Size(min = 1, max = 8) double @DoubleRange(min = 0, max = 300) [] wanted) {
        double[] heights = new double[wanted.length];
        Arrays.fill(heights, 18);
        double[] placed = Labels.spread(wanted, heights, 0, 300);
        double[] sorted = placed.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            assertThat(sorted[i]).isBetween(9 - 1e-9, 291 + 1e-9);
            assertThat(i == 0 ? 18.0 : sorted[i] - sorted[i - 1]).isGreaterThanOrEqualTo(18 - 1e-9);
        }
    }

    @Test
    void a_label_alone_stays_where_it_wants_to_be() {
        assertThat(Labels.spread(new double[]{120}, new double[]{18}, 0, 300)).containsExactly(120);
    }

    @Test
    void long_text_is_cut_at_spaces() {
        assertThat(Labels.wrap("IFN-gamma-primed umbilical-cord MSC", 20, 3)).containsExactly("IFN-gamma-primed",
                "umbilical-cord MSC");
    }

    @Test
    void ticks_are_round_and_inside() {
        assertThat(Scale.linear(-0.3, 4.2, 0, 100).ticks(5)).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0);
        assertThat(Scale.linear(-7, 84, 0, 100).dayTicks(12)).containsExactly(-7.0, 0.0, 7.0, 14.0, 21.0, 28.0, 35.0,
                42.0, 49.0, 56.0, 63.0, 70.0, 77.0, 84.0);
        assertThat(new Scale(1e3, 1e7, 0, 100, true).ticks(5)).containsExactly(1e3, 1e4, 1e5, 1e6, 1e7);
    }

    @Test
    void equal_ratios_are_equally_long_on_a_logarithmic_scale() {
        Scale scale = new Scale(1, 1e4, 0, 100, true);
        assertThat(scale.at(1e2)).isCloseTo(50, offset(1e-9));
        assertThat(scale.within(0)).isZero();
    }
}
