package propria.app.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The stories of the people who use the studio, clicked through in a real Chromium (`src/main/studio/test/stories`). The
/// pictures taken on the way stay in `target/studio-pictures`.
@Tag("slow")
class StudioBrowserTest {

    private static final Path PAGES = Path.of(System.getProperty("propria.root"), "propria-app/src/main/studio");

    /// Stories that take longer hang [min]; each step of one has a limit of its own.
    private static final long HANGS = 45;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void every_story_is_passed() throws Exception {
        String node = found(List.of("node"), "Node.js");
        String chromium = chromium();
        Path pictures = Path.of(System.getProperty("propria.root"), "propria-app/target/studio-pictures");
        Path said = folder.resolve("stories.txt");
        Path workspace = folder.resolve("workspace");
        OpenStudio studio = new OpenStudio(workspace, 0, RealCommands::json);
        int port = studio.port();
        Process process = new ProcessBuilder(node, "test/stories.mjs", studio.address(), chromium,
                pictures.toString()).directory(PAGES.toFile()).redirectErrorStream(true)
                .redirectOutput(said.toFile()).start();
        try {
            studio = untilOver(process, said, studio, () -> new OpenStudio(workspace, port, RealCommands::json));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            studio.close();
        }
        String told = Files.readString(said);
        assertThat(process.exitValue()).as(told).isZero();
        assertThat(told).as("the server was stopped and started").contains("please start the studio");
        sameOnTheCommandLine(told, workspace);
    }

    /// Stops and starts the studio as the stories ask for it, until they are over.
    ///
    /// @return the studio that was open last
    private static OpenStudio untilOver(Process stories, Path said, OpenStudio first, Supplier<OpenStudio> again)
            throws Exception {
        OpenStudio studio = first;
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(HANGS);
        for (boolean open = true; stories.isAlive(); Thread.sleep(100)) {
            assertThat(System.nanoTime()).as("the stories end").isLessThan(end);
            String told = Files.readString(said);
            boolean wanted = told.lastIndexOf("please start the studio") >= told.lastIndexOf("please stop the studio");
            if (open && !wanted) {
                studio.close();
            } else if (!open && wanted) {
                studio = again.get();
            }
            open = wanted;
        }
        return studio;
    }

    /// A study that was made by clicks only gives the same summary when the command line runs it.
    private void sameOnTheCommandLine(String told, Path workspace) {
        Matcher made = Pattern.compile("made by clicks: (\\S+) (\\d+) (\\w{64})").matcher(told);
        assertThat(made.find()).as(told).isTrue();
        String answer = RealCommands.json(List.of("run", workspace.resolve("studies").resolve(made.group(1)).toString(),
                "--draws", made.group(2), "--out", folder.resolve("again").toString(), "--yes"));
        assertThat(answer).contains(made.group(3));
    }

    @Test
    void the_pages_weigh_little_and_a_slider_moves_the_curve() throws Exception {
        String node = found(List.of("node"), "Node.js");
        String chromium = chromium();
        Path said = folder.resolve("measured.txt");
        try (OpenStudio studio = new OpenStudio(folder.resolve("workspace"), 0, RealCommands::json)) {
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

    /// The browser, when the pages are built, too.
    private static String chromium() {
        need(StudioServer.hasPages() && Files.isDirectory(PAGES.resolve("node_modules/playwright-core")),
                "the pages of the studio were not built");
        return found(List.of("chromium", "chromium-browser", "google-chrome"), "Chromium");
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
