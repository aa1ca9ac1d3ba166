package propria.inference.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import propria.inference.calibration.StudyForecast.Expected;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;

class StudyForecastTest {

    private static final Path LIBRARY = Path.of(System.getProperty("propria.root", ".."), "library");
    private final Library library = Library.read(LIBRARY);

    private List<StudyForecast> of(Study study) throws InterruptedException {
        return StudyForecast.of(study, Calibration.read(library), 2);
    }

    @Test
    void a_route_that_brings_more_cells_to_the_gut_is_expected_to_find_more() throws InterruptedException {
        List<StudyForecast> all = of(StudyFile.read(LIBRARY.resolve("studies/pan19-ip-vs-iv"), library));
        assertThat(all).extracting(f -> f.endpoint().id()).startsWith("histology_ip", "histology_iv");
        Expected peritoneum = all.get(0).expected().orElseThrow();
        Expected vein = all.get(1).expected().orElseThrow();
        assertThat(peritoneum.quantiles()).isSorted();
        assertThat(peritoneum.quantiles().get(2)).isLessThan(vein.quantiles().get(2));
        assertThat(peritoneum.lower() + peritoneum.equal() + peritoneum.higher()).isEqualTo(1, within(1e-9));
        assertThat(vein.quantiles().get(4)).as("a study may find nothing").isPositive();
    }

    @Test
    void a_study_without_treated_arms_is_refused_with_a_reason() throws InterruptedException {
        Study study = StudyFile.read(LIBRARY.resolve("studies/iron-dss-adult"), library);
        assertThat(of(study)).allSatisfy(f -> assertThat(f.expected().isEmpty()).isEqualTo(!f.refusal().isEmpty()));
    }
}
