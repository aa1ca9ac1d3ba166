package propria.app.cli.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import propria.app.cli.command.Command;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Progress;
import propria.app.cli.terminal.Terminal;
import propria.app.report.validation.ValidationPage;
import propria.inference.calibration.Calibration;
import propria.inference.calibration.Validation;
import propria.inference.score.PredictionTable;
import propria.inference.score.ScoredRow;
import propria.inference.score.Scores;
import propria.inference.table.EvidenceTable;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.library.Library;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Predicts every row of a table of evidence, scores it, and writes both.
@CommandLine.Command(name = "validate", description = "Predict every row of an evidence table and score it. Of the "
        + "rows their design alone is used, never what was measured.")
public final class ValidateCommand extends Command {

    private static final String NONE = "";

    @Option(names = "--preclinical", paramLabel = "DIR", description = "a folder with studies.csv and observations.csv")
    private Path preclinical = Path.of(NONE);

    @Option(names = "--clinical", paramLabel = "DIR", description = "a folder with trials.csv and outcomes.csv")
    private Path clinical = Path.of(NONE);

    @Option(names = "--timecourses", paramLabel = "FILE", description = "a file of time courses")
    private Path timeCourses = Path.of(NONE);

    @Option(names = "--out", paramLabel = "DIR", description = "where to write predictions.csv, scores.json and report.html "
            + "(default: validation)")
    private Path out = Path.of("validation");

    @Option(names = "--threads", paramLabel = "N", description = "how many; the result is the same (default: all cores)")
    private int threads;

    @Override
    public int run(Terminal terminal) throws IOException, InterruptedException {
        if (!clinical.toString().isEmpty() && preclinical.toString().isEmpty() && timeCourses.toString().isEmpty()) {
            return new TrialValidation(clinical, out).run(terminal);
        }
        EvidenceTable table = table();
        Calibration calibration = Calibration.read(Library.read(LibraryFolder.find().path()));
        Progress progress = new Progress(terminal, "draws");
        int draws = calibration.draws().size();
        int workers = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        List<ScoredRow> rows = Validation.of(table, calibration, workers, done -> progress.at(done, draws));
        Map<String, Object> scores = Scores.of(rows);
        Files.createDirectories(out);
        Files.writeString(out.resolve("predictions.csv"), PredictionTable.of(rows));
        Files.writeString(out.resolve("scores.json"), JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
                .build().writeValueAsString(scores) + "\n");
        scores.forEach(terminal::put);
        List<String> answer = answer(scores);
        answer.forEach(terminal::answer);
        Files.writeString(out.resolve("report.html"),
                ValidationPage.of("Validation of the calibrated gut", rows, answer));
        terminal.answer("written: predictions.csv, scores.json and report.html in " + out);
        return ExitCode.DONE;
    }

    private EvidenceTable table() {
        boolean studies = !preclinical.toString().isEmpty();
        if (studies == !timeCourses.toString().isEmpty() || !clinical.toString().isEmpty()) {
            throw new ProblemException(Problem.error("U360", "name one table of evidence",
                    studies || !clinical.toString().isEmpty() ? "two were named" : "none was named",
                    "write --preclinical DIR, --clinical DIR or --timecourses FILE"));
        }
        return studies ? EvidenceTable.preclinical(preclinical) : EvidenceTable.timeCourses(timeCourses);
    }

    private static List<String> answer(Map<String, Object> scores) {
        List<String> lines = new ArrayList<>();
        lines.add(scores.get("rows") + " rows: " + scores.get("supported") + " predicted, "
                + scores.get("refused") + " refused");
        if (scores.get("assumed") instanceof Map<?, ?> assumed && !assumed.isEmpty()) {
            lines.add("not stated, and assumed (column assumed): " + assumed.entrySet().stream()
                    .map(e -> e.getKey() + " of " + e.getValue()).collect(Collectors.joining(", ")) + " rows");
        }
        for (String part : List.of("held_out", "calibration", "excluded")) {
            if (scores.get(part) instanceof Map<?, ?> entries && entries.get("all") instanceof Map<?, ?> all) {
                lines.add(part.replace('_', ' ') + ": " + entries.get("rows") + " rows of "
                        + entries.get("studies") + " studies; mean log score " + figure(all, "mean_log_score")
                        + ", ahead of no effect by " + figure(all, "gain_over_no_effect") + " ± "
                        + figure(all, "gain_over_no_effect_se") + ", of the pooled effect carried over by "
                        + figure(all, "gain_over_carried_over") + " ± " + figure(all, "gain_over_carried_over_se"));
                details(lines, entries);
            }
        }
        return lines;
    }

    private static void details(List<String> lines, Map<?, ?> entries) {
        if (entries.get("numbers") instanceof Map<?, ?> numbers) {
            lines.add("  " + numbers.get("rows") + " numbers: the 50 % interval holds "
                    + figure(numbers, "coverage_50") + ", the 90 % interval " + figure(numbers, "coverage_90"));
        }
        if (entries.get("directions") instanceof Map<?, ?> directions) {
            lines.add("  " + directions.get("rows") + " directions: right "
                    + figure(directions, "directions_right"));
        }
    }

    private static String figure(Map<?, ?> entries, String key) {
        return entries.get(key) instanceof Double value ? String.format(Locale.ROOT, "%.3f", value) : "-";
    }
}
