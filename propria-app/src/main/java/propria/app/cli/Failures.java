package propria.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import propria.engine.simulate.SimulationFailure;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Turns whatever a command threw into problems that a person can act on.
final class Failures {

    private Failures() {
    }

    static List<Problem> problems(Throwable thrown) {
        return switch (thrown) {
            case ProblemException e -> e.problems();
            case SimulationFailure e -> List.of(e.problem());
            case UncheckedIOException e -> List.of(file(Objects.requireNonNullElseGet(e.getCause(), IOException::new)));
            case IOException e -> List.of(file(e));
            case ReadOnlyFileSystemException _ -> List.of(Problem.error("U402", "the place cannot be written to",
                    "its file system is read-only", "name another folder with --out"));
            case OutOfMemoryError _ -> List.of(Problem.error("U404", "the memory is used up", "",
                    "simulate fewer draws or subjects, or give Java more with JAVA_TOOL_OPTIONS=-Xmx4g"));
            default -> List.of(unexpected(thrown));
        };
    }

    private static Problem file(IOException e) {
        String reason = String.valueOf(e.getMessage());
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("disk quota") || lower.contains("not enough space")) {
            return at(e, "U401", "the disk is full", "", "free some space, or name another folder with --out");
        }
        return switch (e) {
            case AccessDeniedException _ ->
                at(e, "U402", "the place cannot be read or written", "permission denied",
                        "check the permissions, or name another folder with --out");
            case NoSuchFileException _ ->
                at(e, "U403", "there is no such file or folder", "", "check the name; folders are not made on the way");
            case FileSystemException f when lower.contains("read-only") ->
                at(f, "U402", "the place cannot be written to",
                        "its file system is read-only", "name another folder with --out");
            default -> at(e, "U402", "a file could not be read or written", reason, "check the place and try again");
        };
    }

    private static Problem at(IOException e, String code, String what, String why, String fix) {
        Optional<String> file = e instanceof FileSystemException f
                ? Optional.ofNullable(f.getFile())
                : Optional.empty();
        return file.map(name -> Problem.error(code, SourceLocation.of(name), what, why, fix))
                .orElseGet(() -> Problem.error(code, what, why, fix));
    }

    private static Problem unexpected(Throwable thrown) {
        String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage().lines().findFirst().orElse("");
        return Problem.error("U900", "a mistake in Propria itself", thrown.getClass().getSimpleName() + message,
                "run the same with --debug and report what it prints");
    }
}
