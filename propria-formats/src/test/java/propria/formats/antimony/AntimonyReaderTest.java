package propria.formats.antimony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.model.Description.Interval;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.Species;
import propria.model.expression.Expression;
import propria.model.expression.Print;

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
}
