package propria.app.report.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import propria.app.report.data.CsvTable;
import propria.app.report.svg.Labels;
import propria.app.report.svg.Scale;
import propria.app.report.svg.Svg;

/// Power, assurance and type I error over patients, weeks or dose, with bands of Monte-Carlo error.
final class OperatingChart {

    private static final double WIDTH = 490;
    private static final double HEIGHT = 250;
    private static final double LEFT = 46;
    private static final double RIGHT = 360;
    private static final double BOTTOM = 205;
    private static final double TOP = 12;
    private static final double LABEL = 15;

    /// What a curve runs over.
    enum Axis {
        PATIENTS("patients", "patients in all", 1),
        DAY("day", "week of the analysis", 7),
        DOSE("dose",
                "multiple of the dose of the design", 1);

        final String column;
        final String words;
        final double unit;

        Axis(String column, String words, double unit) {
            this.column = column;
            this.words = words;
            this.unit = unit;
        }
    }

    private record Line(String style, String name, List<CsvTable.Row> rows) {
    }

    private OperatingChart() {
    }

    /// @param domain where there is evidence; what is beyond is shaded
    /// @return a picture; empty when there are fewer than two points.
    static String of(CurveTable table, OperatingTable.Key key, Axis axis, double alpha, Domain domain) {
        List<Line> lines = new ArrayList<>();
        for (String[] line : new String[][]{{"power", "power", "typical", "power_unadjusted"},
                {"assurance", "assurance", table.due().believed(), "assurance_unadjusted"},
                {"type1", "type I error", "prior", "type_1_error_unadjusted"}}) {
            List<CsvTable.Row> rows = table.over(axis, key, line[2], line[3]);
            if (!rows.isEmpty()) {
                lines.add(new Line(line[0], line[1], rows));
            }
        }
        if (lines.isEmpty() || lines.getFirst().rows().size() < 2) {
            return "";
        }
        double[] all = lines.stream().flatMap(l -> l.rows().stream()).mapToDouble(r -> r.value(axis.column) / axis.unit)
                .sorted().toArray();
        Scale x = Scale.linear(all[0], all[all.length - 1], LEFT + 8, RIGHT);
        Scale y = Scale.linear(0, 1, BOTTOM, TOP);
        Svg svg = axes(x, y, all, axis, alpha);
        double known = domain.end(axis, key.arm());
        if (known < all[all.length - 1]) {
            double end = Math.max(x.at(known), LEFT + 8);
            svg.box(end, TOP, RIGHT - end, BOTTOM - TOP, "beyond").text(end + 4, TOP + 10, "start", "tick",
                    "no evidence beyond " + (axis == Axis.DAY ? "week " : "× ") + label(known));
        }
        double[] wanted = new double[lines.size()];
        double[] heights = new double[lines.size()];
        for (int i = 0; i < wanted.length; i++) {
            draw(svg, x, y, lines.get(i), axis);
            wanted[i] = y.at(lines.get(i).rows().getLast().value("value"));
            heights[i] = LABEL;
        }
        double[] places = Labels.spread(wanted, heights, TOP, BOTTOM);
        for (int i = 0; i < places.length; i++) {
            svg.open(lines.get(i).style(), "").text(RIGHT + 8, places[i] + 4, "start", "name",
                    String.format(Locale.ROOT, "%s %.0f %%", lines.get(i).name(),
                            100 * lines.get(i).rows().getLast().value("value")))
                    .close();
        }
        return svg.picture(WIDTH, HEIGHT, said(lines, axis));
    }

    private static Svg axes(Scale x, Scale y, double[] all, Axis axis, double alpha) {
        Svg svg = new Svg().line(LEFT, BOTTOM, RIGHT, BOTTOM, "axis").line(LEFT, BOTTOM, LEFT, TOP, "axis");
        svg.line(LEFT, y.at(alpha), RIGHT, y.at(alpha), "nominal");
        for (double tick : new double[]{0, 0.2, 0.4, 0.6, 0.8, 1}) {
            svg.text(LEFT - 6, y.at(tick) + 4, "end", "tick", String.format(Locale.ROOT, "%.0f %%", 100 * tick));
        }
        double last = Double.NEGATIVE_INFINITY;
        for (double value : all) {
            if (x.at(value) - last > 30) {
                svg.text(x.at(value), BOTTOM + 16, "middle", "tick", label(value));
                last = x.at(value);
            }
        }
        return svg.text((LEFT + RIGHT) / 2, HEIGHT - 8, "middle", "tick", axis.words);
    }

    private static String label(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.2f", value);
    }

    /// The last point of each line in words, for those who do not see the picture.
    private static String said(List<Line> lines, Axis axis) {
        List<String> words = new ArrayList<>();
        for (Line line : lines) {
            CsvTable.Row end = line.rows().getLast();
            words.add(line.name() + " " + OperatingTable.number(end.value("value")));
        }
        CsvTable.Row end = lines.getFirst().rows().getLast();
        return "At the largest " + axis.words + ", " + String.format(Locale.ROOT, "%.4g",
                end.value(axis.column) / axis.unit) + ": " + String.join(", ", words);
    }

    private static void draw(Svg svg, Scale x, Scale y, Line line, Axis axis) {
        List<CsvTable.Row> rows = line.rows();
        double[] at = rows.stream().mapToDouble(r -> x.at(r.value(axis.column) / axis.unit)).toArray();
        double[] low = rows.stream().mapToDouble(r -> y.within(r.value("value") - 2 * r.value("mc_error"))).toArray();
        double[] high = rows.stream().mapToDouble(r -> y.within(r.value("value") + 2 * r.value("mc_error"))).toArray();
        double[] middle = rows.stream().mapToDouble(r -> y.within(r.value("value"))).toArray();
        svg.open(line.style(), line.name()).area(at, low, high, "ribbon").path(at, middle, "curve " + line.style())
                .close();
    }
}
