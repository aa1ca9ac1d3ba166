package propria.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import propria.app.conform.Outcome;
import propria.app.conform.Outcome.Verdict;
import propria.app.conform.petab.PetabSuite;

/// The official PEtab test suite, which lies beside the project: every case passes.
class PetabSuiteTest {

    private static final Path CASES = Project.ROOT.resolve("../shared/conformance/petab");
    private static final int FEWEST = 149;

    @Test
    void every_official_case_passes() throws IOException {
        if (!Files.isDirectory(CASES)) {
            assertThat(Project.isContinuousIntegration()).as("%s is required in continuous integration", CASES)
                    .isFalse();
            Assumptions.abort("skipped: the official PEtab cases are not at " + CASES);
        }
        PetabSuite suite = new PetabSuite(CASES);
        assertThat(suite.size()).isGreaterThanOrEqualTo(FEWEST);
        assertThat(suite.run(_ -> {
            // nobody watches
        })).filteredOn(o -> o.verdict() != Verdict.PASS).extracting(Outcome::row).isEmpty();
    }
}
