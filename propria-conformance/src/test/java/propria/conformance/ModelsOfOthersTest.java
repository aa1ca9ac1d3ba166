package propria.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import propria.app.conform.Outcome;
import propria.app.conform.Outcome.Verdict;
import propria.app.conform.TwoMethodSuite;

/// Entries of BioModels, which lie beside the project: two step methods agree on each that can be simulated.
@Tag("slow")
class ModelsOfOthersTest {

    private static final Path MODELS = Project.ROOT.resolve("../shared/conformance/biomodels");
    private static final double END = 100;

    @Test
    void two_methods_agree_on_every_entry_that_is_not_refused() throws IOException {
        if (!Files.isDirectory(MODELS)) {
            assertThat(Project.isContinuousIntegration()).as("%s is required in continuous integration", MODELS)
                    .isFalse();
            Assumptions.abort("skipped: the entries of BioModels are not at " + MODELS);
        }
        List<Outcome> outcomes = new TwoMethodSuite(MODELS, END).run(_ -> {
            // nobody watches
        });
        assertThat(outcomes).filteredOn(o -> o.verdict() != Verdict.PASS).extracting(Outcome::verdict)
                .containsOnly(Verdict.REFUSED);
        assertThat(outcomes).filteredOn(o -> o.verdict() == Verdict.REFUSED).extracting(Outcome::reason)
                .satisfiesExactlyInAnyOrder(
                        undefined -> assertThat(undefined).startsWith("N203 the simulation cannot go on at time 10.0"),
                        unknown -> assertThat(unknown).isEqualTo("B110 the SBML package qual cannot be followed here"));
        assertThat(outcomes).filteredOn(o -> o.verdict() == Verdict.PASS).hasSizeGreaterThanOrEqualTo(61);
    }
}
