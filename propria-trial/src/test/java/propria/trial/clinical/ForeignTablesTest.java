package propria.trial.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.trial.clinical.calibration.TrialCalibration;
import propria.trial.clinical.forecast.AssumedEffect;
import propria.trial.clinical.forecast.Forecast;
import propria.trial.clinical.forecast.Forecaster;
import propria.trial.clinical.score.OutcomeScores;
import propria.trial.clinical.score.OutcomeTable;
import propria.trial.clinical.score.ScoredOutcome;
import propria.trial.clinical.table.ClinicalTable;

/// Tables that nobody has written: new ids, every word of the vocabulary, columns that are missing, unknown or elsewhere, rows in
/// any order, cells left empty, marks and line ends of other systems.
class ForeignTablesTest {

    private static final List<String> TRIALS = List.of("trial_id", "registry_id", "pmid", "doi", "citation", "phase",
            "design", "indication", "product", "source_tissue", "auto_allo", "dose_schedule", "route", "n_per_arm",
            "blinded", "integrity_status", "provenance", "url", "notes");
    private static final List<String> OUTCOMES = List.of("trial_id", "arm", "n", "analysis_set", "endpoint",
            "definition", "week", "responders", "percent", "mean", "sd", "median", "iqr_or_range", "effect_type",
            "effect", "ci_low", "ci_high", "unit", "provenance", "derivation", "url_or_note");
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("phase", List.of("1", "2", "3", "1/2", "2a", "", "obs")),
            Map.entry("design", List.of("RCT parallel 1:1", "single arm", "case series", "", "open controlled",
                    "RCT maintenance")),
            Map.entry("indication", List.of("CD complex perianal fistula", "moderate-severe UC", "luminal CD",
                    "ulcerative proctitis", "CD rectovaginal fistula", "cryptoglandular fistula", "IBD", "CD stricture",
                    "asthma", "", "pouch fistula; Crohn's")),
            Map.entry("product", List.of("UC-MSC", "Cx601 / darvadstrocel", "BM-MSC", "MSC exosomes", "infliximab",
                    "vedolizumab", "upadacitinib", "autologous fat injection", "HSCT", "TX-9", "")),
            Map.entry("auto_allo", List.of("autologous", "allogeneic", "")),
            Map.entry("dose_schedule", List.of("120e6 once", "1e6/kg weekly x4", "2 x 10^7", "", "unknown", "5 mg/kg")),
            Map.entry("route", List.of("local intralesional", "IV", "intra-arterial", "", "endoscopic submucosal")),
            Map.entry("n_per_arm", List.of("40 / 38", "12", "", "MSC 20; saline placebo 21", "about 30")),
            Map.entry("blinded", List.of("double", "open", "single", "", "unclear")),
            Map.entry("integrity_status", List.of("", "no notice known", "retracted")),
            Map.entry("arm",
                    List.of("MSC", "placebo", "saline + surgical preparation", "standard care", "MSC vs placebo",
                            "both cohorts", "fibrin glue", "", "MSC 3e7", "5 mg/kg")),
            Map.entry("n", List.of("20", "107", "", "5", "21 of 30", "n/a", "0", "1")),
            Map.entry("analysis_set", List.of("ITT", "mITT", "per protocol", "responders", "", "CD subgroup")),
            Map.entry("endpoint",
                    List.of("combined remission", "clinical remission", "clinical response", "CDAI change",
                            "mucosal healing", "endoscopic response", "time to clinical remission", "PDAI at week 24",
                            "fistula healing", "relapse", "CRP", "faecal calprotectin", "Mayo score", "adverse events",
                            "quality of life IBDQ", "histologic remission", "SES-CD change", "", "zzz", "CDAI <150")),
            Map.entry("definition", List.of("", "CDAI decrease >=70", "Mayo <=2, no subscore >1", "closure and MRI")),
            Map.entry("week", List.of("24", "52", "12 weeks", "6 months", "", "8-12", "day 42", "soon", "104", "0")),
            Map.entry("responders", List.of("7", "", "9/18", "0", ">3", "x")),
            Map.entry("percent", List.of("35", "", "44%", "150", "about 20")),
            Map.entry("mean", List.of("", "-62.5", "210")), Map.entry("median", List.of("", "14", ">40")),
            Map.entry("effect_type", List.of("", "", "", "risk difference (pp)", "odds ratio", "hazard ratio",
                    "qualitative", "mean difference")),
            Map.entry("effect", List.of("", "1.8", "12")),
            Map.entry("unit", List.of("patients", "CDAI points", "fistulas", "", "percentage points", "weeks")),
            Map.entry("provenance", List.of("seen", "unverified", "")));
    private static final TrialCalibration CALIBRATION = Tables.shipped();
    private static final Forecaster FORECASTER = CALIBRATION.forecaster(CALIBRATION.shipped().some(25),
            CALIBRATION.fitted());

    @TempDir
    private Path folder;

    @Test
    void every_row_of_a_foreign_table_is_predicted_or_refused_with_a_reason_in_its_order() {
        Random chance = new Random(7);
        int predicted = 0;
        for (int round = 0; round < 12; round++) {
            List<Map<String, String>> trials = trials(chance, 6);
            List<Map<String, String>> rows = rows(chance, 30);
            write(chance, trials, rows);
            List<ScoredOutcome> scored = CALIBRATION.validate(ClinicalTable.read(folder), FORECASTER);
            assertThat(scored).hasSize(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                ScoredOutcome one = scored.get(i);
                assertThat(one.row().number()).isEqualTo(i + 1);
                assertThat(one.row().trial()).isEqualTo(rows.get(i).getOrDefault("trial_id", ""));
                assertThat(one.isSupported()).as(String.valueOf(rows.get(i))).isEqualTo(one.reason().isEmpty());
                one.forecast().ifPresent(forecast -> check(one, forecast));
                predicted += one.isSupported() ? 1 : 0;
            }
            assertThat(OutcomeTable.of(scored).lines().count()).isEqualTo(rows.size() + 1L);
            assertThat(OutcomeScores.of(scored)).containsEntry("rows", rows.size());
        }
        assertThat(predicted).isGreaterThan(40);
    }

    private static void check(ScoredOutcome row, Forecast forecast) {
        double before = Double.NEGATIVE_INFINITY;
        for (double level : ScoredOutcome.LEVELS) {
            double value = forecast.quantile(level);
            assertThat(value).isFinite().isGreaterThanOrEqualTo(before);
            before = value;
        }
        assertThat(forecast.mean()).isFinite();
        for (AssumedEffect assumed : AssumedEffect.values()) {
            assertThat(Double.isNaN(row.logScore(assumed))).isEqualTo(!row.isScored());
        }
    }

    @Test
    void the_order_of_rows_and_columns_changes_no_prediction() {
        Random chance = new Random(3);
        List<Map<String, String>> trials = trials(chance, 5);
        List<Map<String, String>> rows = rows(chance, 25);
        Map<Map<String, String>, String> first = predictions(chance, trials, rows);
        Collections.shuffle(rows, chance);
        Collections.shuffle(trials, chance);
        assertThat(predictions(chance, trials, rows)).isEqualTo(first);
    }

    private Map<Map<String, String>, String> predictions(Random chance, List<Map<String, String>> trials,
            List<Map<String, String>> rows) {
        write(chance, trials, rows);
        List<ScoredOutcome> scored = CALIBRATION.validate(ClinicalTable.read(folder), FORECASTER);
        Map<Map<String, String>, String> said = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            ScoredOutcome one = scored.get(i);
            said.put(rows.get(i), one.reason() + one.forecast().map(Forecast::mean).orElse(0.0)
                    + one.logScore(AssumedEffect.ESTIMATED));
        }
        return said;
    }

    @Test
    void a_count_and_its_percentage_are_the_same_observation_and_an_empty_one_is_predicted_without_a_score() {
        Map<String, String> trial = new LinkedHashMap<>(Map.of("trial_id", "T", "indication", "perianal CD fistula",
                "product", "UC-MSC", "route", "local", "design", "RCT", "n_per_arm", "20 / 20"));
        List<Map<String, String>> rows = new ArrayList<>();
        for (Map<String, String> seen : List.of(Map.of("responders", "9"), Map.of("percent", "45"),
                Map.of("responders", "9/20"), Map.<String, String>of())) {
            Map<String, String> row = new LinkedHashMap<>(
                    Map.of("trial_id", "T", "arm", "MSC", "n", "20", "endpoint", "fistula closure", "week", "24"));
            row.putAll(seen);
            rows.add(row);
        }
        write(new Random(1), List.of(trial), rows);
        List<ScoredOutcome> scored = CALIBRATION.validate(ClinicalTable.read(folder), FORECASTER);
        double score = scored.getFirst().logScore(AssumedEffect.ESTIMATED);
        assertThat(scored.subList(0, 3)).allSatisfy(row -> assertThat(row.logScore(AssumedEffect.ESTIMATED))
                .isEqualTo(score));
        assertThat(scored.getLast().isSupported()).isTrue();
        assertThat(scored.getLast().isScored()).isFalse();
        assertThat(OutcomeScores.of(scored)).containsEntry("predicted_without_observation", 1L);
    }

    private static List<Map<String, String>> trials(Random chance, int count) {
        List<Map<String, String>> trials = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            trials.add(filled(chance, TRIALS, "NEW" + i));
        }
        return trials;
    }

    private static List<Map<String, String>> rows(Random chance, int count) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, String> row = filled(chance, OUTCOMES, "NEW" + chance.nextInt(7));
            row.put("url_or_note", "note " + i);
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, String> filled(Random chance, List<String> columns, String id) {
        Map<String, String> row = new LinkedHashMap<>();
        for (String column : columns) {
            List<String> words = WORDS.getOrDefault(column, List.of(""));
            row.put(column, words.get(chance.nextInt(words.size())));
        }
        row.put("trial_id", id);
        return row;
    }

    /// Columns in a random order, some of those that rows leave empty missing, one that nobody knows; with or without a mark.
    private void write(Random chance, List<Map<String, String>> trials, List<Map<String, String>> rows) {
        try {
            Files.write(folder.resolve("trials.csv"), text(chance, TRIALS, trials));
            Files.write(folder.resolve("outcomes.csv"), text(chance, OUTCOMES, rows));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] text(Random chance, List<String> known, List<Map<String, String>> rows) {
        List<String> columns = new ArrayList<>(known.stream()
                .filter(c -> rows.stream().anyMatch(row -> !row.getOrDefault(c, "").isEmpty()) || c.equals("endpoint")
                        || chance.nextBoolean())
                .toList());
        columns.add("a column of somebody's own");
        Collections.shuffle(columns, chance);
        String end = chance.nextBoolean() ? "\r\n" : "\n";
        StringBuilder text = new StringBuilder(chance.nextBoolean() ? "\uFEFF" : "");
        text.append(String.join(",", columns)).append(end);
        for (Map<String, String> row : rows) {
            text.append(String.join(",", columns.stream()
                    .map(c -> '"' + row.getOrDefault(c, "").replace("\"", "\"\"") + '"').toList())).append(end);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
