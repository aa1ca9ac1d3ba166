package propria.app.report;

import java.util.List;
import propria.app.text.Escape;

/// Writes markup. Methods named for text escape it; `raw` does not.
final class Html {

    private final StringBuilder out = new StringBuilder();

    /// A cell that holds markup instead of text.
    record Cell(String markup, String style) {

        static Cell text(String text) {
            return new Cell(Escape.html(text), "");
        }

        static Cell number(String text) {
            return new Cell(Escape.html(text), "num");
        }
    }

    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /// A paragraph of text.
    Html paragraph(String text) {
        return paragraph("", text);
    }

    /// A paragraph of text of a style.
    Html paragraph(String style, String text) {
        out.append(style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">").append(Escape.html(text)).append("</p>\n");
        return this;
    }

    /// Opens a section with its heading.
    Html section(String id, String heading) {
        out.append("<section id=\"").append(id).append("\"><h2>").append(Escape.html(heading)).append("</h2>\n");
        return this;
    }

    Html endSection() {
        out.append("</section>\n");
        return this;
    }

    /// A picture with its title and what is below it.
    Html figure(String title, String svg, String caption, String behind) {
        out.append("<figure><h3>").append(Escape.html(title)).append("</h3>\n").append("<div class=\"picture\">")
                .append(svg).append("</div>");
        if (!caption.isEmpty()) {
            out.append("<figcaption>").append(caption).append("</figcaption>");
        }
        out.append(behind).append("</figure>\n");
        return this;
    }

    /// A table; the first cell of each row heads it.
    Html table(List<String> header, List<List<Cell>> rows) {
        out.append("<div class=\"wide-table\"><table><thead><tr>");
        for (int i = 0; i < header.size(); i++) {
            boolean number = !rows.isEmpty() && i < rows.getFirst().size()
                    && rows.getFirst().get(i).style().contains("num");
            out.append(number ? "<th scope=\"col\" class=\"num\">" : "<th scope=\"col\">")
                    .append(Escape.html(header.get(i))).append("</th>");
        }
        out.append("</tr></thead><tbody>\n");
        for (List<Cell> row : rows) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                Cell cell = row.get(i);
                String tag = i == 0 ? "th" : "td";
                out.append('<').append(tag).append(i == 0 ? " scope=\"row\"" : "")
                        .append(cell.style().isEmpty() ? "" : " class=\"" + cell.style() + "\"").append('>')
                        .append(cell.markup()).append("</").append(tag).append('>');
            }
            out.append("</tr>\n");
        }
        out.append("</tbody></table></div>\n");
        return this;
    }

    /// What is shown on request.
    Html details(String summary, String inner) {
        out.append("<details><summary>").append(Escape.html(summary)).append("</summary>\n").append(inner)
                .append("</details>\n");
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
