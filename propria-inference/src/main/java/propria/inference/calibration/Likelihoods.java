package propria.inference.calibration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import propria.engine.Tolerances;
import propria.engine.simulate.Simulator;
import propria.inference.design.Courses;
import propria.inference.prediction.Draw;
import propria.inference.prediction.Predictor;
import propria.inference.prediction.StudyLikelihood;

/// `likelihoods.csv`: the natural logarithm of the likelihood of each study, a column, at each draw of the posterior, a line.
/// It is what takes a study out of the posterior by weights, and it tells whether equations and measurements are still
/// those that the posterior was made with.
///
/// @param values by draw and study
public record Likelihoods(List<String> studies, List<double[]> values) {

    private static final Tolerances TOLERANCES = new Tolerances(1e-4, 1e-7);
    /// Solvers at these tolerances differ by less, anything that matters by more.
    private static final double SAME = 0.05;

    /// Reads the file; empty where it does not ship.
    public static Optional<Likelihoods> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            List<double[]> values = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                values.add(Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray());
            }
            return Optional.of(new Likelihoods(List.of(lines.getFirst().split(",", -1)), values));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The file as text.
    public String text() {
        StringBuilder text = new StringBuilder(String.join(",", studies)).append('\n');
        for (double[] line : values) {
            text.append(Arrays.stream(line).mapToObj(v -> String.format(Locale.ROOT, "%.4f", v))
                    .collect(Collectors.joining(","))).append('\n');
        }
        return text.toString();
    }

    /// The studies whose likelihood is no longer what the posterior was made with, and by how much it differs, at some
    /// draws. Empty means that the posterior stands.
    ///
    /// @param draws the draws of the posterior
    /// @param numbers of the draws that are looked at
    public Map<String, Double> changed(Calibration calibration, List<Draw> draws, List<Integer> numbers) {
        StudyLikelihood likelihood = new StudyLikelihood(calibration.words(), calibration.fitted());
        Courses courses = new Courses(calibration.library(), Predictor.quantities(calibration.words()),
                calibration.fitted()).with(TOLERANCES);
        Simulator simulator = new Simulator(courses.model());
        Map<String, Double> changed = new LinkedHashMap<>();
        for (int number : numbers) {
            Draw draw = draws.get(number);
            double[] now = courses.simulate(simulator, draw.values())
                    .map(recorded -> likelihood.logLikelihoods(likelihood.features(recorded), draw.effects()))
                    .orElseGet(() -> new double[0]);
            for (int s = 0; s < studies.size(); s++) {
                int place = likelihood.studies().indexOf(studies.get(s));
                double away = place < 0 || now.length == 0
                        ? Double.POSITIVE_INFINITY
                        : StrictMath.abs(now[place] - values.get(number)[s]);
                if (away > SAME) {
                    changed.merge(studies.get(s), away, StrictMath::max);
                }
            }
        }
        return changed;
    }
}
