package propria.formats.sbml.carry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.formats.antimony.WithoutPlaces;
import propria.formats.sbml.SbmlReader;
import propria.formats.sbml.SbmlWriter;
import propria.formats.sbml.level.SbmlLevel;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlReader;
import propria.model.Model;

class CarriedTest {

    @TempDir
    private Path folder;

    private static final String RDF = """
            <annotation><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
            xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bqbiol="http://biomodels.net/biology-qualifiers/">
            <rdf:Description rdf:about="#m1"><dcterms:created rdf:parseType="Resource"><dcterms:W3CDTF>2020-01-02T03:04:05Z
            </dcterms:W3CDTF></dcterms:created><bqbiol:is><rdf:Bag><rdf:li rdf:resource="urn:a"/></rdf:Bag></bqbiol:is>
            </rdf:Description></rdf:RDF><tool xmlns="urn:other:tool" mark="7"><inner/></tool></annotation>""";

    private static final String LEVEL_3 = """
            <sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1"
             xmlns:layout="http://www.sbml.org/sbml/level3/version1/layout/version1" layout:required="false"
             xmlns:distrib="http://www.sbml.org/sbml/level3/version1/distrib/version1" distrib:required="true">
            <model id="m"><notes><body xmlns="http://www.w3.org/1999/xhtml"><h1>Title</h1><p>Text <b>bold</b></p></body></notes>
            <listOfParameters><parameter id="k" value="2" constant="true" metaid="m1" sboTerm="SBO:0000009">%s
            <distrib:listOfUncertainties><distrib:uncertainty><distrib:uncertParameter distrib:type="mean"
            distrib:value="2.5"/></distrib:uncertainty></distrib:listOfUncertainties></parameter>
            <parameter id="x" value="1" constant="false"/></listOfParameters>
            <listOfRules><rateRule variable="x" sboTerm="SBO:0000391"><notes><p xmlns="http://www.w3.org/1999/xhtml">why</p>
            </notes><math xmlns="http://www.w3.org/1998/Math/MathML"><ci>k</ci></math></rateRule></listOfRules>
            <layout:listOfLayouts><layout:layout layout:id="l"><layout:dimensions layout:width="400" layout:height="220"/>
            </layout:layout></layout:listOfLayouts></model></sbml>"""
            .formatted(RDF);

    private static final String LEVEL_2 = """
            <sbml xmlns="http://www.sbml.org/sbml/level2/version4" level="2" version="4"><model id="m">
            <listOfCompartments><compartment id="c" size="1"/></listOfCompartments>
            <listOfSpecies><species id="S" compartment="c" initialAmount="1"/></listOfSpecies>
            <listOfReactions><reaction id="r" reversible="false"><listOfReactants><speciesReference species="S"
            sboTerm="SBO:0000010"/></listOfReactants><kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML">
            <apply><times/><ci>k</ci><ci>S</ci></apply></math><listOfParameters><parameter id="k" value="1" metaid="m1">%s
            </parameter></listOfParameters></kineticLaw></reaction></listOfReactions></model></sbml>"""
            .formatted(RDF);

    private XmlElement carriedOver(String document) throws IOException {
        Path file = Files.writeString(folder.resolve("in.xml"), document);
        Model model = SbmlReader.read(file);
        String text = SbmlReader.carried(file).into(SbmlWriter.write(model), SbmlLevel.NEWEST);
        Model back = SbmlReader.readText(text, "out.xml");
        assertThat(WithoutPlaces.of(back).rules()).isEqualTo(WithoutPlaces.of(model).rules());
        assertThat(WithoutPlaces.of(back).parameters()).isEqualTo(WithoutPlaces.of(model).parameters());
        Path again = Files.writeString(folder.resolve("out.xml"), text);
        assertThat(SbmlReader.carried(again).into(SbmlWriter.write(back), SbmlLevel.NEWEST)).isEqualTo(text);
        return XmlReader.readBytes(text.getBytes(StandardCharsets.UTF_8), "out.xml");
    }

    private static List<XmlElement> all(XmlElement root, String name) {
        List<XmlElement> found = new java.util.ArrayList<>();
        root.walk(element -> {
            if (element.name().equals(name)) {
                found.add(element);
            }
        });
        return found;
    }

    @Test
    void layout_uncertainty_notes_and_annotations_stand_in_the_next_document() throws IOException {
        XmlElement out = carriedOver(LEVEL_3);

        assertThat(out.attribute("http://www.sbml.org/sbml/level3/version1/layout/version1", "required"))
                .hasValue("false");
        assertThat(all(out, "dimensions").getFirst().attributes()).hasSize(2);
        assertThat(all(out, "uncertParameter")).hasSize(1);
        assertThat(all(out, "b")).singleElement().extracting(XmlElement::text).isEqualTo("bold");
        assertThat(all(out, "h1")).hasSize(1);
        assertThat(all(out, "tool").getFirst().attribute("mark")).hasValue("7");
        assertThat(all(out, "W3CDTF")).hasSize(1);
        assertThat(all(out, "li")).hasSize(1);
        XmlElement rule = all(out, "rateRule").getFirst();
        assertThat(rule.attribute("sboTerm")).hasValue("SBO:0000391");
        assertThat(rule.first("notes").orElseThrow().text().strip()).isEqualTo("why");
    }

    @Test
    void annotations_of_level_2_come_to_what_they_are_called_in_level_3() throws IOException {
        XmlElement out = carriedOver(LEVEL_2);

        assertThat(all(out, "localParameter").getFirst().attribute("metaid")).hasValue("m1");
        assertThat(all(all(out, "localParameter").getFirst(), "tool")).hasSize(1);
        assertThat(all(out, "speciesReference").getFirst().attribute("sboTerm")).hasValue("SBO:0000010");
    }

    @Test
    void what_is_carried_can_be_named() throws IOException {
        Path file = Files.writeString(folder.resolve("in.xml"), LEVEL_3);
        assertThat(SbmlReader.carried(file).kinds()).containsExactly("distrib", "layout");
    }
}
