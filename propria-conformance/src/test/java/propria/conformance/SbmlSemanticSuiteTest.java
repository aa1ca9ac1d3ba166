package propria.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import propria.app.conform.Outcome;
import propria.app.conform.Outcome.Verdict;
import propria.app.conform.SbmlSemanticSuite;

/// The official SBML semantic test suite, which lies beside the project: everything that is dynamics passes, flux balance
/// is refused. Neither number is ever changed.
class SbmlSemanticSuiteTest {

    private static final Path CASES = Project.ROOT.resolve("../shared/conformance/sbml-semantic");
    private static final int PASSES = 1787;
    private static final int FLUX_BALANCE = 34;

    @Test
    void official_cases_pass_or_are_refused_with_a_reason() throws IOException, InterruptedException {
        if (!Files.isDirectory(CASES)) {
            assertThat(Project.isContinuousIntegration()).as("%s is required in continuous integration", CASES)
                    .isFalse();
            Assumptions.abort("skipped: the official SBML cases are not at " + CASES);
        }
        SbmlSemanticSuite suite = new SbmlSemanticSuite(CASES);
        List<Outcome> outcomes = suite.run(_ -> {
            // nobody watches
        });
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        outcomes.forEach(outcome -> counts.merge(outcome.verdict(), 1, Integer::sum));
        assertThat(outcomes).as("%s", counts).filteredOn(o -> o.verdict() == Verdict.FAIL).isEmpty();
        assertThat(outcomes).as("%s", counts).filteredOn(o -> o.verdict() == Verdict.ERROR).isEmpty();
        assertThat(outcomes).filteredOn(o -> o.verdict() == Verdict.REFUSED).hasSize(FLUX_BALANCE)
                .extracting(Outcome::reason).containsOnly("B110 the SBML package fbc cannot be followed here");
        assertThat(counts.getOrDefault(Verdict.PASS, 0)).as("%s", counts).isEqualTo(PASSES);
    }
}
