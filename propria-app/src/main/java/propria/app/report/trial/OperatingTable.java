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

    /// A measure of the whole trial in words.
    String said(String bank, String population, Key key, String measure) {
        Optional<CsvTable.Row> row = curve(bank, population, key, measure).stream()
                .filter(r -> r.value("patients") == patients).findFirst();
        return row.map(r -> number(r.value("value")) + " ± " + number(r.value("mc_error"))).orElse("not defined");
    }

    /// A measure of the whole trial of the design, without its error.
    String plain(String bank, Key key, String measure) {
        return curve(bank, "design", key, measure).stream().filter(r -> r.value("patients") == patients).findFirst()
                .map(r -> number(r.value("value"))).orElse("–");
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

    static String number(double value) {
        String text = Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
        return text.equals("-0.000") ? "0.000" : text;
    }
}
