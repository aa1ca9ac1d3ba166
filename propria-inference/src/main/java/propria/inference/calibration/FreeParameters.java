package propria.inference.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.engine.random.Streams;
import propria.inference.prediction.Draw;
import propria.inference.prediction.EffectModel;
import propria.model.Description.Interval;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.reading.Values;
import propria.study.subject.Prior;

/// The parameters that the calibration estimates, each with its prior, in the order of `parameters.tsv`. A point is a
/// standard normal number for each: 0 is the prior's median.
public record FreeParameters(List<Free> all) {

    private static final String EFFECTS = "effects__";
    private static final int COLUMNS = 6;

    public FreeParameters {
        all = List.copyOf(all);
    }

    /// One parameter.
    ///
    /// @param id in the model, or `effects__…` for one of [EffectModel]
    /// @param stage in which it is estimated
    /// @param why what it stands for
    public record Free(String id, String stage, Prior prior, String why) {
    }

    /// Reads `parameters.tsv`.
    ///
    /// @throws ProblemException I220 for a line that is none, I221 for an interval that does not hold its value
    public static FreeParameters read(Path file) {
        List<Free> all = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            SourceLocation place = new SourceLocation(file.toString(), i + 1, 1);
            if (cells.length != COLUMNS) {
                throw new ProblemException(Problem.error("I220", place, "the line has " + cells.length + " cells",
                        "id, stage, low, value, high, why", "separate them by tabs"));
            }
            all.add(free(cells, place));
        }
        return new FreeParameters(all);
    }

    private static Free free(String[] cells, SourceLocation place) {
        double low = Double.parseDouble(cells[2]);
        double value = Double.parseDouble(cells[3]);
        double high = Double.parseDouble(cells[4]);
        if (!(low < value && value < high)) {
            throw new ProblemException(Problem.error("I221", place, "the interval does not hold the value",
                    low + " to " + high + " does not hold " + value, "write low < value < high"));
        }
        String id = Values.modelId(cells[0]);
        return new Free(id, cells[1], Prior.of(id, value, Optional.of(new Interval(low, high)), 1), cells[5]);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new ProblemException(Problem.error("I200", SourceLocation.of(file.toString()),
                    "the table cannot be read", String.valueOf(e.getMessage()), "check that it is there"));
        }
    }

    /// How many there are.
    public int size() {
        return all.size();
    }

    /// The places of the parameters of [EffectModel], which need no simulation.
    List<Integer> effects() {
        return java.util.stream.IntStream.range(0, size()).filter(i -> all.get(i).id().startsWith(EFFECTS)).boxed()
                .toList();
    }

    /// The parameters at a point.
    ///
    /// @param normals a standard normal number for each
    public Draw at(double[] normals) {
        Map<String, Double> values = new LinkedHashMap<>();
        Map<String, Double> effects = new LinkedHashMap<>();
        for (int i = 0; i < size(); i++) {
            Free free = all.get(i);
            (free.id().startsWith(EFFECTS) ? effects : values).put(free.id(), free.prior().at(normals[i]));
        }
        return new Draw(values, effects(effects));
    }

    private static EffectModel effects(Map<String, Double> values) {
        return new EffectModel(of(values, "gain"), of(values, "f_own"), of(values, "sd_study"), of(values, "sd_row"),
                of(values, "f_retained"), of(values, "f_null_reported"));
    }

    private static double of(Map<String, Double> values, String name) {
        Double value = values.get(EFFECTS + name);
        if (value == null) {
            throw new ProblemException(Problem.error("I222", "`effects." + name + "` is not among the free parameters",
                    "the link from model to study needs it", "add a line to parameters.tsv"));
        }
        return value;
    }

    /// Points drawn from the prior.
    public List<double[]> fromPrior(int number, long seed) {
        Streams streams = new Streams(seed);
        List<double[]> points = new ArrayList<>();
        for (int draw = 0; draw < number; draw++) {
            double[] point = new double[size()];
            for (int i = 0; i < point.length; i++) {
                point[i] = streams.normal(draw, Streams.NO_SUBJECT, all.get(i).id(), 0);
            }
            points.add(point);
        }
        return points;
    }
}
