package propria.engine.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static propria.engine.compile.ModelBuilder.compare;
import static propria.engine.compile.ModelBuilder.id;
import static propria.engine.compile.ModelBuilder.n;
import static propria.engine.compile.ModelBuilder.plus;
import static propria.engine.compile.ModelBuilder.some;
import static propria.engine.compile.ModelBuilder.times;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import propria.engine.ScheduledChange;
import propria.engine.Trajectory;
import propria.engine.compile.ModelBuilder;
import propria.engine.simulate.Simulator;
import propria.model.expression.Distribution;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression.Relation;
import propria.model.problem.ProblemException;

/// What happens between turns: events, the clock, changes from outside, and what is refused.
class EventsTurnByTurnTest {

    private static final Expression TIME = new Expression.Time();

    private static Ensemble many(ModelBuilder model, double end, int points, String... outputs) {
        return new StochasticSimulator(model.compile()).simulate(Networks.request(end, points, outputs),
                StochasticMethod.DIRECT, 1, 4000);
    }

    private static Trajectory one(ModelBuilder model, double end, int points, String... outputs) {
        return new StochasticSimulator(model.compile()).trajectory(Networks.request(end, points, outputs),
                StochasticMethod.DIRECT, 1, 0);
    }

    @Test
    void an_event_at_a_time_resets_an_amount() {
        ModelBuilder model = Networks.immigrationDeath().event("e", compare(Relation.GREATER_OR_EQUAL, TIME, n(12.5)),
                Map.of("X", n(50)));
        Ensemble found = many(model, 20, 20, "X");
        for (int row = 0; row <= 20; row++) {
            double left = row < 12.5 ? 0 : 50 * StrictMath.exp(-0.2 * (row - 12.5));
            double mean = left + 25 * (1 - StrictMath.exp(-0.2 * (row < 12.5 ? row : row - 12.5)));
            assertThat(found.mean().value(row, 0)).isCloseTo(mean, within(5 * StrictMath.sqrt(mean / 4000)));
        }
    }

    @ParameterizedTest
    @EnumSource(value = StochasticMethod.class, names = {"DIRECT", "NEXT_REACTION"})
    void an_event_on_an_amount_fires_at_the_turn_that_brings_it_about(StochasticMethod method) {
        ModelBuilder model = Networks.cell().amount("X", "cell", 0)
                .reaction("come", List.of(), List.of(some(1, "X")), n(10))
                .event("full", compare(Relation.GREATER_OR_EQUAL, id("X"), n(5)), Map.of("X", n(0)));
        double[][] samples = new StochasticSimulator(model.compile()).samples(Networks.request(50, 50, "X"), method, 1,
                200);
        assertThat(Arrays.stream(samples).flatMapToDouble(Arrays::stream).distinct().sorted()).containsExactly(0.0, 1.0,
                2.0, 3.0, 4.0);
    }

    @Test
    void a_parameter_that_an_event_changes_changes_rates() {
        ModelBuilder model = Networks.immigrationDeath().event("stop", compare(Relation.GREATER, TIME, n(3)),
                Map.of("alpha", n(0), "mu", n(1)));
        Ensemble found = many(model, 6, 2, "X");
        double at3 = 25 * (1 - StrictMath.exp(-0.6));
        assertThat(found.mean().value(2, 0)).isCloseTo(at3 * StrictMath.exp(-3), within(0.06));
    }

    @Test
    void a_rate_may_change_in_steps_by_the_clock() {
        Expression law = new Expression.Piecewise(
                List.of(new Expression.Case(compare(Relation.LESS, TIME, n(2.5)), n(4))), n(40));
        ModelBuilder model = Networks.cell().amount("X", "cell", 0).reaction("come", List.of(), List.of(some(1, "X")),
                law);
        Ensemble found = many(model, 5, 2, "X");
        assertThat(found.mean().value(1, 0)).isCloseTo(10, within(5 * StrictMath.sqrt(10.0 / 4000)));
        assertThat(found.mean().value(2, 0)).isCloseTo(110, within(5 * StrictMath.sqrt(110.0 / 4000)));
    }

    @Test
    void a_steady_rate_rule_is_a_clock_that_events_set_back() {
        ModelBuilder model = Networks.immigrationDeath().parameter("t", 0).parameter("beats", 0).rate("t", n(1))
                .event("beat", compare(Relation.GREATER_OR_EQUAL, id("t"), n(0.5)),
                        Map.of("t", n(-0.5), "beats", plus(id("beats"), n(1))));
        Trajectory found = one(model, 50, 50, "t", "beats");
        for (int row = 1; row <= 50; row++) {
            assertThat(found.value(row, 0)).isCloseTo(0, within(1e-9));
            assertThat(found.value(row, 1)).isEqualTo(row);
        }
    }

    @Test
    void delays_and_priorities_are_kept() {
        ModelBuilder model = Networks.immigrationDeath().parameter("a", 1)
                .event("later", compare(Relation.GREATER_OR_EQUAL, TIME, n(1)), Optional.of(n(0.5)), Optional.of(n(1)),
                        Map.of("a", times(id("a"), n(3))))
                .event("low", compare(Relation.GREATER, TIME, n(2)), Optional.empty(), Optional.of(n(1)),
                        Map.of("a", n(7)))
                .event("high", compare(Relation.GREATER, TIME, n(2)), Optional.empty(), Optional.of(n(5)),
                        Map.of("a", n(8)));
        Trajectory found = one(model, 3, 6, "a");
        assertThat(found.column(0)).containsExactly(1, 1, 1, 3, 3, 7, 7);
    }

    @Test
    void events_of_equal_priority_go_in_random_order() {
        ModelBuilder model = Networks.immigrationDeath().parameter("a", 0)
                .event("one", compare(Relation.GREATER, TIME, n(1)), Map.of("a", n(1)))
                .event("two", compare(Relation.GREATER, TIME, n(1)), Map.of("a", n(2)))
                .event("three", compare(Relation.GREATER, TIME, n(1)), Map.of("a", n(3)));
        Ensemble found = many(model, 2, 1, "a");
        assertThat(found.mean().value(1, 0)).isCloseTo(2, within(0.07));
        assertThat(found.deviation().value(1, 0)).isCloseTo(StrictMath.sqrt(2.0 / 3), within(0.04));
    }

    private static Expression draw(Distribution distribution, Expression... arguments) {
        return new Expression.Draw(distribution, List.of(arguments));
    }

    private static ModelBuilder drawing() {
        return new ModelBuilder().compartment("big", 4, true).concentration("C", "big", 0).parameter("mean", 7)
                .parameter("a", 0).parameter("b", 0)
                .event("e", compare(Relation.GREATER, TIME, n(1)),
                        new TreeMap<>(Map.of("C", draw(Distribution.POISSON, id("mean")),
                                "a", draw(Distribution.NORMAL, draw(Distribution.UNIFORM, n(0), n(12)), n(2)), "b",
                                plus(draw(Distribution.UNIFORM, n(0), n(1)),
                                        times(n(-1), draw(Distribution.UNIFORM, n(0), n(1)))))));
    }

    @Test
    void random_numbers_of_events_are_drawn_each_by_itself() {
        Ensemble found = many(drawing(), 2, 1, "C", "a", "b");
        assertThat(found.mean().value(1, 0)).isCloseTo(7, within(0.2));
        assertThat(found.deviation().value(1, 0)).isCloseTo(StrictMath.sqrt(7), within(0.15));
        assertThat(found.mean().value(1, 1)).isCloseTo(6, within(0.35));
        assertThat(found.deviation().value(1, 1)).isCloseTo(4, within(0.25));
        assertThat(found.mean().value(1, 2)).isCloseTo(0, within(0.04));
        assertThat(found.deviation().value(1, 2)).isCloseTo(StrictMath.sqrt(1.0 / 6), within(0.03));
    }

    @Test
    void random_numbers_have_a_place_in_events_of_stochastic_runs_only() {
        assertThatThrownBy(() -> new Simulator(drawing().compile())).isInstanceOf(ProblemException.class)
                .hasMessageContaining("N113");
        assertThatThrownBy(() -> Networks.immigrationDeath().variable("r")
                .assign("r", draw(Distribution.UNIFORM, n(0), n(1))).compile()).isInstanceOf(ProblemException.class)
                .hasMessageContaining("N112");
    }

    @Test
    void doses_and_settings_from_outside_are_counted() {
        StochasticSimulator simulator = new StochasticSimulator(Networks.immigrationDeath().compile());
        Trajectory found = simulator.trajectory(Networks.request(Map.of("X", 10.0),
                List.of(new ScheduledChange.Assignment(0, "alpha", 0), new ScheduledChange.Assignment(0, "mu", 0),
                        new ScheduledChange.Bolus(1.5, "X", 7), new ScheduledChange.CappedBolus(2.5, "X", 9, 20)),
                3, 3, "X"), StochasticMethod.NEXT_REACTION, 1, 0);
        assertThat(found.column(0)).containsExactly(10, 10, 17, 20);
    }

    @Test
    void concentrations_and_rules_follow_the_counted_amount() {
        ModelBuilder model = new ModelBuilder().compartment("big", 4, true).concentration("C", "big", 25)
                .variable("double").assign("double", times(n(2), id("C"))).parameter("mu", 0.1)
                .reaction("leave", List.of(some(1, "C")), List.of(), times(id("mu"), id("C"), n(4)));
        Ensemble found = many(model, 10, 1, "C", "double");
        double left = StrictMath.exp(-1);
        assertThat(found.mean().value(1, 0)).isCloseTo(25 * left, within(0.1));
        assertThat(found.mean().value(1, 1)).isCloseTo(2 * found.mean().value(1, 0), within(1e-9));
        assertThat(found.deviation().value(1, 0))
                .isCloseTo(StrictMath.sqrt(100 * left * (1 - left)) / 4, within(0.08));
    }

    private static void refused(String code, ModelBuilder model) {
        assertThatThrownBy(() -> one(model, 10, 1, "X")).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problems()).extracting(p -> p.code()).containsExactly(code));
    }

    @Test
    void what_cannot_be_counted_is_refused_with_its_code() {
        ModelBuilder cell = Networks.cell().amount("X", "cell", 3);
        refused("N301", Networks.immigrationDeath().parameter("z", 1).rate("z", times(id("z"), id("X"))));
        refused("N302", cell.reaction("r", List.of(), List.of(some(1, "X")), TIME));
        refused("N302", Networks.immigrationDeath().parameter("z", 1).rate("z", n(2)).reaction("r", List.of(),
                List.of(some(1, "X")), id("z")));
        refused("N310", Networks.immigrationDeath().variable("z").assign("z", new Expression.RateOf("X")));
        refused("N303", Networks.immigrationDeath().reaction("r", List.of(), List.of(some(0.5, "X")), n(1)));
        refused("N303", Networks.cell().parameter("f", 2).converted("X", "cell", 3, "f").reaction("r", List.of(),
                List.of(some(1, "X")), n(1)));
        refused("N304", Networks.cell().amount("X", "cell", 2.5).reaction("r", List.of(), List.of(some(1, "X")),
                n(1)));
        refused("N305", Networks.cell().amount("X", "cell", 3).reaction("r", List.of(), List.of(some(1, "X")),
                plus(n(6.5), times(n(-1), id("X")))));
        refused("N306", Networks.cell().amount("X", "cell", 3).reaction("r", List.of(some(2, "X")), List.of(), n(5)));
        refused("N307", Networks.immigrationDeath().parameter("a", 0)
                .event("on", compare(Relation.GREATER_OR_EQUAL, plus(TIME, id("a")), n(2)), Map.of("a", n(-9)))
                .event("off", compare(Relation.LESS, id("a"), n(-1)), Map.of("a", n(0))));
    }

    @Test
    void an_infusion_is_refused() {
        StochasticSimulator simulator = new StochasticSimulator(Networks.immigrationDeath().compile());
        assertThatThrownBy(() -> simulator.trajectory(Networks.request(Map.of(),
                List.of(new ScheduledChange.Infusion(0, 1, "X", 2)), 3, 3, "X"), StochasticMethod.DIRECT, 1, 0))
                .isInstanceOf(ProblemException.class).hasMessageContaining("N308");
    }
}
