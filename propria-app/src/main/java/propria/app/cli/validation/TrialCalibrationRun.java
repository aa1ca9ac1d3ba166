package propria.app.cli.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.report.validation.TrialPage;
import propria.study.Study;
import propria.study.library.Library;
import propria.study.run.PreparedModel;
import propria.trial.clinical.calibration.DrawsFile;
import propria.trial.clinical.calibration.FittedTrials;
import propria.trial.clinical.calibration.FittedTrials.Effort;
import propria.trial.clinical.calibration.LeaveOneTrialOut;
import propria.trial.clinical.calibration.PlaceboCheck;
import propria.trial.clinical.calibration.PriorPanel;
import propria.trial.clinical.calibration.TrialCalibration;
import propria.trial.clinical.mechanism.MechanismPlan;
import propria.trial.clinical.mechanism.MechanisticEffect;
import propria.trial.clinical.response.MechanismTable;
import propria.trial.clinical.score.OutcomeScores;
import propria.trial.clinical.score.OutcomeTable;
import propria.trial.clinical.score.ScoredOutcome;
import propria.trial.clinical.translation.TranslationFit;
import propria.trial.clinical.translation.TranslationPlan;

/// `calibrate --clinical`: estimates what trials share, predicts every trial without itself, holds placebo arms against
/// published pools, and does it again under another prior and another rule of inclusion.
final class TrialCalibrationRun {

    private static final int WARMUP = 400;
    private static final int EACH = 800;
    private static final int WHOLE = 1600;
    private static final int SHIPPED = 500;
    private static final int SHORT = 300;

    private final Path out;
    private final int threads;
    private final long seed;

    TrialCalibrationRun(Path out, int threads, long seed) {
        this.out = out;
        this.threads = threads;
        this.seed = seed;
    }

    /// Simulates what the mechanistic patients are asked.
    private MechanismTable mechanism(Terminal terminal) throws IOException {
        Path root = LibraryFolder.find().path();
        Library library = Library.read(root);
        List<MechanisticEffect> effects = MechanisticEffect.of(
                MechanismPlan.read(root.resolve(TrialValidation.FOLDER).resolve("mechanism.yaml")), library,
                model(root, library), threads, out);
        String table = MechanisticEffect.table(effects);
        Files.createDirectories(out);
        Files.writeString(out.resolve("mechanism.tsv"), table);
        terminal.note(effects.size() + " answers of mechanistic patients in mechanism.tsv");
        return MechanismTable.of(table.lines().skip(1).toList());
    }

    /// Sets what untreated patients do and how strongly treatments act in people.
    int translation(Terminal terminal) throws IOException {
        long begin = System.nanoTime();
        Path root = LibraryFolder.find().path();
        Library library = Library.read(root);
        List<TranslationFit> fits = TranslationFit.of(
                TranslationPlan.read(root.resolve(TrialValidation.FOLDER).resolve("translation.yaml")),
                library, model(root, library), threads);
        Files.createDirectories(out);
        Files.writeString(out.resolve("translation-numbers.tsv"), TranslationFit.estimates(fits));
        Files.writeString(out.resolve("translation-outcomes.tsv"), TranslationFit.outcomes(fits));
        for (TranslationFit fit : fits) {
            terminal.answer(fit.question().id() + ": " + fit.estimates() + "; at baseline " + fit.baseline());
            fit.rows().forEach(row -> terminal.answer(String.format(Locale.ROOT,
                    "  %s, week %.0f, %s: published %.3g, simulated %.3g%s", row.outcome().rule().word(),
                    row.outcome().week(), row.outcome().reader(), row.outcome().value(), row.simulated(),
                    row.holds() ? "" : " (outside)")));
        }
        terminal.answer(String.format(Locale.ROOT, "%.0f s; written to %s", (System.nanoTime() - begin) * 1e-9, out));
        return ExitCode.DONE;
    }

    private static PreparedModel model(Path root, Library library) {
        return PreparedModel.read(new Study.Files(root, root.resolve("models/gut/gut.ant"), "gut", library.evidence(),
                List.of()));
    }

    /// Estimates, predicts every trial without itself, and says what differs from what ships.
    ///
    /// @param anew whether mechanistic patients are simulated first
    int run(Terminal terminal, boolean anew) throws IOException {
        long begin = System.nanoTime();
        TrialCalibration shipped = TrialValidation.calibration();
        TrialCalibration calibration = anew ? shipped.with(mechanism(terminal)) : shipped;
        terminal.note(calibration.fitted().size() + " arms of " + calibration.fitted().stream()
                .map(seen -> seen.plan().trial().cluster()).distinct().count() + " trials");
        FittedTrials whole = FittedTrials.of(calibration.baselines(), calibration.prior(), calibration.fitted(),
                new Effort(2, WARMUP, EACH, WHOLE, threads, seed));
        terminal.note(String.format(Locale.ROOT, "chains agree to R-hat %.3f, %.0f effective draws",
                whole.convergence(), whole.effective()));
        Files.createDirectories(out);
        Files.writeString(out.resolve("posterior.csv"), DrawsFile.text(whole.some(SHIPPED), List.of(
                "Draws of the posterior of what trials share.",
                "Made by: propria calibrate --clinical --seed " + seed)));
        Effort brief = new Effort(2, SHORT, SHORT, SHIPPED, threads, seed);
        LeaveOneTrialOut left = LeaveOneTrialOut.of(calibration, whole, brief,
                done -> terminal.note("  " + done + " trials left out"));
        List<ScoredOutcome> rows = left.rows().stream().filter(ScoredOutcome::isSupported).toList();
        Map<String, Object> scores = scores(whole, left, rows);
        Files.writeString(out.resolve("leave-one-trial-out.csv"), OutcomeTable.of(left.rows()));
        TrialValidation.write(out.resolve("leave-one-trial-out.json"), scores);
        List<PlaceboCheck> checks = PlaceboCheck.of(calibration, whole);
        Files.writeString(out.resolve("placebo.csv"), PlaceboCheck.table(checks));
        Files.writeString(out.resolve("panel.csv"), PriorPanel.table(
                PriorPanel.of(shipped.folder(), calibration.prior().mechanism(), brief)));
        List<String> answer = new ArrayList<>(TrialValidation.lines("left out", OutcomeScores.part(rows)));
        answer.add(checks.stream().filter(PlaceboCheck::holds).count() + " of " + checks.size()
                + " published placebo pools lie in the simulated interval");
        Files.writeString(out.resolve("report.html"),
                TrialPage.of("Every trial predicted without itself", rows, answer));
        MechanisticEffect.forget(out);
        answer.add(compared(shipped.folder()));
        answer.forEach(terminal::answer);
        scores.forEach(terminal::put);
        terminal.answer(String.format(Locale.ROOT, "%.0f s; written to %s", (System.nanoTime() - begin) * 1e-9, out));
        return ExitCode.DONE;
    }

    private static Map<String, Object> scores(FittedTrials whole, LeaveOneTrialOut left, List<ScoredOutcome> rows) {
        Map<String, Object> scores = new LinkedHashMap<>();
        scores.put("convergence", whole.convergence());
        scores.put("effective_draws", whole.effective());
        scores.put("divergences", whole.divergences());
        scores.put("tail_shape_by_trial", left.shapes());
        scores.put("made_again_without", left.refitted());
        scores.put("leave_one_trial_out", OutcomeScores.part(rows));
        return scores;
    }

    /// Which of the files that ship are not those that were made.
    private String compared(Path folder) throws IOException {
        List<String> other = new ArrayList<>();
        for (String name : List.of("mechanism.tsv", "posterior.csv", "leave-one-trial-out.csv",
                "leave-one-trial-out.json", "placebo.csv", "panel.csv")) {
            Path made = out.resolve(name);
            if (Files.exists(made)
                    && !(Files.exists(folder.resolve(name)) && Files.mismatch(made, folder.resolve(name)) < 0)) {
                other.add(name);
            }
        }
        return other.isEmpty()
                ? "all files are those that ship"
                : "not as they ship: " + String.join(", ", other) + "; copy them to library/" + TrialValidation.FOLDER
                        + " to use them";
    }
}
