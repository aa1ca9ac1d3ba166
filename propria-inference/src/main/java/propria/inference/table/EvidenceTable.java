package propria.inference.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import propria.inference.table.EvidenceRow.Dose;
import propria.inference.table.TableFile.Row;
import propria.model.problem.ProblemException;

/// The rows of a table of evidence, in its order.
///
/// @param rows every row, none left out
/// @param lastDay the last day that each study reports, for values measured at its end [d]
/// @param faults by the number of a row, what keeps it from being read
public record EvidenceTable(List<EvidenceRow> rows, Map<String, Double> lastDay, Map<Integer, String> faults) {

    private static final List<String> STUDIES = List.of("id", "species", "strain", "model", "integrity_status");
    private static final List<String> OBSERVATIONS = List.of("study_id", "arm", "product", "source_tissue",
            "preconditioning", "dose", "dose_unit", "route", "dosing_days", "n", "outcome", "day", "mean", "sd",
            "spread_kind", "unit", "provenance");
    private static final List<String> COURSES = List.of("dataset", "arm", "day", "variable", "unit", "mean", "sd", "n");
    private static final Pattern COUNT = Pattern.compile("[n= ~]*(\\d+)(?: ?(?:-|–|to) ?(\\d+))?");
    private static final Set<Double> DIRECTIONS = Set.of(-1.0, 0.0, 1.0);

    public EvidenceTable {
        rows = List.copyOf(rows);
        lastDay = Map.copyOf(lastDay);
        faults = Map.copyOf(faults);
    }

    /// A table without faults.
    public EvidenceTable(List<EvidenceRow> rows, Map<String, Double> lastDay) {
        this(rows, lastDay, Map.of());
    }

    /// Reads `studies.csv` and `observations.csv` of a folder.
    ///
    /// A row that cannot be read is kept with its fault, so that it is refused where it is predicted, and the others are not.
    ///
    /// @throws ProblemException I200 and I202 where a table or a column is missing
    public static EvidenceTable preclinical(Path folder) {
        Map<String, Row> studies = new HashMap<>();
        TableFile.readFaulty(folder.resolve("studies.csv"), STUDIES).rows()
                .forEach(row -> studies.put(row.text("id"), row));
        List<EvidenceRow> rows = new ArrayList<>();
        Map<Integer, String> faults = new HashMap<>();
        for (Row row : TableFile.readFaulty(folder.resolve("observations.csv"), OBSERVATIONS).rows()) {
            Cells cells = new Cells(row);
            EvidenceRow read = observation(cells, rows.size() + 1, studies.get(row.text("study_id")));
            rows.add(read);
            if (!studies.containsKey(read.study())) {
                cells.fault("studies.csv has no study `" + read.study() + "`");
            }
            if (cells.faults().isEmpty() && read.isDirection()
                    && !DIRECTIONS.contains(read.mean().orElse(Double.NaN))) {
                cells.fault("a direction is -1, 0 or 1, not `" + row.text("mean") + "`");
            }
            note(faults, read, cells);
        }
        return new EvidenceTable(rows, Map.of(), faults);
    }

    private static void note(Map<Integer, String> faults, EvidenceRow row, Cells cells) {
        if (!cells.faults().isEmpty()) {
            faults.put(row.number(), String.join("; ", cells.faults()));
        }
    }

    /// The cells of a row, and what is wrong with them.
    private record Cells(Row row, List<String> faults) {

        Cells(Row row) {
            this(row, new ArrayList<>());
            if (!row.fault().isEmpty()) {
                fault(row.fault());
            }
        }

        void fault(String what) {
            faults.add(what);
        }

        String text(String column) {
            return row.text(column);
        }

        /// A number; empty where there is none, and where it is none, which is a fault.
        OptionalDouble number(String column) {
            try {
                return row.number(column);
            } catch (ProblemException e) {
                fault(e.problems().getFirst().what());
                return OptionalDouble.empty();
            }
        }

        /// How many subjects: a number, the middle of a range.
        OptionalDouble count(String column) {
            Matcher found = COUNT.matcher(text(column));
            if (!found.matches()) {
                return number(column);
            }
            double low = Double.parseDouble(found.group(1));
            return OptionalDouble.of(found.group(2) == null ? low : (low + Double.parseDouble(found.group(2))) / 2);
        }

        /// A number that no prediction uses.
        OptionalDouble unused(String column) {
            try {
                return row.number(column);
            } catch (ProblemException _) {
                return OptionalDouble.empty();
            }
        }
    }

    private static EvidenceRow observation(Cells row, int number, @Nullable Row study) {
        return new EvidenceRow(number, row.text("study_id"),
                study == null ? "" : study.text("species") + ", " + study.text("strain"),
                study == null ? "" : study.text("model"), study == null ? "" : study.text("integrity_status"),
                row.text("arm"), row.text("product"), row.text("source_tissue"), row.text("preconditioning"),
                new Dose(row.text("dose"), row.text("dose_unit")), row.text("route"), row.text("dosing_days"),
                row.count("n"), row.text("outcome"), row.text("day"), row.number("mean"), row.unused("sd"),
                row.text("spread_kind"), row.text("unit"), row.text("provenance"), row.row().place());
    }

    /// Reads a file of time courses.
    ///
    /// A row that cannot be read is kept with its fault.
    ///
    /// @throws ProblemException I200 and I202 where the table or a column is missing
    public static EvidenceTable timeCourses(Path file) {
        List<EvidenceRow> rows = new ArrayList<>();
        Map<String, Double> last = new HashMap<>();
        Map<Integer, String> faults = new HashMap<>();
        for (Row row : TableFile.readFaulty(file, COURSES).rows()) {
            Cells cells = new Cells(row);
            OptionalDouble day = cells.unused("day");
            String study = row.text("dataset");
            day.ifPresent(d -> last.merge(study, d, StrictMath::max));
            EvidenceRow read = new EvidenceRow(rows.size() + 1, study, "", study, "", row.text("arm"), "", "", "",
                    new Dose("", ""), "", "", cells.count("n"), row.text("variable"), row.text("day"),
                    cells.number("mean"), cells.unused("sd"), "SD", row.text("unit"), "seen", row.place());
            rows.add(read);
            if (day.isEmpty() && !row.text("day").isEmpty() && !row.text("day").matches(".*\\d.*")) {
                cells.fault("`" + row.text("day") + "` in column `day` is not a number");
            }
            note(faults, read, cells);
        }
        return new EvidenceTable(rows, last, faults);
    }

    /// The ids of its studies.
    public Set<String> studies() {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.study()));
        return ids;
    }
}
