package propria.formats.petab.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// A line of a table.
///
/// @param cells by column
public record TsvRow(Map<String, Cell> cells, SourceLocation place) {

    /// A cell.
    public record Cell(String text, SourceLocation place) {
    }

    /// The text of a column; empty where the column or the text is missing.
    public Optional<String> text(String column) {
        Cell cell = cells.get(column);
        return cell == null || cell.text().isEmpty() ? Optional.empty() : Optional.of(cell.text());
    }

    /// The text of a column that must have one.
    ///
    /// @throws ProblemException P105
    public String required(String column) {
        return text(column).orElseThrow(() -> new ProblemException(Problem.error("P105", placeOf(column),
                "the column " + column + " is empty here", "", "fill it in")));
    }

    /// Where the cell of a column is.
    public SourceLocation placeOf(String column) {
        Cell cell = cells.get(column);
        return cell == null ? place : cell.place();
    }

    /// The number of a column.
    ///
    /// @throws ProblemException P106 when it is none
    public OptionalDouble number(String column) {
        Optional<String> text = text(column);
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(number(text.get(), placeOf(column)));
    }

    /// The number of a column that must have one.
    public double requiredNumber(String column) {
        return number(required(column), placeOf(column));
    }

    /// The parts of a cell between semicolons.
    public List<String> parts(String column) {
        return text(column).stream().flatMap(t -> Arrays.stream(t.split(";", -1))).map(String::strip).toList();
    }

    /// A number as tables write it: `inf` and `nan` in any case.
    ///
    /// @throws ProblemException P106 when it is none
    public static double number(String text, SourceLocation place) {
        return parse(text).orElseThrow(() -> new ProblemException(
                Problem.error("P106", place, "`" + text + "` is not a number", "", "write a number")));
    }

    /// A number, if the text is one.
    public static OptionalDouble parse(String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity" -> {
                return OptionalDouble.of(Double.POSITIVE_INFINITY);
            }
            case "-inf", "-infinity" -> {
                return OptionalDouble.of(Double.NEGATIVE_INFINITY);
            }
            case "nan" -> {
                return OptionalDouble.of(Double.NaN);
            }
            default -> {
                boolean decimal = text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
                return decimal ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
            }
        }
    }
}
