package propria.study.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.Measurement;
import propria.study.Measurement.SpreadKind;
import propria.study.Observable;
import propria.study.library.Library;
import propria.study.quantity.BenchUnit;
import propria.study.quantity.Quantity;
import propria.study.reading.Findings;

/// Reads `measurements.tsv`: a header, then a row each, cells between tabs.
public final class MeasurementTable {

    /// The largest file that is read [bytes].
    public static final long LARGEST_FILE = 4 << 20;

    /// The most subjects of an experiment.
    private static final int MOST_SUBJECTS = 100_000;

    private static final int REQUIRED = Measurement.COLUMNS.indexOf("place") + 1;

    private final String shownAs;
    private final Library library;
    private final List<String> arms;
    private final TimeSpan span;
    private final Findings findings = new Findings();

    private MeasurementTable(String shownAs, Library library, List<String> arms, TimeSpan span) {
        this.shownAs = shownAs;
        this.library = library;
        this.arms = arms;
        this.span = span;
    }

    /// @param named where the study names the file
    /// @throws ProblemException S030 to S036 and those of names and units
    static List<Measurement> read(Path path, SourceLocation named, Library library, List<String> arms, TimeSpan span) {
        return new MeasurementTable(path.toString(), library, arms, span).rows(lines(path, named));
    }

    private static List<String> lines(Path path, SourceLocation named) {
        if (!Files.isRegularFile(path)) {
            throw new ProblemException(Problem.error("S030", named, "there is no file `" + path.getFileName() + "`",
                    "looked for " + path, "create it, or remove `measurements:`"));
        }
        try {
            if (Files.size(path) > LARGEST_FILE) {
                throw new ProblemException(Problem.error("S036", SourceLocation.of(path.toString()),
                        "the file is too large", Files.size(path) + " bytes; at most " + LARGEST_FILE + " are read",
                        "keep the means that the study is held against"));
            }
            return Files.readAllLines(path);
        } catch (CharacterCodingException e) {
            throw new ProblemException(Problem.error("S031", SourceLocation.of(path.toString()),
                    "the file is not text in UTF-8", "", "save it as UTF-8"));
        } catch (IOException e) {
            throw new ProblemException(Problem.error("S030", SourceLocation.of(path.toString()),
                    "the file cannot be read", String.valueOf(e.getMessage()), "check that you may read it"));
        }
    }

    private List<Measurement> rows(List<String> lines) {
        if (lines.isEmpty()) {
            throw new ProblemException(Problem.error("S031", SourceLocation.of(shownAs), "the file is empty", "",
                    "begin with the header " + String.join(", ", Measurement.COLUMNS)));
        }
        header(List.of(lines.getFirst().split("\t", -1)));
        List<Measurement> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            int number = i + 1;
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                findings.attempt(() -> row(line, number)).ifPresent(rows::add);
            }
        }
        findings.raise();
        return rows;
    }

    private void header(List<String> names) {
        boolean fits = names.size() >= REQUIRED && names.size() <= Measurement.COLUMNS.size()
                && names.equals(Measurement.COLUMNS.subList(0, names.size()));
        if (!fits) {
            throw new ProblemException(Problem.error("S031", new SourceLocation(shownAs, 1, 1),
                    "the columns are not those of measurements", "found: " + String.join(", ", names),
                    "write, between tabs: " + String.join(", ", Measurement.COLUMNS)));
        }
    }

    /// A row as it is read.
    private record Row(List<String> cells, String file, int line) {

        String text(String column) {
            int index = Measurement.COLUMNS.indexOf(column);
            return index < cells.size() ? cells.get(index).strip() : "";
        }

        /// The place of a cell; the column is that of its first letter.
        SourceLocation place(String column) {
            int index = Math.min(Measurement.COLUMNS.indexOf(column), cells.size());
            int at = 1;
            for (int i = 0; i < index; i++) {
                at += cells.get(i).length() + 1;
            }
            return new SourceLocation(file, line, at);
        }

        double number(String column) {
            try {
                double value = Double.parseDouble(text(column));
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw noNumber(column);
            }
            throw noNumber(column);
        }

        private ProblemException noNumber(String column) {
            return new ProblemException(Problem.error("S033", place(column),
                    "`" + column + "` is not a finite number", "it is `" + text(column) + "`", "write a number"));
        }
    }

    private Measurement row(String line, int number) {
        Row row = new Row(List.of(line.split("\t", -1)), shownAs, number);
        if (row.cells.size() < REQUIRED || row.cells.size() > Measurement.COLUMNS.size()) {
            throw new ProblemException(Problem.error("S032", new SourceLocation(shownAs, number, 1),
                    "the row has " + row.cells.size() + " cells",
                    "there are " + Measurement.COLUMNS.size() + " columns", "separate cells by one tab each"));
        }
        String arm = arm(row, "arm");
        Observable observable = StudyFile.observable(library, row.text("observable"), row.place("observable"));
        double time = new Quantity(row.number("time"), timeUnit(row), row.place("time")).days();
        span.checked("S024", "a measurement", time, row.place("time"));
        OptionalDouble spread = row.text("spread").isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(row.number("spread"));
        if (spread.isPresent() && spread.getAsDouble() < 0) {
            throw new ProblemException(Problem.error("S013", row.place("spread"), "a spread is below zero",
                    "it is " + row.text("spread"), "write zero or more"));
        }
        String unit = unit(row, observable);
        return new Measurement(arm, observable, time, value(row, unit, observable), unit, spread, spreadKind(row),
                count(row), row.text("source"), row.text("place"), comparator(row, unit), row.cells,
                new SourceLocation(shownAs, number, 1));
    }

    private String arm(Row row, String column) {
        if (!arms.contains(row.text(column))) {
            throw Findings.unknown("S006", row.place(column), "arm", row.text(column), arms);
        }
        return row.text(column);
    }

    private static String timeUnit(Row row) {
        String unit = row.text("time_unit");
        if (BenchUnit.of(unit).filter(u -> u.over().equals("time") && u.under().isEmpty()).isEmpty()) {
            throw new ProblemException(Problem.error("S011", row.place("time_unit"),
                    "`" + unit + "` is not a unit of time", "", "write `d`, `h` or `wk`"));
        }
        return unit;
    }

    private static String unit(Row row, Observable observable) {
        String unit = row.text("unit");
        boolean fits = unit.equals(Measurement.DIRECTION) || unit.equals(observable.unit());
        if (!fits) {
            throw new ProblemException(Problem.error("S012", row.place("unit"),
                    "`" + observable.id() + "` is not measured in `" + unit + "`",
                    "its unit is `" + observable.unit() + "`", "convert the value, or write `direction`"));
        }
        return unit;
    }

    private static double value(Row row, String unit, Observable observable) {
        double value = row.number("value");
        if (unit.equals(Measurement.DIRECTION) && value != -1 && value != 0 && value != 1) {
            throw new ProblemException(Problem.error("S033", row.place("value"),
                    "a direction is -1, 0 or 1", "it is " + row.text("value"), "write one of these"));
        }
        boolean outside = !unit.equals(Measurement.DIRECTION)
                && observable.range().map(r -> value < r.low() || value > r.high()).orElse(false);
        if (outside) {
            throw new ProblemException(Problem.error("S033", row.place("value"),
                    "`" + observable.id() + "` cannot be " + row.text("value"),
                    "it runs from " + observable.range().get().low() + " to " + observable.range().get().high(),
                    "check the scale of the source"));
        }
        return value;
    }

    private static SpreadKind spreadKind(Row row) {
        String word = row.text("spread_kind");
        for (SpreadKind kind : SpreadKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        if (word.isEmpty()) {
            return SpreadKind.UNKNOWN;
        }
        throw Findings.unknown("S035", row.place("spread_kind"), "kind of spread", word,
                List.of("SD", "SEM", "IQR", "CI95", "unknown"));
    }

    private static OptionalInt count(Row row) {
        if (row.text("n").isEmpty()) {
            return OptionalInt.empty();
        }
        double n = row.number("n");
        if (n < 1 || n != StrictMath.rint(n) || n > MOST_SUBJECTS) {
            throw new ProblemException(Problem.error("S033", row.place("n"), "`n` is not a number of subjects",
                    "it is " + row.text("n"), "write a whole number, or leave it empty"));
        }
        return OptionalInt.of((int) n);
    }

    private Optional<String> comparator(Row row, String unit) {
        if (!row.text("comparator").isEmpty()) {
            return Optional.of(arm(row, "comparator"));
        }
        if (unit.equals(Measurement.DIRECTION)) {
            throw new ProblemException(Problem.error("S034", row.place("comparator"),
                    "a direction needs the arm that it compares with", "", "name an arm in `comparator`"));
        }
        return Optional.empty();
    }
}
