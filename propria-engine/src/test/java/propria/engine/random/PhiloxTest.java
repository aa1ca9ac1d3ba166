package propria.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// The known answers are those that the authors of Philox publish with their code (Random123, `kat_vectors`).
class PhiloxTest {

    @Test
    void zeros_give_the_known_answer() {
        assertThat(Philox.block(new int[4], 0, 0)).containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
    }

    @Test
    void ones_give_the_known_answer() {
        assertThat(Philox.block(new int[]{-1, -1, -1, -1}, -1, -1)).containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6,
                0x6d5451fd);
    }

    @Test
    void digits_of_pi_give_the_known_answer() {
        assertThat(Philox.block(new int[]{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, 0xa4093822, 0x299f31d0))
                .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
    }

    @Test
    void uniform_numbers_fill_the_interval_evenly() {
        Streams streams = new Streams(7);
        int[] counts = new int[10];
        for (int i = 0; i < 20_000; i++) {
            counts[(int) (streams.uniform(i, 3, "k", 0) * 10)]++;
        }
        assertThat(Arrays.stream(counts)).allMatch(c -> StrictMath.abs(c - 2000) < 200);
    }

    @Test
    void each_part_of_the_name_changes_the_number() {
        Streams streams = new Streams(7);
        assertThat(new double[]{streams.uniform(1, 2, "k", 0), streams.uniform(2, 2, "k", 0),
                streams.uniform(1, 3, "k", 0), streams.uniform(1, 2, "l", 0), streams.uniform(1, 2, "k", 1),
                new Streams(8).uniform(1, 2, "k", 0), new Streams(7L | 1L << 40).uniform(1, 2, "k", 0)})
                .doesNotHaveDuplicates();
    }

    @Test
    void normal_quantiles_match_published_values() {
        assertThat(Normal.quantile(0.5)).isZero();
        assertThat(Normal.quantile(0.95)).isCloseTo(Normal.Z95, within(1e-14));
        assertThat(Normal.quantile(0.025)).isCloseTo(-1.959963984540054, within(1e-14));
        assertThat(Normal.quantile(1e-10)).isCloseTo(-6.361340902404056, within(1e-12));
    }
}
