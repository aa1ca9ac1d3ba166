package propria.app.report.svg;

import static propria.app.report.svg.Svg.n;

/// Shapes that tell arms apart without colour.
public enum Marker {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    CROSS,
    PLUS;

    /// The path data of the shape at a point; all shapes look about equally large.
    public String data(double x, double y, double r) {
        return switch (this) {
            case CIRCLE -> "M" + n(x - r) + " " + n(y) + arc(r, 2 * r) + arc(r, -2 * r) + "Z";
            case SQUARE -> polygon(x, y, r * 0.9, -1, -1, 1, -1, 1, 1, -1, 1);
            case TRIANGLE -> polygon(x, y, r * 1.15, 0, -1, 0.95, 0.75, -0.95, 0.75);
            case DIAMOND -> polygon(x, y, r * 1.25, 0, -1, 1, 0, 0, 1, -1, 0);
            case CROSS -> polygon(x, y, r * 0.45, 0, -1, 1.6, -2.6, 2.6, -1.6, 1, 0, 2.6, 1.6, 1.6, 2.6, 0, 1, -1.6,
                    2.6, -2.6, 1.6, -1, 0, -2.6, -1.6, -1.6, -2.6);
            case PLUS -> polygon(x, y, r * 0.4, -0.8, -2.8, 0.8, -2.8, 0.8, -0.8, 2.8, -0.8, 2.8, 0.8, 0.8, 0.8, 0.8,
                    2.8, -0.8, 2.8, -0.8, 0.8, -2.8, 0.8, -2.8, -0.8, -0.8, -0.8);
        };
    }

    private static String arc(double r, double dx) {
        return "a" + n(r) + " " + n(r) + " 0 1 0 " + n(dx) + " 0";
    }

    private static String polygon(double x, double y, double r, double... corners) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < corners.length; i += 2) {
            data.append(i == 0 ? 'M' : 'L').append(n(x + corners[i] * r)).append(' ').append(n(y + corners[i + 1] * r));
        }
        return data.append('Z').toString();
    }
}
