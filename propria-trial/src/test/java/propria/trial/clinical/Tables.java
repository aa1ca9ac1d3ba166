package propria.trial.clinical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import propria.trial.clinical.calibration.TrialCalibration;
import propria.trial.clinical.calibration.TrialCalibration.Inclusion;

/// Small tables of trials for tests.
final class Tables {

    static final Path SHIPPED = Path.of(System.getProperty("propria.root", ".."), "library", "calibration", "clinical");
    private static final String TRIALS = "trial_id,registry_id,pmid,doi,citation,phase,design,indication,product,"
            + "source_tissue,auto_allo,dose_schedule,route,n_per_arm,blinded,integrity_status,provenance,url,notes\n";
    private static final String OUTCOMES = "trial_id,arm,n,analysis_set,endpoint,definition,week,responders,percent,"
            + "mean,sd,median,iqr_or_range,effect_type,effect,ci_low,ci_high,unit,provenance,derivation,url_or_note\n";

    private Tables() {
    }

    static TrialCalibration shipped() {
        return TrialCalibration.read(SHIPPED, Inclusion.FLAGGED_OUT);
    }

    /// A line of trials.csv.
    static String trial(String id, String phase, String design, String indication, String product, String dose,
            String route, String arms, String blinded) {
        return String.join(",", id, "", "", "", "Somebody 2030", phase, design, quoted(indication), quoted(product), "",
                "allogeneic", quoted(dose), route, quoted(arms), blinded, "", "seen", "", "") + "\n";
    }

    /// A line of outcomes.csv.
    static String outcome(String id, String arm, String n, String set, String endpoint, String definition, String week,
            String values) {
        return String.join(",", id, quoted(arm), n, set, quoted(endpoint), quoted(definition), week, values, "seen", "",
                "") + "\n";
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    static Path folder(Path folder, String trials, String outcomes) {
        try {
            Files.writeString(folder.resolve("trials.csv"), TRIALS + trials);
            Files.writeString(folder.resolve("outcomes.csv"), OUTCOMES + outcomes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }
}
