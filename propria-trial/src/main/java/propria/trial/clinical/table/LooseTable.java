package propria.trial.clinical.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import propria.evidence.importer.text.CsvRows;
import propria.evidence.importer.text.TextFile;
import propria.inference.table.TableFile.Row;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// A comma-separated table as people hand it over: columns in any order, some missing, others that nobody knows; rows that
/// lost their empty cells at the end. A row that cannot be laid under the header is kept and says so.
final class LooseTable {

    /// A row, and why its cells cannot be trusted; nothing where they can.
    record Line(Row row, Optional<String> broken) {
    }

    private final List<Line> lines = new ArrayList<>();

    /// @param required the columns without which no row means anything
    /// @throws ProblemException I200 when there is no such file, I202 for a column that is missing or there twice, and what
    ///         [CsvRows] finds
    LooseTable(Path path, List<String> required) {
        if (!Files.isRegularFile(path)) {
            throw new ProblemException(Problem.error("I200", SourceLocation.of(path.toString()),
                    "there is no such table", "", "name the folder that holds it"));
        }
        try (CsvRows file = new CsvRows(TextFile.of(path), ',')) {
            List<String> header = file.next().orElse(List.of()).stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
            check(header, required, file.place());
            for (Optional<List<String>> row = file.next(); row.isPresent(); row = file.next()) {
                lines.add(line(header, row.get(), file.place()));
            }
        }
    }

    private static Line line(List<String> header, List<String> cells, SourceLocation place) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < StrictMath.min(header.size(), cells.size()); i++) {
            named.put(header.get(i), cells.get(i));
        }
        boolean more = cells.stream().skip(header.size()).anyMatch(cell -> !cell.isBlank());
        return new Line(new Row(named, place), more
                ? Optional.of("the row has " + cells.size() + " cells where the table has " + header.size()
                        + " columns; a cell with a comma needs quotes")
                : Optional.empty());
    }

    private static void check(List<String> header, List<String> required, SourceLocation place) {
        List<Problem> problems = new ArrayList<>();
        for (String column : required) {
            if (!header.contains(column)) {
                problems.add(Problem.error("I202", place, "the table has no column `" + column + "`",
                        "it has " + String.join(", ", header), "add the column; cells may be empty"));
            }
        }
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!name.isEmpty() && !seen.add(name)) {
                problems.add(Problem.error("I202", place, "the table has the column `" + name + "` twice",
                        "a cell could mean either", "rename one of them"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    List<Line> lines() {
        return lines;
    }
}
