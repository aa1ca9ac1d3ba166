package propria.formats.sedml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import propria.formats.sedml.document.SedDocument;
import propria.formats.sedml.document.SedRange;
import propria.formats.sedml.document.SedSimulation;
import propria.formats.sedml.document.SedTask;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

class SedmlReaderTest {

    @Test
    void everything_in_a_file_is_read() {
        SedDocument whole = SedmlReader.readText(Whole.text(), "whole.sedml");
        assertThat(whole.remarks()).isEmpty();
        assertThat(whole.notes()).contains("All that is read, once.");
        assertThat(whole.models().get(1).changes()).extracting(change -> change.getClass().getSimpleName())
                .containsExactly("Attribute", "Add", "Replace", "Remove", "Compute");
        assertThat(whole.simulation("course")).get().isInstanceOfSatisfying(SedSimulation.UniformTimeCourse.class,
                course -> assertThat(course.steps()).isEqualTo(4));
        assertThat(whole.task("scan")).get().isInstanceOfSatisfying(SedTask.Repeated.class,
                scan -> assertThat(scan.ranges()).extracting(SedRange::id).containsExactly("index", "listed", "half"));
        assertThat(whole.outputs()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void a_document_is_written_in_any_version_and_reads_back_equal(int version) {
        SedDocument whole = SedmlReader.readText(Whole.text(), "whole.sedml");
        SedDocument wanted = new SedDocument(version, whole.notes(), whole.models(), whole.simulations(),
                whole.tasks(), whole.dataGenerators(),
                version < 4 ? whole.outputs().subList(0, 1) : whole.outputs(), whole.remarks(), whole.place());
        String text = SedmlWriter.write(wanted);
        SedDocument back = SedmlReader.readText(text, "back.sedml");
        assertThat(Whole.withoutPlaces(back)).isEqualTo(Whole.withoutPlaces(wanted));
        assertThat(SedmlWriter.write(back)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            version="4"                     ~ version="9"               ~ D001
            <sedML                          ~ <!DOCTYPE x><sedML        ~ B104
            simulationReference="course"    ~ simulationReference="curse" ~ D005
            dataReference="share"           ~ dataReference="shade"     ~ D005
            <ci>t</ci>                      ~ <ci>u</ci>                ~ D005
            task="one"                      ~ task="scan"               ~ D011
            id="onward"                     ~ id="one"                  ~ D006
            step="0.5"                      ~ step="-1"                 ~ D003
            outputEndTime="2"               ~ outputEndTime="-2"        ~ D003
            numberOfSteps="4"               ~ numberOfSteps="4000000000" ~ D003
            <times/>                        ~ <quaternion/>             ~ D008
            type="log"                      ~ type="cubic"              ~ D003
            [@id='other']                   ~ [last()]                  ~ D007
            source="decay.xml"              ~ ``                        ~ D002
            <value>4</value>                ~ <value>four</value>       ~ D003
            removeXML target                ~ moveXML target            ~ D004
            """)
    void what_is_wrong_is_named_by_its_code(String piece, String by, String code) {
        assertThat(Whole.text()).contains(piece);
        String text = Whole.text().replaceFirst(java.util.regex.Pattern.quote(piece),
                java.util.regex.Matcher.quoteReplacement(by == null ? "" : by));
        ProblemException refused = catchThrowableOfType(ProblemException.class,
                () -> SedmlReader.readText(text, "bad.sedml"));
        assertThat(refused).isNotNull();
        assertThat(refused.problems()).extracting(Problem::code).contains(code);
        assertThat(refused.problems()).allSatisfy(p -> assertThat(p.place()).isPresent());
    }

    @Test
    void what_is_not_carried_out_is_remarked_and_what_needs_it_is_left_out() {
        String text = Whole.text()
                .replace("</listOfTasks>", "<parameterEstimationTask id='fit'/></listOfTasks>")
                .replace("<dataGenerator id=\"time\" name=\"Time\">", """
                        <dataGenerator id="fitted"><listOfVariables>
                        <variable id="f" symbol="KISAO:0000832" taskReference="fit"/></listOfVariables>
                        <math xmlns="http://www.w3.org/1998/Math/MathML"><ci>f</ci></math></dataGenerator>
                        <dataGenerator id="time" name="Time">""")
                .replace("<dataSet id=\"d1\"", "<dataSet id='d0' label='x' dataReference='fitted'/><dataSet id=\"d1\"");
        SedDocument document = SedmlReader.readText(text, "partly.sedml");
        assertThat(document.remarks()).extracting(Problem::code).containsExactly("D010", "D010", "D010");
        assertThat(document.dataGenerator("fitted")).isEmpty();
    }

    @Test
    void tasks_that_hold_one_another_twice_over_are_read_in_no_time() {
        StringBuilder tasks = new StringBuilder();
        for (int i = 0; i < 18; i++) {
            String inner = i == 0 ? "one" : "r" + (i - 1);
            tasks.append("<repeatedTask id='r").append(i).append("' range='x' resetModel='true'><listOfRanges>")
                    .append("<vectorRange id='x'><value>1</value></vectorRange></listOfRanges><listOfSubTasks>")
                    .append(("<subTask task='" + inner + "' order='1'/>").repeat(50))
                    .append("</listOfSubTasks></repeatedTask>");
        }
        String text = Whole.text().replace("</listOfTasks>", tasks + "</listOfTasks>");
        assertThat(SedmlReader.readText(text, "deep.sedml").tasks()).hasSize(21);
    }
}
