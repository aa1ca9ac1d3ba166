package propria.app.exchange;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import propria.app.experiment.Experiment;
import propria.app.experiment.output.ExperimentOutput;
import propria.app.files.ExperimentFile;
import propria.formats.omex.OmexArchive;
import propria.formats.omex.OmexReader;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// The tables that an archive keeps of its own experiments, at `results/EXPERIMENT/TABLE.csv`, held against what the
/// experiments give when they are run again.
///
/// @param tables how many the archive keeps
/// @param sameBytes how many of them came out the same to the last byte
/// @param difference the largest of any number; infinite where a word or the shape of a table differs
public record ArchiveResults(int tables, int sameBytes, Difference difference) {

    private static final String FOLDER = "results/";

    /// Runs every experiment of an archive and compares its tables with those that it keeps.
    ///
    /// @throws ProblemException C### and D### when the archive cannot be read or run, U352 when it keeps no tables
    public static ArchiveResults of(Path file) {
        OmexArchive archive = OmexReader.read(file);
        List<ExperimentFile> experiments = ExperimentFile.of(archive, file);
        int tables = 0;
        int same = 0;
        Difference worst = Difference.NONE;
        for (ExperimentFile experiment : experiments) {
            String name = experiment.name().substring(experiment.name().lastIndexOf('!') + 1);
            for (Map.Entry<String, String> table : tables(name, experiment).entrySet()) {
                Optional<byte[]> kept = archive.entry(table.getKey()).map(OmexArchive.Entry::content);
                if (kept.isPresent()) {
                    String text = new String(kept.get(), StandardCharsets.UTF_8);
                    tables++;
                    same += text.equals(table.getValue()) ? 1 : 0;
                    worst = worst.or(compare(table.getKey(), text, table.getValue()));
                }
            }
        }
        if (tables == 0) {
            throw new ProblemException(Problem.error("U352", SourceLocation.of(file.toString()),
                    "the archive keeps no results to compare with",
                    "none of its files is a table results/EXPERIMENT/TABLE.csv of its experiments",
                    "simulate it with `propria simulate`; archives of `propria export` keep their results"));
        }
        return new ArchiveResults(tables, same, worst);
    }

    /// The tables of an experiment by their places in an archive.
    static SequencedMap<String, String> tables(String location, ExperimentFile experiment) {
        String stem = location.substring(location.lastIndexOf('/') + 1).replaceFirst("\\.[A-Za-z]+$", "");
        SequencedMap<String, String> placed = new LinkedHashMap<>();
        new ExperimentOutput(Experiment.run(experiment)).tables()
                .forEach((id, text) -> placed.put(FOLDER + stem + "/" + id + ".csv", text));
        return placed;
    }

    private static Difference compare(String name, String kept, String repeated) {
        List<String[]> one = rows(kept);
        List<String[]> other = rows(repeated);
        if (one.size() != other.size()) {
            return new Difference(Double.POSITIVE_INFINITY,
                    name + " has " + one.size() + " lines, repeated " + other.size());
        }
        String[] header = one.isEmpty() ? new String[0] : one.getFirst();
        double[] scales = scales(one, header.length);
        Difference worst = Difference.NONE;
        for (int line = 0; line < one.size(); line++) {
            String[] a = one.get(line);
            String[] b = other.get(line);
            for (int i = 0; i < Math.max(a.length, b.length); i++) {
                String where = name + " line " + (line + 1) + (i < header.length ? ", " + header[i] : "");
                worst = worst.or(cell(where, i < a.length ? a[i] : "", i < b.length ? b[i] : "",
                        i < scales.length ? scales[i] : 0));
            }
        }
        return worst;
    }

    private static Difference cell(String where, String kept, String repeated, double scale) {
        Optional<Double> a = number(kept);
        Optional<Double> b = number(repeated);
        if (a.isPresent() && b.isPresent()) {
            return Difference.of(where, new double[0], new double[]{a.get()}, new double[]{b.get()}, scale);
        }
        return kept.equals(repeated)
                ? Difference.NONE
                : new Difference(Double.POSITIVE_INFINITY, where + " is `" + kept + "`, repeated `" + repeated + "`");
    }

    private static double[] scales(List<String[]> rows, int columns) {
        double[] largest = new double[columns];
        for (String[] row : rows) {
            for (int i = 0; i < Math.min(columns, row.length); i++) {
                double size = number(row[i]).filter(Double::isFinite).map(StrictMath::abs).orElse(0.0);
                largest[i] = StrictMath.max(largest[i], size);
            }
        }
        return largest;
    }

    private static List<String[]> rows(String text) {
        List<String[]> rows = new ArrayList<>();
        text.lines().forEach(line -> rows.add(line.split(",", -1)));
        return rows;
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
