package propria.app.cli.trial;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import propria.app.cli.terminal.Terminal;
import propria.app.run.TrialWork;
import propria.app.text.Figures;
import propria.study.Study;
import propria.study.library.Library;
import propria.study.run.StudyRunner;
import propria.trial.design.TrialDesign;
import propria.trial.operating.Characteristic;
import propria.trial.reading.Hypothesis;
import propria.trial.run.TrialRunOptions;
import propria.trial.run.TrialRunResult;

/// Runs the trial of a study and says what came out.
///
/// @param trials how many, else the design's
/// @param subjectTrials how many give their subjects as Parquet
/// @param executor where people are simulated
/// @param resume whether to go on from what a stopped run has left
public record TrialAnswer(Study study, TrialDesign design, Library library, OptionalLong seed, OptionalInt trials,
        int threads, int subjectTrials, String executor, Optional<Path> out, boolean resume) {

    /// Runs, writes the report, prints the answer.
    public void say(Terminal terminal) {
        long people = design.bank().people();
        int count = trials.orElse(design.trials());
        terminal.note(Figures.grouped(people * design.courses()) + " courses of "
                + Figures.grouped(people) + " virtual patients, then " + Figures.grouped(2L * count) + " trials of "
                + design.patients() + " patients and as many without any effect");
        TrialRunResult result = TrialWork.run(study, design, library, new TrialRunOptions(
                out.orElseGet(() -> StudyRunner.folderFor(study)), seed, trials, threads, resume,
                subjectTrials, executor, new TrialTold(terminal)));
        Path report = result.folder().resolve("report.html");
        table(terminal, design, result.characteristics(), design.patients());
        terminal.answer("");
        terminal.answer(Figures.grouped(result.screened()) + " screened and " + Figures.grouped(result.entered())
                + " entered, over all trials; " + result.failedPatients() + " patients could not be simulated and were"
                + " replaced; patients " + Figures.duration(result.simulationSeconds()) + ", trials "
                + Figures.duration(result.trialSeconds()) + ", on " + Figures.count(threads, "thread") + ".");
        terminal.answer("Beliefs: " + result.beliefs() + ".");
        result.warnings().forEach(w -> terminal.answer("Mind: " + w));
        terminal.answer("");
        terminal.answer("run:     " + result.folder());
        terminal.answer("report:  " + report);
        terminal.answer("hash:    " + result.hash());
        snippets(terminal, result.folder());
        terminal.put("run", result.folder().toString()).put("report", report.toString())
                .put("summary_sha256", result.hash()).put("seconds_patients", result.simulationSeconds())
                .put("seconds_trials", result.trialSeconds()).put("beliefs", result.beliefs())
                .put("warnings", result.warnings())
                .put("characteristics", result.characteristics().stream().map(TrialAnswer::json).toList());
    }

    /// How subjects are read elsewhere.
    private static void snippets(Terminal terminal, Path folder) {
        String file = folder.resolve("adeff.parquet").toString();
        terminal.answer("");
        terminal.answer("subjects in R:      arrow::read_parquet(\"" + file + "\")");
        terminal.answer(
                "subjects in Python: duckdb.sql(\"SELECT * FROM '" + file + "'\").df()   (docs/trial-subjects.md)");
    }

    /// Power, assurance and type I error of each hypothesis.
    public static void table(Terminal terminal, TrialDesign design, List<Characteristic> all, int patients) {
        String believed = all.stream().anyMatch(c -> c.bank().equals("conditioned")) ? "conditioned" : "prior";
        terminal.answer("");
        terminal.answer(
                String.format(Locale.ROOT, "  %-20s %-10s %-20s %-18s %-18s %-18s %s", "estimand", "arm",
                        "true effect", "power", "assurance", "all beliefs",
                        "type I error (nominal " + design.alpha() + ")"));
        for (Hypothesis h : Hypothesis.of(design)) {
            String arm = design.allocation().get(h.arm()).arm();
            terminal.answer(
                    String.format(Locale.ROOT, "  %-20s %-10s %-20s %-18s %-18s %-18s %s", h.estimand().id(), arm,
                            cell(all, believed, "true_effect", h.estimand().id(), arm, patients),
                            cell(all, "typical", "power", h.estimand().id(), arm, patients),
                            cell(all, believed, "assurance", h.estimand().id(), arm, patients),
                            cell(all, "prior", "assurance", h.estimand().id(), arm, patients),
                            cell(all, "prior", "type_1_error_unadjusted", h.estimand().id(), arm, patients)));
        }
        terminal.answer("  In brackets: Monte-Carlo standard errors. Power: every parameter of the model at its value;"
                + " assurance: over beliefs about them"
                + (believed.equals("prior")
                        ? "."
                        : " that agree with untreated patients of published trials, then over all beliefs as drawn."));
        terminal.answer("  Power and assurance hold alpha over all hypotheses ("
                + design.multiplicity().procedure().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + "); type I error is that of each test by itself.");
    }

    private static String cell(List<Characteristic> all, String bank, String measure, String estimand, String arm,
            int patients) {
        String population = measure.startsWith("type_1") ? "null" : "design";
        return all.stream().filter(c -> c.population().equals(population))
                .filter(c -> c.bank().equals(bank) && c.measure().equals(measure) && c.estimand().equals(estimand)
                        && c.arm().equals(arm) && c.patients() == patients)
                .findFirst()
                .map(c -> String.format(Locale.ROOT, "%.3f (%.3f)", c.value(), c.error())).orElse("–");
    }

    /// A characteristic for programs.
    public static Map<String, Object> json(Characteristic c) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("bank", c.bank());
        entry.put("population", c.population());
        entry.put("patients", c.patients());
        entry.put("estimand", c.estimand());
        entry.put("arm", c.arm());
        entry.put("measure", c.measure());
        entry.put("value", c.value());
        entry.put("mc_error", c.error());
        entry.put("trials", c.trials());
        return entry;
    }
}
