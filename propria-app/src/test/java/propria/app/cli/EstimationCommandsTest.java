package propria.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstimationCommandsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_study_is_fitted_as_the_problem_that_it_is() {
        Path out = folder.resolve("fit");
        Call call = Call.of("fit", "dss-uc-msc", "--starts", "1", "--limit", "2", "--out", out.toString());
        assertThat(call.exit()).as(call.err()).isZero();
        assertThat(call.err()).contains("the study as a PEtab problem").contains("1 of 9 measurements are directions");
        assertThat(call.out()).contains("log-likelihood").contains("estimated_secretome__y_PGE2_MSC");
        assertThat(out.resolve("estimates.csv")).isNotEmptyFile();
        assertThat(out.resolve("fit.html")).isNotEmptyFile();
    }

    @Test
    void what_is_neither_a_problem_nor_a_study_is_refused() {
        Call call = Call.of("fit", "dss-uc-mcs", "--out", folder.toString());
        assertThat(call.exit()).isEqualTo(2);
        assertThat(call.err()).contains("U365");
        assertThat(Call.of("profile", folder.resolve("none.yaml").toString(), "--out", folder.toString()).err())
                .contains("U365");
    }
}
