package propria.model.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static propria.model.expression.Formulas.call;
import static propria.model.expression.Formulas.name;
import static propria.model.expression.Formulas.number;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateTest {

    private static final Environment HERE = RandomFormulas.at(2, 3, 5);

    @Test
    void names_and_time_stand_for_their_values() {
        assertThat(Evaluate.of(name("x"), HERE)).isEqualTo(2);
        assertThat(Evaluate.of(new Expression.Time(), HERE)).isEqualTo(5);
    }

    @Test
    void sums_and_products_run_from_left_to_right() {
        Expression big = number(1e16);
        assertThat(Evaluate.of(Formulas.sum(big, number(1), number(-1e16)), HERE)).isZero();
        assertThat(Evaluate.of(Formulas.sum(big, number(-1e16), number(1)), HERE)).isEqualTo(1);
        assertThat(Evaluate.of(new Expression.Sum(List.of()), HERE)).isZero();
        assertThat(Evaluate.of(new Expression.Product(List.of()), HERE)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"QUOTIENT,-7,2,-3", "REMAINDER,-7,2,-1", "REMAINDER,7,-2,1", "LOG,2,8,3", "LOG,10,1000,3",
            "ROOT,3,-8,-2", "ROOT,5,-32,-2", "ROOT,2,9,3", "MINIMUM,2,-1,-1", "MAXIMUM,2,-1,2"})
    void functions_of_two_arguments_follow_the_standard(ElementaryFunction function, double a, double b, double value) {
        assertThat(ElementaryValue.of(function, a, b)).isEqualTo(value, within(1e-14));
    }

    @Test
    void a_factorial_is_one_of_whole_numbers_only() {
        assertThat(ElementaryValue.of(ElementaryFunction.FACTORIAL, 0)).isEqualTo(1);
        assertThat(ElementaryValue.of(ElementaryFunction.FACTORIAL, 5)).isEqualTo(120);
        assertThat(ElementaryValue.of(ElementaryFunction.FACTORIAL, 1e300)).isInfinite();
        assertThat(ElementaryValue.of(ElementaryFunction.FACTORIAL, 2.5)).isNaN();
        assertThat(ElementaryValue.of(ElementaryFunction.FACTORIAL, -1)).isNaN();
    }

    @Property
    void inverse_functions_undo_what_they_invert(@ForAll @DoubleRange(min = 0.05, max = 1.5) double x) {
        for (String name : List.of("SIN", "COS", "TAN", "SEC", "CSC", "COT", "SINH", "COSH", "TANH", "SECH", "CSCH",
                "COTH")) {
            double forth = ElementaryValue.of(ElementaryFunction.valueOf(name), x);
            double back = ElementaryValue.of(ElementaryFunction.valueOf("ARC" + name), forth);
            assertThat(back).as(name).isEqualTo(x, within(1e-12));
        }
    }

    @Test
    void a_function_refuses_a_wrong_number_of_arguments() {
        assertThatThrownBy(() -> ElementaryValue.of(ElementaryFunction.EXP, 1, 2))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("exp");
    }

    @Test
    void the_first_branch_that_holds_is_taken() {
        LogicalExpression yes = new LogicalExpression.Truth(true);
        Expression formula = new Expression.Piecewise(
                List.of(new Expression.Case(new LogicalExpression.Not(yes), number(1)),
                        new Expression.Case(yes, number(2)), new Expression.Case(yes, number(3))),
                number(4));
        assertThat(Evaluate.of(formula, HERE)).isEqualTo(2);
        assertThat(Evaluate.of(new Expression.Piecewise(List.of(), number(4)), HERE)).isEqualTo(4);
    }

    @Test
    void an_exclusive_or_asks_for_an_odd_number() {
        LogicalExpression yes = new LogicalExpression.Truth(true);
        assertThat(Evaluate.of(new LogicalExpression.ExclusiveOr(List.of(yes, yes, yes)), HERE)).isTrue();
        assertThat(Evaluate.of(new LogicalExpression.ExclusiveOr(List.of(yes, yes)), HERE)).isFalse();
        assertThat(Evaluate.of(new LogicalExpression.And(List.of()), HERE)).isTrue();
        assertThat(Evaluate.of(new LogicalExpression.Or(List.of()), HERE)).isFalse();
    }

    @Test
    void a_comparison_with_what_is_not_a_number_fails() {
        Expression none = call(ElementaryFunction.SQRT, number(-1));
        assertThat(Evaluate.of(Formulas.compare(none, LogicalExpression.Relation.EQUAL, none), HERE)).isFalse();
        assertThat(Evaluate.of(Formulas.compare(none, LogicalExpression.Relation.NOT_EQUAL, none), HERE)).isTrue();
    }

    @Test
    void the_past_is_the_present_only_at_no_lag() {
        assertThat(Evaluate.of(new Expression.Delay(name("x"), number(0)), HERE)).isEqualTo(2);
        assertThatThrownBy(() -> Evaluate.of(new Expression.Delay(name("x"), number(1)), HERE))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
