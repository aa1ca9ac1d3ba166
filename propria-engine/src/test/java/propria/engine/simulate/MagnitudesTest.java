package propria.engine.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static propria.engine.compile.ModelBuilder.compare;
import static propria.engine.compile.ModelBuilder.id;
import static propria.engine.compile.ModelBuilder.n;
import static propria.engine.compile.ModelBuilder.plus;
import static propria.engine.compile.ModelBuilder.some;
import static propria.engine.compile.ModelBuilder.times;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import propria.engine.Method;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.compile.ModelBuilder;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression.Relation;

/// Numbers are as exact in one unit as in another, and rates may jump by any amount.
class MagnitudesTest {

    private static double at(double time, String output, ModelBuilder model, Tolerances tolerances, Method method) {
        return new Simulator(model.compile()).simulate(new SimulationRequest(Map.of(), List.of(), 0, time,
                List.of(time), List.of(output), tolerances, method)).value(0, 0);
    }

    private static ModelBuilder chain(double unit) {
        return new ModelBuilder().compartment("c", 1, true).amount("A", "c", unit).amount("B", "c", 0)
                .amount("C", "c", 0).reaction("F", List.of(some(1, "A")), List.of(some(1, "B")), id("A"))
                .reaction("G", List.of(some(1, "B")), List.of(some(1, "C")), times(n(3), id("B")));
    }

    /// `A` to `B` at 1, `B` to `C` at 3: `C = 1 - 1.5 exp(-t) + 0.5 exp(-3 t)`.
    @ParameterizedTest
    @EnumSource(Method.class)
    void the_usual_tolerances_serve_a_model_in_any_unit(Method method) {
        double exact = 1 - 1.5 * StrictMath.exp(-2) + 0.5 * StrictMath.exp(-6);
        for (double unit : new double[]{1e-21, 1e-15, 1e-6, 1, 1e6}) {
            assertThat(at(2, "C", chain(unit), Tolerances.DEFAULT, method) / unit).as("%s", unit)
                    .isCloseTo(exact, within(2e-5));
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void little_of_one_thing_is_exact_beside_much_of_another(Method method) {
        ModelBuilder model = chain(1e-12).amount("D", "c", 0.1).reaction("H", List.of(some(1, "D")), List.of(),
                id("D"));
        double exact = 1 - 1.5 * StrictMath.exp(-2) + 0.5 * StrictMath.exp(-6);
        assertThat(at(2, "C", model, Tolerances.DEFAULT, method) / 1e-12).isCloseTo(exact, within(1e-3));
        assertThat(at(2, "A", model, Tolerances.DEFAULT, method) / 1e-12).isCloseTo(StrictMath.exp(-2), within(1e-5));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void a_rate_that_jumps_at_a_time_is_followed_however_tight_the_tolerance(Method method) {
        Expression pulse = new Expression.Piecewise(List.of(new Expression.Case(
                compare(Relation.LESS, new Expression.Time(), n(40)), n(0))), n(1e6));
        ModelBuilder model = new ModelBuilder().compartment("c", 1, true).amount("A", "c", 0)
                .reaction("R", List.of(), List.of(some(1, "A")), pulse);
        assertThat(at(41, "A", model, new Tolerances(1e-12, 1e-16), method)).isCloseTo(1e6, within(1e-3));
    }

    /// Where rates lead back to the condition at which they jump, from both sides, there is no solution; a method that
    /// crosses it in steps that are not the smallest runs out of steps.
    @ParameterizedTest
    @EnumSource(Method.class)
    void a_condition_that_cannot_be_left_is_said(Method method) {
        Expression push = new Expression.Piecewise(List.of(new Expression.Case(
                compare(Relation.LESS, id("x"), new Expression.Time()), n(5))), n(-5));
        ModelBuilder model = new ModelBuilder().parameter("x", -1).rate("x", plus(push, n(0.5)));
        assertThatThrownBy(() -> at(3, "x", model, new Tolerances(1e-9, 1e-12), method))
                .isInstanceOfSatisfying(SimulationFailure.class,
                        failure -> assertThat(failure.problem().code()).isIn("N209", "N204"));
    }
}
