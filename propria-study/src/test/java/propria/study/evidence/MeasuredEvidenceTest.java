package propria.study.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Standing;
import propria.evidence.policy.IntegrityPolicy;
import propria.study.Measurement;
import propria.study.Toy;
import propria.study.summary.Prediction;

/// What published values rest on.
class MeasuredEvidenceTest {

    @TempDir
    private Path folder = Path.of("");

    private final List<Measurement> measurements = Toy.study().measurements();

    private EvidenceLibrary library(String status) throws IOException {
        String text = Files.readString(Toy.ROOT.resolve("evidence/toy-2020.yaml"));
        Files.writeString(folder.resolve("toy-2020.yaml"), text.replace("status: ok", "status: " + status));
        return EvidenceLibrary.read(folder);
    }

    @Test
    void a_row_stands_as_its_source_does() throws IOException {
        assertThat(MeasuredEvidence.of(measurements, library("ok"))).extracting(MeasuredEvidence::standing)
                .containsOnly(Standing.SOURCED);
        assertThat(MeasuredEvidence.of(measurements, library("retracted"))).extracting(MeasuredEvidence::standing)
                .containsOnly(Standing.FLAGGED);
        assertThat(MeasuredEvidence.of(measurements, EvidenceLibrary.EMPTY)).allSatisfy(m -> {
            assertThat(m.standing()).isEqualTo(Standing.ASSUMED);
            assertThat(m.problem()).hasValueSatisfying(p -> assertThat(p.code()).isEqualTo("E101"));
        });
    }

    @Test
    void a_value_of_a_retracted_source_is_not_compared_and_that_is_said() throws IOException {
        List<Prediction> predictions = measurements.stream().map(m -> new Prediction(m, 1, 2, 3, "yes")).toList();
        List<MeasuredEvidence> fallen = MeasuredEvidence.of(measurements, library("retracted"));
        assertThat(MeasuredEvidence.counted(predictions, fallen, IntegrityPolicy.STANDARD))
                .extracting(Prediction::inside).containsOnly("na");
        assertThat(MeasuredEvidence.excluded(fallen, IntegrityPolicy.STANDARD)).singleElement()
                .satisfies(p -> assertThat(p.toString()).contains("E405").contains("2 published values of toy-2020"));
        List<MeasuredEvidence> doubted = MeasuredEvidence.of(measurements, library("expression_of_concern"));
        assertThat(MeasuredEvidence.counted(predictions, doubted, IntegrityPolicy.STANDARD)).isEqualTo(predictions);
        assertThat(MeasuredEvidence.excluded(doubted, IntegrityPolicy.STANDARD)).isEmpty();
    }
}
