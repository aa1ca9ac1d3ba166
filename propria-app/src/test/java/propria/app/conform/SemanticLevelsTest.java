package propria.app.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.app.conform.Outcome.Verdict;
import propria.app.conform.table.ConformanceTable;

/// A hand-made case in three levels, of which the oldest holds another model.
class SemanticLevelsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void write_the_case() throws IOException {
        Path one = Files.createDirectories(folder.resolve("c1"));
        Files.writeString(one.resolve("c1-settings.txt"), """
                start: 0
                duration: 1
                steps: 1
                variables: x
                absolute: 1e-6
                relative: 1e-6
                amount:
                concentration:
                """);
        Files.writeString(one.resolve("c1-results.csv"), "time,x\n0,1\n1,3\n");
        Files.writeString(one.resolve("c1-model.m"),
                "(*\ncomponentTags: Parameter, RateRule\ntestTags: NonConstantParameter\npackagesPresent:\n*)\n");
        Files.writeString(one.resolve("c1-sbml-l2v1.xml"), model("level2", 2, 1, 5));
        Files.writeString(one.resolve("c1-sbml-l2v4.xml"), model("level2/version4", 2, 4, 2));
        Files.writeString(one.resolve("c1-sbml-l3v1.xml"), model("level3/version1/core", 3, 1, 2));
        Files.writeString(one.resolve("c1-sbml-l3v1-plot.png"), "no model");
    }

    private static String model(String space, int level, int version, int rate) {
        return "<sbml xmlns='http://www.sbml.org/sbml/" + space + "' level='" + level + "' version='" + version
                + "'><model id='m'><listOfParameters><parameter id='x' value='1' constant='false'/></listOfParameters>"
                + "<listOfRules><rateRule variable='x'><math xmlns='http://www.w3.org/1998/Math/MathML'><cn>" + rate
                + "</cn></math></rateRule></listOfRules></model></sbml>";
    }

    private static List<Outcome> run(List<CaseFolder> cases) throws InterruptedException {
        return new SbmlSemanticSuite(cases).run(_ -> {
            // nobody watches
        });
    }

    @Test
    void the_newest_level_is_taken_unless_another_is_asked_for() throws IOException, InterruptedException {
        assertThat(CaseFolder.in(folder).getFirst().levels()).containsExactly("l2v1", "l2v4", "l3v1");
        assertThat(CaseFolder.in(folder).getFirst().model()).hasFileName("c1-sbml-l3v1.xml");
        assertThat(run(CaseFolder.in(folder))).extracting(Outcome::id, Outcome::verdict)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("c1", Verdict.PASS));
        assertThat(run(CaseFolder.in(folder, "l2v1"))).extracting(Outcome::id, Outcome::verdict)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("c1-l2v1", Verdict.FAIL));
        assertThat(CaseFolder.in(folder, "l2v3")).isEmpty();
        assertThat(run(CaseFolder.in(folder, CaseFolder.EVERY_LEVEL))).extracting(Outcome::verdict)
                .containsExactly(Verdict.FAIL, Verdict.PASS, Verdict.PASS);
    }

    @Test
    void the_page_counts_each_feature_and_names_what_did_not_pass() throws IOException, InterruptedException {
        List<CaseFolder> cases = CaseFolder.in(folder, CaseFolder.EVERY_LEVEL);
        String page = new ConformanceTable(cases, run(cases), "the command").text();
        assertThat(page).contains("the command", "| l2v1 | 1 | 0 | 0 | 1 | 0 |", "| l2v4 | 1 | 1 | 0 | 0 | 0 |",
                "| RateRule | 3 | 2 | 0 | 1 | 0 |", "| NonConstantParameter | 3 | 2 | 0 | 1 | 0 |",
                "| none | 3 | 2 | 0 | 1 | 0 |", "| fail | - | 1 | c1-l2v1 |").doesNotContain("SBSCL");
    }
}
