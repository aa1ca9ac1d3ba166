package propria.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import propria.app.cli.library.ProblemCatalogue;
import propria.app.cli.terminal.ExitCode;
import propria.model.problem.Problem;

/// What goes wrong becomes words with a code, and the right exit code.
class FailuresTest {

    @Test
    void a_full_disk_and_a_closed_door_have_their_codes() {
        assertThat(code(new UncheckedIOException(new IOException("No space left on device")))).isEqualTo("U401");
        assertThat(code(new AccessDeniedException("/x"))).isEqualTo("U402");
        assertThat(code(new FileSystemException("/x", null, "Read-only file system"))).isEqualTo("U402");
        assertThat(code(new NoSuchFileException("/x"))).isEqualTo("U403");
        assertThat(code(new OutOfMemoryError())).isEqualTo("U404");
    }

    @Test
    void what_nobody_expected_is_one_line_without_a_stack() {
        Problem problem = Failures.problems(new IllegalStateException("boom\nsecond line")).getFirst();
        assertThat(problem.code()).isEqualTo("U900");
        assertThat(problem.why()).isEqualTo("IllegalStateException: boom");
    }

    @Test
    void the_exit_code_follows_the_first_error() {
        assertThat(ExitCode.of(List.of(Problem.error("N201", "", "", "")))).isEqualTo(3);
        assertThat(ExitCode.of(List.of(Problem.error("E401", "", "", "")))).isEqualTo(4);
        assertThat(ExitCode.of(List.of(Problem.error("E101", "", "", "")))).isEqualTo(2);
        assertThat(ExitCode.of(List.of())).isZero();
    }

    @Test
    void every_code_in_the_sources_of_the_command_line_is_explained() throws IOException {
        TreeSet<String> used = new TreeSet<>();
        Path sources = Path.of(System.getProperty("propria.root", ".."), "propria-app/src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher matcher = Pattern.compile("\"(U\\d{3})\"").matcher(Files.readString(file));
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
            }
        }
        assertThat(used).isNotEmpty();
        assertThat(ProblemCatalogue.read().keySet()).containsAll(used);
    }

    private static String code(Throwable thrown) {
        return Failures.problems(thrown).getFirst().code();
    }
}
