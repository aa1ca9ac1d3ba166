package propria.formats.antimony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import propria.model.Description.Annotation;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Rule;
import propria.model.Species;
import propria.model.Species.InitialKind;
import propria.model.expression.Print;

/// What other programs write in Antimony, and what few texts use.
class AntimonyDialectTest {

    private static Model read(String text) {
        return AntimonyReader.readText(text, "test.ant");
    }

    private static Parameter parameter(Model model, String id) {
        return model.parameters().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    }

    private static Optional<String> rule(Model model, String id) {
        return model.rules().stream().filter(r -> switch (r) {
            case Rule.Assignment a -> a.variable().equals(id);
            case Rule.Rate rate -> rate.variable().equals(id);
            case Rule.Algebraic _ -> false;
        }).map(r -> Print.of(r.formula())).findFirst();
    }

    @Test
    void a_name_without_a_value_is_there_without_a_value() {
        Model model = read("x = ; y := 2*x; z' = ; J: A -> ; ; A = 1");

        assertThat(parameter(model, "x").value()).isEqualTo(OptionalDouble.empty());
        assertThat(parameter(model, "z").value()).isEqualTo(OptionalDouble.empty());
        assertThat(model.rules()).hasSize(1);
        assertThat(model.reactions().getFirst().rateLaw()).isEmpty();
    }

    @Test
    void an_empty_value_of_an_outer_model_takes_away_the_inner_one() {
        Model model = read("""
                model inner()
                  p := 3
                  q = 4
                end
                model *outer()
                  A: inner()
                  A.p is x; x := ;
                  A.q is y; y = ;
                end
                """);

        assertThat(model.rules()).isEmpty();
        assertThat(parameter(model, "y").value()).isEmpty();
    }

    @Test
    void what_stands_behind_a_model_and_names_it_speaks_of_it() {
        Model model = read("""
                function f(x)
                  x
                end
                model *m()
                  k = 1
                  unit u = second
                  u is "the second"
                end
                m is "A model"
                m description "https://identifiers.org/pubmed/1",
                              "https://identifiers.org/pubmed/2"
                m created "2019-07-29T10:53:09Z"
                m creator1.givenName "Ada"
                m.sboTerm = 231
                f is "identity"
                """);

        assertThat(model.description().name()).hasValue("A model");
        assertThat(model.description().sources()).hasSize(2);
        assertThat(model.description().annotations()).contains(new Annotation("created", "2019-07-29T10:53:09Z"),
                new Annotation("creator1.givenName", "Ada"), new Annotation("closing", "u is the second"));
        assertThat(model.functions().getFirst().description().name()).hasValue("identity");
        assertThat(WithoutPlaces.of(read(AntimonyWriter.write(model)))).isEqualTo(WithoutPlaces.of(model));
    }

    /// Each as the text of a flat model that libAntimony itself would make of it.
    @Test
    void conversion_factors_of_time_extent_and_quantity_are_carried_out() {
        Model model = read("""
                model inner()
                  J: S -> ; k*S
                  S = 1; k = 0.5
                  x' = 0.2
                  x = 3
                  t := time + delay(x, 2) + rateOf(x) + J
                  E: at 5 after x > 3: x = 4
                end
                model *outer()
                  A: inner(), timeconv = 60, extentconv = e
                  A.x * cf is X
                  cf = 100; e = 10
                end
                """);

        assertThat(rule(model, "X")).hasValue("0.2*cf/60");
        assertThat(model.reactions().getFirst().rateLaw().map(Print::of)).hasValue("A__k*A__S*e/60");
        assertThat(rule(model, "A__t"))
                .hasValue("time/60 + delay(X/cf, 2*60) + rateOf(X)*60/cf + A__J*60/e");
        assertThat(model.events().getFirst().delay().map(Print::of)).hasValue("5*60");
        assertThat(Print.of(model.events().getFirst().trigger())).isEqualTo("X/cf > 3");
        assertThat(Print.of(model.events().getFirst().assignments().getFirst().formula())).isEqualTo("4*cf");
        assertThat(model.initialAssignments()).extracting(i -> i.variable() + " " + Print.of(i.formula()))
                .containsExactly("X 3*cf");
    }

    @Test
    void limits_and_balances_may_have_names_and_limits_two_sides() {
        Model model = read("x = 1; a: 0 = x - 1; constraint c0: x < 4; constraint: x < 5; 0 < x < 3; -1 < x; 2 > x");

        assertThat(model.rules()).singleElement().isInstanceOf(Rule.Algebraic.class);
        assertThat(model.constraints()).extracting(c -> Print.of(c.condition())).containsExactly("x < 4", "x < 5",
                "0 < x && x < 3", "-1 < x", "2 > x");
    }

    @Test
    void distributions_take_bounds_under_their_plain_name() {
        Model model = read("x = 1; at time > 1: x = normal(1, 2, 0, 3)");
        assertThat(Print.of(model.events().getFirst().assignments().getFirst().formula()))
                .isEqualTo("truncatedNormal(1, 2, 0, 3)");
    }

    @Test
    void a_number_over_its_compartment_is_an_amount_for_either_kind_of_species() {
        Model model = read("compartment c = 2; substanceOnly species A in c; species B in c; A = 3/c; B = 3/c");
        assertThat(model.species()).extracting(Species::initialKind).containsOnly(InitialKind.AMOUNT);
        assertThat(model.initialAssignments()).isEmpty();
    }

    @Test
    void a_compartment_may_be_named_again() {
        assertThat(read("compartment c = 1; species A in c; A = 1; A in c").species().getFirst().compartment())
                .isEqualTo("c");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            unit u = second             ~ 1
            x = 1; x is "µ & <b>"; y=2  ~ 0
            """)
    void texts_of_units_alone_and_of_any_letters_are_read(String text, int units) {
        assertThat(read(text).units()).hasSize(units);
    }

    @Test
    void a_comment_at_the_end_of_a_model_stays_in_it_on_every_round() {
        Model model = AntimonyReader.readText("""
                model inner()
                  k = 1
                  // the end of inner
                end

                model outer()
                  part: inner()
                  // about z
                  z = 2
                  // the end of all
                end
                """, "two.ant");
        Model again = AntimonyReader.readText(AntimonyWriter.write(model), "again.ant");
        for (Model one : List.of(model, again)) {
            assertThat(one.parameters()).filteredOn(p -> p.id().equals("part__k")).first()
                    .satisfies(p -> assertThat(p.description().annotations())
                            .containsExactly(new Annotation("remark", "the end of inner")));
            assertThat(one.parameters()).filteredOn(p -> p.id().equals("z")).first()
                    .satisfies(p -> assertThat(p.description().annotations())
                            .containsExactly(new Annotation("comment", "about z")));
            assertThat(one.description().annotations()).contains(new Annotation("closing", "the end of all"));
        }
    }

    @Test
    void comments_stay_at_what_they_stand_at() {
        String text = """
                // About the function.
                function f(x)
                  x
                end

                # A model of nothing,
                # with two lines.
                model *m()
                  /* The first
                   * constant. */
                  k = 1  // per day
                  // Before a species.
                  species A = 1  // and behind it

                  // How it goes.
                  J: A -> ; k*f(A)  // a law
                  E: at time > 3: A = 2
                  // The last word.
                end
                """;
        String once = AntimonyWriter.write(read(text));

        assertThat(once).containsSubsequence("// About the function.\nfunction f", "// A model of nothing,\n",
                "// with two lines.\nmodel *m()", "  // Species\n  // Before a species.\n",
                "  species A = 1 in default_compartment  // and behind it",
                "// The first\n  // constant.\n  k = 1  // per day", "// How it goes.\n  J: A ->; k*f(A)  // a law",
                "// The last word.\nend");
        assertThat(AntimonyWriter.write(read(once))).isEqualTo(once);
        assertThat(read(once).reactions().getFirst().description().annotations())
                .containsExactly(new Annotation("comment", "How it goes."), new Annotation("remark", "a law"));
    }
}
