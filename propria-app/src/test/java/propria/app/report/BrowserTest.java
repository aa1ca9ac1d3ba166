package propria.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        String browser = browser();
        Path probe = report.resolveSibling("probe.html");
        Files.writeString(probe, Files.readString(report).replace("</body>", PROBE));
        Path dom = report.resolveSibling("dom.html");
        Process process = new ProcessBuilder(browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom",
                "--window-size=" + width + ",2000", "--user-data-dir=" + folder.resolve("profile"),
                probe.toUri().toString()).redirectOutput(dom.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the browser finishes").isTrue();
        String marked = Files.readString(dom);
        int start = marked.indexOf("data-found=\"");
        assertThat(start).as("the probe ran").isPositive();
        return marked.substring(start + 12, marked.indexOf('"', start + 12));
    }

    private static String browser() {
        var found = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).flatMap(
                dir -> NAMES.stream().map(name -> Path.of(dir, name))).filter(Files::isExecutable).findFirst();
        boolean required = "true".equals(System.getenv("CI"));
        assumeTrue(found.isPresent() || required, "no Chromium on the PATH: the look of the report is not tested");
        return found.orElseThrow(() -> new AssertionError("Chromium is required under CI=true")).toString();
    }
}
