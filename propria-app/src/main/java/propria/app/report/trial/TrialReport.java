package propria.app.report.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import propria.app.report.data.CsvTable;
import propria.app.report.data.RunMode;
import propria.app.text.Escape;
import propria.app.text.Figures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The report of a run of trials: one HTML file without scripts, from the files of the run folder alone.
public final class TrialReport {

    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1c1f23;--pale:#6b7580;--one:#0072b2;--two:#d55e00;--three:#595959}
            @media(prefers-color-scheme:dark){:root{--ink:#eee;--pale:#a4adb7;
            --one:#5ab4f0;--two:#ff9a57;--three:#b0b0b0}body{background:#14171a}}
            body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);max-width:72rem;margin:2rem auto;padding:0 1.2rem}
            table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.9rem;display:block;overflow-x:auto;max-width:100%}
            td,th{border-bottom:1px solid #8884;padding:.25rem .6rem;text-align:right}
            td:first-child,th:first-child{text-align:left}
            svg{width:100%;height:auto}text{font-size:12px;fill:currentColor}.axis{stroke:var(--pale);stroke-width:1}
            .curve{fill:none;stroke:currentColor;stroke-width:2}.ribbon{fill:currentColor;opacity:.2}
            .power{color:var(--one)}.assurance{color:var(--two)}.type1{color:var(--three)}
            .nominal{stroke:var(--three);stroke-dasharray:3 4}.curve.assurance{stroke-dasharray:8 4}
            .curve.type1{stroke-dasharray:2 3}.grid{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem}.grid figure{flex:1 1 26rem;max-width:32rem;
            margin:0}figcaption,h3{font-size:.95rem}.wide{overflow-x:auto}.wide td{white-space:nowrap}
            .wide td:first-child{white-space:normal;min-width:7rem}figure{overflow-x:auto}figure>svg{min-width:22rem}
            .tight td,.tight th{font-size:.8rem;padding:.25rem .4rem}.tight th{vertical-align:bottom}
            .words td,.wide .words td{white-space:normal;text-align:left}.words th{text-align:left}
            .beyond{fill:currentColor;opacity:.07}.dot{fill:currentColor}.hash{overflow-wrap:anywhere}
            .command{background:#8882;padding:.6rem 1rem;font-size:.95rem}figure{margin:1rem 0}.mind h2{font-size:1.1rem;margin:.4rem 0}
            .mind ol{margin:.3rem 0;padding-left:1.4rem}@media print{.wide,table{overflow:visible}h2,h3,figure,tr{break-inside:avoid}}
            .answer{border-left:5px solid var(--one);padding:.4rem 1rem;font-size:1.15rem}.mind{border-left:5px solid
            var(--two);padding:.2rem 1rem}pre{white-space:pre-wrap;font-size:.8rem}
            """;

    private TrialReport() {
    }

    /// Writes `report.html` into the folder of a run of trials and returns its path.
    public static Path write(Path folder) {
        try {
            Path file = folder.resolve("report.html");
            Files.writeString(file, of(folder));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a folder holds a run of trials.
    public static boolean isTrial(Path folder) {
        return Files.exists(folder.resolve("operating.csv"));
    }

    /// The report of a run of trials as text.
    public static String of(Path folder) throws IOException {
        JsonNode manifest = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("manifest.json")));
        OperatingTable table = new OperatingTable(CsvTable.readIfPresent(folder.resolve("operating.csv")),
                manifest.path("patients").asInt());
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
                .append(text(manifest.path("study").path("title").asString()))
                .append(" · Propria trial report</title>\n<style>").append(STYLE).append("</style></head><body>\n<h1>")
                .append(text(manifest.path("study").path("title").asString())).append("</h1>\n<p>")
                .append(text(manifest.path("study").path("question").asString())).append("</p>\n");
        RunMode.read(folder)
                .ifPresent(mode -> page.append("<p><b>").append(text(mode.sentence())).append("</b></p>\n"));
        TrialWords words = TrialWords.read(folder);
        answer(page, table, words, manifest);
        doubts(page, folder, words, manifest);
        Domain domain = Domain.read(manifest);
        SummarySection.add(page, table, words, domain.weeks());
        synopsis(page, words, manifest);
        CohortSection.add(page, folder);
        PlaceboCheck.write(page, folder);
        RobustnessSection.add(page, folder);
        CurveSection.add(page, folder, table, words, manifest.path("alpha").asDouble(0.05), domain);
        SafetySection.add(page, folder, words);
        safety(page, folder);
        characteristics(page, table);
        end(page, manifest);
        return page.append("</body></html>\n").toString();
    }

    private static void answer(StringBuilder page, OperatingTable table, TrialWords words, JsonNode manifest) {
        OperatingTable.Key primary = table.keys().getFirst();
        String believed = table.believed();
        boolean share = words.isShare(primary.estimand());
        page.append("<div class=\"answer\"><p>With ").append(manifest.path("patients").asInt())
                .append(" patients, the probability of success on <b>")
                .append(text(words.estimand(table, primary.estimand()))).append("</b> (")
                .append(text(words.arm(primary.arm()))).append(") is ")
                .append(table.percent(believed, "design", primary, "assurance"))
                .append(table.isConditioned()
                        ? " over beliefs that agree with untreated patients of published trials ("
                                + table.percent(OperatingTable.DRAWN, "design", primary, "assurance")
                                + " over all beliefs about parameters as they were drawn), and "
                        : " over beliefs about parameters, and ")
                .append(table.percent("typical", "design", primary, "power"))
                .append(" with every parameter at its value. Where nothing is to be found, the test rejects in ")
                .append(table.percent("prior", "null", primary, "type_1_error_unadjusted"))
                .append(" of trials (nominal " + Figures.of(100 * manifest.path("alpha").asDouble(0.05))
                        + "\u00a0%). The true effect is ")
                .append(table.effect(believed, primary, "true_effect", share))
                .append(" (5 to 95 % of these beliefs: ")
                .append(table.bare(believed, primary, "true_effect_q05", share)).append(" to ")
                .append(table.bare(believed, primary, "true_effect_q95", share))
                .append(share ? "; pp: percentage points" : "").append(").</p></div>\n<p>")
                .append(text(sentence(manifest.path("beliefs").path("said").asString(""))))
                .append("Each ± is a Monte-Carlo standard error.</p>\n");
    }

    /// The answer never stands without what may be wrong with it.
    private static void doubts(StringBuilder page, Path folder, TrialWords words, JsonNode manifest)
            throws IOException {
        page.append("<section class=\"mind\"><h2>Why this may be wrong</h2>\n<ol>\n<li>The human gut beneath is a model"
                + " with many assumed numbers: this is for planning, not for treating.</li>\n");
        List<PlaceboCheck.Pool> pools = PlaceboCheck.of(folder);
        long missed = pools.stream().filter(p -> !p.inside()).count();
        if (pools.isEmpty()) {
            page.append(
                    "<li>No published placebo arm is like the comparator of these trials: nothing tests it.</li>\n");
        } else if (missed > 0) {
            page.append("<li>").append(missed).append(" of ").append(Figures.count(pools.size(), "placebo check"))
                    .append(missed == 1 ? " fails" : " fail")
                    .append(": the comparator is not like published placebo arms"
                            + " there, so power for those outcomes may mislead.</li>\n");
        }
        for (JsonNode warning : manifest.path("warnings")) {
            page.append("<li>").append(text(words.inWords(warning.asString()))).append(".</li>\n");
        }
        page.append("</ol></section>\n");
    }

    private static String sentence(String said) {
        return said.isEmpty()
                ? ""
                : said.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + said.substring(1) + ". ";
    }

    private static void synopsis(StringBuilder page, TrialWords words, JsonNode manifest) {
        page.append("<h2>Design</h2>\n<table class=\"words\"><tbody>");
        row(page, "Population", words.population().isEmpty()
                ? manifest.path("population").asString()
                : words.population());
        List<String> arms = new ArrayList<>();
        manifest.path("arms").forEach(a -> arms.add(words.arm(a.asString())));
        row(page, "Arms (the first is the comparator)", String.join(", ", arms));
        row(page, "Patients", String.valueOf(manifest.path("patients").asInt()));
        row(page, "Simulated trials of the design, and as many in which nothing is to be found",
                String.valueOf(manifest.path("trials").asInt()));
        row(page, "Screened / entered, over all trials", Figures.grouped(manifest.path("screened").asLong())
                + " / " + Figures.grouped(manifest.path("entered").asLong()));
        row(page, "Beliefs about parameters × patients of each", manifest.path("bank").path("draws").asInt() + " × "
                + manifest.path("bank").path("patients_per_draw").asInt());
        row(page, "How patients were made", CohortSection.said(manifest.path("bank").path("cohort").asString("")));
        row(page, "Patients that could not be simulated", String.valueOf(manifest.path("failed_patients").asInt()));
        page.append("</tbody></table>\n<details><summary>The design as it was read</summary><pre>")
                .append(text(manifest.path("design").asString())).append("</pre></details>\n");
    }

    private static void safety(StringBuilder page, Path folder) throws IOException {
        List<CsvTable.Row> rows = CsvTable.readIfPresent(folder.resolve("safety.csv")).rows();
        if (rows.isEmpty()) {
            return;
        }
        page.append(
                "<h3>As published</h3>\n<p>These are the rows of trials and meta-analyses that"
                        + " were read at their source.</p>\n<details><summary>")
                .append(rows.size())
                .append(" rows</summary><table><thead><tr><th>trial</th><th>arm</th><th>n</th><th>event</th><th>week</th>"
                        + "<th>patients</th><th>percent</th><th>effect</th></tr></thead><tbody>");
        rows.forEach(r -> {
            page.append("<tr>");
            for (String column : List.of("trial_id", "arm", "n", "event", "week", "patients", "percent")) {
                page.append("<td>").append(text(r.text(column))).append("</td>");
            }
            page.append("<td>")
                    .append(text((r.text("effect_type") + " " + r.text("effect") + " (" + r.text("ci_low") + " to "
                            + r.text("ci_high") + ")").replace(" ( to )", "").strip()))
                    .append("</td></tr>\n");
        });
        page.append("</tbody></table></details>\n");
    }

    private static void characteristics(StringBuilder page, OperatingTable table) {
        page.append(
                "<h2>All numbers of the whole trial</h2>\n<details><summary>Every row of operating.csv</summary><div class=\"wide\"><table><thead><tr><th>estimand</th><th>arm</th><th>courses</th>"
                        + "<th>population</th><th>measure</th><th>value</th><th>Monte-Carlo error</th><th>trials</th></tr></thead>"
                        + "<tbody>");
        table.whole().forEach(r -> page.append("<tr><td>").append(text(r.text("estimand"))).append("</td><td>")
                .append(text(r.text("arm"))).append("</td><td>").append(text(r.text("bank"))).append("</td><td>")
                .append(text(r.text("population"))).append("</td><td>").append(text(r.text("measure")))
                .append("</td><td>").append(OperatingTable.number(r.value("value"))).append("</td><td>")
                .append(OperatingTable.number(r.value("mc_error"))).append("</td><td>").append(text(r.text("trials")))
                .append("</td></tr>\n"));
        page.append("</tbody></table></div></details>\n");
    }

    private static void end(StringBuilder page, JsonNode manifest) {
        page.append(
                "<h2>How to get these numbers again</h2>\n<p>The same study, version and seed give the same operating.csv"
                        + " to the last digit, on any number of threads.</p>\n<pre class=\"command\">propria run ")
                .append(text(manifest.path("study").path("id").asString())).append(" --seed ")
                .append(manifest.path("seed").asLong()).append(" --trials ").append(manifest.path("trials").asInt())
                .append("</pre>\n<p class=\"hash\">SHA-256 of operating.csv: <code>")
                .append(text(manifest.path("summary_sha256").asString()))
                .append("</code></p>\n<p>Truth is read from the same subjects under both arms with nobody"
                        + " lost; hazard and time ratios have none.</p>\n");
    }

    private static void row(StringBuilder page, String name, String value) {
        page.append("<tr><td>").append(text(name)).append("</td><td>").append(text(value)).append("</td></tr>");
    }

    static String text(String text) {
        return Escape.html(text);
    }
}
