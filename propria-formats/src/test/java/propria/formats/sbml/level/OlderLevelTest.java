package propria.formats.sbml.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import propria.formats.antimony.AntimonyReader;
import propria.formats.antimony.RandomModels;
import propria.formats.antimony.WithoutPlaces;
import propria.formats.sbml.OfflineErrors;
import propria.formats.sbml.SbmlReader;
import propria.formats.sbml.SbmlWriter;
import propria.model.Compartment;
import propria.model.Event;
import propria.model.FunctionDefinition;
import propria.model.Model;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.Species;
import propria.model.expression.ElementaryFunction;
import propria.model.expression.ElementaryValue;
import propria.model.expression.Environment;
import propria.model.expression.Evaluate;
import propria.model.expression.Expression;
import propria.model.expression.Inline;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Models in the words of older levels. That their courses are the same is shown where models are simulated.
class OlderLevelTest {

    private static final String TISSUE = """
            model tissue()
              unit hour = 3600 second
              unit time_unit = 3600 second
              unit substance = 1e-9 mole
              unit volume = 1e-3 litre
              unit per_hour = 1 / 3600 second
              compartment C = 2
              substanceOnly species A in C
              A = 10
              species B in C
              B = 1.5e-7
              influx: => A; k0
              influx is "entry from blood"
              influx isDescribedBy "https://doi.org/10.1000/x#claim"
              turn: 2 A => B; k*max(A, B)/(1 + K)
              k0 = 0.1
              k = 0.3
              k has per_hour
              K := piecewise(ln(B + 2), B > 1e-9, exp(2)) + rem(time, 5)
              var x
              x' = -k*x + sin(time)
              x = 2*k
              half := rateOf(x)/2
              at time > 5, persistent=true: x = x + 1
            end
            """;

    private static Model tissue() {
        return AntimonyReader.readText(TISSUE, "tissue.ant");
    }

    private static Model again(Model model, SbmlLevel level) {
        return WithoutPlaces.of(SbmlReader.readText(SbmlWriter.write(model, level).text(), "again.xml"));
    }

    private static List<Problem> refused(String text, SbmlLevel level) {
        Model model = AntimonyReader.readText(text, "model.ant");
        try {
            SbmlWriter.write(model, level);
            return List.of();
        } catch (ProblemException e) {
            return e.problems();
        }
    }

    @ParameterizedTest
    @EnumSource(SbmlLevel.class)
    void a_model_is_valid_in_every_level_and_says_which_it_is(SbmlLevel level) {
        SbmlWriter.Written written = SbmlWriter.write(tissue(), level);
        assertThat(OfflineErrors.of(written.text())).isEmpty();
        assertThat(written.text()).contains("level=\"" + level.level() + "\"", "version=\"" + level.version() + "\"");
        assertThat(written.remarks().isEmpty()).isEqualTo(level == SbmlLevel.NEWEST);
        assertThat(written.remarks()).extracting(Problem::code).allMatch("B143"::equals);
    }

    @ParameterizedTest
    @EnumSource(SbmlLevel.class)
    void what_was_written_in_a_level_once_is_written_in_it_again_without_change(SbmlLevel level) {
        Model once = again(tissue(), level);
        assertThat(again(once, level)).isEqualTo(once);
        for (long seed = 0; seed < 15; seed++) {
            Optional<Model> random = within(RandomModels.model(seed), level);
            random.ifPresent(model -> assertThat(again(model, level)).isEqualTo(model));
        }
    }

    /// A random model as the level says it, where it can.
    private static Optional<Model> within(Model model, SbmlLevel level) {
        try {
            return Optional.of(again(model, level));
        } catch (ProblemException e) {
            assertThat(e.problems()).extracting(Problem::code).containsOnly("B142");
            return Optional.empty();
        }
    }

    @Test
    void functions_that_older_levels_lack_have_the_same_values() {
        Model model = AntimonyReader.readText("""
                model m()
                  a := min(p, q); b := max(p, q); c := quotient(p, q); d := rem(p, q)
                  p = 1; q = 1
                end
                """, "m.ant");
        Model older = again(model, SbmlLevel.L3V1);
        Map<String, FunctionDefinition> functions = new HashMap<>();
        older.functions().forEach(f -> functions.put(f.id(), f));
        Map<String, ElementaryFunction> wanted = Map.of("a", ElementaryFunction.MINIMUM, "b",
                ElementaryFunction.MAXIMUM, "c", ElementaryFunction.QUOTIENT, "d", ElementaryFunction.REMAINDER);
        double[] numbers = {-7.5, -2, -0.25, 0, 0.25, 1, 3, 1e300, Double.NaN};
        for (double p : numbers) {
            for (double q : numbers) {
                for (Rule rule : older.rules()) {
                    Expression plain = Inline.functions(rule.formula(), functions);
                    double value = 0.0 + Evaluate.of(plain, values(Map.of("p", p, "q", q)));
                    double exact = ElementaryValue.of(wanted.get(((Rule.Assignment) rule).variable()), p, q);
                    boolean huge = Math.abs(p) > 1e100 || Math.abs(q) > 1e100;
                    if (!(huge && rule.formula().toString().contains("rem"))) {
                        assertThat(Double.valueOf(value)).as("%s of %s and %s", rule, p, q)
                                .isEqualTo(Double.valueOf(exact + 0.0));
                    }
                }
            }
        }
        assertThat(Stream.of("min_of", "max_of", "quotient_of", "rem_of")).allMatch(functions::containsKey);
    }

    private static Environment values(Map<String, Double> values) {
        return new Environment() {
            @Override
            public double value(String id) {
                return values.getOrDefault(id, Double.NaN);
            }

            @Override
            public double time() {
                return 0;
            }
        };
    }

    @Test
    void a_rate_of_change_stands_as_its_formula_where_there_is_one() {
        Model older = again(AntimonyReader.readText("""
                model m()
                  compartment C = 2
                  species S in C, T in C
                  S = 3; T = 1
                  J: 2 S -> T; k*S
                  k = 0.5
                  y := S^2
                  a := rateOf(S); b := rateOf(y); c := rateOf(k)
                end
                """, "m.ant"), SbmlLevel.L2V4);
        Map<String, Expression> rules = new HashMap<>();
        older.rules().forEach(rule -> rules.put(((Rule.Assignment) rule).variable(), rule.formula()));
        Environment now = values(Map.of("S", 3.0, "k", 0.5, "C", 2.0));
        assertThat(Evaluate.of(rules.get("a"), now)).isEqualTo(-2 * 0.5 * 3 / 2.0);
        assertThat(Evaluate.of(rules.get("b"), now)).isEqualTo(2 * 3 * -2 * 0.5 * 3 / 2.0);
        assertThat(Evaluate.of(rules.get("c"), now)).isZero();
    }

    @Test
    void a_rate_of_change_of_what_an_algebraic_rule_determines_is_refused() {
        String text = "model m()\n var x, y; x = 1; y = 1; 0 = x - 2*y\n x' = -x\n z := rateOf(y)\nend\n";
        assertThat(refused(text, SbmlLevel.L3V1)).singleElement()
                .satisfies(p -> assertThat(p.what()).contains("a rule names a rate of change"));
    }

    @Test
    void events_of_level_3_are_refused_where_it_makes_a_difference() {
        assertThat(refused("model m()\n x = 1; var x, y; y = 0\n at x > 2, priority=1: y = 1\n"
                + "at time > 1, priority=2: x = 3\nend\n", SbmlLevel.L2V4))
                .extracting(Problem::what).anyMatch(what -> what.contains("has a priority"));
        assertThat(refused("model m()\n x = 1; var x\n at 1 after x > 2: x = 1\nend\n", SbmlLevel.L2V4))
                .extracting(Problem::what).anyMatch(what -> what.contains("called off"));
        assertThat(refused("model m()\n x = 1; var x\n at x > 0, t0=false, persistent=true: x = 1\nend\n",
                SbmlLevel.L2V4)).extracting(Problem::what).anyMatch(what -> what.contains("can happen at the start"));
        assertThat(refused("model m()\n x = 1; var x\n at 1 after time > 2, fromTrigger=false, persistent=true: x = x\n"
                + "end\n", SbmlLevel.L2V3)).extracting(Problem::what)
                .anyMatch(what -> what.contains("useValuesFromTriggerTime"));
    }

    @Test
    void events_of_level_3_are_written_where_it_makes_none() {
        Model older = again(AntimonyReader.readText("""
                model m()
                  var x, y
                  x = 1; y = 0
                  at time > 1, priority=1, t0=false: y = 1
                  at time > 1, priority=2: x = 3
                end
                """, "m.ant"), SbmlLevel.L2V1);
        assertThat(older.events()).hasSize(2).allMatch(Event::persistent).allMatch(Event::triggerInitially)
                .allMatch(e -> e.priority().isEmpty());
    }

    @Test
    void late_values_are_said_in_both_versions_that_can() {
        Model model = AntimonyReader.readText(
                "model m()\n var x; x = 1\n at 1 after time > 2, fromTrigger=false, persistent=true: x = x + time\nend\n",
                "m.ant");
        for (SbmlLevel level : List.of(SbmlLevel.L2V4, SbmlLevel.L2V5, SbmlLevel.L3V1)) {
            assertThat(again(model, level).events().getFirst().valuesFromTrigger()).as("%s", level).isFalse();
        }
    }

    @Test
    void a_conversion_factor_becomes_part_of_the_stoichiometry() {
        String text = SbmlWriter.write(tissue()).replace("<model ", "<model conversionFactor=\"k0\" ");
        Model older = again(SbmlReader.readText(text, "t.xml"), SbmlLevel.L2V3);
        assertThat(older.conversionFactor()).isEmpty();
        Expression count = older.reactions().get(1).reactants().getFirst().stoichiometry();
        assertThat(Evaluate.of(count, values(Map.of("k0", 0.1)))).isEqualTo(2 * 0.1);
    }

    @Test
    void a_compartment_without_dimensions_keeps_its_size_and_its_species_are_amounts() {
        String text = SbmlWriter.write(tissue()).replace("spatialDimensions=\"3\"", "spatialDimensions=\"0\"")
                .replace("units=\"volume\"", "");
        Model older = again(SbmlReader.readText(text, "t.xml"), SbmlLevel.L2V4);
        assertThat(older.compartments()).extracting(Compartment::dimensions).containsExactly(3.0);
        assertThat(older.compartments().getFirst().size()).hasValue(2);
        assertThat(older.species()).allMatch(Species::substanceOnly);
    }

    @Test
    void level_2_version_1_has_numbers_for_initial_assignments_and_rate_laws_for_rates() {
        Model older = again(AntimonyReader.readText("""
                model m()
                  compartment C = 2
                  species S in C
                  k = 3; a = 2*k + 1; S = a/2
                  J: S -> ; k*S
                  flow := 2*J
                end
                """, "m.ant"), SbmlLevel.L2V1);
        assertThat(older.initialAssignments()).isEmpty();
        assertThat(older.parameters()).filteredOn(p -> p.id().equals("a")).first()
                .satisfies(p -> assertThat(p.value()).hasValue(7));
        assertThat(older.species().getFirst().initial()).hasValue(3.5);
        assertThat(Evaluate.of(older.rules().getFirst().formula(), values(Map.of("k", 3.0, "S", 2.0)))).isEqualTo(12);
    }

    @Test
    void a_fast_reaction_is_written_in_level_3_version_1_and_refused_in_version_2() {
        Model model = tissue();
        Reaction r = model.reactions().getFirst();
        Reaction fast = new Reaction(r.id(), r.reactants(), r.products(), r.modifiers(), r.rateLaw(),
                r.localParameters(), r.reversible(), true, r.compartment(), r.description(), r.definedAt());
        Model odd = new Model(model.id(), model.description(), model.units(), model.defaults(), model.compartments(),
                model.species(), model.parameters(), model.functions(), List.of(fast), List.of(),
                List.of(), model.events(), model.constraints(), model.conversionFactor());
        assertThat(again(odd, SbmlLevel.L3V1).reactions()).allMatch(Reaction::fast);
        assertThatThrownBy(() -> SbmlWriter.write(odd)).isInstanceOf(ProblemException.class)
                .hasMessageContaining("B140");
    }

    @Test
    void units_that_level_2_does_not_know_are_refused_with_the_element() {
        assertThat(refused("model m()\n unit watt_hour = 3600 joule\n compartment C = 1\n species S in C\n"
                + " S has watt_hour\n S = 1\nend\n", SbmlLevel.L2V4)).singleElement()
                .satisfies(p -> assertThat(p.what()).contains("species S is measured in watt_hour"));
        assertThat(refused("model m()\n unit odd = second^0.5\n k has odd\n k = 1\nend\n", SbmlLevel.L2V4))
                .singleElement().satisfies(p -> assertThat(p.what()).contains("unit odd"));
    }
}
