package propria.app.estimation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import propria.app.report.svg.Svg;
import propria.app.text.Escape;
import propria.formats.hash.Hash;
import propria.formats.petab.problem.PetabProblem;
import propria.formats.petab.write.ProblemText;

/// A folder of results, and a page that is written when all else is.
public final class EstimationFolder {

    private static final String STYLE = """
            body { font-family: system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
              color: #1c1f23; background: #fff; line-height: 1.5; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { padding: .25rem .75rem; border-bottom: 1px solid #dfe3e8; text-align: right; }
            th:first-child, td:first-child { text-align: left; }
            .wide { overflow-x: auto; } figure { margin: 1.5rem 0; } figcaption { color: #4a5560; }
            .answer { font-size: 1.15rem; } svg { max-width: 100%; height: auto; }
            """;

    private final Path folder;
    private final StringBuilder page = new StringBuilder();
    private final List<Path> files = new ArrayList<>();

    /// @param folder is made where it is not
    public EstimationFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /// A folder below, for what an interrupted run goes on from.
    public Path kept() throws IOException {
        return Files.createDirectories(folder.resolve("kept"));
    }

    public Path path() {
        return folder;
    }

    /// What has been written.
    public List<Path> files() {
        return List.copyOf(files);
    }

    /// Writes a file.
    public void write(String name, String text) throws IOException {
        files.add(Files.writeString(folder.resolve(name), text));
    }

    /// Writes a picture as a file of its own and on the page.
    public void picture(String name, String title, String svg, String caption) throws IOException {
        write(name, svg);
        page.append("<figure><h2>").append(Escape.html(title)).append("</h2>").append(svg).append("<figcaption>")
                .append(Escape.html(caption)).append("</figcaption></figure>\n");
    }

    /// A paragraph of the page.
    public void say(String style, String text) {
        page.append("<p class=\"").append(style).append("\">").append(Escape.html(text)).append("</p>\n");
    }

    /// A table of the page.
    public void table(String title, List<String> header, List<List<String>> rows) {
        page.append("<h2>").append(Escape.html(title)).append("</h2><div class=\"wide\"><table><thead><tr>");
        header.forEach(cell -> page.append("<th>").append(Escape.html(cell)).append("</th>"));
        page.append("</tr></thead><tbody>\n");
        rows.forEach(row -> {
            page.append("<tr>");
            row.forEach(cell -> page.append("<td>").append(Escape.html(cell)).append("</td>"));
            page.append("</tr>\n");
        });
        page.append("</tbody></table></div>\n");
    }

    /// Writes the page.
    public void page(String name, String title) throws IOException {
        write(name, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                + "content=\"width=device-width, initial-scale=1\">\n<title>" + Escape.html(title)
                + "</title><style>\n" + STYLE + "</style></head><body><main><h1>" + Escape.html(title) + "</h1>\n"
                + page + "</main></body></html>\n");
        page.setLength(0);
    }

    /// A picture that stands by itself.
    static String standing(Svg svg, double width, double height, String description) {
        String picture = svg.picture(width, height, description);
        int end = picture.indexOf('>') + 1;
        return picture.substring(0, end).replaceFirst("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
                + (int) width + "\" ") + Panel.STYLE + picture.substring(end);
    }

    /// What tells one problem from another: a hash of its files and of how it is treated.
    ///
    /// @param how seed, method and the like
    public static String fingerprint(PetabProblem problem, String how) {
        return Hash.of(String.join("", ProblemText.files(problem, "problem").values()) + how);
    }
}
