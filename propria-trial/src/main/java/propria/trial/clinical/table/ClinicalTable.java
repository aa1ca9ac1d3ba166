package propria.trial.clinical.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import propria.inference.table.TableFile;
import propria.inference.table.TableFile.Row;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// The two tables of a folder of clinical evidence.
///
/// @param trials by id
/// @param rows every row of the outcomes, none left out
public record ClinicalTable(Map<String, TrialRecord> trials, List<ClinicalRow> rows) {

    private static final List<String> TRIALS = List.of("trial_id", "registry_id", "phase", "design", "indication",
            "product", "source_tissue", "auto_allo", "dose_schedule", "route", "n_per_arm", "blinded",
            "integrity_status");
    private static final List<String> OUTCOMES = List.of("trial_id", "arm", "n", "analysis_set", "endpoint",
            "definition", "week", "responders", "percent", "mean", "sd", "median", "effect_type", "effect", "unit",
            "provenance");

    public ClinicalTable {
        trials = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(trials));
        rows = List.copyOf(rows);
    }

    /// Reads `trials.csv` and `outcomes.csv` of a folder.
    ///
    /// @throws ProblemException I200 to I203 with what is wrong with a table, T401 for a trial that is written twice
    public static ClinicalTable read(Path folder) {
        Map<String, TrialRecord> trials = new LinkedHashMap<>();
        for (Row row : TableFile.read(folder.resolve("trials.csv"), TRIALS).rows()) {
            TrialRecord trial = TrialRecord.of(row);
            if (trials.put(trial.id(), trial) != null) {
                throw new ProblemException(Problem.error("T401", row.place(),
                        "the trial `" + trial.id() + "` is written twice", "", "give each trial a line of its own"));
            }
        }
        List<ClinicalRow> rows = new ArrayList<>();
        for (Row row : TableFile.read(folder.resolve("outcomes.csv"), OUTCOMES).rows()) {
            rows.add(ClinicalRow.of(row, rows.size() + 1));
        }
        return new ClinicalTable(trials, rows);
    }

    /// The trial of a row; one about which nothing is known where `trials.csv` does not have it.
    public TrialRecord trial(ClinicalRow row) {
        return trials.getOrDefault(row.trial(), TrialRecord.unknown(row.trial()));
    }

    /// All rows of a trial.
    public List<ClinicalRow> rowsOf(String trial) {
        return rows.stream().filter(row -> row.trial().equals(trial)).toList();
    }
}
