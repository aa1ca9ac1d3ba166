package propria.app.report.svg;

import java.util.Locale;
import propria.app.text.Escape;

/// Writes one picture, from back to front. Lengths are in user units (a pixel at full size); `style` arguments are
/// class names of the page's style sheet.
public final class Svg {

    private final StringBuilder body = new StringBuilder();

    /// A straight line.
    public Svg line(double x1, double y1, double x2, double y2, String style) {
        body.append("<line class=\"").append(style).append("\" x1=\"").append(n(x1)).append("\" y1=\"").append(n(y1))
                .append("\" x2=\"").append(n(x2)).append("\" y2=\"").append(n(y2)).append("\"/>\n");
        return this;
    }

    /// A line through points, none of which may be missing.
    public Svg path(double[] x, double[] y, String style) {
        body.append("<path class=\"").append(style).append("\" d=\"");
        trace(x, y, false);
        body.append("\"/>\n");
        return this;
    }

    /// The area between two lines over the same positions.
    public Svg area(double[] x, double[] low, double[] high, String style) {
        body.append("<path class=\"").append(style).append("\" d=\"");
        trace(x, high, false);
        trace(x, low, true);
        body.append("Z\"/>\n");
        return this;
    }

    /// A rectangle; drawn with no area if its size is negative.
    public Svg box(double x, double y, double width, double height, String style) {
        body.append("<rect class=\"").append(style).append("\" x=\"").append(n(x)).append("\" y=\"").append(n(y))
                .append("\" width=\"").append(n(Math.max(0, width))).append("\" height=\"")
                .append(n(Math.max(0, height))).append("\"/>\n");
        return this;
    }

    /// A closed shape from path data.
    public Svg shape(String data, String style) {
        body.append("<path class=\"").append(style).append("\" d=\"").append(data).append("\"/>\n");
        return this;
    }

    /// A marker centred at a point.
    public Svg marker(Marker marker, double x, double y, double radius, String style) {
        return shape(marker.data(x, y, radius), style);
    }

    /// Text whose `anchor` (start, middle, end) is at `x` and whose base line is at `y`.
    public Svg text(double x, double y, String anchor, String style, String text) {
        body.append("<text class=\"").append(style).append("\" x=\"").append(n(x)).append("\" y=\"").append(n(y))
                .append("\" text-anchor=\"").append(anchor).append("\">").append(Escape.html(text))
                .append("</text>\n");
        return this;
    }

    /// Opens a group that a pointer names by `title`.
    public Svg open(String style, String title) {
        body.append("<g class=\"").append(style).append("\">");
        if (!title.isEmpty()) {
            body.append("<title>").append(Escape.html(title)).append("</title>");
        }
        return this;
    }

    /// Closes the group opened last.
    public Svg close() {
        body.append("</g>\n");
        return this;
    }

    /// The picture, scaled to the width of its place and described for those who cannot see it.
    public String picture(double width, double height, String description) {
        return "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 " + n(width) + " " + n(height) + "\" aria-label=\""
                + Escape.html(description) + "\">\n" + body + "</svg>\n";
    }

    private void trace(double[] x, double[] y, boolean backwards) {
        for (int k = 0; k < x.length; k++) {
            int i = backwards ? x.length - 1 - k : k;
            body.append(k == 0 && !backwards ? 'M' : 'L').append(n(x[i])).append(' ').append(n(y[i]));
        }
    }

    /// A coordinate with one decimal, none where it is zero.
    static String n(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
