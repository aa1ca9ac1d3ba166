package propria.model.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static propria.model.expression.Formulas.compare;
import static propria.model.expression.Formulas.name;
import static propria.model.expression.Formulas.number;
import static propria.model.expression.Formulas.product;
import static propria.model.expression.Formulas.sum;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression.Relation;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

class ModelChecksTest {

    @Test
    void a_sound_model_passes_every_check() {
        assertThat(ModelChecks.check(Draft.sound().model())).isEmpty();
    }

    @Test
    void two_elements_of_one_name_are_found_at_the_second() {
        Problem problem = only("M001", Draft.sound().parameter("cells", 1, "item", 9));
        assertThat(problem.place()).contains(Draft.line(9));
        assertThat(problem.why()).contains("draft.ant:2:1");
    }

    @Test
    void two_formulas_for_one_quantity_are_found() {
        Draft rules = Draft.sound().variable("a", "item", 5).rule("a", name("cells"), 8).rule("a", name("cells"), 9);
        assertThat(only("M001", rules).place()).contains(Draft.line(9));
        Draft start = Draft.sound().variable("a", "item", 5).rule("a", name("cells"), 8).start("a", number(1), 9);
        assertThat(only("M001", start).what()).isEqualTo("a gets its initial value twice");
    }

    @Test
    void an_unknown_name_is_found_with_the_nearest_known_one() {
        Problem problem = only("M002", Draft.sound().reaction("growth", "cells", name("cels"), 9));
        assertThat(problem.place()).contains(Draft.line(9));
        assertThat(problem.what()).isEqualTo("cels in the rate law of growth is not defined");
        assertThat(problem.fix()).isEqualTo("did you mean cells?");
    }

    @Test
    void unknown_species_compartments_and_variables_are_found() {
        assertThat(only("M002", Draft.sound().reaction("growth", "cell", number(1), 9)).fix()).contains("cells");
        assertThat(only("M002", Draft.sound().rate("volume", number(1), 9)).what()).contains("volume");
        assertThat(only("M002", Draft.sound().event("dose", compare(new Expression.Time(), Relation.GREATER, number(1)),
                "part__dose", number(1), 9)).what()).contains("part.dose");
        Draft nowhere = Draft.sound();
        nowhere.compartments.clear();
        assertThat(only("M002", nowhere).what()).isEqualTo("the compartment body of cells is not defined");
    }

    @Test
    void a_function_sees_its_own_arguments_only() {
        Draft draft = Draft.sound().function("f", product(name("x"), name("k")), 9, "x");
        assertThat(only("M002", draft).what()).isEqualTo("k in function f is not defined");
    }

    @Test
    void an_unknown_function_is_found() {
        Draft draft = Draft.sound().function("hill", name("x"), 5, "x").reaction("growth", "cells",
                new Expression.Apply("hil", List.of(name("cells"))), 9);
        Problem problem = only("M003", draft);
        assertThat(problem.place()).contains(Draft.line(9));
        assertThat(problem.fix()).isEqualTo("did you mean hill?");
    }

    @Test
    void a_wrong_number_of_arguments_is_found_where_the_call_stands() {
        Draft draft = Draft.sound().function("f", name("x"), 5, "x").constraint(compare(
                new Expression.Apply("f", List.of(name("k"), name("k"))), Relation.GREATER, number(0)), 9);
        Problem problem = only("M005", draft);
        assertThat(problem.place()).contains(Draft.line(9));
        assertThat(problem.what()).isEqualTo("f in a constraint is called with 2 arguments");
    }

    @Test
    void a_function_that_calls_itself_is_found_even_when_nothing_calls_it() {
        Draft draft = Draft.sound().function("f", new Expression.Apply("f", List.of(name("x"))), 9, "x");
        assertThat(only("M004", draft).place()).contains(Draft.line(9));
    }

    @Test
    void a_species_under_rule_and_reaction_is_found_unless_it_is_a_boundary() {
        Draft both = Draft.sound().rate("cells", product(name("k"), name("cells")), 9);
        Problem problem = only("M006", both);
        assertThat(problem.place()).contains(Draft.line(4));
        assertThat(problem.why()).contains("draft.ant:9:1");
        Draft boundary = Draft.sound().species("food", 1, true, 5)
                .reaction("use", "food", product(name("k"), name("food")), 6)
                .rate("food", product(name("k"), name("food")), 7);
        assertThat(ModelChecks.check(boundary.model())).isEmpty();
    }

    @Test
    void a_circle_of_rules_is_found_with_its_way() {
        Draft draft = Draft.sound().variable("a", "item", 5).variable("b", "item", 6)
                .rule("a", sum(name("b"), name("cells")), 8).rule("b", name("a"), 9);
        Problem problem = only("M007", draft);
        assertThat(problem.place()).contains(Draft.line(8));
        assertThat(problem.why()).isEqualTo("a <- b <- a");
    }

    @Test
    void a_circle_over_a_rate_or_an_initial_value_is_found() {
        Draft overRate = Draft.sound().variable("a", "per_day", 5).rule("a", name("growth"), 8)
                .reaction("growth", "cells", product(name("a"), name("cells")), 9);
        assertThat(codes(overRate)).contains("M007");
        Draft atStart = Draft.sound().variable("a", "item", 5).rule("a", name("cells"), 8)
                .start("cells", name("a"), 9);
        assertThat(only("M007", atStart).why()).contains("cells <- a <- cells");
    }

    @Test
    void a_diamond_of_rules_is_no_circle() {
        Draft draft = Draft.sound().variable("a", "item", 5).variable("b", "item", 6).variable("c", "item", 7)
                .rule("a", sum(name("b"), name("c")), 8).rule("b", name("c"), 9).rule("c", name("cells"), 10);
        assertThat(ModelChecks.check(draft.model())).isEmpty();
    }

    @Test
    void a_broken_constraint_is_found_with_the_values() {
        Draft draft = Draft.sound().variable("twice", "item", 5)
                .rule("twice", product(number(2), name("cells")), 6)
                .constraint(compare(name("twice"), Relation.LESS, number(150)), 9);
        Problem problem = only("M008", draft);
        assertThat(problem.place()).contains(Draft.line(9));
        assertThat(problem.what()).contains("twice < 150");
        assertThat(problem.why()).isEqualTo("twice = 200.0");
        assertThat(ModelChecks.check(Draft.sound().constraint(
                compare(name("cells"), Relation.GREATER_OR_EQUAL, number(0)), 9).model())).isEmpty();
    }

    @Test
    void a_value_outside_its_interval_is_found() {
        assertThat(only("M009", Draft.sound().parameter("p", 3, 4, 5, 9)).place()).contains(Draft.line(9));
        assertThat(ModelChecks.check(Draft.sound().parameter("p", 4, 4, 5, 9).model())).isEmpty();
    }

    @Test
    void a_parameter_without_unit_is_a_warning_and_in_the_library_an_error() {
        Draft draft = Draft.sound().parameter("p", 3, "", 9);
        assertThat(only("M013", draft).isError()).isFalse();
        ModelChecks.require(draft.model());
        assertThat(ModelChecks.checkLibrary(draft.model())).singleElement().matches(Problem::isError)
                .extracting(Problem::code).isEqualTo("M013");
    }

    @Test
    void a_model_with_errors_is_refused_with_all_of_them() {
        Draft draft = Draft.sound().parameter("p", 3, 4, 5, 8).rate("volume", number(1), 9);
        assertThatThrownBy(() -> ModelChecks.require(draft.model())).isInstanceOfSatisfying(ProblemException.class,
                thrown -> assertThat(thrown.problems()).extracting(Problem::code).containsExactly("M009", "M002"));
    }

    @Test
    void every_code_is_explained() throws IOException {
        try (InputStream table = Objects.requireNonNull(
                ModelChecks.class.getResourceAsStream("/propria/model/problems.tsv"))) {
            List<String> lines = new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            assertThat(lines).allMatch(line -> line.split("\t").length == 4);
            assertThat(lines.stream().skip(1).map(line -> line.split("\t")[0])).containsExactlyElementsOf(
                    Stream.iterate(1, n -> n + 1).limit(14).map(n -> "M%03d".formatted(n)).toList());
        }
    }

    private static List<String> codes(Draft draft) {
        return ModelChecks.check(draft.model()).stream().map(Problem::code).toList();
    }

    private static Problem only(String code, Draft draft) {
        List<Problem> problems = ModelChecks.check(draft.model());
        assertThat(problems).extracting(Problem::code).containsExactly(code);
        return problems.getFirst();
    }
}
