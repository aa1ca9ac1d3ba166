package propria.study.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Counting digits gives the bits of sorting.
class SelectionTest {

    private static final double[] PROBABILITIES = {0, 0.05, 0.25, 0.5, 0.75, 0.95, 1};

    /// The values in groups of one size.
    private static Consumer<Storage.Visitor> grouped(double[] values, int size) {
        return visitor -> {
            for (int from = 0; from < values.length; from += size) {
                double[] group = Arrays.copyOfRange(values, from, Math.min(from + size, values.length));
                visitor.group(0, from, new double[][]{group});
            }
        };
    }

    private static long[] bits(Columns.Described described) {
        double[] all = Arrays.copyOf(described.quantiles(), PROBABILITIES.length + 3);
        all[PROBABILITIES.length] = described.mean();
        all[PROBABILITIES.length + 1] = described.sd();
        all[PROBABILITIES.length + 2] = described.n();
        return Arrays.stream(all).mapToLong(Double::doubleToLongBits).toArray();
    }

    private static void assertSame(double[] values, int size) {
        double[] numbers = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        Columns.Described counted = new Selection(1, grouped(values, size), PROBABILITIES).describe().getFirst();
        assertThat(bits(counted)).isEqualTo(bits(Columns.of(numbers, PROBABILITIES)));
    }

    @Property(tries = 60)
    void any_values_in_groups_of_any_size(@ForAll @Size(max = 40) List<Double> values,
            @ForAll @IntRange(min = 1, max = 9) int size) {
        assertSame(values.stream().mapToDouble(Double::doubleValue).toArray(), size);
    }

    @Test
    void many_values_close_to_each_other_with_gaps_repeats_and_both_zeros() {
        double[] values = new double[60_000];
        java.util.Random random = new java.util.Random(5);
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (i % 7) {
                case 0 -> Double.NaN;
                case 1 -> 100;
                case 2 -> i % 2 == 0 ? -0.0 : 0.0;
                case 3 -> -random.nextDouble() * 1e-300;
                default -> 100 + random.nextGaussian() * 1e-9;
            };
        }
        assertSame(values, 500);
    }

    @Test
    void a_column_without_numbers_has_no_quantile() {
        assertSame(new double[]{Double.NaN, Double.NaN}, 1);
        assertSame(new double[0], 1);
        assertSame(new double[]{3}, 1);
    }

    @Test
    void keys_rise_with_numbers_and_lead_back_to_them() {
        double[] rising = {Double.NEGATIVE_INFINITY, -2, -1, -Double.MIN_VALUE, -0.0, 0.0, Double.MIN_VALUE, 1, 1.5,
                Double.POSITIVE_INFINITY};
        for (int i = 0; i < rising.length; i++) {
            assertThat(Selection.number(Selection.key(rising[i]))).isEqualTo(rising[i]);
            assertThat(i == 0 || Long.compareUnsigned(Selection.key(rising[i - 1]), Selection.key(rising[i])) < 0)
                    .isTrue();
        }
    }
}
