package propria.app.conform;

import java.util.Locale;

/// What became of a case.
///
/// @param id the name of the case
/// @param verdict how it ended
/// @param reason why it did not pass; empty for a pass
/// @param seconds how long it took
public record Outcome(String id, Verdict verdict, String reason, double seconds) {

    /// How a case can end.
    public enum Verdict {
        /// Every number within the tolerance of the case.
        PASS,
        /// Some number is not.
        FAIL,
        /// The model needs something that is not carried out, and this was said.
        REFUSED,
        /// Something broke.
        ERROR;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The names of the columns.
    public static final String HEADER = "case,outcome,reason,seconds";

    /// The row of a table.
    public String row() {
        String quoted = '"' + reason.replace("\"", "\"\"") + '"';
        return id + "," + verdict + "," + (reason.isEmpty() ? "" : quoted) + ","
                + String.format(Locale.ROOT, "%.3f", seconds);
    }
}
