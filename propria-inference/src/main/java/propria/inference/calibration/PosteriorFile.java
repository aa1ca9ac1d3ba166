package propria.inference.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import propria.inference.calibration.FreeParameters.Free;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// `posterior.csv`: a line a draw, a column a free parameter, as standard normal numbers of its prior. Lines that begin
/// with `#` say how it was made.
public final class PosteriorFile {

    private static final String COMMENT = "#";

    private PosteriorFile() {
    }

    /// Reads the points.
    ///
    /// @throws ProblemException I223 when the file was made for other parameters
    public static List<double[]> read(Path file, FreeParameters parameters) {
        List<String> lines = lines(file).stream().filter(line -> !line.startsWith(COMMENT)).toList();
        if (lines.isEmpty() || !lines.getFirst().equals(header(parameters))) {
            throw new ProblemException(Problem.error("I223", SourceLocation.of(file.toString()),
                    "the posterior was made for other parameters", "its columns are not those of parameters.tsv",
                    "make it again with `propria calibrate`"));
        }
        List<double[]> points = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            double[] point = new double[cells.length];
            for (int i = 0; i < point.length; i++) {
                point[i] = Double.parseDouble(cells[i]);
            }
            points.add(point);
        }
        return points;
    }

    /// The file as text.
    ///
    /// @param command what made it
    public static String text(List<double[]> points, Calibration calibration, String command) {
        StringBuilder text = new StringBuilder(
                "# Draws of the posterior, as standard normal numbers of each prior.\n# Made by: ")
                .append(command).append("\n# Inputs (SHA-256): ").append(calibration.inputs()).append('\n')
                .append(header(calibration.parameters())).append('\n');
        for (double[] point : points) {
            text.append(java.util.Arrays.stream(point).mapToObj(x -> String.format(java.util.Locale.ROOT, "%.5f", x))
                    .collect(Collectors.joining(","))).append('\n');
        }
        return text.toString();
    }

    /// The columns.
    static String header(FreeParameters parameters) {
        return parameters.all().stream().map(Free::id).collect(Collectors.joining(","));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new ProblemException(Problem.error("I200", SourceLocation.of(file.toString()),
                    "the posterior cannot be read", String.valueOf(e.getMessage()), "check that it is there"));
        }
    }
}
