package propria.trial.clinical.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import propria.model.problem.ProblemException;
import propria.trial.clinical.table.LooseTable.Line;

/// The two tables of a folder of clinical evidence.
///
/// @param trials by id
/// @param rows every row of the outcomes, none left out
public record ClinicalTable(Map<String, TrialRecord> trials, List<ClinicalRow> rows) {

    public ClinicalTable {
        trials = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(trials));
        rows = List.copyOf(rows);
    }

    /// Reads `trials.csv` and `outcomes.csv` of a folder. Columns may stand in any order; those that are missing are read as
    /// empty. Rows that cannot be trusted are kept, with the reason.
    ///
    /// @throws ProblemException I200 and I202 with what is wrong with a table as a whole
    public static ClinicalTable read(Path folder) {
        Map<String, TrialRecord> trials = new LinkedHashMap<>();
        Map<String, String> broken = new LinkedHashMap<>();
        for (Line line : new LooseTable(folder.resolve("trials.csv"), List.of("trial_id")).lines()) {
            TrialRecord trial = TrialRecord.of(line.row());
            TrialRecord other = trials.putIfAbsent(trial.id(), trial);
            line.broken().ifPresent(reason -> broken.put(trial.id(), "in trials.csv " + reason));
            if (other != null && !other.equals(trial)) {
                broken.put(trial.id(), "trials.csv has two lines of its trial that differ");
            }
        }
        List<ClinicalRow> rows = new ArrayList<>();
        for (Line line : new LooseTable(folder.resolve("outcomes.csv"), List.of("trial_id", "endpoint")).lines()) {
            ClinicalRow row = ClinicalRow.of(line.row(), rows.size() + 1);
            rows.add(row.broken(line.broken().orElse(broken.getOrDefault(row.trial(), ""))));
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
