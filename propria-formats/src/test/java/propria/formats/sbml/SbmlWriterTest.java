package propria.formats.sbml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.formats.antimony.AntimonyReader;
import propria.formats.antimony.RandomModels;
import propria.formats.antimony.WithoutPlaces;
import propria.formats.sbml.level.SbmlLevel;
import propria.model.Model;
import propria.model.Reaction;
import propria.model.problem.ProblemException;

/// What is written can be read, by us and by the rules of SBML.
class SbmlWriterTest {

    private static final String TISSUE = """
            model tissue()
              compartment C = 2
              substanceOnly species A in C
              A = 10
              species B in C
              B = 1.5e-7
              influx: => A; k0
              influx is "entry from blood"
              influx isDescribedBy "https://doi.org/10.1000/x#claim", "https://doi.org/10.1000/y"
              turn: 2 A => B; k*A/(1 + K)
              k0 = 0.1
              k = 0.30000000000000004
              k.confidenceInterval = {0.1, 0.9}
              K := piecewise(ln(B + 2), B > 1e-9, exp(2))
              var x
              x' = -k*x + sin(time)
              x = 3
              at time > 5, t0=false, priority=2: x = x + 1, A = 0
              unit per_day = 1/86400 second
              k has per_day
            end
            """;

    @Test
    void a_written_model_reads_back_equal_and_is_valid(@TempDir Path folder) throws Exception {
        Model model = AntimonyReader.readText(TISSUE, "tissue.ant");
        Path file = folder.resolve("tissue.xml");
        SbmlWriter.write(model, file);
        assertThat(OfflineErrors.of(Files.readString(file))).isEmpty();
        assertThat(WithoutPlaces.of(SbmlReader.read(file))).isEqualTo(WithoutPlaces.of(model));
    }

    @Test
    void the_shipped_model_is_valid_when_it_is_written() {
        Model model = AntimonyReader.read(Path.of("..", "library", "models", "gut", "gut.ant"));
        String text = SbmlWriter.write(model);
        assertThat(OfflineErrors.of(text)).isEmpty();
        assertThat(OfflineErrors
                .of(text.replace("<kineticLaw>", "<kineticLaws>").replace("</kineticLaw>", "</kineticLaws>")))
                .isNotEmpty();
    }

    @Test
    void a_message_of_a_constraint_stands_in_one_element() {
        Model model = AntimonyReader.readText("model m()\n x = 1\n assert x > 0 : \"x is lost\"\nend\n", "m.ant");
        assertThat(model.constraints()).hasSize(1);
        for (SbmlLevel level : List.of(SbmlLevel.L2V2, SbmlLevel.L2V4, SbmlLevel.L3V2)) {
            String text = SbmlWriter.write(model, level).text();
            assertThat(text.split("<message", -1)).as(text).hasSize(2);
            assertThat(OfflineErrors.of(text)).as("%s", level).isEmpty();
            assertThat(SbmlReader.readText(text, "m.xml").constraints().getFirst().message()).isEqualTo("x is lost");
        }
    }

    @Test
    void an_invalid_document_is_found_so_by_the_same_check() {
        String text = SbmlWriter.write(AntimonyReader.readText(TISSUE, "tissue.ant"));
        assertThat(OfflineErrors.of(text.replace("species=\"B\"", "species=\"nothing\""))).isNotEmpty();
    }

    @Test
    void what_was_read_once_is_written_and_read_without_change() {
        for (long seed = 0; seed < 300; seed++) {
            Model once = WithoutPlaces.of(SbmlReader.readText(SbmlWriter.write(RandomModels.model(seed)), "once"));
            Model twice = WithoutPlaces.of(SbmlReader.readText(SbmlWriter.write(once), "twice"));
            assertThat(twice).as("seed %d", seed).isEqualTo(once);
        }
    }

    @Test
    void a_fast_reaction_is_refused() {
        Model model = AntimonyReader.readText(TISSUE, "tissue.ant");
        Reaction r = model.reactions().getFirst();
        Reaction fast = new Reaction(r.id(), r.reactants(), r.products(), r.modifiers(), r.rateLaw(),
                r.localParameters(), r.reversible(), true, r.compartment(), r.description(), r.definedAt());
        Model odd = new Model(model.id(), model.description(), model.units(), model.defaults(), model.compartments(),
                model.species(), model.parameters(), model.functions(), List.of(fast), model.rules(),
                model.initialAssignments(), model.events(), model.constraints(), model.conversionFactor());
        assertThatThrownBy(() -> SbmlWriter.write(odd)).isInstanceOf(ProblemException.class)
                .hasMessageContaining("B140");
    }
}
