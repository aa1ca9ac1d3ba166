package propria.formats.petab.table;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// A table of tab-separated text with a header.
///
/// @param file as messages show it
/// @param columns the names of the columns
public record TsvTable(String file, List<String> columns, List<TsvRow> rows) {

    /// The largest table that is read [bytes].
    static final long LARGEST_FILE = 100L << 20;

    public TsvTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// Reads a file.
    ///
    /// @param shownAs its name in messages
    /// @throws ProblemException P101 to P104
    public static TsvTable read(Path path, String shownAs) {
        SourceLocation place = SourceLocation.of(shownAs);
        try {
            if (!Files.isRegularFile(path)) {
                throw new ProblemException(Problem.error("P101", place, "there is no such table", "",
                        "check the name in the problem file"));
            }
            if (Files.size(path) > LARGEST_FILE) {
                throw new ProblemException(Problem.error("P102", place, "the table is too large",
                        Files.size(path) + " bytes; at most " + LARGEST_FILE + " are read", "split it"));
            }
            return readText(Files.readString(path, StandardCharsets.UTF_8), shownAs);
        } catch (CharacterCodingException e) {
            throw new ProblemException(
                    Problem.error("P102", place, "the table is not text in UTF-8", "", "save it as UTF-8"));
        } catch (IOException e) {
            throw new ProblemException(Problem.error("P101", place, "the table cannot be read",
                    String.valueOf(e.getMessage()), "check that you may read it"));
        }
    }

    /// Reads a text.
    public static TsvTable readText(String text, String file) {
        List<String> lines = text.lines().toList();
        int head = 0;
        while (head < lines.size() && lines.get(head).isBlank()) {
            head++;
        }
        if (head == lines.size()) {
            throw new ProblemException(Problem.error("P103", SourceLocation.of(file), "the table is empty", "",
                    "write a line with the names of its columns"));
        }
        List<String> columns = cells(lines.get(head));
        List<Problem> problems = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            if (columns.indexOf(columns.get(c)) < c) {
                problems.add(Problem.error("P103", new SourceLocation(file, head + 1, 1),
                        "the column " + columns.get(c) + " stands twice", "", "remove one"));
            }
        }
        List<TsvRow> rows = new ArrayList<>();
        for (int line = head + 1; line < lines.size(); line++) {
            if (!lines.get(line).isBlank()) {
                rows.add(row(columns, lines.get(line), new SourceLocation(file, line + 1, 1), problems));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return new TsvTable(file, columns, rows);
    }

    private static TsvRow row(List<String> columns, String line, SourceLocation place, List<Problem> problems) {
        List<String> cells = cells(line);
        if (cells.size() > columns.size()) {
            problems.add(Problem.error("P104", place, "the line has " + cells.size() + " cells under "
                    + columns.size() + " columns", "", "remove the cells beyond the last column, or name the column"));
        }
        Map<String, TsvRow.Cell> named = new LinkedHashMap<>();
        int at = 1;
        for (int c = 0; c < columns.size(); c++) {
            String text = c < cells.size() ? cells.get(c) : "";
            named.put(columns.get(c), new TsvRow.Cell(text, new SourceLocation(place.file(), place.line(), at)));
            at += (c < cells.size() ? rawLength(line, c) : 0) + 1;
        }
        return new TsvRow(named, place);
    }

    private static int rawLength(String line, int cell) {
        return line.split("\t", -1)[cell].length();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split("\t", -1)) {
            String text = cell.strip();
            boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
            cells.add(quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text);
        }
        return cells;
    }

    /// Refuses a table without a column that it needs.
    ///
    /// @throws ProblemException P103, one problem a column
    public void require(String... needed) {
        List<Problem> problems = new ArrayList<>();
        for (String column : needed) {
            if (!columns.contains(column)) {
                problems.add(Problem.error("P103", new SourceLocation(file, 1, 1),
                        "the table has no column " + column, "it has " + String.join(", ", columns),
                        Nearest.of(column, columns).map(near -> "rename " + near + " if that is meant")
                                .orElse("add it")));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }
}
