package propria.model.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static propria.model.expression.Formulas.name;
import static propria.model.expression.Formulas.number;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Random numbers within formulas.
class DrawTest {

    private static final Expression PLAIN = new Expression.Draw(Distribution.NORMAL, List.of(name("x"), number(2)));
    private static final Expression BOUND = new Expression.Draw(Distribution.CAUCHY,
            List.of(name("x"), number(2), number(0), name("y")));

    @Test
    void a_draw_prints_under_a_name_that_says_whether_it_has_bounds() {
        assertThat(Print.of(PLAIN)).isEqualTo("normal(x, 2)");
        assertThat(Print.of(BOUND)).isEqualTo("truncatedCauchy(x, 2, 0, y)");
        assertThat(Distribution.named("truncatedCauchy")).contains(Distribution.CAUCHY);
        assertThat(Distribution.named("truncatedUniform")).isEmpty();
    }

    @Test
    void names_in_arguments_are_seen_and_replaced() {
        assertThat(References.of(BOUND)).containsExactly("x", "y");
        assertThat(Print.of(Substitute.in(BOUND, Map.of("y", number(7))))).isEqualTo("truncatedCauchy(x, 2, 0, 7)");
        assertThat(Print.of(Simplify.of(new Expression.Draw(Distribution.POISSON,
                List.of(Formulas.sum(number(1), number(2))))))).isEqualTo("poisson(3)");
    }

    @Test
    void a_draw_has_neither_a_value_nor_a_derivative() {
        assertThatThrownBy(() -> Evaluate.of(PLAIN, RandomFormulas.at(2, 3, 5)))
                .isInstanceOf(UnsupportedOperationException.class).hasMessageContaining("normal");
        assertThatThrownBy(() -> Derivative.of(PLAIN, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_distribution_takes_its_arguments_and_two_bounds() {
        assertThat(List.of(1, 2, 3, 4).stream().filter(Distribution.CAUCHY::takes)).containsExactly(1, 2, 4);
        assertThat(List.of(1, 2, 3, 4).stream().filter(Distribution.EXPONENTIAL::takes)).containsExactly(1, 3);
        assertThat(List.of(1, 2, 3, 4).stream().filter(Distribution.UNIFORM::takes)).containsExactly(2);
        assertThatThrownBy(() -> new Expression.Draw(Distribution.UNIFORM, List.of(number(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
