package propria.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.app.conform.Outcome;
import propria.app.conform.Outcome.Verdict;
import propria.app.conform.petab.PetabSuite;
import propria.app.exchange.Conversion;
import propria.app.exchange.PetabConversion;

/// The official PEtab test suite, which lies beside the project: every case passes.
class PetabSuiteTest {

    private static final Path CASES = Project.ROOT.resolve("../shared/conformance/petab");
    private static final int FEWEST = 149;
    private static final int FEWEST_OF_VERSION_1 = 20;

    @TempDir
    private Path folder = Path.of("");

    private static void needCases() {
        if (!Files.isDirectory(CASES)) {
            assertThat(Project.isContinuousIntegration()).as("%s is required in continuous integration", CASES)
                    .isFalse();
            Assumptions.abort("skipped: the official PEtab cases are not at " + CASES);
        }
    }

    /// A problem of version 1 said in version 2 is the same problem: the command compares simulations and likelihoods.
    @Test
    void every_official_problem_of_version_1_becomes_one_of_version_2_with_the_same_likelihood() throws IOException {
        needCases();
        List<Path> problems;
        try (Stream<Path> files = Files.walk(CASES.resolve("v1.0.0"))) {
            problems = files.filter(f -> String.valueOf(f.getFileName()).matches("_\\d+\\.yaml")).sorted().toList();
        }
        assertThat(problems).hasSizeGreaterThanOrEqualTo(FEWEST_OF_VERSION_1);
        for (Path problem : problems) {
            Path out = folder.resolve(String.valueOf(problem.getFileName())).resolve("problem.yaml");
            Conversion done = PetabConversion.problem(problem, out);
            assertThat(done.difference().isSame()).as("%s: %s", problem, done.difference()).isTrue();
            assertThat(Files.readString(out)).contains("format_version: 2");
        }
    }

    @Test
    void every_official_case_passes() throws IOException {
        needCases();
        PetabSuite suite = new PetabSuite(CASES);
        assertThat(suite.size()).isGreaterThanOrEqualTo(FEWEST);
        assertThat(suite.run(_ -> {
            // nobody watches
        })).filteredOn(o -> o.verdict() != Verdict.PASS).extracting(Outcome::row).isEmpty();
    }
}
