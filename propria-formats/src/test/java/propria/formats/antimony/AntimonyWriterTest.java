package propria.formats.antimony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import propria.model.Model;
import propria.model.Rule;
import propria.model.expression.Expression;
import propria.model.expression.Print;
import propria.model.problem.ProblemException;

class AntimonyWriterTest {

    @Test
    void a_printed_formula_reads_back_record_for_record() {
        RandomFormulas formulas = new RandomFormulas(new Random(1), List.of("a", "b"), Map.of());
        for (int i = 0; i < 20_000; i++) {
            Expression formula = formulas.number(4);
            String text = Print.of(formula);
            Model read = AntimonyReader.readText("a = 1; b = 2; x := " + text, "formula");
            assertThat(read.rules().getFirst().formula()).as(text).isEqualTo(formula);
        }
    }

    @Test
    void a_written_model_reads_back_equal_but_for_places() {
        for (long seed = 0; seed < 2_000; seed++) {
            Model model = RandomModels.model(seed);
            String text = AntimonyWriter.write(model);
            Model read = AntimonyReader.readText(text, "written");
            assertThat(WithoutPlaces.of(read)).as("seed %d%n%s", seed, text).isEqualTo(WithoutPlaces.of(model));
        }
    }

    @Test
    void a_model_with_sub_models_is_written_flat_and_reads_back() {
        Model model = AntimonyReader.readText("""
                function f(x) x^2 end
                model inner(S)
                  J: S -> ; f(k)*S
                  k = 1
                end
                model *outer()
                  compartment C = 2
                  species S1 = 3 in C
                  A: inner(S1)
                  0 = S1 - k2 - 1
                  var k2
                end
                """, "nested");

        String text = AntimonyWriter.write(model);

        assertThat(text).contains("A__J: S1 ->; f(A__k)*S1");
        assertThat(model.rules()).hasOnlyElementsOfType(Rule.Algebraic.class);
        assertThat(WithoutPlaces.of(AntimonyReader.readText(text, "flat"))).isEqualTo(WithoutPlaces.of(model));
    }

    @Test
    void a_name_that_is_a_word_of_the_language_is_refused() {
        Model model = AntimonyReader.readText("k = 1", "named");
        var renamed = new propria.model.Parameter("species", java.util.OptionalDouble.of(1), true,
                java.util.Optional.empty(), propria.model.Description.NONE, model.parameters().getFirst().definedAt());
        Model odd = new Model(model.id(), model.description(), model.units(), model.defaults(), model.compartments(),
                model.species(), List.of(renamed), model.functions(), model.reactions(), model.rules(),
                model.initialAssignments(), model.events(), model.constraints(), model.conversionFactor());

        assertThatThrownBy(() -> AntimonyWriter.write(odd)).isInstanceOf(ProblemException.class)
                .hasMessageContaining("A301");
    }
}
