package propria.engine.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static propria.engine.compile.ModelBuilder.id;
import static propria.engine.compile.ModelBuilder.n;
import static propria.engine.compile.ModelBuilder.plus;
import static propria.engine.compile.ModelBuilder.some;
import static propria.engine.compile.ModelBuilder.times;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import propria.engine.Method;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.compile.ModelBuilder;
import propria.model.expression.Expression;
import propria.model.problem.ProblemException;

/// Equations without a left-hand side and equations with a past, held to solutions on paper.
class ImplicitModelsTest {

    private static final double NEAR = 1e-6;

    private static double at(double time, String output, ModelBuilder model, Method method) {
        return new Simulator(model.compile())
                .simulate(new SimulationRequest(Map.of(), List.of(), 0, time, List.of(time),
                        List.of(output), new Tolerances(1e-9, 1e-11), method))
                .value(0, 0);
    }

    private static ModelBuilder body() {
        return new ModelBuilder().compartment("c", 1, true);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TSITOURAS")
    void an_algebraic_rule_holds_its_unknown_at_the_root(Method method) {
        ModelBuilder model = body().amount("A", "c", 1)
                .reaction("R", List.of(some(1, "A")), List.of(), id("A"))
                .variable("z").algebraic(plus(times(id("z"), id("z")), times(n(-1), id("A"))));
        assertThat(at(3, "z", model, method)).isCloseTo(StrictMath.exp(-1.5), within(NEAR));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void a_delayed_decay_follows_the_method_of_steps(Method method) {
        ModelBuilder model = body().amount("A", "c", 1).reaction("R", List.of(some(1, "A")), List.of(),
                new Expression.Delay(id("A"), n(1)));
        assertThat(at(1, "A", model, method)).isCloseTo(0, within(NEAR));
        assertThat(at(2, "A", model, method)).isCloseTo(-0.5, within(NEAR));
        assertThat(at(3, "A", model, method)).isCloseTo(-1.0 / 6, within(NEAR));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TSITOURAS")
    void fast_reactions_share_a_pool_that_drains_slowly(Method method) {
        ModelBuilder model = body().amount("A", "c", 3).amount("B", "c", 0)
                .reaction("F", List.of(some(1, "A")), List.of(some(1, "B")),
                        plus(times(n(2), id("A")), times(n(-1), id("B"))), Map.of(), true)
                .reaction("R", List.of(some(1, "B")), List.of(), id("B"));
        assertThat(at(1, "B", model, method)).isCloseTo(2 * StrictMath.exp(-2.0 / 3), within(NEAR));
        assertThat(at(1, "A", model, method)).isCloseTo(StrictMath.exp(-2.0 / 3), within(NEAR));
    }

    @Test
    void an_explicit_method_refuses_what_holds_at_every_moment() {
        ModelBuilder model = body().amount("A", "c", 1).variable("z")
                .algebraic(plus(times(n(2), id("z")), times(n(-1), id("A"))));
        assertThatThrownBy(() -> at(1, "z", model, Method.TSITOURAS)).isInstanceOfSatisfying(ProblemException.class,
                refusal -> assertThat(refusal.problems().getFirst().code()).isEqualTo("N115"));
    }
}
