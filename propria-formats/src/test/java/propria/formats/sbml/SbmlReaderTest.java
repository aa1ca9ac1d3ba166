package propria.formats.sbml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.model.Model;
import propria.model.Rule;
import propria.model.expression.Expression;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// What is read of a document, and what is refused.
class SbmlReaderTest {

    private static final String CORE = "http://www.sbml.org/sbml/level3/version2/core";
    private static final String MATH = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">";

    private static String level3(String inside) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sbml xmlns=\"" + CORE
                + "\" level=\"3\" version=\"2\">\n<model id=\"m\">\n" + inside + "\n</model></sbml>";
    }

    private static String parameter(String id, String more) {
        return "<parameter id=\"" + id + "\" constant=\"false\" " + more + "/>\n";
    }

    private static List<Problem> problems(String text) {
        try {
            SbmlReader.readText(text, "model.xml");
            return List.of();
        } catch (ProblemException e) {
            return e.problems();
        }
    }

    @Test
    void elements_keep_their_values_and_their_lines() {
        Model model = SbmlReader.readText(level3("<listOfParameters>\n" + parameter("k", "value=\"2.5\"")
                + parameter("x", "") + "</listOfParameters>\n<listOfRules><rateRule variable=\"x\">" + MATH
                + "<apply><times/><ci>k</ci><cn type=\"e-notation\">3<sep/>-2</cn></apply></math></rateRule>"
                + "</listOfRules>"), "model.xml");
        assertThat(model.parameters().getFirst().value()).hasValue(2.5);
        assertThat(model.parameters().getFirst().definedAt().line()).isEqualTo(5);
        assertThat(model.rules()).hasSize(1);
        assertThat(model.rules().getFirst()).isInstanceOfSatisfying(Rule.Rate.class, rule -> {
            assertThat(rule.variable()).isEqualTo("x");
            assertThat(rule.formula()).isEqualTo(new Expression.Product(
                    List.of(new Expression.Reference("k"), new Expression.Constant(0.03))));
        });
    }

    @Test
    void a_document_type_is_refused_before_its_entities_are_looked_at(@TempDir Path folder) throws IOException {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, "not for the model");
        String external = "<?xml version=\"1.0\"?>\n<!DOCTYPE sbml [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n"
                + level3("<notes>&x;</notes>").substring(38);
        assertThat(problems(external)).extracting(Problem::code).containsExactly("B104");
        StringBuilder bomb = new StringBuilder("<!DOCTYPE sbml [<!ENTITY a0 \"boom\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        assertThat(problems(bomb + "]><sbml>&a29;</sbml>")).extracting(Problem::code).containsExactly("B104");
    }

    @Test
    void a_file_above_50_megabytes_is_refused_unread(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("large.xml");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength((50L << 20) + 1);
        }
        assertThatThrownBy(() -> SbmlReader.read(file)).isInstanceOf(ProblemException.class)
                .hasMessageContaining("B102");
    }

    @Test
    void flux_balance_is_refused_with_element_and_line() {
        String fbc = "http://www.sbml.org/sbml/level3/version1/fbc/version2";
        List<Problem> found = problems(level3("<fbc:listOfObjectives xmlns:fbc=\"" + fbc + "\"/>"));
        assertThat(found).extracting(Problem::code).containsExactly("B110");
        assertThat(found.getFirst().why()).contains("listOfObjectives");
        assertThat(found.getFirst().place().orElseThrow().line()).isEqualTo(4);
    }

    @Test
    void an_unknown_package_is_refused_only_when_it_is_required() {
        String text = level3("").replace("level=\"3\"",
                "xmlns:qual=\"http://www.sbml.org/sbml/level3/version1/qual/version1\" qual:required=\"true\" level=\"3\"");
        assertThat(problems(text)).extracting(Problem::code).containsExactly("B110");
        assertThat(problems(text.replace("required=\"true\"", "required=\"false\""))).isEmpty();
    }

    @Test
    void level_1_and_other_documents_are_refused() {
        assertThat(problems("<sbml xmlns=\"http://www.sbml.org/sbml/level1\"/>")).extracting(Problem::code)
                .containsExactly("B106");
        assertThat(problems("<html/>")).extracting(Problem::code).containsExactly("B106");
        assertThat(problems("no xml")).extracting(Problem::code).containsExactly("B103");
    }

    @Test
    void what_sbml_does_not_have_or_misses_is_refused_not_passed_over() {
        assertThat(problems(level3("<listOfParameters>" + parameter("k", "valeu=\"1\"") + "</listOfParameters>")))
                .extracting(Problem::code).containsExactly("B114");
        assertThat(problems(level3("<listOfParameter/>"))).extracting(Problem::code).containsExactly("B112");
        assertThat(problems(level3("<listOfParameters><parameter id=\"k\"/></listOfParameters>")))
                .extracting(Problem::code).containsExactly("B113");
        assertThat(problems(level3("<listOfParameters>" + parameter("k", "value=\"a lot\"")
                + parameter("2k", "") + "</listOfParameters>"))).extracting(Problem::code)
                .containsExactly("B115", "B115");
        assertThat(problems(level3("<listOfParameters>" + parameter("k", "") + parameter("k", "")
                + "</listOfParameters>"))).extracting(Problem::code).containsExactly("B109");
        assertThat(problems(level3("<listOfRules><rateRule variable=\"k\">" + MATH
                + "<cn>many</cn></math></rateRule></listOfRules>"))).extracting(Problem::code)
                .containsExactly("B120");
    }
}
