package propria.bench.sundials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import propria.model.problem.ProblemException;

/// The compiler and SUNDIALS: required in continuous integration, else tests that need them are skipped out loud.
public final class Tools {

    public static final Path ROOT = Path.of(System.getProperty("propria.root", "..")).toAbsolutePath().normalize();

    private Tools() {
    }

    public static Toolchain chain() {
        try {
            return Toolchain.find(ROOT.resolve("propria-bench/target/c"));
        } catch (ProblemException e) {
            assertThat(isContinuousIntegration()).as("%s is required in continuous integration", e.getMessage())
                    .isFalse();
            Assumptions.abort("SKIPPED: " + e.getMessage());
            throw e;
        }
    }

    public static boolean isContinuousIntegration() {
        return "true".equals(System.getenv("CI"));
    }
}
