package propria.study.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import propria.model.problem.ProblemException;
import propria.study.Study;
import propria.study.Toy;
import propria.study.library.Library;

/// A study and its measurements under any bytes; see `docs/fuzzing.md`.
class StudyFuzzTest {

    private static final Library LIBRARY = Toy.library();

    /// The input is `study.yaml`; what stands after its first zero byte is `measurements.tsv`.
    @FuzzTest(maxDuration = "10m")
    @DictionaryFile(resourcePath = "/propria/study/file/study.dict")
    void study(byte @NotNull [] input) throws IOException {
        Path folder = Files.createTempDirectory("fuzzed");
        Path yaml = folder.resolve("study.yaml");
        Path table = folder.resolve("measurements.tsv");
        int end = 0;
        while (end < input.length && input[end] != 0) {
            end++;
        }
        try {
            Files.write(yaml, Arrays.copyOf(input, end));
            Files.write(table, Arrays.copyOfRange(input, Math.min(input.length, end + 1), input.length));
            read(folder);
        } finally {
            Files.delete(yaml);
            Files.delete(table);
            Files.delete(folder);
        }
    }

    private static void read(Path folder) {
        try {
            Study study = StudyFile.read(folder, LIBRARY);
            assertThat(study.arms()).isNotEmpty();
        } catch (ProblemException e) {
            assertThat(e.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.code()).matches("[A-Z]\\d{3}");
                assertThat(problem.what()).isNotBlank();
            });
        }
    }
}
