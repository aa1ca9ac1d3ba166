package propria.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static propria.engine.compile.ModelBuilder.compare;
import static propria.engine.compile.ModelBuilder.id;
import static propria.engine.compile.ModelBuilder.n;
import static propria.engine.compile.ModelBuilder.over;
import static propria.engine.compile.ModelBuilder.plus;
import static propria.engine.compile.ModelBuilder.some;
import static propria.engine.compile.ModelBuilder.times;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import propria.model.Species;
import propria.model.SpeciesReference;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression.Relation;
import propria.model.problem.ProblemException;

class ModelCompilerTest {

    private static final Offset<Double> EXACT = within(1e-14);

    private static ModelBuilder body() {
        return new ModelBuilder().compartment("body", 1, true);
    }

    private static ModelBuilder decay() {
        return body().amount("A", "body", 8).amount("B", "body", 1).parameter("k", 0.5).reaction("R",
                List.of(some(1, "A")), List.of(some(2, "B")), times(id("k"), id("A")));
    }

    @Test
    void a_reaction_takes_from_reactants_and_gives_to_products() {
        Run run = Run.of(decay());
        assertThat(run.rate("A")).isEqualTo(-4);
        assertThat(run.rate("B")).isEqualTo(8);
        assertThat(run.model.reactionsOf("B")).containsExactly("R");
    }

    @Test
    void outputs_are_states_rules_rates_and_parameters() {
        Run run = Run.of(decay().variable("total").assign("total", plus(id("A"), id("B"))));
        assertThat(run.model.outputIds()).containsExactly("A", "B", "body", "total", "R", "k");
        assertThat(run.output("A")).isEqualTo(8);
        assertThat(run.output("total")).isEqualTo(9);
        assertThat(run.output("R")).isEqualTo(4);
        assertThat(run.output("k")).isEqualTo(0.5);
        assertThat(run.output("body")).isEqualTo(1);
        assertThat(run.model.defaultValue("total")).isEqualTo(9);
    }

    @Test
    void the_id_of_a_species_means_its_concentration_while_the_state_is_an_amount() {
        Run run = Run.of(new ModelBuilder().compartment("V", 4, true).concentration("A", "V", 3).parameter("k", 2)
                .reaction("R", List.of(some(1, "A")), List.of(), times(id("k"), id("A"))));
        assertThat(run.y).containsExactly(12);
        assertThat(run.output("A")).isEqualTo(3);
        assertThat(run.rate("A")).isEqualTo(-6);
        assertThat(run.jacobian("A", "A")).isEqualTo(-0.5);
    }

    @Test
    void a_given_concentration_is_turned_into_an_amount() {
        Run run = new Run(new ModelBuilder().compartment("V", 4, true).concentration("A", "V", 3).compile(),
                Map.of("A", 5.0, "V", 2.0));
        assertThat(run.y).containsExactly(10);
        assertThat(run.output("A")).isEqualTo(5);
    }

    @Test
    void a_boundary_species_is_left_unchanged_by_reactions() {
        Run run = Run.of(new ModelBuilder().compartment("V", 4, true)
                .species("A", "V", 12, Species.InitialKind.AMOUNT, false, true).concentration("B", "V", 0)
                .reaction("R", List.of(some(1, "A")), List.of(some(1, "B")), id("A")));
        assertThat(run.model.stateIds()).containsExactly("B");
        assertThat(run.output("A")).isEqualTo(3);
        assertThat(run.rate("B")).isEqualTo(3);
    }

    @Test
    void a_growing_compartment_dilutes_what_it_holds() {
        Run run = Run.of(new ModelBuilder().compartment("V", 2, false).concentration("A", "V", 3).parameter("g", 0.5)
                .rate("V", times(id("g"), id("V"))).variable("slope")
                .assign("slope", new Expression.RateOf("A")));
        assertThat(run.y[run.model.stateIndex("A")]).isEqualTo(6);
        assertThat(run.rate("A")).isZero();
        assertThat(run.output("slope")).isEqualTo(-1.5, EXACT);
    }

    @Test
    void a_rate_rule_on_a_concentration_holds_while_the_compartment_grows() {
        Run run = Run.of(new ModelBuilder().compartment("V", 2, false)
                .species("A", "V", 3, Species.InitialKind.CONCENTRATION, false, true).rate("V", n(1))
                .rate("A", n(7)).variable("slope").assign("slope", new Expression.RateOf("A")));
        assertThat(run.rate("A")).isEqualTo(2 * 7 + 3 * 1);
        assertThat(run.output("slope")).isEqualTo(7, EXACT);
    }

    @Test
    void rules_may_stand_in_any_order() {
        Run run = Run.of(body().parameter("k", 3).variable("c").variable("b").variable("a")
                .assign("c", times(id("b"), n(2))).assign("b", plus(id("a"), n(1))).assign("a", id("k")));
        assertThat(run.output("c")).isEqualTo(8);
    }

    @Test
    void a_circle_of_rules_is_refused_with_its_path() {
        ModelBuilder model = body().variable("a").variable("b").assign("a", id("b")).assign("b", id("a"));
        assertThatThrownBy(model::compile).isInstanceOf(ProblemException.class).hasMessageContaining("N104")
                .hasMessageContaining("a needs b needs a").hasMessageContaining("test.ant:7:3");
    }

    @Test
    void what_cannot_be_simulated_is_refused_at_once_and_in_full() {
        ModelBuilder model = decay().algebraic(id("A")).variable("late").variable("speed").variable("moves")
                .assign("late", new Expression.Delay(id("A"), n(1))).assign("speed", new Expression.RateOf("late"))
                .reaction("F", List.of(), List.of(new SpeciesReference("A", id("moves"), Optional.empty())), n(1),
                        Map.of(), true)
                .assign("moves", id("A"));
        assertThatThrownBy(model::compile).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problems()).extracting("code").containsExactly("N101", "N103", "N102"));
    }

    @Test
    void an_unknown_name_is_refused_with_the_nearest_known_one() {
        assertThatThrownBy(decay().variable("x").assign("x", id("tok"))::compile).hasMessageContaining("N105");
        assertThatThrownBy(decay().parameter("kinf", 1).variable("x").assign("x", id("kinv"))::compile)
                .hasMessageContaining("kinf");
    }

    @Test
    void a_quantity_determined_twice_is_refused() {
        assertThatThrownBy(decay().rate("A", n(1))::compile).hasMessageContaining("N106");
    }

    @Test
    void functions_are_inlined_and_may_not_call_themselves() {
        Run run = Run.of(body().function("half", List.of("x"), over(id("x"), n(2)))
                .function("quarter", List.of("x"), apply("half", apply("half", id("x")))).variable("q")
                .assign("q", apply("quarter", n(12))));
        assertThat(run.output("q")).isEqualTo(3);
        assertThatThrownBy(body().function("f", List.of("x"), apply("f", id("x"))).variable("q")
                .assign("q", apply("f", n(1)))::compile).hasMessageContaining("N107");
    }

    private static Expression apply(String function, Expression... arguments) {
        return new Expression.Apply(function, List.of(arguments));
    }

    @Test
    void a_local_parameter_hides_a_global_one_in_its_reaction_only() {
        Run run = Run.of(decay().reaction("L", List.of(some(1, "A")), List.of(), times(id("k"), id("A")),
                Map.of("k", 10.0), false));
        assertThat(run.rate("A")).isEqualTo(-4 - 80);
        assertThat(run.model.parameterIds()).contains("k", "L.k");
    }

    @Test
    void conversion_factors_scale_extents_and_that_of_the_species_goes_first() {
        Run run = Run.of(body().parameter("f", 3).parameter("g", 5).amount("A", "body", 0)
                .converted("B", "body", 0, "g").conversionFactor("f")
                .reaction("R", List.of(), List.of(some(1, "A"), some(1, "B")), n(2)));
        assertThat(run.rate("A")).isEqualTo(6);
        assertThat(run.rate("B")).isEqualTo(10);
    }

    @Test
    void a_stoichiometry_may_be_a_formula_with_a_name() {
        SpeciesReference reference = new SpeciesReference("B", times(n(2), id("k")), Optional.of("n"));
        Run run = Run.of(body().amount("B", "body", 0).parameter("k", 3).variable("x").assign("x", id("n"))
                .reaction("R", List.of(), List.of(reference), n(1)));
        assertThat(run.rate("B")).isEqualTo(6);
        assertThat(run.output("x")).isEqualTo(6);
    }

    @Test
    void a_named_stoichiometry_may_follow_a_rule() {
        SpeciesReference reference = new SpeciesReference("B", n(1), Optional.of("n"));
        Run run = Run.of(body().amount("B", "body", 4).reaction("R", List.of(), List.of(reference), n(1)).assign("n",
                times(id("B"), n(3))));
        assertThat(run.rate("B")).isEqualTo(12);
        assertThat(run.jacobian("B", "B")).isEqualTo(3);
    }

    @Test
    void initial_assignments_follow_overridden_values_and_yield_to_their_own() {
        CompiledModel model = body().amount("A", "body", 0).parameter("k", 2).parameter("k2", 0)
                .initially("k2", times(n(10), id("k"))).initially("A", plus(id("k2"), n(1))).compile();
        assertThat(new Run(model, Map.of()).y).containsExactly(21);
        assertThat(new Run(model, Map.of("k", 3.0)).y).containsExactly(31);
        assertThat(new Run(model, Map.of("k2", 7.0)).y).containsExactly(8);
        assertThat(new Run(model, Map.of("A", 5.0)).y).containsExactly(5);
    }

    @Test
    void a_parameter_may_start_from_a_state() {
        CompiledModel model = body().amount("A", "body", 4).parameter("k", 0).initially("k", times(n(2), id("A")))
                .compile();
        assertThat(new Run(model, Map.of()).output("k")).isEqualTo(8);
        assertThat(new Run(model, Map.of("A", 5.0)).output("k")).isEqualTo(10);
    }

    @Test
    void a_circle_of_initial_values_is_refused() {
        assertThatThrownBy(body().parameter("a", 0).parameter("b", 0).initially("a", id("b"))
                .initially("b", id("a"))::compile).hasMessageContaining("N110");
    }

    @Test
    void a_state_without_a_value_is_reported_unless_one_is_given() {
        CompiledModel model = body().variable("x").rate("x", n(1)).compile();
        double[] p = model.parameters(Map.of());
        assertThatThrownBy(() -> model.initialState(0, p, Map.of())).isInstanceOf(ProblemException.class)
                .hasMessageContaining("N111").hasMessageContaining("state x");
        assertThat(model.initialState(0, p, Map.of("x", 2.0))).containsExactly(2);
    }

    @Test
    void threads_may_share_a_compiled_model() {
        CompiledModel model = ModelCompiler.compile(new RandomModel(3).draw(6, 10, 8));
        double[] alone = new Run(model, Map.of()).rates();
        assertThat(IntStream.range(0, 2_000).parallel()
                .mapToObj(_ -> new Run(model, Map.of()).rates())).allMatch(rates -> Arrays.equals(rates, alone));
    }

    @Test
    void networks_of_a_hundred_states_compile() {
        for (int seed = 0; seed < 5; seed++) {
            assertThat(ModelCompiler.compile(RandomModel.regulated(100, seed)).stateIds()).hasSize(100);
        }
    }

    @Test
    void an_unknown_override_names_the_nearest_id() {
        CompiledModel model = decay().parameter("clearance", 1).variable("x").assign("x", id("A")).compile();
        assertThatThrownBy(() -> model.parameters(Map.of("clearence", 1.0)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("clearance");
        assertThatThrownBy(() -> model.initialState(0, model.parameters(Map.of()), Map.of("x", 1.0)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("rule");
    }

    @Test
    void what_depends_on_parameters_alone_is_worked_out_once() {
        Run run = Run.of(body().amount("A", "body", 2).parameter("k", 3).rate("A",
                times(id("A"), new Expression.Power(id("k"), n(2.5)))).species("none", "body", 0,
                        Species.InitialKind.AMOUNT, true, true));
        double expected = 2 * StrictMath.pow(3, 2.5);
        assertThat(run.model.system().parameterSize()).isGreaterThan(run.model.system().parameterCount());
        run.p[run.model.parameterIndex("k")] = 100;
        assertThat(run.rate("A")).isEqualTo(expected);
        run.model.system().prepare(run.p);
        assertThat(run.rate("A")).isEqualTo(2 * StrictMath.pow(100, 2.5));
    }

    @Test
    void the_jacobian_goes_through_rules_and_leaves_out_what_is_zero() {
        Run run = Run.of(body().amount("A", "body", 2).amount("B", "body", 5).amount("C", "body", 1)
                .variable("s").assign("s", times(id("A"), id("B"))).rate("A", n(1))
                .rate("C", new Expression.Power(id("s"), n(2))).rate("B", id("time_now")).parameter("time_now", 1));
        assertThat(run.model.system().jacobianPattern().entries()).isEqualTo(2);
        assertThat(run.jacobian("C", "A")).isEqualTo(2 * 10 * 5);
        assertThat(run.jacobian("C", "B")).isEqualTo(2 * 10 * 2);
    }

    @Test
    void the_derivative_of_a_power_is_finite_where_its_base_is_zero() {
        Run run = Run.of(body().amount("A", "body", 0).parameter("h", 3.8)
                .rate("A", new Expression.Power(id("A"), id("h"))));
        assertThat(run.rate("A")).isZero();
        assertThat(run.jacobian("A", "A")).isZero();
    }

    @Test
    void each_comparison_that_matters_is_a_root() {
        Expression step = new Expression.Piecewise(
                List.of(new Expression.Case(compare(Relation.GREATER, id("A"), n(3)), n(1))), n(0));
        Run run = Run.of(decay().parameter("S", 0).rate("S", step).event("E",
                compare(Relation.GREATER_OR_EQUAL, new Expression.Time(), n(5)), Map.of("k", n(2))));
        run.t = 4;
        assertThat(run.roots()).hasSize(2).containsExactlyInAnyOrder(-5, 1);
        assertThat(run.rate("S")).isEqualTo(1);
        run.set("A", 2);
        assertThat(run.rate("S")).isEqualTo(0);
    }

    @Test
    void a_condition_between_values_that_meet_is_no_root() {
        Expression softened = new Expression.Piecewise(
                List.of(new Expression.Case(compare(Relation.GREATER, id("A"), n(0)), over(times(id("A"), id("A")),
                        plus(id("A"), id("k"))))),
                n(0));
        assertThat(Run.of(decay().parameter("S", 0).rate("S", softened)).roots()).isEmpty();
        Expression jump = new Expression.Piecewise(
                List.of(new Expression.Case(compare(Relation.GREATER, id("A"), n(1)), times(id("A"), id("A")))), n(0));
        assertThat(Run.of(decay().parameter("S", 0).rate("S", jump)).roots()).hasSize(1);
    }

    @Test
    void an_event_assigns_to_states_and_to_parameters() {
        CompiledModel model = new ModelBuilder().compartment("V", 4, true).concentration("A", "V", 1)
                .parameter("k", 1)
                .event("E", compare(Relation.GREATER, id("A"), n(0.5)), Optional.of(times(id("k"), n(2))),
                        Optional.of(n(9)), new TreeMap<>(Map.of("A", n(3), "k", plus(id("A"), n(1)))))
                .compile();
        Run run = new Run(model, Map.of());
        var event = model.system().events().getFirst();
        double[] values = new double[2];
        event.values(0, run.y, run.p, run.scratch, values);
        assertThat(event.targets()).containsExactly(0, -1 - model.parameterIndex("k"));
        assertThat(values).containsExactly(3, 2);
        event.scales(0, run.y, run.p, run.scratch, values);
        assertThat(values).containsExactly(4, 1);
        assertThat(event.trigger(0, run.y, run.p, run.scratch)).isTrue();
        run.set("A", 1);
        assertThat(event.trigger(0, run.y, run.p, run.scratch)).isFalse();
        assertThat(event.delay(0, run.y, run.p, run.scratch)).isEqualTo(2);
        assertThat(event.hasPriority()).isTrue();
        assertThat(event.priority(0, run.y, run.p, run.scratch)).isEqualTo(9);
    }

    @Test
    void an_event_may_not_assign_to_what_a_rule_gives() {
        assertThatThrownBy(decay().variable("x").assign("x", id("A")).event("E",
                compare(Relation.GREATER, id("A"), n(1)), Map.of("x", n(1)))::compile).hasMessageContaining("N109");
    }
}
