package propria.study.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import propria.evidence.importer.text.CsvRows;
import propria.evidence.importer.text.TextFile;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlReader;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.reading.Values;
import propria.study.uncertainty.FreeParameter;
import propria.study.uncertainty.Posterior;

/// Reads the calibration that ships: `parameters.tsv`, `posterior.csv` and what it was made on.
public final class CalibrationReader {

    private static final int COLUMNS = 6;
    private static final String COMMENT = "#";

    private CalibrationReader() {
    }

    /// Reads `parameters.tsv`: the free parameters, each with its prior.
    ///
    /// @throws ProblemException I220 for a line that is none, I221 for an interval that does not hold its value
    public static List<FreeParameter> parameters(Path file) {
        List<FreeParameter> all = new ArrayList<>();
        List<String> lines = lines(file).stream().filter(line -> !line.isBlank()).toList();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            SourceLocation place = new SourceLocation(file.toString(), i + 1, 1);
            if (cells.length != COLUMNS) {
                throw new ProblemException(Problem.error("I220", place, "the line has " + cells.length + " cells",
                        "id, stage, low, value, high, why", "separate them by tabs"));
            }
            all.add(parameter(cells, place));
        }
        return all;
    }

    private static FreeParameter parameter(String[] cells, SourceLocation place) {
        double[] numbers = numbers(List.of(cells[2], cells[3], cells[4]), place);
        if (!(numbers[0] < numbers[1] && numbers[1] < numbers[2])) {
            throw new ProblemException(Problem.error("I221", place, "the interval does not hold the value",
                    cells[2] + " to " + cells[4] + " does not hold " + cells[3], "write low < value < high"));
        }
        return new FreeParameter(Values.modelId(cells[0]), cells[1], numbers[0], numbers[1], numbers[2], cells[5]);
    }

    /// Reads `posterior.csv`: a line a draw, a column a free parameter, as standard normal numbers of its prior. Lines that
    /// begin with `#` say how it was made.
    ///
    /// @throws ProblemException I223 when the file was made for other parameters, I224 for a line that is none
    public static List<double[]> points(Path file, List<FreeParameter> parameters) {
        List<double[]> points = new ArrayList<>();
        Optional<String> header = Optional.empty();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            SourceLocation place = new SourceLocation(file.toString(), i + 1, 1);
            String line = lines.get(i);
            if (line.startsWith(COMMENT) || line.isBlank()) {
                continue;
            }
            if (header.isEmpty()) {
                header = Optional.of(line);
                check(line, parameters, place);
            } else {
                points.add(point(line, parameters.size(), place));
            }
        }
        if (points.isEmpty()) {
            throw other(SourceLocation.of(file.toString()), "it holds no draw");
        }
        return points;
    }

    private static void check(String header, List<FreeParameter> parameters, SourceLocation place) {
        if (!header.equals(header(parameters))) {
            throw other(place, "its columns are not those of parameters.tsv");
        }
    }

    private static ProblemException other(SourceLocation place, String why) {
        return new ProblemException(Problem.error("I223", place, "the posterior was made for other parameters", why,
                "make it again with `propria calibrate`"));
    }

    private static double[] point(String line, int size, SourceLocation place) {
        String[] cells = line.split(",", -1);
        if (cells.length != size) {
            throw new ProblemException(Problem.error("I224", place, "the draw has " + cells.length + " numbers",
                    "there are " + size + " parameters", "make it again with `propria calibrate`"));
        }
        return numbers(List.of(cells), place);
    }

    private static double[] numbers(List<String> cells, SourceLocation place) {
        double[] numbers = new double[cells.size()];
        for (int i = 0; i < numbers.length; i++) {
            try {
                numbers[i] = Double.parseDouble(cells.get(i));
            } catch (NumberFormatException _) {
                throw new ProblemException(Problem.error("I224", place, "`" + cells.get(i) + "` is not a number",
                        "", "write a number with a point"));
            }
        }
        return numbers;
    }

    /// The columns of `posterior.csv`.
    public static String header(List<FreeParameter> parameters) {
        return parameters.stream().map(FreeParameter::id).collect(Collectors.joining(","));
    }

    /// Reads the calibration of a library.
    ///
    /// @param folder with `calibration.yaml`, `parameters.tsv`, `posterior.csv` and `evidence`
    /// @throws ProblemException I200 when a file is not there, else as [#parameters] and [#points]
    public static Posterior posterior(Path folder) {
        List<FreeParameter> parameters = parameters(folder.resolve("parameters.tsv"));
        Path about = folder.resolve("calibration.yaml");
        lines(about);
        YamlMapping calibrated = YamlReader.read(about, about.toString());
        calibrated.allow("model", "species", "series");
        SequencedSet<String> studies = new LinkedHashSet<>(column(folder.resolve("evidence/studies.csv"), "doi"));
        YamlMapping series = calibrated.mapping("series");
        series.keys().forEach(name -> studies.addAll(series.texts(name)));
        return new Posterior(parameters, points(folder.resolve("posterior.csv"), parameters), List.copyOf(studies),
                calibrated.text("model"), calibrated.text("species"));
    }

    /// What each study of the calibration is known by: its DOI, or the sources of its series.
    public static SequencedMap<String, List<String>> names(Path folder) {
        SequencedMap<String, List<String>> names = new LinkedHashMap<>();
        Path studies = folder.resolve("evidence/studies.csv");
        lines(studies);
        try (CsvRows rows = new CsvRows(TextFile.of(studies), ',')) {
            List<String> header = rows.next().orElse(List.of());
            int id = header.indexOf("id");
            int doi = header.indexOf("doi");
            for (Optional<List<String>> row = rows.next(); row.isPresent(); row = rows.next()) {
                String known = row.get().get(doi).strip();
                names.put(row.get().get(id).strip(), known.isEmpty() ? List.of() : List.of(known));
            }
        }
        Path about = folder.resolve("calibration.yaml");
        YamlMapping series = YamlReader.read(about, about.toString()).mapping("series");
        series.keys().forEach(name -> names.put(name, series.texts(name)));
        return names;
    }

    /// The files that [#posterior] reads.
    public static List<Path> files(Path folder) {
        return List.of(folder.resolve("calibration.yaml"), folder.resolve("parameters.tsv"),
                folder.resolve("posterior.csv"), folder.resolve("evidence/studies.csv"),
                folder.resolve("evidence/timecourses.csv"));
    }

    private static SequencedSet<String> column(Path file, String name) {
        lines(file);
        SequencedSet<String> values = new LinkedHashSet<>();
        try (CsvRows rows = new CsvRows(TextFile.of(file), ',')) {
            int column = rows.next().orElse(List.of()).indexOf(name);
            for (Optional<List<String>> row = rows.next(); row.isPresent() && column >= 0; row = rows.next()) {
                values.add(row.get().get(column).strip());
            }
        }
        values.remove("");
        return values;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new ProblemException(Problem.error("I200", SourceLocation.of(file.toString()),
                    "a file of the calibration cannot be read", String.valueOf(e.getMessage()),
                    "check that it is there"));
        }
    }
}
