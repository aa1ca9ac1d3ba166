package propria.trial.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import propria.evidence.EvidenceLibrary;
import propria.model.problem.SourceLocation;
import propria.study.library.Library;
import propria.trial.score.clinic.ClinicModel;

/// What target populations and the clinic cite is in the ledger of evidence.
class TargetEvidenceTest {

    private static final Path ROOT = Path.of("..", "library").toAbsolutePath().normalize();

    private static Library library = Library.read(ROOT);
    private static EvidenceLibrary evidence = EvidenceLibrary.read(ROOT.resolve("evidence"));

    static List<String> targets() {
        return TargetPopulationReader.names(library);
    }

    private static void cited(List<Optional<String>> sources) {
        assertThat(sources.stream().flatMap(Optional::stream)).isNotEmpty()
                .allSatisfy(source -> assertThat(evidence.cite(source, SourceLocation.of("test")).claim()).as(source)
                        .isPresent());
    }

    @ParameterizedTest
    @MethodSource("targets")
    void every_source_of_a_target_population_is_a_claim(String id) {
        TargetPopulation target = TargetPopulationReader.read(library, id);
        List<Optional<String>> sources = new ArrayList<>();
        target.traits().values().forEach(m -> sources.add(m.source()));
        target.baseline().values().forEach(m -> sources.add(m.source()));
        target.correlations().forEach(p -> sources.add(p.source()));
        target.effects().forEach(e -> sources.add(e.source()));
        cited(sources);
    }

    @Test
    void every_source_of_the_clinic_is_a_claim() {
        cited(ClinicModel.read(ROOT).values().values().stream().map(v -> v.source()).toList());
    }
}
