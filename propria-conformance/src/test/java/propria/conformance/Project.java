package propria.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where the project's own files are.
final class Project {

    static final Path ROOT = Path.of(System.getProperty("propria.root", "..")).toAbsolutePath().normalize();

    static final List<String> MODULES = List.of("propria-model", "propria-formats", "propria-engine",
            "propria-evidence", "propria-study", "propria-inference", "propria-trial", "propria-app", "propria-bench",
            "propria-spark");

    private Project() {
    }

    /// Whether tests that need something that only CI is sure to have must run.
    static boolean isContinuousIntegration() {
        return "true".equals(System.getenv("CI"));
    }

    /// All Java files, main and test, of all modules.
    static List<Path> javaFiles() {
        return files(ROOT, ".java");
    }

    /// The main Java files of one module.
    static List<Path> mainFiles(String module) {
        return files(ROOT.resolve(module).resolve("src/main/java"), ".java");
    }

    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.toString().contains("/target/")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
