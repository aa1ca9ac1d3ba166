package propria.app.report.trial;

import java.util.List;
import java.util.Locale;
import propria.app.report.data.CsvTable;
import propria.app.report.svg.Scale;
import propria.app.report.svg.Svg;

/// Power, assurance and type I error over the number of patients, with bands of Monte-Carlo error.
final class OperatingChart {

    private static final double WIDTH = 720;
    private static final double HEIGHT = 260;
    private static final double LEFT = 50;
    private static final double BOTTOM = 225;

    private OperatingChart() {
    }

    static String of(OperatingTable table, OperatingTable.Key key) {
        List<CsvTable.Row> power = table.curve("typical", "design", key, "power");
        double most = table.patients();
        double least = power.stream().mapToDouble(r -> r.value("patients")).min().orElse(0);
        Scale x = Scale.linear(least, most, LEFT + 10, WIDTH - 20);
        Scale y = Scale.linear(0, 1, BOTTOM, 15);
        Svg svg = new Svg().line(LEFT, BOTTOM, WIDTH - 10, BOTTOM, "axis").line(LEFT, BOTTOM, LEFT, 15, "axis");
        for (double tick : new double[]{0, 0.2, 0.4, 0.6, 0.8, 1}) {
            svg.text(LEFT - 6, y.at(tick) + 4, "end", "tick", String.format(Locale.ROOT, "%.1f", tick));
        }
        power.forEach(r -> svg.text(x.at(r.value("patients")), BOTTOM + 18, "middle", "tick",
                String.format(Locale.ROOT, "%.0f", r.value("patients"))));
        svg.text((LEFT + WIDTH) / 2, HEIGHT - 2, "middle", "tick", "patients");
        draw(svg, x, y, power, "power");
        draw(svg, x, y, table.curve("prior", "design", key, "assurance"), "assurance");
        draw(svg, x, y, table.curve("prior", "null", key, "type_1_error_unadjusted"), "type1");
        return svg.picture(WIDTH, HEIGHT,
                "Power is " + table.said("typical", "design", key, "power") + " and assurance "
                        + table.said("prior", "design", key, "assurance") + " with " + table.patients() + " patients");
    }

    private static void draw(Svg svg, Scale x, Scale y, List<CsvTable.Row> rows, String style) {
        double[] at = rows.stream().mapToDouble(r -> x.at(r.value("patients"))).toArray();
        if (at.length == 0) {
            return;
        }
        double[] low = rows.stream().mapToDouble(r -> y.within(r.value("value") - 2 * r.value("mc_error"))).toArray();
        double[] high = rows.stream().mapToDouble(r -> y.within(r.value("value") + 2 * r.value("mc_error"))).toArray();
        double[] middle = rows.stream().mapToDouble(r -> y.within(r.value("value"))).toArray();
        svg.open(style, style).area(at, low, high, "ribbon").path(at, middle, "curve").close();
    }
}
