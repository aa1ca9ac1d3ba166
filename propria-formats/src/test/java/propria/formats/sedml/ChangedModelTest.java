package propria.formats.sedml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import propria.formats.sbml.SbmlReader;
import propria.formats.sedml.document.ModelChange;
import propria.formats.sedml.document.SedModel;
import propria.model.Model;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

class ChangedModelTest {

    static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1">
              <model id="decay">
                <listOfCompartments><compartment id="C" size="2" constant="true" spatialDimensions="3"/></listOfCompartments>
                <listOfSpecies>
                  <species id="S" compartment="C" initialConcentration="5" hasOnlySubstanceUnits="false"
                      boundaryCondition="false" constant="false"/>
                </listOfSpecies>
                <listOfParameters><parameter id="k" value="1" constant="true"/></listOfParameters>
                <listOfReactions>
                  <reaction id="R" reversible="false" fast="false">
                    <listOfReactants><speciesReference species="S" stoichiometry="1" constant="true"/></listOfReactants>
                    <kineticLaw>
                      <math xmlns="http://www.w3.org/1998/Math/MathML">
                        <apply><times/><ci>k</ci><ci>q</ci><ci>S</ci></apply>
                      </math>
                      <listOfLocalParameters><localParameter id="q" value="0.5"/></listOfLocalParameters>
                    </kineticLaw>
                  </reaction>
                </listOfReactions>
              </model>
            </sbml>
            """;

    private static final SourceLocation PLACE = new SourceLocation("test", 1, 1);

    private static ChangedModel model() {
        return ChangedModel.of(MODEL.getBytes(StandardCharsets.UTF_8), "decay.xml");
    }

    @Test
    void every_kind_of_change_is_made_in_order() {
        SedModel faster = SedmlReader.readText(Whole.text(), "whole.sedml").models().get(1);
        ChangedModel text = model();
        faster.changes().forEach(change -> text.apply(change, computation -> {
            assertThat(computation.variables()).hasSize(1);
            return 3 * Double.parseDouble(model().attribute(computation.variables().getFirst().target().orElseThrow(),
                    PLACE));
        }));
        Model changed = SbmlReader.readText(text.text(), "changed.xml");
        assertThat(changed.parameters()).singleElement().satisfies(k -> {
            assertThat(k.id()).isEqualTo("k");
            assertThat(k.value()).hasValue(3);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            /sbml:sbml/sbml:model/sbml:listOfSpecies/sbml:species[@id='S']                        ~ S
            /s:sbml/s:model/s:listOfSpecies/s:species[@id="S"]/@initialConcentration              ~ S
            //parameter[1]                                                                        ~ k
            /*/*/listOfReactions/reaction[@id='R' and @fast='false']                              ~ R
            //sbml:localParameter[@id='q']                                                        ~ R.q
            """)
    void a_path_leads_to_a_quantity(String path, String quantity) {
        assertThat(model().quantity(path, PLACE)).isEqualTo(quantity);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            //parameter[@id='x']   ~ D022
            //*[@id]               ~ D022
            //parameter[           ~ D007
            /sbml/model/@id/x      ~ D007
            /sbml:sbml             ~ D022
            """)
    void a_path_that_leads_nowhere_or_to_many_is_refused(String path, String code) {
        assertThatThrownBy(() -> model().quantity(path, PLACE)).isInstanceOf(ProblemException.class)
                .hasMessageContaining(code);
    }

    @Test
    void a_change_of_what_is_not_there_is_no_silence() {
        assertThatThrownBy(() -> model().apply(new ModelChange.Attribute("//parameter[@id='x']/@value", "1", PLACE),
                _ -> 0)).isInstanceOf(ProblemException.class).hasMessageContaining("D022");
        assertThatThrownBy(() -> model().apply(new ModelChange.Remove("/sbml", PLACE), _ -> 0))
                .isInstanceOf(ProblemException.class).hasMessageContaining("D022");
    }
}
