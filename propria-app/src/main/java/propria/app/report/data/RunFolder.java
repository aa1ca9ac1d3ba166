package propria.app.report.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import propria.app.report.data.CsvTable.Row;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.retraction.SourceInfluence;
import propria.study.retraction.SourceInfluenceFile;
import tools.jackson.core.JacksonException;

/// Reads a run folder.
public final class RunFolder {

    private RunFolder() {
    }

    /// The run in `folder`.
    ///
    /// @throws ProblemException U201 when there is no manifest, U202 when it is not JSON
    public static Run read(Path folder) {
        try {
            return new Run(folder, manifest(folder), rows(folder, "summary.csv", RunFolder::band),
                    rows(folder, "bands.csv", RunFolder::band), rows(folder, "endpoints.csv", RunFolder::endpoint),
                    rows(folder, "measurements.csv", RunFolder::measurement),
                    rows(folder, "influence.csv", RunFolder::influence),
                    rows(folder, "parameters.csv", RunFolder::parameter),
                    rows(folder, "sources.csv", RunFolder::source), influence(folder),
                    rows(folder, Rows.Forecast.FILE, RunFolder::forecast));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manifest manifest(Path folder) throws IOException {
        Path file = folder.resolve("manifest.json");
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(Problem.error("U201", SourceLocation.of(folder.toString()),
                    "this folder holds no run", "it has no manifest.json",
                    "name a folder that `propria run` wrote"));
        }
        try {
            return ManifestReader.read(Files.readString(file));
        } catch (JacksonException e) {
            var at = e.getLocation();
            SourceLocation place = at == null
                    ? SourceLocation.of(file.toString())
                    : new SourceLocation(file.toString(), at.getLineNr(), at.getColumnNr());
            throw new ProblemException(Problem.error("U202", place, "the manifest cannot be read",
                    e.getOriginalMessage(), "run the study again"));
        }
    }

    private static Optional<SourceInfluence> influence(Path folder) throws IOException {
        Path file = folder.resolve(SourceInfluenceFile.NAME);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(SourceInfluenceFile.read(Files.readString(file)))
                    : Optional.empty();
        } catch (JacksonException e) {
            throw new ProblemException(Problem.error("U202", SourceLocation.of(file.toString()),
                    "the influence of sources cannot be read", e.getOriginalMessage(), "run the study again"));
        }
    }

    private static <T> List<T> rows(Path folder, String file, Function<Row, T> each) throws IOException {
        return CsvTable.readIfPresent(folder.resolve(file)).rows().stream().map(each).toList();
    }

    private static Rows.Band band(Row r) {
        return new Rows.Band(r.text("arm"), r.text("observable"), r.value("time_d"), r.text("unit"),
                (long) r.number("n").orElse(0), r.value("mean"), r.value("sd"), r.value("q05"), r.value("q25"),
                r.value("q50"),
                r.value("q75"), r.value("q95"));
    }

    private static Rows.Endpoint endpoint(Row r) {
        return new Rows.Endpoint(r.text("endpoint"), r.text("arm"), r.value("estimate"), r.value("lower"),
                r.value("upper"), r.text("comparator"), r.number("effect"), r.value("effect_lower"),
                r.value("effect_upper"), r.number("level").orElse(0.9), r.text("what_the_interval_contains"));
    }

    private static Rows.Measurement measurement(Row r) {
        return new Rows.Measurement(r.text("arm"), r.text("observable"),
                r.value("time") * days(r.text("time_unit")), r.value("value"), r.text("unit"), r.number("spread"),
                r.text("spread_kind"), r.text("n"), r.text("source"), r.text("place"), r.text("comparator"),
                r.value("pred_q05"), r.value("pred_q50"), r.value("pred_q95"), r.text("inside"));
    }

    private static double days(String unit) {
        return switch (unit) {
            case "min", "minute", "minutes" -> 1.0 / 1440;
            case "h", "hour", "hours" -> 1.0 / 24;
            case "week", "weeks", "wk" -> 7;
            default -> 1;
        };
    }

    private static Rows.Influence influence(Row r) {
        return new Rows.Influence(r.text("endpoint"), r.text("parameter"), r.text("name"), r.value("spearman"),
                r.value("low"), r.value("high"));
    }

    private static Rows.ParameterRow parameter(Row r) {
        return new Rows.ParameterRow(r.text("id"), r.text("name"), r.value("value"), r.number("low"),
                r.number("high"), r.text("unit"), r.text("mark"), r.text("sources"), r.text("file"), r.text("line"));
    }

    private static Rows.Forecast forecast(Row r) {
        return new Rows.Forecast(r.text("endpoint"), r.text("arm"), r.text("comparator"), r.value("q05"),
                r.value("q50"), r.value("q95"), r.value("p_lower"), r.value("p_equal"), r.value("p_higher"),
                r.text("reason"));
    }

    private static Rows.SourceRow source(Row r) {
        return new Rows.SourceRow(r.text("key"), r.text("title"), r.text("citation"), r.text("identifier"),
                r.text("status"), r.text("date"), r.text("authority"), r.text("notice"),
                (long) r.number("used_by").orElse(0), (long) r.number("measurements").orElse(0), r.text("behind"),
                r.text("kind"), r.text("bias"), r.text("conflicts"));
    }
}
