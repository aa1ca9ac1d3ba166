package propria.inference.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import propria.evidence.importer.text.CsvRows;
import propria.evidence.importer.text.TextFile;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// A comma-separated file with a header (RFC 4180) whose columns are known by name.
public final class TableFile {

    private final List<Row> rows = new ArrayList<>();

    private TableFile() {
    }

    /// A row with its place.
    ///
    /// @param fault what is wrong with it as a row; empty when nothing is
    public record Row(Map<String, String> cells, SourceLocation place, String fault) {

        /// A row of which nothing is wrong.
        public Row(Map<String, String> cells, SourceLocation place) {
            this(cells, place, "");
        }

        /// The text in a column, without blanks around it; empty where there is none.
        public String text(String column) {
            return cells.getOrDefault(column, "").strip();
        }

        /// The number in a column; empty where the cell is empty or says that there is none.
        ///
        /// @throws ProblemException I201 when it is something else
        public OptionalDouble number(String column) {
            String text = text(column).replace('\u2212', '-');
            if (text.isEmpty() || text.equalsIgnoreCase("nan") || text.equalsIgnoreCase("na")) {
                return OptionalDouble.empty();
            }
            try {
                double value = Double.parseDouble(text);
                if (Double.isFinite(value)) {
                    return OptionalDouble.of(value);
                }
            } catch (NumberFormatException _) {
                // said below, with what is not finite
            }
            throw new ProblemException(Problem.error("I201", place, "`" + text + "` in column `" + column
                    + "` is not a number", "", "write a number, or leave the cell empty"));
        }
    }

    /// Reads a file.
    ///
    /// @param required the columns that it must have
    /// @throws ProblemException I202 for missing columns, I203 for rows with other than the header's cells, and what
    ///         [CsvRows] finds
    public static TableFile read(Path path, List<String> required) {
        TableFile table = readFaulty(path, required);
        table.rows.stream().filter(row -> !row.fault().isEmpty()).findFirst().ifPresent(row -> {
            throw new ProblemException(Problem.error("I203", row.place(), row.fault(), "",
                    "put cells that hold commas in quotes"));
        });
        return table;
    }

    /// Reads a file, and keeps rows with other than the header's cells, each with its fault.
    ///
    /// @throws ProblemException as [#read] without I203
    public static TableFile readFaulty(Path path, List<String> required) {
        TableFile table = new TableFile();
        if (!Files.isRegularFile(path)) {
            throw new ProblemException(Problem.error("I200", SourceLocation.of(path.toString()),
                    "there is no such table", "", "name the folder or file that holds it"));
        }
        try (CsvRows file = new CsvRows(TextFile.of(path), ',')) {
            List<String> header = file.next().orElse(List.of()).stream().map(String::strip).toList();
            columns(header, required, file.place());
            for (Optional<List<String>> row = file.next(); row.isPresent(); row = file.next()) {
                table.rows.add(row(header, row.get(), file.place()));
            }
        }
        return table;
    }

    private static Row row(List<String> header, List<String> cells, SourceLocation place) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < StrictMath.min(cells.size(), header.size()); i++) {
            named.put(header.get(i), cells.get(i));
        }
        return new Row(named, place, cells.size() == header.size()
                ? ""
                : "the row has " + cells.size() + " cells, the header " + header.size());
    }

    private static void columns(List<String> header, List<String> required, SourceLocation place) {
        List<Problem> missing = new ArrayList<>();
        for (String column : required) {
            if (!header.contains(column)) {
                missing.add(Problem.error("I202", place, "the table has no column `" + column + "`",
                        "it has " + String.join(", ", header),
                        Nearest.of(column, header).map(near -> "is `" + near + "` meant? Rename it")
                                .orElse("add the column; cells may be empty")));
            }
        }
        if (!missing.isEmpty()) {
            throw new ProblemException(missing);
        }
    }

    /// The rows, in order.
    public List<Row> rows() {
        return rows;
    }
}
