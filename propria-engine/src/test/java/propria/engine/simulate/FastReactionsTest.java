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
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import propria.engine.Method;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.compile.ModelBuilder;
import propria.model.SpeciesReference;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression;
import propria.model.expression.LogicalExpression.Relation;

/// Reactions that run infinitely fast, held to solutions on paper by every step method.
class FastReactionsTest {

    private static final double NEAR = 1e-6;

    private static double[] at(double time, ModelBuilder model, Method method, String... outputs) {
        var course = new Simulator(model.compile()).simulate(new SimulationRequest(Map.of(), List.of(), 0,
                StrictMath.max(time, 1), List.of(time), List.of(outputs), new Tolerances(1e-9, 1e-11), method));
        return IntStream.range(0, outputs.length).mapToDouble(i -> course.value(0, i)).toArray();
    }

    private static ModelBuilder body() {
        return new ModelBuilder().compartment("c", 1, true);
    }

    private static List<SpeciesReference> of(String... ids) {
        return List.of(ids).stream().map(species -> some(1, species)).toList();
    }

    private static ModelBuilder fast(ModelBuilder model, String reaction, List<SpeciesReference> from,
            List<SpeciesReference> to, Expression law) {
        return model.reaction(reaction, from, to, law, Map.of(), true);
    }

    private static Expression minus(Expression a) {
        return times(n(-1), a);
    }

    private static LogicalExpression after(double time) {
        return compare(Relation.GREATER_OR_EQUAL, new Expression.Time(), n(time));
    }

    /// `x' = K (x - x^3 / 3 - z)`, `z' = x` is the oscillator of van der Pol; for K without bound, x jumps from 1 to -2
    /// and from -1 to 2, and a turn takes 3 - 2 ln 2 (Hairer & Wanner II, IV.1).
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TSITOURAS")
    void an_equilibrium_that_ends_is_left_for_another(Method method) {
        Expression x = id("x");
        ModelBuilder model = body().amount("x", "c", 2).parameter("z", -2.0 / 3);
        fast(model, "F", List.of(), of("x"), plus(x, times(n(-1.0 / 3), times(x, times(x, x))), minus(id("z"))))
                .rate("z", x);
        double turn = 3 - 2 * StrictMath.log(2);
        assertThat(at(0.5 * turn, model, method, "z")[0]).isCloseTo(2.0 / 3, within(NEAR));
        assertThat(at(turn * (0.5 - 1e-3), model, method, "x")[0]).isBetween(1.0, 1.1);
        assertThat(at(turn * (0.5 + 1e-6), model, method, "x")[0]).isCloseTo(-2, within(1e-4));
        assertThat(at(3.25 * turn, model, method, "x", "z")).containsExactly(
                at(0.25 * turn, model, method, "x", "z"), within(NEAR));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TSITOURAS")
    void rivals_for_one_substrate_get_their_shares(Method method) {
        ModelBuilder model = body().amount("A", "c", 4).amount("B", "c", 0).amount("C", "c", 0)
                .reaction("feed", List.of(), of("A"), n(2));
        fast(model, "F", of("A"), of("B"), times(n(3), id("A")));
        fast(model, "G", of("A"), of("C"), times(plus(n(1), new Expression.Time()), id("A")));
        double share = 4 * 0.75 + 2 * 3 * StrictMath.log(6.0 / 4);
        assertThat(at(0, model, method, "A", "B", "C")).containsExactly(new double[]{0, 3, 1}, within(NEAR));
        assertThat(at(2, model, method, "A", "B", "C")).containsExactly(new double[]{0, share, 8 - share},
                within(NEAR));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TSITOURAS")
    void the_state_that_a_reaction_sets_out_from_decides_where_it_comes_to(Method method) {
        for (double start : new double[]{0.99, 1.01}) {
            Expression x = id("x");
            ModelBuilder model = body().amount("x", "c", start);
            fast(model, "F", List.of(), of("x"), times(x, times(plus(x, n(-1)), plus(n(2), minus(x)))));
            assertThat(at(1, model, method, "x")[0]).isCloseTo(start < 1 ? 0 : 2, within(NEAR));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TSITOURAS")
    void a_circle_of_reactions_that_never_turn_back_shares_what_there_is(Method method) {
        ModelBuilder model = body().amount("A", "c", 11).amount("B", "c", 0).amount("C", "c", 0);
        fast(model, "F", of("A"), of("B"), id("A"));
        fast(model, "G", of("B"), of("C"), times(n(2), id("B")));
        fast(model, "H", of("C"), of("A"), times(n(3), id("C")));
        assertThat(at(1, model, method, "A", "B", "C")).containsExactly(new double[]{6, 3, 2}, within(NEAR));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TSITOURAS")
    void a_reaction_of_second_order_takes_all_that_is_fed(Method method) {
        ModelBuilder model = body().amount("A", "c", 1).amount("B", "c", 0)
                .reaction("feed", List.of(), of("A"), n(3));
        fast(model, "F", List.of(some(2, "A")), of("B"), times(id("A"), id("A")));
        assertThat(at(2, model, method, "A", "B")).containsExactly(new double[]{0, 3.5}, within(NEAR));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TSITOURAS")
    void what_has_reacted_keeps_the_stoichiometry_that_it_reacted_with(Method method) {
        SpeciesReference growing = new SpeciesReference("B", n(1), Optional.of("n"));
        ModelBuilder model = body().amount("A", "c", 1).amount("B", "c", 0)
                .reaction("feed", List.of(), of("A"), n(1)).rate("n", n(2));
        fast(model, "F", of("A"), List.of(growing), id("A"));
        assertThat(at(3, model, method, "B")[0]).isCloseTo(1 + 3 + 9, within(NEAR));
        ModelBuilder stepwise = body().amount("A", "c", 1).amount("B", "c", 0)
                .reaction("feed", List.of(), of("A"), n(1)).event("E", after(2), Map.of("n", n(5)));
        fast(stepwise, "F", of("A"), List.of(growing), id("A"));
        assertThat(at(3, stepwise, method, "B")[0]).isCloseTo(1 + 2 + 5, within(NEAR));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TSITOURAS")
    void a_delay_sees_what_was_before_the_reaction_ran(Method method) {
        ModelBuilder model = body().amount("A", "c", 2).amount("B", "c", 3).variable("late")
                .reaction("feed", List.of(), of("A"), n(1)).assign("late", new Expression.Delay(id("B"), n(1)));
        fast(model, "F", of("A"), of("B"), id("A"));
        assertThat(at(0.5, model, method, "late", "B")).containsExactly(new double[]{3, 5.5}, within(NEAR));
        assertThat(at(3, model, method, "late", "B")).containsExactly(new double[]{7, 8}, within(NEAR));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TSITOURAS")
    void a_reaction_is_switched_on_and_off_and_round(Method method) {
        Expression both = new Expression.Piecewise(
                List.of(new Expression.Case(after(2), id("B")), new Expression.Case(after(1), n(0))),
                minus(id("A")));
        ModelBuilder model = body().amount("A", "c", 3).amount("B", "c", 3).reaction("feed", List.of(), of("A"), n(1));
        fast(model, "F", of("B"), of("A"), both);
        assertThat(at(0.5, model, method, "A", "B")).containsExactly(new double[]{0, 6.5}, within(NEAR));
        assertThat(at(1.5, model, method, "A", "B")).containsExactly(new double[]{0.5, 7}, within(NEAR));
        assertThat(at(2, model, method, "A", "B")).containsExactly(new double[]{8, 0}, within(NEAR));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TSITOURAS")
    void how_large_amounts_and_how_slow_rates_are_makes_no_difference(Method method) {
        for (double mole : new double[]{1e-18, 1e6}) {
            double rate = 1e-9;
            ModelBuilder model = body().amount("A", "c", 3 * mole).amount("B", "c", 0)
                    .reaction("drain", of("B"), List.of(), id("B"));
            fast(model, "F", of("A"), of("B"), plus(times(n(2 * rate), id("A")), times(n(-rate), id("B"))));
            assertThat(at(1, model, method, "B")[0] / mole).isCloseTo(2 * StrictMath.exp(-2.0 / 3), within(NEAR));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TSITOURAS")
    void what_never_rests_is_said(Method method) {
        ModelBuilder model = body().amount("A", "c", 1);
        fast(model, "F", List.of(), of("A"), n(1));
        assertThatThrownBy(() -> at(1, model, method, "A")).isInstanceOfSatisfying(SimulationFailure.class,
                failure -> assertThat(failure.problem().code()).isEqualTo("N208"));
    }
}
