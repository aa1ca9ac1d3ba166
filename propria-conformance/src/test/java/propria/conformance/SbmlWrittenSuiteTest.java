package propria.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import propria.app.conform.CaseFolder;
import propria.app.conform.Outcome;
import propria.app.conform.Outcome.Verdict;
import propria.app.conform.SbmlWrittenSuite;
import propria.formats.sbml.level.SbmlLevel;

/// The official SBML cases through the writer: each in one level of SBML, so that every level has a seventh of them. The
/// command `conform sbml-written` runs all in all levels.
@Tag("slow")
class SbmlWrittenSuiteTest {

    private static final Path CASES = Project.ROOT.resolve("../shared/conformance/sbml-semantic");
    private static final int FEWEST_PASSES = 1640;

    @Test
    void what_is_written_in_a_level_gives_the_numbers_that_the_case_expects_or_is_refused() throws IOException,
            InterruptedException {
        if (!Files.isDirectory(CASES)) {
            assertThat(Project.isContinuousIntegration()).as("%s is required in continuous integration", CASES)
                    .isFalse();
            Assumptions.abort("skipped: the official SBML cases are not at " + CASES);
        }
        List<CaseFolder> all = CaseFolder.in(CASES);
        List<SbmlLevel> levels = List.of(SbmlLevel.values());
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            int turn = i;
            List<CaseFolder> part = IntStream.range(0, all.size()).filter(k -> k % levels.size() == turn)
                    .mapToObj(all::get).toList();
            outcomes.addAll(new SbmlWrittenSuite(part, List.of(levels.get(i))).run(_ -> {
                // nobody watches
            }));
        }
        assertThat(outcomes).filteredOn(o -> o.verdict() == Verdict.FAIL || o.verdict() == Verdict.ERROR).isEmpty();
        assertThat(outcomes).filteredOn(o -> o.verdict() == Verdict.REFUSED).extracting(Outcome::reason)
                .allMatch(reason -> reason.matches("(?s)(B110|B140|B142) .*"));
        assertThat(outcomes).filteredOn(o -> o.verdict() == Verdict.PASS)
                .hasSizeGreaterThanOrEqualTo(FEWEST_PASSES);
    }
}
