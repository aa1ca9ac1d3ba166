package propria.app.conform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The table that a simulation must reproduce: times, and a column for each variable.
///
/// @param variables the names of the columns beside time
/// @param times a row each
/// @param values row by row
public record ExpectedResults(List<String> variables, List<Double> times, List<double[]> values) {

    public static ExpectedResults read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
        List<String> header = cells(lines.getFirst());
        List<Double> times = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            double[] row = cells(line).stream().mapToDouble(ExpectedResults::number).toArray();
            times.add(row[0]);
            values.add(Arrays.copyOfRange(row, 1, header.size()));
        }
        return new ExpectedResults(header.subList(1, header.size()), times, values);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",")).map(cell -> cell.strip().replace("\"", "")).toList();
    }

    private static double number(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "infinity", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            case "nan", "-nan" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }
}
