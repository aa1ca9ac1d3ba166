package propria.trial.clinical.table;

import propria.inference.table.TableFile.Row;

/// One line of `trials.csv`: how a trial was done, as written.
///
/// @param id its id in the table
/// @param registry ids in registers, separated by semicolons
/// @param citation where it was published
/// @param phase as written
/// @param design as written
/// @param indication what the patients had
/// @param product what was given
/// @param source where its cells come from
/// @param donor autologous or allogeneic, as written
/// @param dose how much and how often
/// @param route how it was given
/// @param arms how many patients an arm
/// @param blinded as written
/// @param standing what is known of its integrity
/// @param provenance `seen` where a person read it in its source
/// @param notes what else the table says
public record TrialRecord(String id, String registry, String citation, String phase, String design, String indication,
        String product,
        String source, String donor, String dose, String route, String arms, String blinded, String standing,
        String provenance, String notes) {

    static TrialRecord of(Row row) {
        return new TrialRecord(row.text("trial_id"), row.text("registry_id"), row.text("citation"),
                row.text("phase"), row.text("design"),
                row.text("indication"), row.text("product"), row.text("source_tissue"), row.text("auto_allo"),
                row.text("dose_schedule"), row.text("route"), row.text("n_per_arm"), row.text("blinded"),
                row.text("integrity_status"), row.text("provenance"), row.text("notes"));
    }

    /// What stands for a trial that `trials.csv` does not have.
    static TrialRecord unknown(String id) {
        return new TrialRecord(id, "", "", "", "", "", "", "", "", "", "", "", "", "", "", "");
    }

    /// Whether its numbers are doubted by whoever wrote the table, by the journal or by a register.
    public boolean isFlagged() {
        String plain = standing.toLowerCase(java.util.Locale.ROOT);
        return !plain.isEmpty() && FLAG.matcher(plain).find();
    }

    private static final java.util.regex.Pattern FLAG = java.util.regex.Pattern
            .compile("check:|inconsisten|concern|retract|overlap|100% response|withdrawn|fabricat|implausib");
}
