package propria.app.cli.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.inference.calibration.Calibration;
import propria.inference.calibration.Likelihoods;
import propria.inference.calibration.PosteriorFile;
import propria.inference.calibration.estimate.CalibrationRun;
import propria.inference.calibration.estimate.CalibrationRun.Check;
import propria.inference.calibration.estimate.CalibrationRun.Plan;
import propria.inference.calibration.estimate.CalibrationRun.Result;
import propria.inference.calibration.estimate.Identifiability;
import propria.inference.calibration.estimate.LeaveOneOut;
import propria.inference.calibration.estimate.Ordering;
import propria.inference.calibration.estimate.Rivals;
import propria.inference.calibration.estimate.SimulatedStudies;
import propria.inference.calibration.estimate.Waterfall;
import propria.inference.score.PredictionTable;
import propria.inference.score.Scores;
import propria.study.library.Library;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The calibration from beginning to end, and what it leaves in a folder.
final class PosteriorRun {

    private static final int CLIMBS = 12;

    private final Path out;
    private final Plan plan;
    private final int rivals;
    private final Calibration calibration = Calibration.read(Library.read(LibraryFolder.find().path()));
    private final CalibrationRun run;
    private final long begin = System.nanoTime();

    /// @param out where rounds are kept and results are written
    /// @param rivals points of each round of each rival mechanism; 0 for none
    PosteriorRun(Path out, Plan plan, int rivals) {
        this.out = out;
        this.plan = plan;
        this.rivals = rivals;
        this.run = new CalibrationRun(calibration, calibration.parameters(), out, plan);
    }

    /// Estimates, checks, leaves studies out, compares rivals.
    int run(Terminal terminal) throws IOException, InterruptedException {
        terminal.note(calibration.fitted().size() + " rows, " + calibration.parameters().size() + " parameters");
        Result result = run.run((round, done) -> tell(terminal, round, done));
        Files.createDirectories(out);
        write("posterior.csv", PosteriorFile.text(result.draws(), calibration, command()));
        write("likelihoods.csv", new Likelihoods(run.studies(), run.likelihoods(result)).text());
        write("identifiability.csv", Identifiability.table(calibration.parameters(), result));
        write("emulator.csv", checks(result));
        note(terminal, "ordering");
        write("ordering.csv", Ordering.table(calibration, result.draws(), plan.threads()));
        note(terminal, "leaving out each study");
        LeaveOneOut.Outcome outcome = LeaveOneOut.of(calibration, run, result, terminal::note);
        write("learned.tsv", outcome.learned());
        write("leave-one-study-out.csv", PredictionTable.of(outcome.rows()));
        write("leave-one-study-out.json", json(Scores.part(outcome.rows())));
        note(terminal, "climbing");
        write("waterfall.csv", Waterfall.table(run, CLIMBS));
        write("calibration.json", json(summary(result, outcome)));
        say(terminal, result, outcome);
        if (rivals > 0) {
            note(terminal, "rival mechanisms");
            Plan small = new Plan(rivals, rivals, 1, rivals, 1, 2 * rivals, plan.steps(), 4 * plan.steps(),
                    0, plan.threads(), plan.seed());
            write("rivals.csv", Rivals.table(calibration, run, result, out, small,
                    (round, done) -> tell(terminal, round, done)));
        }
        terminal.answer(String.format(Locale.ROOT, "%.0f s; written to %s", seconds(), out));
        return ExitCode.DONE;
    }

    /// Counts how often intervals hold known parameters.
    int knownTruth(Terminal terminal, int repeats) throws IOException, InterruptedException {
        run.prior(done -> tell(terminal, "prior", done));
        String table = SimulatedStudies.table(run, repeats, 2 * plan.steps(), done -> tell(terminal, "repeat", done));
        Files.createDirectories(out);
        write("known-truth.csv", table);
        List<String> lines = table.lines().toList();
        terminal.answer(lines.getFirst());
        terminal.answer(lines.getLast());
        terminal.answer(String.format(Locale.ROOT, "%.0f s; written to %s", seconds(), out.resolve("known-truth.csv")));
        return ExitCode.DONE;
    }

    private static void tell(Terminal terminal, String round, int done) {
        if (done % 20 == 0) {
            terminal.note("  " + round + ": " + done);
        }
    }

    private void note(Terminal terminal, String what) {
        terminal.note(String.format(Locale.ROOT, "%s (after %.0f s)", what, seconds()));
    }

    private double seconds() {
        return (System.nanoTime() - begin) * 1e-9;
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(out.resolve(file), text);
    }

    private static String json(Object value) {
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(value) + "\n";
    }

    private String command() {
        return "propria calibrate --prior " + plan.prior() + " --points " + plan.each() + " --rounds " + plan.rounds()
                + " --last " + plan.last() + " --more " + plan.more() + " --weighted " + plan.weighted() + " --steps "
                + plan.steps() + " --longest " + plan.longest() + " --draws " + plan.draws() + " --seed " + plan.seed();
    }

    private static String checks(Result result) {
        StringBuilder text = new StringBuilder("round,points,bias,miss,tail_shape\n");
        for (Check check : result.checks()) {
            text.append(String.format(Locale.ROOT, "%s,%d,%.3f,%.3f,%.3f\n", check.round(), check.points(),
                    check.bias(), check.miss(), check.shape()));
        }
        return text.toString();
    }

    private Map<String, Object> summary(Result result, LeaveOneOut.Outcome outcome) {
        Map<String, Object> scores = new LinkedHashMap<>();
        scores.put("command", command());
        scores.put("inputs", calibration.inputs());
        scores.put("largest_r_hat", largest(result));
        scores.put("emulator_miss", result.checks().getLast().miss());
        scores.put("tail_shape", result.checks().getLast().shape());
        scores.put("weights_raised_to", result.power());
        scores.put("effective_points", effective(result));
        scores.put("moves_accepted", result.moved());
        scores.put("accepted_under_emulator", result.sample().accepted());
        scores.put("tail_shape_by_study", outcome.shapes());
        scores.put("tail_shape_of_refits", outcome.refitted());
        scores.put("leave_one_study_out", Scores.part(outcome.rows()));
        return scores;
    }

    private static double effective(Result result) {
        return result.weighing().effective();
    }

    private double largest(Result result) {
        double most = 0;
        for (int p = 0; p < calibration.parameters().size(); p++) {
            most = StrictMath.max(most, Identifiability.convergence(result, p).rHat());
        }
        return most;
    }

    private void say(Terminal terminal, Result result, LeaveOneOut.Outcome outcome) {
        result.checks().forEach(check -> terminal.answer(CalibrationRun.words(check)));
        terminal.answer(String.format(Locale.ROOT, "chains agree to R-hat %.3f; weights are worth %.0f points and were "
                + "raised to the power %.2f; the model accepts %.2f of moves; "
                + "%d of %d studies can be left out by weights alone, %d were fitted without", largest(result),
                effective(result), result.power(), result.moved(),
                outcome.shapes().values().stream().filter(shape -> shape < 0.7).count(),
                outcome.shapes().size(), outcome.refitted().size()));
        Map<String, Object> part = Scores.part(outcome.rows());
        for (String kind : List.of("all", "numbers", "directions", "treated")) {
            terminal.answer("left out, " + kind + ": " + part.get(kind));
        }
        part.forEach(terminal::put);
    }
}
