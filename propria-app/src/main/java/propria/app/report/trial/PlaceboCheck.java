package propria.app.report.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import propria.app.report.data.CsvTable;

/// Holds the comparator of the first trials against published pools of placebo arms, which the run folder keeps.
public final class PlaceboCheck {

    /// A rule.
    ///
    /// @param met in how many the rule was met
    /// @param seen of how many subjects at the last visit; who had left counts as not met
    /// @param week of the endpoint
    public record Row(String rule, String week, int met, int seen, String published, boolean inside) {
    }

    private PlaceboCheck() {
    }

    /// Of a folder of a run of trials.
    ///
    /// @param population the id of the target population
    public static List<Row> of(Path folder, String population) throws IOException {
        List<CsvTable.Row> pools = CsvTable.readIfPresent(folder.resolve("placebo.csv")).rows().stream()
                .filter(r -> r.text("population").equals(population)).toList();
        List<CsvTable.Row> subjects = pools.isEmpty()
                ? List.of()
                : CsvTable.readIfPresent(folder.resolve("subjects.csv")).rows();
        String comparator = subjects.isEmpty() ? "" : comparator(folder);
        List<Row> rows = new ArrayList<>();
        for (CsvTable.Row pool : pools) {
            List<CsvTable.Row> own = subjects.stream().filter(r -> r.text("PARAMCD").equals(pool.text("rule"))
                    && r.text("TRT01P").equals(comparator) && r.value("ADY") == pool.value("day")).toList();
            int met = (int) own.stream().filter(r -> r.text("CRIT1FL").equals("Y")).count();
            if (!own.isEmpty()) {
                double share = 100.0 * met / own.size();
                rows.add(new Row(pool.text("rule"), String.format(java.util.Locale.ROOT, "%.4g", pool.value("day") / 7),
                        met, own.size(), pool.text("percent") + " % (" + pool.text("low")
                                + " to " + pool.text("high") + "), " + pool.text("source"),
                        pool.value("low") <= share && share <= pool.value("high")));
            }
        }
        return rows;
    }

    private static String comparator(Path folder) throws IOException {
        return tools.jackson.databind.json.JsonMapper.builder().build()
                .readTree(java.nio.file.Files.readString(folder.resolve("manifest.json"))).path("arms").path(0)
                .asString();
    }
}
