package propria.formats.antimony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.model.Description;
import propria.model.Description.Interval;
import propria.model.Event;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.Species;
import propria.model.Species.InitialKind;
import propria.model.expression.Expression;
import propria.model.expression.Print;
import propria.model.unit.UnitDefinition;
import propria.model.unit.UnitDefinition.Factor;

class AntimonyReaderTest {

    private static Model read(String text) {
        return AntimonyReader.readText(text, "test.ant");
    }

    private static Parameter parameter(Model model, String id) {
        return model.parameters().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void a_reaction_names_its_sides_and_its_law() {
        Model model = read("J0: 2 A + $B => C; k*A*B*D; A = 1; B = 2; C = 0; D = 3; species D; k = 0.1");

        Reaction reaction = model.reactions().getFirst();
        assertThat(reaction.reactants()).extracting(r -> r.species()).containsExactly("A", "B");
        assertThat(reaction.reactants().getFirst().stoichiometry()).isEqualTo(new Expression.Constant(2));
        assertThat(reaction.products()).extracting(r -> r.species()).containsExactly("C");
        assertThat(reaction.reversible()).isFalse();
        assertThat(reaction.modifiers()).containsExactly("D");
        assertThat(reaction.rateLaw().map(Print::of)).hasValue("k*A*B*D");
        assertThat(model.species()).filteredOn(Species::boundary).extracting(Species::id).containsExactly("B");
    }

    @Test
    void the_sides_of_a_reaction_may_be_empty() {
        Model model = read("-> A; k\nA -> ; k*A\nA = 1; k = 2");

        assertThat(model.reactions()).extracting(Reaction::id).containsExactly("_J0", "_J1");
        assertThat(model.reactions().getFirst().reactants()).isEmpty();
        assertThat(model.reactions().getLast().products()).isEmpty();
    }

    @Test
    void sub_models_are_laid_out_under_the_name_of_their_instance() {
        Model model = read("""
                model inner(S, k)
                  J: S -> ; k*S*f
                  f = 2
                end
                model *outer()
                  species S1 = 1
                  k1 = 3
                  A: inner(S1, k1)
                  B: inner()
                  B.S is S1
                  B.k = 5
                  B.f = 7
                  total := A.f + B.f
                end
                """);

        assertThat(model.reactions()).extracting(Reaction::id).containsExactly("A__J", "B__J");
        assertThat(model.reactions().getFirst().rateLaw().map(Print::of)).hasValue("k1*S1*A__f");
        assertThat(model.reactions().getLast().rateLaw().map(Print::of)).hasValue("B__k*S1*B__f");
        assertThat(parameter(model, "A__f").value()).hasValue(2);
        assertThat(parameter(model, "A__f").definedAt().line()).isEqualTo(3);
        assertThat(parameter(model, "B__f").value()).hasValue(7);
        assertThat(parameter(model, "B__f").definedAt().line()).isEqualTo(12);
        assertThat(model.species()).hasSize(1);
    }

    @Test
    void an_overridden_value_leaves_its_source_and_interval_behind() {
        Model model = read("""
                model inner()
                  k = 1
                  k is "rate"
                  k isDescribedBy "https://doi.org/10.1/x#y"
                  k.confidenceInterval = {0.5, 2}
                end
                model *outer()
                  A: inner()
                  B: inner()
                  B.k = 3
                end
                """);

        assertThat(parameter(model, "A__k").description().interval()).hasValue(new Interval(0.5, 2));
        assertThat(parameter(model, "A__k").description().sources()).containsExactly("https://doi.org/10.1/x#y");
        assertThat(parameter(model, "B__k").description().name()).hasValue("rate");
        assertThat(parameter(model, "B__k").description().interval()).isEmpty();
        assertThat(parameter(model, "B__k").description().sources()).isEmpty();
    }

    @Test
    void imports_are_looked_for_beside_the_importing_file(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("parts"));
        Files.writeString(folder.resolve("parts/units.ant"), "unit day = 86400 second\nunit time_unit = day\n");
        Files.writeString(folder.resolve("parts/one.ant"), "import \"units.ant\"\nmodel one()\n k = 1 day\nend\n");
        Files.writeString(folder.resolve("main.ant"),
                "import \"parts/one.ant\"\nimport \"parts/units.ant\"\nmodel *main()\n A: one()\nend\n");

        Model model = AntimonyReader.read(folder.resolve("main.ant"));

        assertThat(parameter(model, "A__k").unit()).hasValue("day");
        assertThat(model.defaults()).containsEntry(Model.UnitRole.TIME, "day");
        assertThat(parameter(model, "A__k").definedAt().file()).endsWith("one.ant");
    }

    @Test
    void rules_and_initial_formulas_are_told_apart() {
        Model model = read("a = 2; b = a/3; c := a + b; d' = -c; d = 1");

        assertThat(model.initialAssignments()).extracting(i -> i.variable()).containsExactly("b");
        assertThat(model.rules()).hasExactlyElementsOfTypes(Rule.Assignment.class, Rule.Rate.class);
        assertThat(model.parameters()).filteredOn(p -> !p.constant()).extracting(Parameter::id)
                .containsExactly("c", "d");
    }

    @Test
    void logarithms_are_to_base_ten_but_for_ln() {
        Model model = read("a := log(x); b := ln(x); c := log(2, x); x = 1");

        assertThat(model.rules()).extracting(rule -> Print.of(rule.formula()))
                .isEqualTo(List.of("log10(x)", "ln(x)", "log(2, x)"));
    }

    @Test
    void instances_nest_and_numbers_may_be_arguments() {
        Model model = read("""
                module inner(k)
                  total := k*c
                  c = 2
                end
                module middle()
                  I: inner(4)
                  I.c = 5
                end
                model *outer()
                  M: middle()
                  M.I.c = 6
                  x := M.I.total + M.I.k
                end
                """);

        assertThat(parameter(model, "M__I__k").value()).hasValue(4);
        assertThat(parameter(model, "M__I__c").value()).hasValue(6);
        assertThat(model.rules()).extracting(rule -> Print.of(rule.formula()))
                .isEqualTo(List.of("M__I__k*M__I__c", "M__I__total + M__I__k"));
    }

    @Test
    void an_outer_rule_takes_the_place_of_an_inner_value_and_an_outer_law_of_an_inner_law() {
        Model model = read("""
                model inner()
                  J: S -> ; k*S
                  S = 1
                  k = 2
                end
                model *outer()
                  A: inner()
                  A.k := 3*A.S
                  A.J = 4*A.S
                end
                """);

        assertThat(parameter(model, "A__k").value()).isEmpty();
        assertThat(model.rules()).extracting(rule -> Print.of(rule.formula())).isEqualTo(List.of("3*A__S"));
        assertThat(model.reactions().getFirst().rateLaw().map(Print::of)).hasValue("4*A__S");
        assertThat(model.reactions().getFirst().definedAt().line()).isEqualTo(2);
    }

    @Test
    void events_have_the_defaults_of_antimony_and_all_options() {
        Model model = read("""
                at x > 5: y = 3, x = r + 2
                E: at 2*r after (x > 5 && y < 1), priority = 1, t0 = false, persistent = true, fromTrigger = false:
                    y = 4
                x = 1; y = 2; r = 3
                """);

        Event usual = model.events().getFirst();
        assertThat(usual.id()).isEqualTo("_E0");
        assertThat(usual.triggerInitially()).isTrue();
        assertThat(usual.persistent()).isFalse();
        assertThat(usual.valuesFromTrigger()).isTrue();
        assertThat(usual.delay()).isEmpty();
        assertThat(usual.assignments()).extracting(Event.Assignment::variable).containsExactly("y", "x");
        Event other = model.events().getLast();
        assertThat(other.delay().map(Print::of)).hasValue("2*r");
        assertThat(other.priority().map(Print::of)).hasValue("1");
        assertThat(List.of(other.triggerInitially(), other.persistent(), other.valuesFromTrigger()))
                .containsExactly(false, true, false);
        assertThat(model.parameters()).filteredOn(Parameter::constant).extracting(Parameter::id)
                .containsExactly("r");
    }

    @Test
    void units_are_products_of_powers_with_numbers_before_them() {
        Model model = read("""
                unit conc = 1e-3 mole / liter
                unit rate = 1 / (3600 seconds)
                unit odd = mole^2 * (2 * 10^-3 metre)^-1 / 5 gram
                k = 3 conc; m has rate; m = 1; n = 1; n has mole / second; o = 2; o has odd
                """);

        assertThat(model.units()).extracting(UnitDefinition::id)
                .containsExactly("conc", "rate", "odd", "mole_per_second");
        assertThat(model.units().get(0).factors()).containsExactly(new Factor("mole", 1, 0, 1e-3),
                new Factor("litre", -1, 0, 1));
        assertThat(model.units().get(1).factors()).containsExactly(new Factor("second", -1, 0, 3600));
        assertThat(model.units().get(2).factors()).containsExactly(new Factor("mole", 2, 0, 1),
                new Factor("metre", -1, -3, 2), new Factor("gram", -1, 0, 5));
        assertThat(parameter(model, "k").unit()).hasValue("conc");
        assertThat(parameter(model, "n").unit()).hasValue("mole_per_second");
    }

    @Test
    void statements_about_an_element_are_kept() {
        Model model = read("""
                k = 1
                k is "rate"
                k isDescribedBy "urn:a",
                    "urn:b"
                k description "urn:c"
                k part "urn:d"
                k.mean = 2
                k.stdev = 0.5
                k.range = {1, 3}
                k.sboTerm = SBO:0000236
                k notes ```first
                second```
                """);

        Description known = parameter(model, "k").description();
        assertThat(known.name()).hasValue("rate");
        assertThat(known.sources()).containsExactly("urn:a", "urn:b", "urn:c");
        assertThat(known.annotations()).extracting(a -> a.qualifier() + " " + a.value()).containsExactly(
                "hasPart urn:d", "mean 2.0", "standardDeviation 0.5", "range {1.0, 3.0}", "sboTerm SBO:0000236");
        assertThat(known.notes()).hasValue("first\nsecond");
    }

    @Test
    void the_amount_of_a_species_may_be_given_through_its_compartment() {
        Model model = read("""
                compartment C = 2
                C.spatialDimensions = 2
                species A = 3 in C, B = 3/C in C
                substanceOnly species D = 3 in C
                substanceOnly species E = 3*C in C
                """);

        assertThat(model.species()).extracting(Species::initialKind).containsExactly(InitialKind.CONCENTRATION,
                InitialKind.AMOUNT, InitialKind.AMOUNT, InitialKind.CONCENTRATION);
        assertThat(model.species()).allMatch(species -> species.initial().orElse(0) == 3);
        assertThat(model.compartments().getFirst().dimensions()).isEqualTo(2);
    }

    @Test
    void constant_species_of_reactions_are_boundary_species() {
        Model model = read("const A; A -> B; A; A = 1; B = 0; const species D = 2");

        assertThat(model.species()).extracting(s -> s.id() + s.boundary() + s.constant())
                .containsExactly("Atruetrue", "Bfalsefalse", "Dfalsetrue");
    }

    @Test
    void limits_influences_and_places_of_reactions_are_read() {
        Model model = read("""
                compartment C = 1
                J0 in C: A -> B
                i1: D -| J0
                i2: E -o J0; F -( J0
                A -> ; 2*A in C
                A = 1; B = 1; D = 1; E = 1; F = 1
                A <= 1000
                assert B >= 0 : "B is negative"
                """);

        assertThat(model.reactions().getFirst().modifiers()).containsExactly("D", "E", "F");
        assertThat(model.reactions()).allMatch(reaction -> reaction.compartment().equals(Optional.of("C")));
        assertThat(model.constraints()).extracting(c -> Print.of(c.condition()) + " " + c.message())
                .containsExactly("A <= 1000 ", "B >= 0 B is negative");
    }

    @Test
    void comments_and_line_ends_stand_where_a_formula_goes_on() {
        Model model = read("""
                # hash
                x := piecewise(1, time > 3, // first
                      2) +   /* and
                   over lines */ 3
                y' = -x # rate
                y = 1; z := x * \
                   y
                """);

        assertThat(model.rules()).extracting(rule -> Print.of(rule.formula()))
                .isEqualTo(List.of("piecewise(1, time > 3, 2) + 3", "-x", "x*y"));
    }

    @Test
    void names_of_a_model_and_its_functions_are_theirs() {
        Model model = read("""
                function f(x) x^2 end
                model *m()
                  y := f(2)
                  f is "square"
                  m is "the model"
                  model isDescribedBy "urn:x"
                end
                """);

        assertThat(model.description().name()).hasValue("the model");
        assertThat(model.description().sources()).containsExactly("urn:x");
        assertThat(model.functions().getFirst().description().name()).hasValue("square");
    }

    @Test
    void a_deleted_reaction_is_gone() {
        Model model = read("""
                model inner()
                  J: S -> ; S
                  K: S -> ; 2*S
                  S = 1
                end
                model *outer()
                  A: inner()
                  delete A.J
                end
                """);

        assertThat(model.reactions()).extracting(Reaction::id).containsExactly("A__K");
    }

    @Test
    void the_examples_of_the_language_page_are_read() throws IOException {
        String page = Files.readString(Path.of("../docs/antimony.md"));
        List<String> examples = Pattern.compile("```antimony\\n(.*?)```", Pattern.DOTALL).matcher(page).results()
                .map(match -> match.group(1)).toList();

        assertThat(examples).hasSizeGreaterThan(5)
                .allSatisfy(example -> assertThat(AntimonyWriter.write(read(example))).isNotEmpty());
    }

    @Test
    void two_thousand_reactions_are_read() {
        StringBuilder text = new StringBuilder("model *large()\n");
        for (int i = 0; i < 2_000; i++) {
            text.append("  species S" + i + " = 1\n  k" + i + " = 0.1\n  k" + i + " isDescribedBy \"urn:a\"\n"
                    + "  J" + i + ": S" + i + " -> S" + (i + 1) % 2_000 + "; k" + i + "*S" + i + "/(1 + S" + i + ")\n");
        }
        Model model = read(text + "end\n");

        assertThat(model.reactions()).hasSize(2_000);
    }
}
