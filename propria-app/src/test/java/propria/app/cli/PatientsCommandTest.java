package propria.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatientsCommandTest {

    @TempDir
    private Path folder;

    private Call made(String name, String threads) {
        return Call.of("patients", "crohn-fistula", "--method", "perturb", "--patients", "8", "--threads", threads,
                "--out", folder.resolve(name).toString());
    }

    @Test
    void patients_are_written_a_line_each_with_readings_and_the_same_on_one_thread_and_two() throws IOException {
        Call call = made("one", "1");
        assertThat(call.exit()).isZero();
        assertThat(call.out()).contains("8 patients").contains("CDAI");
        List<String> lines = Files.readAllLines(folder.resolve("one/patients.csv"));
        assertThat(lines).hasSize(9);
        List<String> header = List.of(lines.getFirst().split(","));
        assertThat(header).contains("age", "placebo_amplitude", "activity_course_sd", "PDAI_expected", "PDAI_recorded");
        assertThat(lines.subList(1, 9)).allSatisfy(line -> {
            List<String> cells = List.of(line.split(","));
            assertThat(cells).hasSameSizeAs(header);
            assertThat(Double.parseDouble(cells.get(header.indexOf("age")))).isBetween(18.0, 80.0);
            assertThat(Double.parseDouble(cells.get(header.indexOf("PDAI_recorded")))).isBetween(0.0, 20.0);
        });
        assertThat(Files.readString(folder.resolve("one/match.csv"))).startsWith("draw,reading,measure,target");
        assertThat(made("two", "2").exit()).isZero();
        assertThat(folder.resolve("two/patients.csv")).hasSameTextualContentAs(folder.resolve("one/patients.csv"));
    }

    @Test
    void a_population_that_is_not_there_and_a_cohort_of_one_are_refused_with_their_codes() {
        Call unknown = Call.of("patients", "crohn-mild", "--patients", "4");
        assertThat(unknown.exit()).isNotZero();
        assertThat(unknown.err()).contains("T104").contains("crohn-moderate");
        Call one = Call.of("patients", "crohn-moderate", "--patients", "1");
        assertThat(one.exit()).isNotZero();
        assertThat(one.err()).contains("U370");
    }
}
