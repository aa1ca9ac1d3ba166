package propria.app.report.chart;

import java.util.List;
import java.util.Optional;
import propria.app.report.data.Rows.Endpoint;
import propria.app.report.data.Run;
import propria.app.report.finding.Names;
import propria.app.report.finding.PublishedEffect;
import propria.app.report.svg.Labels;
import propria.app.report.svg.Marker;
import propria.app.report.svg.Scale;
import propria.app.report.svg.Svg;
import propria.app.text.Figures;

/// The differences between arms in one endpoint, a line each: the prediction with its interval, the published
/// difference below it where there is one, a line at no difference, and which side is better.
public final class EffectChart {

    private static final double WIDTH = 960;
    private static final double LEFT = 262;
    private static final double RIGHT = 724;
    private static final double ROW = 44;
    private static final double TOP = 30;

    private EffectChart() {
    }

    /// The picture of the rows of one endpoint, described by `description`.
    public static String of(Run run, List<Endpoint> rows, ArmStyles styles, String description) {
        Svg svg = new Svg();
        double bottom = TOP + rows.size() * ROW;
        Scale x = scale(run, rows);
        String unit = Names.unitOf(run, rows.getFirst().id());
        String better = run.observableOf(rows.getFirst().id()).map(o -> o.better()).orElse("none");
        sides(svg, x, better, bottom);
        for (double tick : x.ticks(7)) {
            svg.line(x.at(tick), TOP, x.at(tick), bottom, "grid");
            svg.text(x.at(tick), bottom + 17, "middle", "tick", Figures.of(tick));
        }
        svg.line(x.at(0), TOP - 6, x.at(0), bottom + 5, "zero");
        svg.text((LEFT + RIGHT) / 2, bottom + 34, "middle", "axisname", "difference to the comparator"
                + Names.bracketed(unit));
        for (int i = 0; i < rows.size(); i++) {
            row(svg, run, rows.get(i), x, TOP + (i + 0.5) * ROW, styles.of(rows.get(i).arm()));
        }
        return svg.picture(WIDTH, bottom + 40, description);
    }

    private static Scale scale(Run run, List<Endpoint> rows) {
        double low = 0;
        double high = 0;
        for (Endpoint row : rows) {
            low = Math.min(low, row.effectLower());
            high = Math.max(high, row.effectUpper());
            Optional<PublishedEffect> published = PublishedEffect.of(run, row);
            if (published.isPresent()) {
                double half = published.get().half().orElse(0);
                low = Math.min(low, published.get().effect() - half);
                high = Math.max(high, published.get().effect() + half);
            }
        }
        double room = 0.08 * Math.max(high - low, 1e-9);
        return Scale.linear(low - room, high + room, LEFT, RIGHT);
    }

    private static void sides(Svg svg, Scale x, String better, double bottom) {
        if (better.equals("none")) {
            return;
        }
        boolean lower = better.equals("lower");
        double zero = x.at(0);
        svg.box(lower ? LEFT : zero, TOP, lower ? zero - LEFT : RIGHT - zero, bottom - TOP, "betterside");
        double room = lower ? zero - LEFT : RIGHT - zero;
        if (room > 70) {
            svg.text(lower ? zero - 7 : zero + 7, 18, lower ? "end" : "start", "small",
                    lower ? "← better" : "better →");
        }
        if (x.to() - x.from() - room > 70) {
            svg.text(lower ? zero + 7 : zero - 7, 18, lower ? "start" : "end", "small", lower ? "worse →" : "← worse");
        }
    }

    private static void row(Svg svg, Run run, Endpoint row, Scale x, double y, ArmStyles.Style style) {
        Optional<PublishedEffect> published = PublishedEffect.of(run, row);
        double own = published.isPresent() ? y - 8 : y;
        List<String> name = Labels.wrap(Names.pair(run, row), 31, 3);
        for (int i = 0; i < name.size(); i++) {
            svg.text(4, y + 4 + (i - (name.size() - 1) / 2.0) * 14, "start", style.css() + " name", name.get(i));
        }
        double effect = row.effect().orElse(Double.NaN);
        svg.line(x.within(row.effectLower()), own, x.within(row.effectUpper()), own, style.css() + " interval");
        svg.marker(style.marker(), x.within(effect), own, 6, style.mark());
        double half = (row.effectUpper() - row.effectLower()) / 2;
        svg.text(RIGHT + 14, own + 4, "start", "small", "model " + Figures.within(effect, half) + " ("
                + Figures.range(row.effectLower(), row.effectUpper()) + ")");
        published.ifPresent(p -> published(svg, p, x, y + 10));
    }

    private static void published(Svg svg, PublishedEffect p, Scale x, double y) {
        String text = "published " + Figures.of(p.effect());
        if (p.half().isPresent()) {
            double half = p.half().getAsDouble();
            svg.line(x.within(p.effect() - half), y, x.within(p.effect() + half), y, "pubinterval");
            text = "published " + Figures.within(p.effect(), half) + " ("
                    + Figures.range(p.effect() - half, p.effect() + half) + ")";
        }
        svg.marker(Marker.DIAMOND, x.within(p.effect()), y, 4.5, "pubmark");
        svg.text(RIGHT + 14, y + 4, "start", "small", text);
    }
}
