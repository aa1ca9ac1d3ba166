package propria.app.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The stories of the people who use the studio, clicked through in a real Chromium (`src/main/studio/test/stories`). The
/// pictures taken on the way stay in `target/studio-pictures`.
@Tag("slow")
class StudioBrowserTest {

    private static final Path PAGES = Path.of(System.getProperty("propria.root"), "propria-app/src/main/studio");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void every_story_is_passed() throws Exception {
        String node = found(List.of("node"), "Node.js");
        String chromium = found(List.of("chromium", "chromium-browser", "google-chrome"), "Chromium");
        need(StudioServer.hasPages() && Files.isDirectory(PAGES.resolve("node_modules/playwright-core")),
                "the pages of the studio were not built");
        Path pictures = Path.of(System.getProperty("propria.root"), "propria-app/target/studio-pictures");
        Path said = folder.resolve("stories.txt");
        try (OpenStudio studio = new OpenStudio(folder.resolve("workspace"), RealCommands::json)) {
            Process process = new ProcessBuilder(node, "test/stories.mjs", studio.address(), chromium,
                    pictures.toString()).directory(PAGES.toFile()).redirectErrorStream(true)
                    .redirectOutput(said.toFile()).start();
            assertThat(process.waitFor(15, TimeUnit.MINUTES)).as("the stories end").isTrue();
            assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        }
    }

    @Test
    void the_pages_weigh_little_and_a_slider_moves_the_curve() throws Exception {
        String node = found(List.of("node"), "Node.js");
        String chromium = found(List.of("chromium", "chromium-browser", "google-chrome"), "Chromium");
        need(StudioServer.hasPages() && Files.isDirectory(PAGES.resolve("node_modules/playwright-core")),
                "the pages of the studio were not built");
        Path said = folder.resolve("measured.txt");
        try (OpenStudio studio = new OpenStudio(folder.resolve("workspace"), RealCommands::json)) {
            Process process = new ProcessBuilder(node, "test/measure.mjs", studio.address(), chromium, "quick")
                    .directory(PAGES.toFile()).redirectErrorStream(true).redirectOutput(said.toFile()).start();
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("the measurement ends").isTrue();
            assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        }
    }

    @Test
    void edits_of_a_study_file_keep_all_else() throws Exception {
        String node = found(List.of("node"), "Node.js");
        need(Files.isRegularFile(PAGES.resolve("node_modules/vitest/vitest.mjs")), "the pages were not built");
        Path said = folder.resolve("units.txt");
        Process process = new ProcessBuilder(node, "node_modules/vitest/vitest.mjs", "run").directory(PAGES.toFile())
                .redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("the tests end").isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    }

    private static String found(List<String> names, String what) {
        Optional<Path> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(dir -> names.stream().map(name -> Path.of(dir, name))).filter(Files::isExecutable)
                .findFirst();
        need(path.isPresent(), what + " is not on the PATH");
        return path.orElseThrow().toString();
    }

    private static void need(boolean there, String missing) {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as(missing + ", and it is required under CI=true").isTrue();
        }
        assumeTrue(there, missing + ": the stories of the studio are not tested");
    }
}
