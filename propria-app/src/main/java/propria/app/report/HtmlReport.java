package propria.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import propria.app.report.chart.ArmStyles;
import propria.app.report.data.Run;
import propria.app.report.data.RunFolder;
import propria.app.text.Escape;

/// The report of a run: one HTML file with its style and pictures inside. It loads nothing, runs no
/// script but the one that takes sources out, which is a part of it, prints on A4 and follows the reader's choice of light or dark.
public final class HtmlReport {

    private HtmlReport() {
    }

    /// Writes `report.html` into a run folder and returns its path.
    ///
    /// @throws propria.model.problem.ProblemException when the folder holds no run
    /// @throws UncheckedIOException when a file cannot be read or written
    public static Path write(Path runFolder) {
        Path file = runFolder.resolve("report.html");
        try {
            Files.writeString(file, of(RunFolder.read(runFolder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /// The report of a run as text.
    public static String of(Run run) {
        ArmStyles styles = new ArmStyles(run.manifest().arms());
        String title = run.manifest().study().title().isBlank() ? "Run" : run.manifest().study().title();
        Html page = new Html().raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<meta http-equiv=\"Content-Security-Policy\""
                + " content=\"" + SourcesSection.contentPolicy() + "\">\n<title>" + Escape.html(title)
                + " · Propria report</title>\n<style>\n" + style() + "</style></head>\n<body>\n"
                + "<a class=\"skip\" href=\"#answer\">Skip to the answer</a>\n<main>\n");
        AnswerSection.write(page, run);
        CountsSection.write(page, run);
        CoursesSection.write(page, run, styles);
        EffectsSection.write(page, run, styles);
        ForecastSection.write(page, run);
        PublishedSection.write(page, run);
        InfluenceSection.write(page, run);
        SourcesSection.write(page, run);
        EvidenceSection.write(page, run);
        ManifestSection.write(page, run);
        LimitsSection.write(page, run);
        return page.raw("</main></body></html>\n").toString();
    }

    private static String style() {
        try (InputStream css = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
