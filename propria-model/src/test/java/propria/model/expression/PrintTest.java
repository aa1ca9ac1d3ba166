package propria.model.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static propria.model.expression.Formulas.call;
import static propria.model.expression.Formulas.difference;
import static propria.model.expression.Formulas.name;
import static propria.model.expression.Formulas.negative;
import static propria.model.expression.Formulas.number;
import static propria.model.expression.Formulas.power;
import static propria.model.expression.Formulas.product;
import static propria.model.expression.Formulas.quotient;
import static propria.model.expression.Formulas.sum;

import java.util.List;
import org.junit.jupiter.api.Test;
import propria.model.expression.LogicalExpression.Relation;

class PrintTest {

    private static final Expression A = name("a");
    private static final Expression B = name("b");
    private static final Expression C = name("c");

    @Test
    void parentheses_stand_where_the_order_or_the_nesting_needs_them() {
        assertThat(Print.of(sum(A, product(B, C)))).isEqualTo("a + b*c");
        assertThat(Print.of(product(sum(A, B), C))).isEqualTo("(a + b)*c");
        assertThat(Print.of(sum(A, B, C))).isEqualTo("a + b + c");
        assertThat(Print.of(sum(sum(A, B), C))).isEqualTo("(a + b) + c");
        assertThat(Print.of(sum(A, sum(B, C)))).isEqualTo("a + (b + c)");
        assertThat(Print.of(quotient(product(A, B), C))).isEqualTo("a*b/c");
        assertThat(Print.of(quotient(A, product(B, C)))).isEqualTo("a/(b*c)");
        assertThat(Print.of(product(A, quotient(B, C)))).isEqualTo("a*(b/c)");
        assertThat(Print.of(power(power(A, B), C))).isEqualTo("(a^b)^c");
        assertThat(Print.of(power(A, power(B, C)))).isEqualTo("a^(b^c)");
        assertThat(Print.of(quotient(power(A, number(2)), power(B, number(2))))).isEqualTo("a^2/b^2");
    }

    @Test
    void a_negative_term_is_subtracted() {
        assertThat(Print.of(difference(A, B))).isEqualTo("a - b");
        assertThat(Print.of(difference(A, sum(B, C)))).isEqualTo("a - (b + c)");
        assertThat(Print.of(sum(A, product(number(-2), B)))).isEqualTo("a - 2*b");
        assertThat(Print.of(sum(A, number(-0.5)))).isEqualTo("a - 0.5");
        assertThat(Print.of(difference(A, quotient(B, C)))).isEqualTo("a - b/c");
        assertThat(Print.of(sum(A, quotient(negative(B), C)))).isEqualTo("a + (-b/c)");
        assertThat(Print.of(sum(negative(A), B))).isEqualTo("-a + b");
        assertThat(Print.of(negative(negative(A)))).isEqualTo("-(-a)");
    }

    @Test
    void a_negative_number_keeps_its_sign_to_itself() {
        assertThat(Print.of(power(number(-2), A))).isEqualTo("(-2)^a");
        assertThat(Print.of(power(A, number(-2)))).isEqualTo("a^(-2)");
        assertThat(Print.of(product(A, number(-2)))).isEqualTo("a*(-2)");
        assertThat(Print.of(quotient(A, number(-2)))).isEqualTo("a/(-2)");
    }

    @Test
    void numbers_read_back_exactly() {
        for (double value : new double[]{0.1, 1e300, 4.9e-324, 1.0 / 3, 123456789, 6.02214076e23, 1e7}) {
            assertThat(Double.parseDouble(Print.of(number(value)))).isEqualTo(value);
        }
        assertThat(Print.of(number(2))).isEqualTo("2");
        assertThat(Print.of(number(-0.0))).isEqualTo("-0");
        assertThat(Print.of(number(Double.NEGATIVE_INFINITY))).isEqualTo("-inf");
    }

    @Test
    void functions_and_branches_look_like_calls() {
        LogicalExpression low = Formulas.compare(A, Relation.LESS, number(1));
        assertThat(Print.of(call(ElementaryFunction.MAXIMUM, A, B, C))).isEqualTo("max(a, b, c)");
        assertThat(Print.of(Formulas.piecewise(B, low, C))).isEqualTo("piecewise(b, a < 1, c)");
        assertThat(Print.of(new Expression.Apply("hill", List.of(A, B)))).isEqualTo("hill(a, b)");
        assertThat(Print.of(new Expression.Delay(A, B))).isEqualTo("delay(a, b)");
        assertThat(Print.of(new Expression.RateOf("a"))).isEqualTo("rateOf(a)");
        assertThat(Print.of(new Expression.Time())).isEqualTo("time");
    }

    @Test
    void conditions_inside_conditions_stand_in_parentheses() {
        LogicalExpression low = Formulas.compare(A, Relation.LESS, number(1));
        LogicalExpression high = Formulas.compare(B, Relation.GREATER_OR_EQUAL, sum(C, number(1)));
        LogicalExpression both = new LogicalExpression.And(List.of(low, high));
        assertThat(Print.of(both)).isEqualTo("a < 1 && b >= c + 1");
        assertThat(Print.of(new LogicalExpression.Or(List.of(both, low)))).isEqualTo("(a < 1 && b >= c + 1) || a < 1");
        assertThat(Print.of(new LogicalExpression.Not(low))).isEqualTo("!(a < 1)");
        assertThat(Print.of(new LogicalExpression.ExclusiveOr(List.of(low, low)))).isEqualTo("xor(a < 1, a < 1)");
    }
}
