package propria.trial.clinical.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.trial.clinical.design.Baselines;
import propria.trial.clinical.response.ResponseDraws;
import propria.trial.clinical.response.ResponseLayout;
import propria.trial.clinical.response.ResponsePrior;

/// `posterior.csv`: a line a draw, a column a parameter. Lines that begin with `#` say how it was made.
public final class DrawsFile {

    private static final String COMMENT = "#";
    private static final int COPIES = 2;
    private static final long SEED = 1;

    private DrawsFile() {
    }

    /// The draws, each for two new trials.
    ///
    /// @throws ProblemException T404 when the file was made for other parameters
    public static FittedTrials read(Path file, Baselines baselines, ResponsePrior prior) {
        ResponseLayout layout = new ResponseLayout(baselines, prior, List.of());
        List<String> lines = lines(file).stream().filter(line -> !line.startsWith(COMMENT)).toList();
        if (lines.isEmpty() || !lines.getFirst().equals(String.join(",", layout.globalIds()))) {
            throw new ProblemException(Problem.error("T404", SourceLocation.of(file.toString()),
                    "the draws were made for other parameters",
                    "their columns are not those of the two tables beside it",
                    "make them again with `propria calibrate --clinical`"));
        }
        List<double[]> points = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            points.add(Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray());
        }
        return new FittedTrials(new ResponseDraws(layout, repeated(points), SEED), Double.NaN, Double.NaN, 0);
    }

    /// Each draw for two new trials.
    static List<double[]> repeated(List<double[]> points) {
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < COPIES; i++) {
            all.addAll(points);
        }
        return all;
    }

    /// The file as text.
    ///
    /// @param how what made it, a line each
    public static String text(FittedTrials fit, List<String> how) {
        StringBuilder text = new StringBuilder();
        how.forEach(line -> text.append(COMMENT).append(' ').append(line).append('\n'));
        text.append(String.join(",", fit.draws().layout().globalIds())).append('\n');
        for (double[] point : fit.draws().points()) {
            text.append(Arrays.stream(point).mapToObj(x -> String.format(Locale.ROOT, "%.4f", x))
                    .collect(Collectors.joining(","))).append('\n');
        }
        return text.toString();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new ProblemException(Problem.error("I200", SourceLocation.of(file.toString()),
                    "the draws cannot be read", String.valueOf(e.getMessage()), "check that they are there"));
        }
    }
}
