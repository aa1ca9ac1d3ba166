package propria.model.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static propria.model.expression.Formulas.name;
import static propria.model.expression.Formulas.number;
import static propria.model.expression.Formulas.power;
import static propria.model.expression.Formulas.product;
import static propria.model.expression.Formulas.quotient;
import static propria.model.expression.Formulas.sum;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SimplifyTest {

    @Property(tries = 3000)
    void simplifying_twice_changes_nothing_more(@ForAll("any") Expression formula) {
        Expression once = Simplify.of(formula);
        assertThat(Simplify.of(once)).isEqualTo(once);
    }

    @Property(tries = 5000, seed = "20261124")
    void a_formula_keeps_its_value(@ForAll("smooth") Expression formula,
            @ForAll @DoubleRange(min = 0.1, max = 2) double x, @ForAll @DoubleRange(min = 0.1, max = 2) double y) {
        Environment here = RandomFormulas.at(x, y, 0.7);
        Assume.that(RandomFormulas.tame(formula, here));
        double before = Evaluate.of(formula, here);
        double nearby = Evaluate.of(formula, RandomFormulas.at(x * (1 + 1e-13), y * (1 + 1e-13), 0.7));
        Assume.that(Math.abs(nearby - before) <= 1e-9 * Math.abs(before));
        double after = Evaluate.of(Simplify.of(formula), here);
        assertThat(after).isEqualTo(before, within(1e-8 * Math.abs(before)));
    }

    @Test
    void neutral_numbers_go() {
        Expression x = name("x");
        assertThat(Simplify.of(sum(x, number(0)))).isEqualTo(x);
        assertThat(Simplify.of(product(number(1), x))).isEqualTo(x);
        assertThat(Simplify.of(product(x, number(0)))).isEqualTo(Expression.ZERO);
        assertThat(Simplify.of(quotient(x, number(1)))).isEqualTo(x);
        assertThat(Simplify.of(power(x, number(1)))).isEqualTo(x);
        assertThat(Simplify.of(power(x, number(0)))).isEqualTo(Expression.ONE);
    }

    @Test
    void nested_sums_and_products_become_flat_and_their_literals_one() {
        Expression x = name("x");
        Expression y = name("y");
        assertThat(Simplify.of(sum(number(1), sum(x, sum(number(2), y))))).isEqualTo(sum(x, y, number(3)));
        assertThat(Simplify.of(product(x, product(number(2), y, number(4))))).isEqualTo(product(number(8), x, y));
    }

    @Test
    void a_branch_that_is_always_taken_stands_alone() {
        Expression x = name("x");
        LogicalExpression never = Formulas.compare(number(1), LogicalExpression.Relation.GREATER, number(2));
        assertThat(Simplify.of(Formulas.piecewise(number(5), never, x))).isEqualTo(x);
        assertThat(Simplify.of(Formulas.piecewise(number(5), new LogicalExpression.Not(never), x)))
                .isEqualTo(number(5));
    }

    @Test
    void what_is_not_finite_is_left_to_be_seen() {
        Expression division = quotient(number(1), number(0));
        assertThat(Simplify.of(division)).isEqualTo(division);
        Expression root = Formulas.call(ElementaryFunction.SQRT, number(-1));
        assertThat(Simplify.of(root)).isEqualTo(root);
    }

    @Test
    void a_known_operand_of_an_exclusive_or_turns_the_rest() {
        LogicalExpression open = Formulas.compare(name("x"), LogicalExpression.Relation.LESS, number(1));
        LogicalExpression yes = new LogicalExpression.Truth(true);
        assertThat(Simplify.of(new LogicalExpression.ExclusiveOr(List.of(yes, open))))
                .isEqualTo(new LogicalExpression.Not(open));
    }

    @Provide
    Arbitrary<Expression> any() {
        return RandomFormulas.any();
    }

    @Provide
    Arbitrary<Expression> smooth() {
        return RandomFormulas.smooth();
    }
}
