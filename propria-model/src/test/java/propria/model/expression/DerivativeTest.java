package propria.model.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static propria.model.expression.Formulas.call;
import static propria.model.expression.Formulas.name;
import static propria.model.expression.Formulas.number;
import static propria.model.expression.Formulas.power;
import static propria.model.expression.Formulas.product;
import static propria.model.expression.Formulas.quotient;
import static propria.model.expression.Formulas.sum;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DerivativeTest {

    private static final Expression X = name("x");

    @Property(tries = 5000, seed = "20261124")
    void a_derivative_agrees_with_central_differences(@ForAll("smooth") Expression formula,
            @ForAll @DoubleRange(min = 0.1, max = 2) double x, @ForAll @DoubleRange(min = 0.1, max = 2) double y) {
        Assume.that(RandomFormulas.tame(formula, RandomFormulas.at(x, y, 0.7)));
        double coarse = difference(formula, x, y, 1e-4);
        double fine = difference(formula, x, y, 5e-5);
        double extrapolated = fine + (fine - coarse) / 3;
        double scale = 1 + Math.abs(extrapolated) + Math.abs(Evaluate.of(formula, RandomFormulas.at(x, y, 0.7)));
        Assume.that(Math.abs(fine - coarse) < 1e-6 * scale);
        double exact = Evaluate.of(Derivative.of(formula, "x"), RandomFormulas.at(x, y, 0.7));
        // At the edge of the domain of a function, such as arcsin(x/x), there is nothing to compare.
        Assume.that(Math.abs(exact) < 1e6);
        assertThat(exact).isEqualTo(extrapolated, within(1e-6 * scale));
    }

    @ParameterizedTest
    @EnumSource
    void each_function_has_the_slope_that_its_values_show(ElementaryFunction function) {
        double at = switch (function) {
            case ARCSEC, ARCCSC, ARCCOSH, ARCCOTH -> 1.7;
            default -> 0.6;
        };
        Expression formula = function.takes(1) ? call(function, X) : call(function, power(X, number(2)), sum(X, X, X));
        double expected = function == ElementaryFunction.FACTORIAL ? 0 : difference(formula, at, 1, 1e-5);
        double exact = Evaluate.of(Derivative.of(formula, "x"), RandomFormulas.at(at, 1, 0));
        assertThat(exact).isEqualTo(expected, within(1e-7));
    }

    @Test
    void a_hill_term_can_be_differentiated_at_zero() {
        Expression hill = quotient(power(X, name("n")), sum(power(name("K"), name("n")), power(X, name("n"))));
        Environment atZero = environment(Map.of("x", 0.0, "n", 2.0, "K", 3.0));
        assertThat(Evaluate.of(Derivative.of(hill, "x"), atZero)).isZero();
        assertThat(Evaluate.of(Derivative.of(hill, "n"), atZero)).isZero();
        Environment above = environment(Map.of("x", 3.0, "n", 2.0, "K", 3.0));
        assertThat(Evaluate.of(Derivative.of(hill, "x"), above)).isEqualTo(1.0 / 6, within(1e-14));
    }

    @Test
    void constant_exponents_give_short_derivatives() {
        assertThat(Derivative.of(power(X, number(2)), "x")).isEqualTo(product(number(2), X));
        assertThat(Derivative.of(power(X, number(3)), "x")).isEqualTo(product(number(3), power(X, number(2))));
        assertThat(Derivative.of(product(name("k"), X), "x")).isEqualTo(name("k"));
    }

    @Test
    void the_greatest_argument_alone_decides() {
        Expression greatest = call(ElementaryFunction.MAXIMUM, X, product(number(5), X), number(3));
        assertThat(Evaluate.of(Derivative.of(greatest, "x"), RandomFormulas.at(2, 0, 0))).isEqualTo(5);
        assertThat(Evaluate.of(Derivative.of(greatest, "x"), RandomFormulas.at(0.1, 0, 0))).isZero();
        assertThat(Evaluate.of(Derivative.of(greatest, "x"), RandomFormulas.at(-9, 0, 0))).isZero();
    }

    @Test
    void a_piecewise_formula_is_differentiated_branch_by_branch() {
        LogicalExpression late = Formulas.compare(new Expression.Time(), LogicalExpression.Relation.GREATER, number(1));
        Expression formula = Formulas.piecewise(power(X, number(2)), late, X);
        assertThat(Derivative.of(formula, "x"))
                .isEqualTo(Formulas.piecewise(product(number(2), X), late, number(1)));
    }

    @Test
    void time_is_a_variable_of_its_own() {
        Expression formula = product(X, power(new Expression.Time(), number(2)));
        assertThat(Evaluate.of(Derivative.byTime(formula), RandomFormulas.at(3, 0, 4))).isEqualTo(24);
    }

    @Test
    void what_has_no_known_derivative_is_refused() {
        assertThatThrownBy(() -> Derivative.of(new Expression.RateOf("x"), "x"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("rate of change of x");
        assertThatThrownBy(() -> Derivative.of(new Expression.Apply("f", List.of(X)), "x"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("function f");
        assertThatThrownBy(() -> Derivative.of(new Expression.Delay(name("y"), X), "x"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("delay(y, x)");
        assertThat(Derivative.of(new Expression.Delay(X, number(1)), "x")).isEqualTo(Expression.ZERO);
    }

    private static double difference(Expression formula, double x, double y, double h) {
        return (Evaluate.of(formula, RandomFormulas.at(x + h, y, 0.7))
                - Evaluate.of(formula, RandomFormulas.at(x - h, y, 0.7))) / (2 * h);
    }

    private static Environment environment(Map<String, Double> values) {
        return new Environment() {
            @Override
            public double value(String id) {
                return Objects.requireNonNull(values.get(id), id);
            }

            @Override
            public double time() {
                return 0;
            }
        };
    }

    @Provide
    Arbitrary<Expression> smooth() {
        return RandomFormulas.smooth();
    }
}
