package propria.trial.clinical.design;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import propria.trial.clinical.table.ClinicalTable;
import propria.trial.clinical.table.TrialRecord;
import propria.trial.clinical.vocabulary.ClinicalVocabulary;

/// Which trials of a table have the same patients: those with an id of a register in common, and follow-ups that name
/// another.
final class Clusters {

    private static final Pattern REGISTERED = Pattern.compile("NCT\\d{8}|\\d{4}-\\d{6}-\\d{2}");

    private Clusters() {
    }

    /// A name for each trial; equal for trials of the same patients.
    static Map<String, String> of(ClinicalTable table, ClinicalVocabulary words) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> registered = new LinkedHashMap<>();
        for (TrialRecord trial : table.trials().values()) {
            String name = words.found("follow_up", trial.design()).flatMap(id -> table.trials().keySet().stream()
                    .filter(other -> other.equalsIgnoreCase(id)).findFirst()).orElse(trial.id());
            name = names.getOrDefault(name, name);
            Matcher ids = REGISTERED.matcher(trial.registry());
            while (ids.find()) {
                String first = registered.putIfAbsent(ids.group(), name);
                name = first == null ? name : first;
            }
            names.put(trial.id(), name);
        }
        return names;
    }
}
