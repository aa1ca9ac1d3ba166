package propria.trial.run;

import java.nio.file.Path;
import java.util.List;
import propria.trial.operating.Characteristic;

/// What came of a run of trials.
///
/// @param failedPatients people who could not be simulated and were replaced
/// @param screened and entered, over the trials of the design
/// @param simulationSeconds for the patients
/// @param trialSeconds for the trials
/// @param hash of `operating.csv`
/// @param beliefs what beliefs about parameters were held against, in a sentence
/// @param warnings what a reader must know
public record TrialRunResult(Path folder, List<Characteristic> characteristics, int failedPatients, long screened,
        long entered, double simulationSeconds, double trialSeconds, String hash, String beliefs,
        List<String> warnings) {

    public TrialRunResult {
        characteristics = List.copyOf(characteristics);
        warnings = List.copyOf(warnings);
    }
}
