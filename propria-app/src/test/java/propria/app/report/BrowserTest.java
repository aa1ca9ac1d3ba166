package propria.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.study.retraction.SourceInfluence;
import propria.study.retraction.SourceInfluenceFile;

/// The page as a browser lays it out: no label covers another, nothing sticks out of the page.
class BrowserTest {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /// Marks the page with the pairs of labels that cover one another and with what is wider than the page.
    private static final String PROBE = """
            <script>addEventListener('load', () => {
              const found = [];
              document.querySelectorAll('svg.chart').forEach((svg, k) => {
                const texts = [...svg.querySelectorAll('text')].map(t => [t, t.getBoundingClientRect()]);
                const frame = svg.getBoundingClientRect();
                texts.forEach(([t, a], i) => {
                  if (a.left < frame.left - 1 || a.right > frame.right + 1) found.push(k + ' out: ' + t.textContent);
                  texts.slice(i + 1).forEach(([u, b]) => {
                    const w = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                    const h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                    if (w > 2 && h > 4) found.push(k + ': ' + t.textContent + ' / ' + u.textContent);
                  });
                });
              });
              if (document.documentElement.scrollWidth > innerWidth) found.push('page wider than the window');
              document.body.dataset.found = found.length ? found.join(' | ') : 'nothing';
            });</script></body>""";

    /// Takes a source out by a click, then puts it back in from the keyboard's button.
    private static final String CLICK = """
            <script>addEventListener('load', () => {
              const box = document.querySelector('input[data-source="banerjee-2015"]');
              box.click();
              const said = document.getElementById('without').innerText;
              document.getElementById('all-on').click();
              document.body.dataset.found = said + ' again: ' + document.getElementById('without').innerText;
            });</script></body>""";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void no_label_of_a_report_covers_another() throws Exception {
        assertThat(found(HtmlReport.write(SampleRun.ofFiveArms(folder.resolve("five"))), 1200)).isEqualTo("nothing");
        assertThat(found(HtmlReport.write(SampleRun.ofTwoArms(folder.resolve("two"))), 1200)).isEqualTo("nothing");
    }

    @Test
    void the_page_fits_a_narrow_window() throws Exception {
        assertThat(found(HtmlReport.write(SampleRun.ofTwoArms(folder.resolve("narrow"))), 520)).isEqualTo("nothing");
    }

    private String found(Path report, int width) throws IOException, InterruptedException {
        return found(report, width, PROBE);
    }

    private String found(Path report, int width, String script) throws IOException, InterruptedException {
        Path probe = report.resolveSibling("probe.html");
        Files.writeString(probe, Files.readString(report).replaceFirst("<meta http-equiv=[^>]*>", "")
                .replace("</body>", script));
        String marked = dom(report, probe, width);
        int start = marked.indexOf("data-found=\"");
        assertThat(start).as("the probe ran").isPositive();
        return marked.substring(start + 12, marked.indexOf('"', start + 12));
    }

    private String dom(Path report, Path probe, int width) throws IOException, InterruptedException {
        String browser = browser();
        Path dom = report.resolveSibling("dom.html");
        Process process = new ProcessBuilder(browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom",
                "--window-size=" + width + ",2000", "--user-data-dir=" + folder.resolve("profile"),
                probe.toUri().toString()).redirectOutput(dom.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).as("the browser finishes").isTrue();
        return Files.readString(dom);
    }

    private Path report(String name, SourceInfluence influence) throws IOException {
        Path run = SampleRun.ofTwoArms(folder.resolve(name));
        Files.writeString(run.resolve(SourceInfluenceFile.NAME), SourceInfluenceFile.write(influence));
        return HtmlReport.write(run);
    }

    @Test
    void a_source_is_switched_off_and_the_page_says_what_the_sums_of_the_run_say() throws Exception {
        SourceInfluence influence = SampleInfluence.ofOneSource();
        Path report = report("switched", influence);
        assertThat(found(report, 1200)).isEqualTo("nothing");
        String said = found(report, 1200, CLICK);
        String without = SourcesSection.text(influence.without(Set.of("banerjee-2015")).getFirst());
        assertThat(said)
                .contains("Without banerjee-2015: 1 number changes, 1 without any other claim; 1 of 2 published")
                .contains(without).contains("flips").contains("again: All sources are in.").contains("holds");
    }

    @Test
    void an_estimate_that_has_run_away_is_no_verdict() throws Exception {
        Path report = report("away", SampleInfluence.runningAway());
        assertThat(Files.readString(report)).contains("of 1 the estimate tells no verdict");
        assertThat(found(report, 1200, CLICK)).contains("more than ten times any effect of this run")
                .contains("no verdict");
    }

    @Test
    void the_script_of_the_page_runs_under_the_policy_that_the_page_sets() throws Exception {
        Path report = report("policy", SampleInfluence.ofOneSource());
        String page = Files.readString(report);
        assertThat(page).contains("default-src 'none'").contains("script-src 'sha256-");
        assertThat(dom(report, report, 1200)).as("the switches are shown by the script of the page itself")
                .contains("id=\"switches\">");
    }

    private static String browser() {
        var found = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).flatMap(
                dir -> NAMES.stream().map(name -> Path.of(dir, name))).filter(Files::isExecutable).findFirst();
        boolean required = "true".equals(System.getenv("CI"));
        assumeTrue(found.isPresent() || required, "no Chromium on the PATH: the look of the report is not tested");
        return found.orElseThrow(() -> new AssertionError("Chromium is required under CI=true")).toString();
    }
}
