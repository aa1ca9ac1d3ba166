package propria.app.report.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import propria.app.report.svg.Marker;
import propria.app.report.svg.Scale;
import propria.app.report.svg.Svg;
import propria.app.text.Escape;
import propria.inference.prediction.Rival;
import propria.inference.prediction.RowPrediction.Direction;
import propria.inference.prediction.RowPrediction.Value;
import propria.inference.score.ScoredRow;
import propria.inference.score.ScoredRow.Use;

/// One page without scripts: a forest of predicted intervals and observed values for each outcome, where observations fall
/// in their distributions, what came of predicted probabilities, and by how much each study tells for the model.
public final class ValidationPage {

    private static final double WIDTH = 760;
    private static final double LEFT = 300;
    private static final double LINE = 15;
    private static final double MARGIN = 12;
    private static final int MOST_LINES = 60;
    private static final int BINS = 10;
    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1b1b1b;--pale:#888;--fit:#0072b2;--new:#d55e00;--out:#999}
            @media(prefers-color-scheme:dark){:root{--ink:#eee;--pale:#999}body{background:#161616}}
            body{font:15px/1.45 system-ui,sans-serif;color:var(--ink);max-width:60rem;margin:2rem auto;padding:0 1rem}
            svg{width:100%;height:auto}text{font-size:11px;fill:currentColor}.axis{stroke:var(--pale);stroke-width:1}
            .calibration{color:var(--fit)}.held_out{color:var(--new)}.excluded{color:var(--out)}
            .wide{stroke:currentColor;stroke-width:1.5}.half{stroke:currentColor;stroke-width:5;opacity:.45}
            .seen{fill:var(--ink)}table{border-collapse:collapse;font-size:13px}td,th{padding:.15rem .5rem;text-align:left;border-bottom:1px solid var(--pale)}.bar{fill:currentColor;opacity:.7}.name{fill:var(--ink)}
            .answer{border-left:5px solid var(--fit);padding:.2rem 1rem;font-size:1.1rem}.even{color:var(--pale)}
            .wide-picture{overflow-x:auto}.wide-picture svg{min-width:40rem}figure{margin:0}figcaption{color:var(--pale);font-size:13px}
            @media(prefers-color-scheme:light){:root{--pale:#666}}@media(prefers-color-scheme:dark){:root{--fit:#56a8dd;--new:#f08c4a;--out:#aaa}}
            """;

    static final String LEGEND = "<p><span class=\"calibration\">■</span> fitted <span class=\"held_out\">■</span> "
            + "held out <span class=\"excluded\">■</span> known and left out. Thick: central 50 %, thin: central 90 %, "
            + "dot: observed.</p>\n";

    private ValidationPage() {
    }

    /// The page as text.
    ///
    /// @param title what was validated
    public static String of(String title, List<ScoredRow> rows, List<String> answer) {
        StringBuilder page = new StringBuilder(head(title));
        List<ScoredRow> known = rows.stream().filter(ScoredRow::isSupported).toList();
        page.append("<div class=\"answer\"><p>").append(Escape.html(ValidationWords.headline(rows)))
                .append("</p></div>\n<ul>");
        answer.forEach(line -> page.append("<li>").append(Escape.html(line)).append("</li>\n"));
        page.append(
                "</ul>\n<p>Every number of this page is in <code>predictions.csv</code> and <code>scores.json</code> beside it;"
                        + " studies have the codes of the table that was read.</p>\n")
                .append(LEGEND);
        page.append(ValidationWords.refused(rows));
        figure(page, "Where observations fall in their predicted distributions", ranks(known));
        figure(page, "What came of predicted probabilities of a direction", probabilities(known));
        figure(page, "By how much each study tells for the model (log score, against the pooled effect carried over)",
                gains(known));
        forests(known).forEach((name, picture) -> figure(page, name, picture));
        return page.append("</body></html>\n").toString();
    }

    /// The page up to its heading.
    static String head(String title) {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
                + Escape.html(title) + " · Propria validation</title>\n<style>" + STYLE + "</style></head><body>\n<h1>"
                + Escape.html(title) + "</h1>\n";
    }

    static void figure(StringBuilder page, String title, String picture) {
        if (!picture.isEmpty()) {
            page.append("<h2>").append(Escape.html(title))
                    .append("</h2>\n<figure class=\"wide-picture\" tabindex=\"0\" role=\"region\" aria-label=\"")
                    .append(Escape.html(title)).append("\">").append(picture).append("</figure>\n");
        }
    }

    private static String ranks(List<ScoredRow> rows) {
        int[] counts = new int[BINS];
        int all = 0;
        for (ScoredRow row : rows) {
            if (row.prediction().orElse(null) instanceof Value(var distribution)) {
                double observed = row.row().mean().orElseThrow();
                double below = distribution.cdf(observed - 1e-9 * Math.abs(observed) - 1e-12);
                double rank = (below + distribution.cdf(observed)) / 2;
                counts[(int) Math.min(BINS - 1, rank * BINS)]++;
                all++;
            }
        }
        if (all == 0) {
            return "";
        }
        Svg svg = new Svg();
        double each = (WIDTH - 80) / BINS;
        for (int i = 0; i < BINS; i++) {
            double height = 120.0 * counts[i] * BINS / all / 3;
            svg.open("even", counts[i] + " of " + all).box(40 + i * each, 150 - height, each - 4, height, "bar")
                    .close();
            svg.text(40 + i * each, 166, "start", "", String.format(Locale.ROOT, "%.1f", i / (double) BINS))
                    .text(38 + (i + 0.5) * each, 145 - height, "middle", "name", String.valueOf(counts[i]));
        }
        svg.text(WIDTH - 44, 166, "end", "", "1.0").text(WIDTH / 2, 184, "middle", "",
                "share of the predicted distribution below the observed value, of " + all + " numbers");
        svg.line(40, 150 - 40, WIDTH - 40, 150 - 40, "axis").text(WIDTH - 36, 114, "start", "", "even");
        return svg.picture(WIDTH, 194, "Histogram of the ranks of " + all + " observations");
    }

    /// The probabilities that fell into a tenth.
    ///
    /// @param mean of them
    /// @param share how many of them came true
    /// @param error its standard error, not below that of two in a hundred
    private record Tenth(double mean, int came, int count, double share, double error) {
    }

    private static List<Tenth> tenths(List<ScoredRow> rows) {
        double[] sum = new double[BINS];
        int[] count = new int[BINS];
        int[] came = new int[BINS];
        for (ScoredRow row : rows) {
            if (row.prediction().orElse(null) instanceof Direction(var lower, var equal, var higher)) {
                double[] all = {lower, equal, higher};
                for (int k = 0; k < all.length; k++) {
                    int bin = (int) Math.min(BINS - 1, all[k] * BINS);
                    sum[bin] += all[k];
                    count[bin]++;
                    came[bin] += row.row().mean().orElseThrow() == k - 1 ? 1 : 0;
                }
            }
        }
        return IntStream.range(0, BINS).filter(i -> count[i] > 0).mapToObj(i -> {
            double share = came[i] / (double) count[i];
            return new Tenth(sum[i] / count[i], came[i], count[i], share,
                    Math.sqrt(Math.max(share * (1 - share), 0.02) / count[i]));
        }).toList();
    }

    private static String probabilities(List<ScoredRow> rows) {
        List<Tenth> tenths = tenths(rows);
        if (tenths.isEmpty()) {
            return "";
        }
        Svg svg = new Svg();
        Scale x = Scale.linear(0, 1, 60, 420);
        Scale y = Scale.linear(0, 1, 330, 40);
        svg.line(x.at(0), y.at(0), x.at(1), y.at(1), "axis").line(60, 330, 420, 330, "axis").line(60, 330, 60, 40,
                "axis");
        int place = 0;
        for (Tenth tenth : tenths) {
            int further = place++ % 2 * 12;
            double near = y.within(tenth.share() < 0.5 ? tenth.share() + tenth.error() : tenth.share() - tenth.error());
            svg.open("even", tenth.came() + " of " + tenth.count())
                    .line(x.at(tenth.mean()), y.within(tenth.share() - tenth.error()), x.at(tenth.mean()),
                            y.within(tenth.share() + tenth.error()), "wide")
                    .marker(Marker.CIRCLE, x.at(tenth.mean()), y.at(tenth.share()), 5, "seen")
                    .text(x.at(tenth.mean()), near + (tenth.share() < 0.5 ? -7 - further : 15 + further), "middle",
                            "name", tenth.came() + "/" + tenth.count())
                    .close();
        }
        for (double tick : new double[]{0, 0.5, 1}) {
            String text = ValidationWords.figure(tick);
            svg.text(x.at(tick), 345, "middle", "", text).text(52, y.at(tick) + 4, "end", "", text);
        }
        svg.text(240, 362, "middle", "", "predicted probability").text(60, 20, "start", "",
                "share that came true, with its standard error; the line: as often as predicted");
        return svg.picture(WIDTH, 370, "Predicted probabilities against how often they came true");
    }

    private record Gain(String study, Use use, double gain) {
    }

    private static String gains(List<ScoredRow> rows) {
        List<Gain> order = new ArrayList<>();
        rows.stream().map(row -> row.row().study()).distinct().forEach(study -> {
            List<ScoredRow> own = rows.stream().filter(row -> row.row().study().equals(study)).toList();
            order.add(new Gain(study, own.getFirst().use(), own.stream()
                    .mapToDouble(row -> row.logScore(Rival.MODEL) - row.logScore(Rival.CARRIED_OVER)).sum()));
        });
        order.sort((a, b) -> Double.compare(b.gain(), a.gain()));
        double most = order.stream().mapToDouble(g -> Math.abs(g.gain())).max().orElse(1);
        Svg svg = new Svg();
        Scale x = Scale.linear(-most, most, LEFT, WIDTH - 60);
        for (int i = 0; i < order.size(); i++) {
            Gain one = order.get(i);
            double y = 10 + i * LINE;
            svg.open(style(one.use()), "")
                    .box(Math.min(x.at(0), x.at(one.gain())), y, Math.abs(x.at(one.gain()) - x.at(0)), LINE - 4, "bar")
                    .close();
            svg.text(LEFT - 8, y + 9, "end", "name", one.study()).text(WIDTH - 55, y + 9, "start", "name",
                    String.format(Locale.ROOT, "%+.2f", one.gain()));
        }
        return svg.picture(WIDTH, 20 + order.size() * LINE, "Gain of each study");
    }

    private static String style(Use use) {
        return use.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> forests(List<ScoredRow> rows) {
        Map<String, List<ScoredRow>> groups = new LinkedHashMap<>();
        for (ScoredRow row : rows) {
            if (row.prediction().orElse(null) instanceof Value) {
                groups.computeIfAbsent(row.row().outcome() + " [" + row.row().unit() + "]", _ -> new ArrayList<>())
                        .add(row);
            }
        }
        Map<String, String> pictures = new LinkedHashMap<>();
        groups.forEach((name, members) -> pictures.put(name, forest(members)));
        return pictures;
    }

    private static String forest(List<ScoredRow> members) {
        int step = Math.max(1, members.size() / MOST_LINES);
        List<ScoredRow> shown = new ArrayList<>();
        for (int i = 0; i < members.size(); i += step) {
            shown.add(members.get(i));
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (ScoredRow row : shown) {
            low = Math.min(low, Math.min(quantile(row, 0.05), row.row().mean().orElseThrow()));
            high = Math.max(high, Math.max(quantile(row, 0.95), row.row().mean().orElseThrow()));
        }
        boolean log = low > 0 && high > 50 * low;
        Scale x = log
                ? new Scale(low, high, LEFT + MARGIN, WIDTH - 30 - MARGIN, true)
                : Scale.linear(low, high, LEFT + MARGIN, WIDTH - 30 - MARGIN);
        Svg svg = new Svg();
        for (int i = 0; i < shown.size(); i++) {
            ScoredRow row = shown.get(i);
            double y = 12 + i * LINE;
            String text = row.row().study() + " " + row.row().arm()
                    + (row.row().day().isEmpty() ? "" : " d" + row.row().day());
            svg.open(style(row.use()), text).line(x.at(quantile(row, 0.05)), y, x.at(quantile(row, 0.95)), y, "wide")
                    .line(x.at(quantile(row, 0.25)), y, x.at(quantile(row, 0.75)), y, "half")
                    .marker(Marker.CIRCLE, x.within(row.row().mean().orElseThrow()), y, 3.5, "seen").close();
            svg.text(LEFT - 8, y + 4, "end", "name", text.length() > 46 ? text.substring(0, 45) + "…" : text);
        }
        double bottom = 16 + shown.size() * LINE;
        svg.line(LEFT, bottom, WIDTH - 30, bottom, "axis");
        for (double tick : x.ticks(5)) {
            svg.text(x.at(tick), bottom + 14, "middle", "", ValidationWords.figure(tick));
        }
        String count = shown.size() + (shown.size() < members.size() ? " of " + members.size() : "") + " rows";
        String picture = svg.picture(WIDTH, bottom + 22, "Predicted intervals and observed values of " + count);
        return shown.size() < members.size()
                ? picture + "<figcaption>" + count + " are drawn, at even steps; predictions.csv has all</figcaption>"
                : picture;
    }

    private static double quantile(ScoredRow row, double level) {
        return row.prediction().orElse(null) instanceof Value(var distribution)
                ? distribution.quantile(level)
                : Double.NaN;
    }
}
