package propria.formats.sbml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.model.Event;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Rule;
import propria.model.expression.Print;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Models made of submodels become flat.
class CompFlattenerTest {

    private static final String MATH = "<math xmlns='http://www.w3.org/1998/Math/MathML'>";

    /// A submodel in which `x` grows by `k` and stops the clock `c` at time 2.
    private static final String GROWTH = """
            <comp:modelDefinition id='growth'>
              <listOfParameters>
                <parameter id='k' value='1' constant='true'/>
                <parameter id='x' value='0' constant='false' metaid='the_x'/>
                <parameter id='c' value='0' constant='false'/>
              </listOfParameters>
              <listOfRules>
                <rateRule variable='x'>MATH<ci>k</ci></math></rateRule>
                <assignmentRule variable='c' metaid='clock'>MATH<csymbol encoding='text'
                  definitionURL='http://www.sbml.org/sbml/symbols/time'>t</csymbol></math></assignmentRule>
              </listOfRules>
              <listOfEvents><event id='stop' useValuesFromTriggerTime='true'>
                <trigger initialValue='true' persistent='true'>
                  MATH<apply><geq/><ci>x</ci><cn>2</cn></apply></math></trigger>
                <delay>MATH<cn>3</cn></math></delay>
                <listOfEventAssignments><eventAssignment variable='x'>MATH<cn>5</cn></math></eventAssignment>
                </listOfEventAssignments></event></listOfEvents>
              <comp:listOfPorts><comp:port comp:id='out' comp:idRef='x'/></comp:listOfPorts>
            </comp:modelDefinition>
            """.replace("MATH", MATH);

    private static String document(String model, String definitions) {
        return ("""
                <sbml xmlns='http://www.sbml.org/sbml/level3/version2/core' level='3' version='2'
                    xmlns:comp='http://www.sbml.org/sbml/level3/version1/comp/version1' comp:required='true'>
                <model id='main'>MODEL</model>DEFINITIONS</sbml>""").replace("MODEL", model)
                .replace("DEFINITIONS", definitions);
    }

    private static Model flat(String model) {
        return SbmlReader.readText(document(model,
                "<comp:listOfModelDefinitions>" + GROWTH + "</comp:listOfModelDefinitions>"), "model.xml");
    }

    private static String submodel(String more) {
        return "<comp:listOfSubmodels><comp:submodel comp:id='s' comp:modelRef='growth' " + more
                + "</comp:submodel></comp:listOfSubmodels>";
    }

    private static List<String> ids(Model model) {
        return model.parameters().stream().map(Parameter::id).toList();
    }

    private static List<String> rules(Model model) {
        return model.rules().stream().map(rule -> switch (rule) {
            case Rule.Assignment a -> a.variable() + " := " + Print.of(a.formula());
            case Rule.Rate r -> r.variable() + "' = " + Print.of(r.formula());
            case Rule.Algebraic a -> Print.of(a.formula());
        }).toList();
    }

    private static List<String> codes(Supplier<Model> reading) {
        try {
            return List.of("read: " + reading.get().id());
        } catch (ProblemException e) {
            return e.problems().stream().map(Problem::code).toList();
        }
    }

    @Test
    void names_of_a_submodel_are_put_behind_its_own() {
        Model model = flat(submodel(">"));
        assertThat(ids(model)).containsExactly("s__k", "s__x", "s__c");
        assertThat(rules(model)).containsExactly("s__x' = s__k", "s__c := time");
        assertThat(model.events()).extracting(Event::id).containsExactly("s__stop");
    }

    @Test
    void time_of_a_submodel_is_converted_in_rates_clocks_and_delays() {
        Model model = flat("<listOfParameters><parameter id='T' value='60' constant='true'/></listOfParameters>"
                + submodel("comp:timeConversionFactor='T'>"));
        assertThat(rules(model)).containsExactly("s__x' = s__k/T", "s__c := time/T");
        assertThat(model.events().getFirst().delay().map(Print::of)).hasValue("3*T");
    }

    @Test
    void what_replaces_a_quantity_takes_its_place_everywhere_in_its_own_unit() {
        Model model = flat("<listOfParameters><parameter id='f' value='10' constant='true'/>"
                + "<parameter id='y' value='0' constant='false'><comp:listOfReplacedElements><comp:replacedElement "
                + "comp:portRef='out' comp:submodelRef='s' comp:conversionFactor='f'/></comp:listOfReplacedElements>"
                + "</parameter></listOfParameters>" + submodel(">"));
        assertThat(ids(model)).containsExactly("f", "y", "s__k", "s__c");
        assertThat(rules(model)).containsExactly("y' = s__k*f", "s__c := time");
        assertThat(Print.of(model.events().getFirst().trigger())).isEqualTo("y/f >= 2");
        assertThat(model.events().getFirst().assignments()).hasSize(1);
        assertThat(Print.of(model.events().getFirst().assignments().getFirst().formula())).isEqualTo("5*f");
    }

    @Test
    void a_quantity_can_be_replaced_by_one_of_a_submodel_and_keeps_its_name() {
        Model model = flat("<listOfParameters><parameter id='y' value='7' constant='false'>"
                + "<comp:replacedBy comp:metaIdRef='the_x' comp:submodelRef='s'/></parameter></listOfParameters>"
                + submodel(">"));
        assertThat(ids(model)).containsExactly("s__k", "y", "s__c");
        assertThat(model.parameters().get(1).value()).hasValue(0);
        assertThat(rules(model)).contains("y' = s__k");
    }

    @Test
    void what_is_deleted_is_gone() {
        Model model = flat(submodel(
                "><comp:listOfDeletions><comp:deletion comp:metaIdRef='clock'/></comp:listOfDeletions>"));
        assertThat(rules(model)).containsExactly("s__x' = s__k");
    }

    @Test
    void a_model_that_contains_itself_is_refused() {
        String definitions = "<comp:listOfModelDefinitions><comp:modelDefinition id='growth'>" + submodel(">")
                + "</comp:modelDefinition></comp:listOfModelDefinitions>";
        assertThat(codes(() -> SbmlReader.readText(document(submodel(">"), definitions), "model.xml")))
                .containsExactly("B132");
    }

    @Test
    void a_reference_to_nothing_is_refused() {
        assertThat(codes(() -> flat(submodel("><comp:listOfDeletions><comp:deletion comp:idRef='nothing'/>"
                + "</comp:listOfDeletions>")))).containsExactly("B131");
    }

    @Test
    void models_come_from_files_beside_but_from_nowhere_else(@TempDir Path folder) throws IOException {
        Path inside = Files.createDirectory(folder.resolve("models"));
        String parameter = "<listOfParameters><parameter id='k' value='1' constant='true'/></listOfParameters>";
        Files.writeString(inside.resolve("part.xml"), document(parameter, ""));
        Files.writeString(folder.resolve("secret.xml"), document(parameter, ""));
        assertThat(ids(SbmlReader.read(external(inside, "part.xml")))).containsExactly("s__k");
        for (String place : List.of("../secret.xml", folder.resolve("secret.xml").toString(),
                folder.resolve("secret.xml").toUri().toString(), "http://localhost/part.xml")) {
            Path file = external(inside, place);
            assertThat(codes(() -> SbmlReader.read(file))).as(place).containsExactly("B130");
        }
    }

    private static Path external(Path folder, String source) throws IOException {
        String definitions = "<comp:listOfExternalModelDefinitions><comp:externalModelDefinition comp:id='growth' "
                + "comp:source='" + source + "'/></comp:listOfExternalModelDefinitions>";
        return Files.writeString(folder.resolve("main.xml"), document(submodel(">"), definitions));
    }
}
