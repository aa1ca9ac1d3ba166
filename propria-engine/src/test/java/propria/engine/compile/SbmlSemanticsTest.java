package propria.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static propria.engine.compile.ModelBuilder.compare;
import static propria.engine.compile.ModelBuilder.id;
import static propria.engine.compile.ModelBuilder.n;
import static propria.engine.compile.ModelBuilder.over;
import static propria.engine.compile.ModelBuilder.plus;
import static propria.engine.compile.ModelBuilder.some;
import static propria.engine.compile.ModelBuilder.times;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import propria.engine.Method;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.simulate.Simulator;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression;
import propria.model.expression.LogicalExpression.Relation;

/// What SBML means where it is easily mistaken.
class SbmlSemanticsTest {

    private static double[] end(ModelBuilder model, double end, String... outputs) {
        SimulationRequest request = new SimulationRequest(Map.of(), List.of(), 0, end, List.of(end), List.of(outputs),
                Tolerances.DEFAULT, Method.AUTOMATIC);
        var course = new Simulator(model.compile()).simulate(request);
        return IntStream.range(0, outputs.length).mapToDouble(i -> course.value(0, i)).toArray();
    }

    private static LogicalExpression after(double time) {
        return compare(Relation.GREATER_OR_EQUAL, new Expression.Time(), n(time));
    }

    @Test
    void a_concentration_is_assigned_by_the_size_that_the_compartment_has_before_the_event() {
        ModelBuilder model = new ModelBuilder().compartment("V", 0.5, false).concentration("S", "V", 2).event("E",
                after(1), new TreeMap<>(Map.of("S", n(0.2), "V", n(0.2))));
        assertThat(end(model, 2, "V", "S")).containsExactly(0.2, 0.5);
    }

    @Test
    void a_delayed_concentration_is_assigned_by_the_size_at_its_execution() {
        ModelBuilder model = new ModelBuilder().compartment("V", 1, false).rate("V", n(1)).concentration("S", "V", 1)
                .event("E", after(1), Optional.of(n(2)), Optional.empty(), Map.of("S", plus(id("S"), n(1))));
        double amount = 4 * 1.5;
        assertThat(end(model, 3, "S")[0]).isCloseTo(amount / 4, within(1e-6));
    }

    @Test
    void of_rivals_of_one_priority_each_wins_about_half_the_time_and_the_same_way_in_every_run() {
        LogicalExpression due = compare(Relation.GREATER_OR_EQUAL, plus(new Expression.Time(),
                times(n(-1), id("last"))), n(0.01));
        ModelBuilder model = new ModelBuilder().parameter("last", 0).parameter("a", 0).parameter("b", 0)
                .rival("A", due, Map.of("last", new Expression.Time(), "a", plus(id("a"), n(1))))
                .rival("B", due, Map.of("last", new Expression.Time(), "b", plus(id("b"), n(1))));
        double[] wins = end(model, 4, "a", "b");
        assertThat(wins[0] + wins[1]).isBetween(398.0, 400.0);
        assertThat(wins[0]).isBetween(140.0, 260.0);
        assertThat(end(model, 4, "a", "b")).isEqualTo(wins);
    }

    @Test
    void a_species_in_a_compartment_without_extent_is_an_amount() {
        ModelBuilder model = new ModelBuilder().point("P").concentration("S", "P", 3).reaction("J",
                List.of(some(1, "S")), List.of(), over(id("S"), n(3)));
        Run run = Run.of(model);
        assertThat(run.output("S")).isEqualTo(3);
        assertThat(run.rate("S")).isEqualTo(-1);
    }

    @Test
    void a_power_below_one_does_not_stop_a_simulation_that_starts_at_zero() {
        ModelBuilder model = new ModelBuilder().parameter("x", 0).rate("x",
                plus(n(1), times(n(-1), new Expression.Power(id("x"), n(0.7)))));
        assertThat(end(model, 200, "x")[0]).isCloseTo(1, within(1e-4));
    }
}
