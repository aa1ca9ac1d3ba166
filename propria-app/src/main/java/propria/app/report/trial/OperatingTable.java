package propria.app.report.trial;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import propria.app.report.data.CsvTable;

/// The operating characteristics of a run.
///
/// @param patients of a whole trial
record OperatingTable(CsvTable table, int patients) {

    /// Beliefs as they were drawn.
    static final String DRAWN = "prior";

    private static final String CONDITIONED = "conditioned";

    /// An estimand in an arm.
    record Key(String estimand, String arm) {
    }

    /// All hypotheses, in order.
    List<Key> keys() {
        return table.rows().stream().map(r -> new Key(r.text("estimand"), r.text("arm"))).distinct().toList();
    }

    /// The rows of the whole trial.
    List<CsvTable.Row> whole() {
        return table.rows().stream().filter(r -> r.value("patients") == patients).toList();
    }

    /// A measure at all sizes, ascending.
    List<CsvTable.Row> curve(String bank, String population, Key key, String measure) {
        return table.rows().stream().filter(r -> r.text("bank").equals(bank)
                && r.text("population").equals(population) && r.text("estimand").equals(key.estimand())
                && r.text("arm").equals(key.arm()) && r.text("measure").equals(measure)).toList();
    }

    /// A probability of the whole trial [%] with its error: `16.6 ± 3.1 %`.
    String percent(String bank, String population, Key key, String measure) {
        return whole(bank, population, key, measure)
                .map(r -> r.value("value") == 0 && r.value("mc_error") == 0
                        ? "0 of " + r.text("trials") + " trials"
                        : oneDigit(100 * r.value("value")) + " ± " + oneDigit(100 * r.value("mc_error")) + "\u00a0%")
                .orElse("not defined");
    }

    /// An effect of the whole trial with its error; of shares of patients in percentage points.
    String effect(String bank, Key key, String measure, boolean share) {
        return whole(bank, "design", key, measure).filter(r -> !Double.isNaN(r.value("value")))
                .map(r -> share
                        ? oneDigit(100 * r.value("value")) + " ± " + oneDigit(100 * r.value("mc_error")) + "\u00a0pp"
                        : number(r.value("value")) + " ± " + number(r.value("mc_error")))
                .orElse("not defined");
    }

    /// The same without its error.
    String bare(String bank, Key key, String measure, boolean share) {
        return whole(bank, "design", key, measure).map(r -> r.value("value")).filter(v -> !Double.isNaN(v))
                .map(v -> share ? oneDigit(100 * v) : number(v)).orElse("–");
    }

    private Optional<CsvTable.Row> whole(String bank, String population, Key key, String measure) {
        return curve(bank, population, key, measure).stream().filter(r -> r.value("patients") == patients).findFirst();
    }

    /// The beliefs that the run stands on: those that agree with untreated patients of published trials, where there are such.
    String believed() {
        return table.rows().stream().anyMatch(r -> r.text("bank").equals(CONDITIONED)) ? CONDITIONED : DRAWN;
    }

    /// Whether beliefs were held against untreated patients.
    boolean isConditioned() {
        return believed().equals(CONDITIONED);
    }

    /// When an estimand is due [d]; not a number for times.
    double day(Key key) {
        return table.rows().stream().filter(r -> r.text("estimand").equals(key.estimand())).findFirst()
                .map(r -> r.value("day")).orElse(Double.NaN);
    }

    /// With three digits behind the point.
    static String number(double value) {
        return fixed(value, "%.3f");
    }

    private static String oneDigit(double value) {
        return fixed(value, "%.1f");
    }

    private static String fixed(double value, String format) {
        String text = Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
        return text.matches("-0\\.0+") ? text.substring(1) : text.replace('-', '−');
    }
}
