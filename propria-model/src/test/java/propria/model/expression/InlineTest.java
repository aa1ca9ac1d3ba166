package propria.model.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static propria.model.expression.Formulas.name;
import static propria.model.expression.Formulas.number;
import static propria.model.expression.Formulas.product;
import static propria.model.expression.Formulas.sum;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import propria.model.Description;
import propria.model.FunctionDefinition;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

class InlineTest {

    private static final FunctionDefinition TWICE = define("twice", sum(name("x"), name("x")), "x");

    @Test
    void a_call_becomes_the_body_over_its_arguments() {
        Expression inlined = Inline.functions(apply("twice", name("a")), Map.of("twice", TWICE));
        assertThat(inlined).isEqualTo(sum(name("a"), name("a")));
    }

    @Test
    void arguments_are_put_in_all_at_once() {
        FunctionDefinition swap = define("swap", Formulas.difference(name("x"), name("y")), "x", "y");
        Expression inlined = Inline.functions(apply("swap", name("y"), name("x")), Map.of("swap", swap));
        assertThat(inlined).isEqualTo(Formulas.difference(name("y"), name("x")));
    }

    @Test
    void functions_may_call_functions_and_stand_in_conditions() {
        FunctionDefinition four = define("four", apply("twice", apply("twice", name("x"))), "x");
        LogicalExpression big = Formulas.compare(apply("four", name("a")), LogicalExpression.Relation.GREATER,
                number(8));
        LogicalExpression inlined = Inline.functions(big, Map.of("twice", TWICE, "four", four));
        assertThat(References.calls(inlined)).isEmpty();
        assertThat(Print.of(inlined)).isEqualTo("(a + a) + (a + a) > 8");
    }

    @Test
    void a_function_that_reaches_itself_is_refused_at_its_place() {
        FunctionDefinition ping = define("ping", apply("pong", name("x")), "x");
        FunctionDefinition pong = define("pong", product(number(2), apply("ping", name("x"))), "x");
        assertThatThrownBy(() -> Inline.functions(apply("ping", name("a")), Map.of("ping", ping, "pong", pong)))
                .isInstanceOfSatisfying(ProblemException.class, thrown -> {
                    assertThat(thrown.problems().getFirst().code()).isEqualTo("M004");
                    assertThat(thrown.problems().getFirst().why()).contains("ping -> pong -> ping");
                    assertThat(thrown.problems().getFirst().place()).contains(ping.definedAt());
                });
    }

    @Test
    void an_unknown_function_or_a_wrong_number_of_arguments_is_refused() {
        assertThatThrownBy(() -> Inline.functions(apply("thrice", name("a")), Map.of("twice", TWICE)))
                .hasMessageContaining("M003").hasMessageContaining("twice");
        assertThatThrownBy(() -> Inline.functions(apply("twice", name("a"), name("b")), Map.of("twice", TWICE)))
                .hasMessageContaining("M005");
    }

    @Test
    void names_are_found_in_the_order_of_their_first_mention() {
        Expression formula = sum(name("b"), apply("f", name("a")), new Expression.RateOf("c"), name("b"));
        assertThat(References.of(formula)).containsExactly("b", "a", "c");
        assertThat(References.calls(formula)).extracting(Expression.Apply::function).containsExactly("f");
    }

    private static Expression apply(String function, Expression... arguments) {
        return new Expression.Apply(function, Arrays.asList(arguments));
    }

    private static FunctionDefinition define(String id, Expression body, String... parameters) {
        return new FunctionDefinition(id, List.of(parameters), body, Description.NONE,
                new SourceLocation("test.ant", 1, 1));
    }
}
