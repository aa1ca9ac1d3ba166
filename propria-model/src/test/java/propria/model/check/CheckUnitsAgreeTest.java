package propria.model.check;

import static org.assertj.core.api.Assertions.assertThat;
import static propria.model.expression.Formulas.call;
import static propria.model.expression.Formulas.compare;
import static propria.model.expression.Formulas.name;
import static propria.model.expression.Formulas.number;
import static propria.model.expression.Formulas.piecewise;
import static propria.model.expression.Formulas.power;
import static propria.model.expression.Formulas.product;
import static propria.model.expression.Formulas.quotient;
import static propria.model.expression.Formulas.sum;

import java.util.List;
import org.junit.jupiter.api.Test;
import propria.model.expression.ElementaryFunction;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression.Relation;
import propria.model.problem.Problem;

class CheckUnitsAgreeTest {

    private static final Expression CELLS = name("cells");

    @Test
    void a_rate_law_without_per_time_is_found_with_both_units() {
        Problem problem = only("M010", Draft.sound().reaction("growth", "cells", CELLS, 9));
        assertThat(problem.place()).contains(Draft.line(9));
        assertThat(problem.what()).isEqualTo("units clash in the rate law of growth");
        assertThat(problem.why()).isEqualTo("cells is in item, a rate law in 1.1574074074074073E-5 s^-1 item");
    }

    @Test
    void a_sum_of_unlike_quantities_is_found_with_both_parts() {
        Problem problem = only("M010",
                Draft.sound().variable("a", "item", 5).rule("a", sum(CELLS, name("k")), 9));
        assertThat(problem.what()).isEqualTo("units clash in the rule of a");
        assertThat(problem.why()).isEqualTo("cells is in item, k in per_day (1.1574074074074073E-5 s^-1)");
    }

    @Test
    void a_bare_number_goes_with_any_unit_in_a_sum_but_not_in_a_product() {
        Draft fits = Draft.sound().variable("a", "item", 5)
                .rule("a", call(ElementaryFunction.MAXIMUM, sum(CELLS, number(1)), number(0)), 9);
        assertThat(found(fits)).isEmpty();
        Draft clash = Draft.sound().variable("a", "per_day", 5).rule("a", product(number(2), CELLS), 9);
        assertThat(only("M010", clash).why()).startsWith("2*cells is in item");
    }

    @Test
    void hour_and_day_differ_in_size_only_and_give_a_warning() {
        Draft draft = Draft.sound().parameter("q", 1, "per_hour", 5)
                .reaction("growth", "cells", product(name("q"), CELLS), 9);
        Problem problem = only("M011", draft);
        assertThat(problem.isError()).isFalse();
        assertThat(problem.why()).contains("24.0");
    }

    @Test
    void the_argument_of_an_exponential_is_a_pure_number() {
        Draft draft = Draft.sound().variable("a", "dimensionless", 5)
                .rule("a", call(ElementaryFunction.EXP, name("k")), 9);
        assertThat(only("M010", draft).why()).contains("an argument of exp, which is a pure number");
        Draft fits = Draft.sound().variable("a", "dimensionless", 5)
                .rule("a", call(ElementaryFunction.EXP, product(name("k"), new Expression.Time())), 9);
        assertThat(found(fits)).isEmpty();
    }

    @Test
    void a_hill_term_keeps_its_unit_when_the_exponent_never_changes() {
        Expression raised = power(CELLS, name("n"));
        Expression hill = quotient(raised, sum(power(name("K"), name("n")), raised));
        Draft fits = Draft.sound().parameter("n", 2, "dimensionless", 5).parameter("K", 10, "item", 6)
                .variable("a", "dimensionless", 7).rule("a", hill, 9);
        assertThat(found(fits)).isEmpty();
        Draft clash = Draft.sound().parameter("n", 2, "dimensionless", 5).parameter("K", 10, "dimensionless", 6)
                .variable("a", "dimensionless", 7).rule("a", hill, 9);
        assertThat(only("M010", clash).why()).contains("cells^n", "K^n");
    }

    @Test
    void a_root_of_a_square_has_the_unit_of_the_side() {
        Draft draft = Draft.sound().variable("a", "item", 5)
                .rule("a", call(ElementaryFunction.SQRT, product(CELLS, CELLS)), 8).variable("b", "item", 6)
                .rule("b", call(ElementaryFunction.ROOT, number(3), power(CELLS, number(3))), 9);
        assertThat(found(draft)).isEmpty();
    }

    @Test
    void rate_rules_initial_values_triggers_and_event_assignments_are_checked() {
        assertThat(only("M010", Draft.sound().variable("a", "item", 5).rate("a", CELLS, 9)).why())
                .contains("the change of a per time");
        assertThat(only("M010", Draft.sound().start("cells", name("k"), 9)).what())
                .isEqualTo("units clash in the initial value of cells");
        assertThat(only("M010", Draft.sound().event("dose", compare(CELLS, Relation.LESS, name("k")), "cells",
                number(5), 9)).what()).isEqualTo("units clash in the trigger of event dose");
        assertThat(only("M010", Draft.sound().event("dose", compare(CELLS, Relation.LESS, number(3)), "cells",
                name("k"), 9)).what()).isEqualTo("units clash in what event dose gives cells");
    }

    @Test
    void the_branches_of_a_piecewise_formula_are_alike() {
        Draft draft = Draft.sound().variable("a", "item", 5).rule("a",
                piecewise(CELLS, compare(new Expression.Time(), Relation.GREATER, number(1)), name("k")), 9);
        assertThat(only("M010", draft).why()).contains("cells is in item", "k in per_day");
    }

    @Test
    void functions_are_seen_through() {
        Draft draft = Draft.sound().function("f", sum(name("x"), name("y")), 5, "x", "y").variable("a", "item", 6)
                .rule("a", new Expression.Apply("f", List.of(CELLS, name("k"))), 9);
        assertThat(only("M010", draft).place()).contains(Draft.line(9));
    }

    @Test
    void a_name_without_unit_is_not_judged() {
        Draft draft = Draft.sound().parameter("p", 3, "", 5).variable("a", "item", 6)
                .rule("a", product(name("p"), name("k")), 9);
        assertThat(found(draft)).isEmpty();
    }

    @Test
    void an_unknown_unit_is_found_with_the_nearest_known_one() {
        Problem problem = only("M012", Draft.sound().parameter("p", 3, "per_dai", 9));
        assertThat(problem.place()).contains(Draft.line(9));
        assertThat(problem.fix()).isEqualTo("did you mean per_day?");
    }

    @Test
    void a_unit_defined_by_itself_is_found() {
        assertThat(found(Draft.sound().unit("a", "b", 1, 1).unit("b", "a", 1, 1))).extracting(Problem::code)
                .containsOnly("M014");
    }

    private static List<Problem> found(Draft draft) {
        return new CheckUnitsAgree().check(draft.model());
    }

    private static Problem only(String code, Draft draft) {
        List<Problem> problems = found(draft);
        assertThat(problems).extracting(Problem::code).containsExactly(code);
        return problems.getFirst();
    }
}
