package propria.app.report.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import propria.app.report.data.CsvTable;

/// The cells of the curves of a run.
///
/// @param patients of a whole trial
/// @param due the day of each estimand, by its rows in `operating.csv`
record CurveTable(List<CsvTable.Row> rows, int patients, OperatingTable due) {

    static CurveTable read(Path folder, OperatingTable operating) throws IOException {
        return new CurveTable(CsvTable.readIfPresent(folder.resolve("curves.csv")).rows(), operating.patients(),
                operating);
    }

    /// The day at which an estimand is due; the last of all for times.
    double day(OperatingTable.Key key) {
        Optional<CsvTable.Row> own = due.table().rows().stream().filter(r -> r.text("estimand").equals(key.estimand()))
                .findFirst();
        double day = own.map(r -> r.value("day")).orElse(Double.NaN);
        return Double.isNaN(day) ? of(key).stream().mapToDouble(r -> r.value("day")).max().orElse(Double.NaN) : day;
    }

    /// All cells of a hypothesis.
    List<CsvTable.Row> of(OperatingTable.Key key) {
        return rows.stream().filter(r -> r.text("estimand").equals(key.estimand()) && r.text("arm").equals(key.arm()))
                .toList();
    }

    /// A measure along an axis, the rest as the design has it, ascending.
    List<CsvTable.Row> over(OperatingChart.Axis axis, OperatingTable.Key key, String bank, String measure) {
        double day = day(key);
        return of(key).stream().filter(r -> r.text("bank").equals(bank) && r.text("measure").equals(measure))
                .filter(r -> axis == OperatingChart.Axis.PATIENTS || r.value("patients") == patients)
                .filter(r -> axis == OperatingChart.Axis.DAY || r.value("day") == day)
                .filter(r -> axis == OperatingChart.Axis.DOSE || r.value("dose") == 1)
                .sorted(Comparator.comparingDouble(r -> r.value(axis.column))).toList();
    }

    /// The smallest number of patients on the grid at which a measure is at least so large.
    Optional<CsvTable.Row> reaches(OperatingTable.Key key, String bank, String measure, double wanted) {
        return over(OperatingChart.Axis.PATIENTS, key, bank, measure).stream().filter(r -> r.value("value") >= wanted)
                .findFirst();
    }
}
