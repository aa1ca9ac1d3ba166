package propria.engine.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import propria.engine.system.SparsityPattern;

/// What every linear solver must do.
class LinearSolverTest {

    static Stream<Function<SparsityPattern, LinearSolver>> solvers() {
        return Stream.of(DenseLu::new, LinearSolverTest::indexed, LinearSolverTest::generated);
    }

    private static SparseLu indexed(SparsityPattern pattern) {
        FactorLayout layout = layout(pattern);
        return new SparseLu(pattern, new boolean[pattern.size()], layout, new IndexedElimination(layout));
    }

    private static SparseLu generated(SparsityPattern pattern) {
        FactorLayout layout = layout(pattern);
        return new SparseLu(pattern, new boolean[pattern.size()], layout, GeneratedElimination.of(layout));
    }

    private static FactorLayout layout(SparsityPattern pattern) {
        return FactorLayout.of(pattern, FillPattern.of(pattern), new boolean[pattern.size()]);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void a_solution_put_back_gives_the_right_side(Function<SparsityPattern, LinearSolver> maker) {
        Random random = new Random(1);
        for (int n : List.of(0, 1, 2, 7, 40, 150)) {
            SparsityPattern pattern = randomPattern(n, random);
            LinearSolver solver = maker.apply(pattern);
            for (int trial = 0; trial < 5; trial++) {
                double[] jacobian = random.doubles(pattern.entries(), -1, 1).toArray();
                double c = StrictMath.pow(10, random.nextDouble() * 4 - 2);
                double[] x = random.doubles(n, -1, 1).toArray();
                double[] b = product(pattern, jacobian, c, x);
                assertThat(solver.factor(jacobian, c)).isTrue();
                solver.solve(b);
                assertThat(b).containsExactly(x, within(1e-8));
                for (int columns : List.of(1, 4, 7)) {
                    double[] several = repeated(product(pattern, jacobian, c, x), columns);
                    solver.solve(several, columns);
                    assertThat(several).containsExactly(repeated(x, columns), within(1e-7));
                }
            }
        }
    }

    /// Row by row, each column twice the one before.
    private static double[] repeated(double[] column, int columns) {
        double[] all = new double[column.length * columns];
        Arrays.setAll(all, k -> column[k / columns] * (1 << k % columns));
        return all;
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void a_singular_or_infinite_matrix_is_refused(Function<SparsityPattern, LinearSolver> maker) {
        LinearSolver solver = maker.apply(SparsityPattern.full(2));
        assertThat(solver.factor(new double[]{1, 0, 0, 5}, 1)).isFalse();
        assertThat(solver.factor(new double[]{0, Double.NaN, 0, 0}, 1)).isFalse();
        assertThat(solver.factor(new double[]{0, 0, Double.POSITIVE_INFINITY, 0}, 1)).isFalse();
        assertThat(solver.factor(new double[]{0, 0, 0, 0}, 1)).isTrue();
    }

    @Test
    void a_diagonal_that_vanishes_hands_over_to_row_exchanges() {
        SparseLu solver = generated(SparsityPattern.full(2));
        double[] nearlyExchanged = {1 - 1e-13, -1, -1, 1};
        assertThat(solver.factor(nearlyExchanged, 1)).isTrue();
        assertThat(solver.fellBack()).isTrue();
        double[] b = {1, 2};
        solver.solve(b);
        assertThat(b[0]).isCloseTo(2, within(1e-10));
        assertThat(b[1]).isCloseTo(1, within(1e-10));
        assertThat(solver.factor(new double[]{0, 0, 0, 0}, 1)).isTrue();
        assertThat(solver.fellBack()).isFalse();
    }

    @Test
    void an_arrow_is_eliminated_from_its_thin_end_without_fill() {
        int n = 30;
        FillPattern fill = FillPattern.of(arrow(n));
        assertThat(fill.entries()).isEqualTo(3 * n - 2);
        assertThat(LinearSolver.of(arrow(n))).isInstanceOf(SparseLu.class);
        assertThat(LinearSolver.of(SparsityPattern.full(n))).isInstanceOf(DenseLu.class);
        assertThat(LinearSolver.of(arrow(5))).isInstanceOf(SparseLu.class);
    }

    /// The patterns reach from one method of generated code to dozens, and from short rows to rows in several parts.
    @Test
    void generated_code_gives_the_bits_of_the_code_that_looks_places_up() {
        Random random = new Random(3);
        List<SparsityPattern> patterns = List.of(SparsityPattern.full(1), SparsityPattern.full(25),
                arrow(400), randomPattern(60, random), randomPattern(130, random));
        for (SparsityPattern pattern : patterns) {
            boolean[] algebraic = new boolean[pattern.size()];
            algebraic[pattern.size() / 2] = pattern.indexOf(pattern.size() / 2, pattern.size() / 2) >= 0;
            FactorLayout layout = FactorLayout.of(pattern, FillPattern.of(pattern), algebraic);
            double[] jacobian = random.doubles(pattern.entries(), -1, 1).toArray();
            double[] b = random.doubles(pattern.size(), -1, 1).toArray();
            assertThat(solved(GeneratedElimination.of(layout), layout, jacobian, b))
                    .isEqualTo(solved(new IndexedElimination(layout), layout, jacobian, b));
        }
    }

    private static List<Long> solved(Elimination elimination, FactorLayout layout, double[] jacobian, double[] b) {
        double[] factors = new double[layout.entries()];
        Arrays.fill(factors, Double.NaN);
        elimination.factor(jacobian, 0.3, factors);
        double[] x = b.clone();
        elimination.solve(factors, x);
        return Stream.of(factors, x).flatMapToDouble(Arrays::stream).mapToLong(Double::doubleToLongBits).boxed()
                .toList();
    }

    @Test
    void solvers_of_one_pattern_share_their_code_and_not_their_memory() {
        SparsityPattern pattern = arrow(30);
        assertThat(Eliminations.of(pattern, new boolean[30])).isSameAs(Eliminations.of(pattern, new boolean[30]));
        LinearSolver one = LinearSolver.of(pattern);
        LinearSolver other = LinearSolver.of(pattern);
        double[] jacobian = new double[pattern.entries()];
        assertThat(one.factor(jacobian, 1)).isTrue();
        Arrays.fill(jacobian, -0.01);
        assertThat(other.factor(jacobian, 1)).isTrue();
        double[] b = new double[30];
        b[0] = 1;
        one.solve(b);
        assertThat(b[0]).isEqualTo(1);
        assertThat(b[1]).isZero();
    }

    @Test
    void rows_of_very_different_size_are_solved_exactly() {
        LinearSolver solver = new DenseLu(SparsityPattern.full(2));
        solver.factor(new double[]{1, -1, -1e20, 0}, 1);
        double[] b = {1e20, 2};
        solver.solve(b);
        assertThat(b[0]).isCloseTo(1, within(1e-12));
        assertThat(b[1]).isCloseTo(1, within(1e-12));
    }

    /// The first row, the first column and the diagonal.
    private static SparsityPattern arrow(int n) {
        int[] starts = new int[n + 1];
        int[] rows = new int[3 * n - 2];
        int k = 0;
        for (int column = 0; column < n; column++) {
            if (column == 0) {
                for (int row = 0; row < n; row++) {
                    rows[k++] = row;
                }
            } else {
                rows[k++] = 0;
                rows[k++] = column;
            }
            starts[column + 1] = k;
        }
        return new SparsityPattern(n, starts, rows);
    }

    private static SparsityPattern randomPattern(int n, Random random) {
        int[] starts = new int[n + 1];
        int[] rows = new int[n * n];
        int k = 0;
        for (int column = 0; column < n; column++) {
            for (int row = 0; row < n; row++) {
                if (random.nextDouble() < 4.0 / n) {
                    rows[k++] = row;
                }
            }
            starts[column + 1] = k;
        }
        return new SparsityPattern(n, starts, Arrays.copyOf(rows, k));
    }

    private static double[] product(SparsityPattern pattern, double[] jacobian, double c, double[] x) {
        double[] b = x.clone();
        for (int column = 0; column < x.length; column++) {
            for (int k = pattern.columnStart(column); k < pattern.columnStart(column + 1); k++) {
                b[pattern.row(k)] -= c * jacobian[k] * x[column];
            }
        }
        return b;
    }
}
