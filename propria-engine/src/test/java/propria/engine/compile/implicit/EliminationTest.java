package propria.engine.compile.implicit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EliminationTest {

    @Test
    void a_column_is_told_as_shares_of_independent_ones() {
        Elimination circle = Elimination.of(new double[][]{{-1, 0, 1}, {1, -1, 0}, {0, 1, -1}});
        assertThat(circle.columns()).containsExactly(0, 1);
        assertThat(circle.shares()).containsExactly(List.of(1.0, 0.0, -1.0), List.of(0.0, 1.0, -1.0));
    }

    @Test
    void fractions_are_exact() {
        Elimination tenths = Elimination.of(new double[][]{{0.1, 0.3, 0.2}, {0.7, 2.1, 0.5}});
        assertThat(tenths.columns()).containsExactly(0, 2);
        assertThat(tenths.shares()).containsExactly(List.of(1.0, 3.0, 0.0), List.of(0.0, 0.0, 1.0));
    }

    @Test
    void nothing_has_no_columns() {
        assertThat(Elimination.of(new double[0][]).columns()).isEmpty();
        assertThat(Elimination.of(new double[][]{{0, 0}}).columns()).isEmpty();
    }
}
