package propria.inference.calibration;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import propria.inference.calibration.FreeParameters.Free;
import propria.model.problem.ProblemException;
import propria.study.library.CalibrationReader;

/// `posterior.csv`: a line a draw, a column a free parameter, as standard normal numbers of its prior. Lines that begin
/// with `#` say how it was made.
public final class PosteriorFile {

    private PosteriorFile() {
    }

    /// Reads the points.
    ///
    /// @throws ProblemException as [CalibrationReader#points]
    public static List<double[]> read(Path file, FreeParameters parameters) {
        return CalibrationReader.points(file, parameters.all().stream().map(Free::parameter).toList());
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

    private static String header(FreeParameters parameters) {
        return CalibrationReader.header(parameters.all().stream().map(Free::parameter).toList());
    }
}
