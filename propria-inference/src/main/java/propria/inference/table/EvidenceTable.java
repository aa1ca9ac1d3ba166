package propria.inference.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import propria.inference.table.EvidenceRow.Dose;
import propria.inference.table.TableFile.Row;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// The rows of a table of evidence, in its order.
///
/// @param rows every row, none left out
/// @param lastDay the last day that each study reports, for values measured at its end [d]
public record EvidenceTable(List<EvidenceRow> rows, Map<String, Double> lastDay) {

    private static final List<String> STUDIES = List.of("id", "species", "strain", "model", "integrity_status");
    private static final List<String> OBSERVATIONS = List.of("study_id", "arm", "product", "source_tissue",
            "preconditioning", "dose", "dose_unit", "route", "dosing_days", "n", "outcome", "day", "mean", "sd",
            "spread_kind", "unit", "provenance");
    private static final List<String> COURSES = List.of("dataset", "arm", "day", "variable", "unit", "mean", "sd", "n");
    private static final Set<Double> DIRECTIONS = Set.of(-1.0, 0.0, 1.0);

    public EvidenceTable {
        rows = List.copyOf(rows);
        lastDay = Map.copyOf(lastDay);
    }

    /// Reads `studies.csv` and `observations.csv` of a folder.
    ///
    /// @throws ProblemException I200 to I206 with every problem of the two tables
    public static EvidenceTable preclinical(Path folder) {
        Map<String, Row> studies = new HashMap<>();
        TableFile.read(folder.resolve("studies.csv"), STUDIES).rows().forEach(row -> studies.put(row.text("id"), row));
        List<EvidenceRow> rows = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Row row : TableFile.read(folder.resolve("observations.csv"), OBSERVATIONS).rows()) {
            try {
                rows.add(observation(row, rows.size() + 1, studies));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        raise(problems);
        return new EvidenceTable(rows, Map.of());
    }

    private static EvidenceRow observation(Row row, int number, Map<String, Row> studies) {
        Row study = studies.get(row.text("study_id"));
        if (study == null) {
            throw new ProblemException(Problem.error("I204", row.place(),
                    "there is no study `" + row.text("study_id") + "`", "studies.csv has " + studies.size(),
                    "add a line to studies.csv, or correct the id"));
        }
        EvidenceRow read = new EvidenceRow(number, row.text("study_id"),
                study.text("species") + ", " + study.text("strain"), study.text("model"),
                study.text("integrity_status"), row.text("arm"), row.text("product"), row.text("source_tissue"),
                row.text("preconditioning"), new Dose(row.text("dose"), row.text("dose_unit")), row.text("route"),
                row.text("dosing_days"), row.number("n"), row.text("outcome"), row.text("day"), row.number("mean"),
                row.number("sd"), row.text("spread_kind"), row.text("unit"), row.text("provenance"), row.place());
        if (read.isDirection() && !DIRECTIONS.contains(read.mean().orElse(Double.NaN))) {
            throw new ProblemException(Problem.error("I205", row.place(), "a direction is -1, 0 or 1",
                    "it is `" + row.text("mean") + "`", "correct `mean` or `spread_kind`"));
        }
        return read;
    }

    /// Reads a file of time courses.
    ///
    /// @throws ProblemException I200 to I203 with every problem of the table
    public static EvidenceTable timeCourses(Path file) {
        List<EvidenceRow> rows = new ArrayList<>();
        Map<String, Double> last = new HashMap<>();
        for (Row row : TableFile.read(file, COURSES).rows()) {
            OptionalDouble day = row.number("day");
            String study = row.text("dataset");
            day.ifPresent(d -> last.merge(study, d, StrictMath::max));
            rows.add(new EvidenceRow(rows.size() + 1, study, "", study, "", row.text("arm"), "", "", "",
                    new Dose("", ""), "", "", row.number("n"), row.text("variable"), row.text("day"),
                    row.number("mean"), row.number("sd"), "SD", row.text("unit"), "seen", row.place()));
        }
        return new EvidenceTable(rows, last);
    }

    /// The ids of its studies.
    public Set<String> studies() {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.study()));
        return ids;
    }

    private static void raise(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }
}
