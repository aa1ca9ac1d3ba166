package propria.app.studio.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import propria.app.report.data.CsvTable;
import propria.app.report.data.RunMode;
import propria.app.report.trial.PlaceboCheck;
import propria.trial.operating.Characteristic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A finished run of trials, as its folder has it.
///
/// @param kind always `trial`
/// @param manifest `manifest.json`
/// @param operating `operating.csv`
/// @param placebo the comparator of the first trials beside published pools
/// @param robustness `robustness.csv`: two priors by two rules on flagged trials
/// @param further tables of the folder that are not named here, by file name
/// @param files what can be taken away
public record TrialRunAnswer(String kind, String name, JsonNode manifest, List<Operating> operating,
        List<PlaceboCheck.Pool> placebo, List<Map<String, String>> robustness,
        Map<String, List<Map<String, String>>> further, List<String> files, Optional<RunMode> mode) {

    /// Tables that are shown whole when a folder has them.
    private static final List<String> FURTHER = List.of("curves.csv", "safety.csv", "how-patients-were-made.csv");

    public TrialRunAnswer {
        operating = List.copyOf(operating);
        placebo = List.copyOf(placebo);
        robustness = List.copyOf(robustness);
        further = Map.copyOf(further);
        files = List.copyOf(files);
    }

    /// A characteristic.
    public record Operating(String bank, String population, int patients, double day, String estimand, String arm,
            String measure, double value, double error, int trials) {

        static Operating of(CsvTable.Row r) {
            return new Operating(r.text("bank"), r.text("population"), (int) r.value("patients"), r.value("day"),
                    r.text("estimand"), r.text("arm"), r.text("measure"), r.value("value"), r.value("mc_error"),
                    (int) r.value("trials"));
        }

        /// The same from a run that was read again.
        public static Operating of(Characteristic c) {
            return new Operating(c.bank(), c.population(), c.patients(), c.day(), c.estimand(), c.arm(), c.measure(),
                    c.value(), c.error(), c.trials());
        }
    }

    /// The run in a folder.
    public static TrialRunAnswer of(Path folder) {
        try {
            JsonNode manifest = JsonMapper.shared().readTree(Files.readString(folder.resolve("manifest.json")));
            Map<String, List<Map<String, String>>> further = new LinkedHashMap<>();
            for (String file : FURTHER) {
                List<Map<String, String>> rows = words(folder.resolve(file));
                if (!rows.isEmpty()) {
                    further.put(file, rows);
                }
            }
            return new TrialRunAnswer("trial", String.valueOf(folder.getFileName()), manifest,
                    CsvTable.readIfPresent(folder.resolve("operating.csv")).rows().stream().map(Operating::of).toList(),
                    PlaceboCheck.of(folder),
                    words(folder.resolve("robustness.csv")), further, files(folder), RunMode.read(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> words(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        List<String> header = List.of(Files.readAllLines(file).getFirst().split(",", -1));
        return CsvTable.readIfPresent(file).rows().stream().map(row -> {
            Map<String, String> cells = new LinkedHashMap<>();
            header.forEach(column -> cells.put(column, row.text(column)));
            return cells;
        }).toList();
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).map(f -> String.valueOf(f.getFileName()))
                    .filter(name -> !name.startsWith("observations-")).sorted().toList();
        }
    }
}
