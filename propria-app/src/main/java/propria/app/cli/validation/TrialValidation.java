package propria.app.cli.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.report.validation.TrialPage;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.trial.clinical.calibration.TrialCalibration;
import propria.trial.clinical.calibration.TrialCalibration.Inclusion;
import propria.trial.clinical.score.OutcomeScores;
import propria.trial.clinical.score.OutcomeTable;
import propria.trial.clinical.score.ScoredOutcome;
import propria.trial.clinical.table.ClinicalTable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `validate --clinical`: predicts both arms of trials from their design.
final class TrialValidation {

    static final Path FOLDER = Path.of("calibration", "clinical");

    private final Path table;
    private final Path out;

    TrialValidation(Path table, Path out) {
        this.table = table;
        this.out = out;
    }

    int run(Terminal terminal) throws IOException {
        ClinicalTable trials = ClinicalTable.read(table);
        TrialCalibration calibration = calibration();
        if (!calibration.isShipped()) {
            throw new ProblemException(Problem.error("U369", "there are no draws to predict with",
                    "library/calibration/clinical has no posterior.csv",
                    "make them with `propria calibrate --clinical`"));
        }
        List<ScoredOutcome> rows = calibration.validate(trials,
                calibration.forecaster(calibration.shipped(), calibration.fitted()));
        Map<String, Object> scores = OutcomeScores.of(rows);
        Files.createDirectories(out);
        Files.writeString(out.resolve("predictions.csv"), OutcomeTable.of(rows));
        write(out.resolve("scores.json"), scores);
        scores.forEach(terminal::put);
        List<String> answer = new ArrayList<>();
        answer.add(scores.get("rows") + " rows: " + scores.get("supported") + " predicted, " + scores.get("refused")
                + " refused");
        if (scores.get("refused_by_reason") instanceof Map<?, ?> reasons) {
            reasons.forEach((reason, n) -> answer.add("  " + n + ": " + reason));
        }
        for (String part : List.of("held_out", "calibration", "excluded")) {
            if (scores.get(part) instanceof Map<?, ?> entries) {
                answer.addAll(lines(part.replace('_', ' '), entries));
            }
        }
        answer.forEach(terminal::answer);
        Files.writeString(out.resolve("report.html"), TrialPage.of("Validation on clinical trials", rows, answer));
        terminal.answer("written: predictions.csv, scores.json and report.html in " + out);
        return ExitCode.DONE;
    }

    static TrialCalibration calibration() {
        return TrialCalibration.read(LibraryFolder.find().path().resolve(FOLDER), Inclusion.FLAGGED_OUT);
    }

    static void write(Path file, Map<String, Object> entries) throws IOException {
        Files.writeString(file, JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build()
                .writeValueAsString(entries) + "\n");
    }

    /// What a part of the scores says, a line a group of arms.
    static List<String> lines(String name, Map<?, ?> part) {
        List<String> lines = new ArrayList<>();
        for (String group : List.of("all", "control", "treated", "treated_in_controlled_trials", "effect", "start")) {
            if (part.get(group) instanceof Map<?, ?> entry) {
                lines.add(name + ", " + group.replace('_', ' ') + ": " + entry.get("rows") + " rows of "
                        + entry.get("trials") + " trials; 50 % intervals hold " + figure(entry, "coverage_50")
                        + ", 90 % intervals " + figure(entry, "coverage_90") + "; mean log score "
                        + figure(entry, "mean_log_score") + gain(entry, "no_effect", ", ahead of no effect by ")
                        + gain(entry, "carried_over", ", of the pooled effect carried over by ")
                        + gain(entry, "first_trial", ", of the first trial's effect by "));
            }
        }
        return lines;
    }

    private static String gain(Map<?, ?> entry, String rival, String words) {
        return words + figure(entry, "gain_over_" + rival) + " ± " + figure(entry, "gain_over_" + rival + "_se");
    }

    private static String figure(Map<?, ?> entries, String key) {
        return entries.get(key) instanceof Double value ? String.format(Locale.ROOT, "%.3f", value) : "-";
    }
}
