package propria.trial.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.trial.conduct.SimulatedTrial;
import propria.trial.design.TrialDesign;
import propria.trial.operating.Characteristic;
import propria.trial.operating.CurvePoint;
import propria.trial.operating.CurveReading;
import propria.trial.operating.DrawWeights;
import propria.trial.operating.OperatingReading;
import propria.trial.operating.OperatingRun;
import propria.trial.operating.TrialSet;
import propria.trial.pool.ConditionedDraws;
import propria.trial.run.record.CountedTrials;
import propria.trial.run.record.RecordedTrials;
import propria.trial.run.table.TrialTables;

/// Reads the trials of a run, also with other endpoints, estimands, sizes or alpha. Nothing is simulated: arms, visits,
/// screening, dropout and rescue stay as they were.
public final class TrialReread {

    static final String TYPICAL = "typical";
    static final String PRIOR = "prior";

    private TrialReread() {
    }

    /// Reads operating characteristics.
    ///
    /// @param folder of a run of trials
    /// @param design with the arms and visits of the run
    /// @throws ProblemException T221 when the folder holds no such run, T222 when arms or visits differ
    public static List<Characteristic> read(Path folder, TrialDesign design, int threads) {
        return results(folder, design, threads, CountedTrials.Count.NONE).stream()
                .flatMap(r -> r.characteristics().stream()).toList();
    }

    /// Reads curves over patients, days and doses.
    ///
    /// @throws ProblemException as [#read]
    public static List<CurvePoint> curves(Path folder, TrialDesign design, int threads) {
        return curves(folder, design, threads, CountedTrials.Count.NONE);
    }

    static List<CurvePoint> curves(Path folder, TrialDesign design, int threads, CountedTrials.Count count) {
        List<CurvePoint> points = new ArrayList<>();
        for (RecordedTrials recorded : recorded(folder, design, threads)) {
            points.addAll(new CurveReading(design, recorded.bank(), recorded.bank().equals(TYPICAL),
                    conditioned(recorded)).of(new CountedTrials(recorded, count)));
        }
        return points;
    }

    /// Writes what was read anew: `operating.csv`, `trials.csv` and `curves.csv`.
    ///
    /// @param out a folder of its own
    public static List<Characteristic> write(Path folder, TrialDesign design, int threads, Path out) {
        List<OperatingReading.Result> results = results(folder, design, threads, CountedTrials.Count.NONE);
        List<Characteristic> all = results.stream().flatMap(r -> r.characteristics().stream()).toList();
        try {
            Files.createDirectories(out);
            Files.writeString(out.resolve("operating.csv"), TrialTables.operating(all));
            Files.writeString(out.resolve("trials.csv"), TrialTables.trials(design, results));
            Files.writeString(out.resolve("curves.csv"), TrialTables.curves(curves(folder, design, threads)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return all;
    }

    static List<OperatingReading.Result> results(Path folder, TrialDesign design, int threads,
            CountedTrials.Count count) {
        return recorded(folder, design, threads).stream()
                .map(r -> new OperatingReading(design, r.bank(), r.bank().equals(TYPICAL), conditioned(r))
                        .of(new CountedTrials(r, count)))
                .toList();
    }

    /// How many trials [#results] and [#curves] read: on two sets of courses each of them those of the design and of the null
    /// population, and curves those at other doses.
    static long reads(TrialDesign design, int trials) {
        return 2 * (4L * trials + (long) design.curves().doses().size() * OperatingRun.dosed(trials));
    }

    /// The weights of draws as the run has left them: untreated patients stay as they were, whatever is read of the treated.
    private static Optional<DrawWeights> conditioned(RecordedTrials recorded) {
        return recorded.bank().equals(PRIOR) ? ConditionedDraws.weights(recorded.folder()) : Optional.empty();
    }

    static List<RecordedTrials> recorded(Path folder, TrialDesign design, int threads) {
        List<RecordedTrials> all = new ArrayList<>();
        for (String bank : List.of(TYPICAL, PRIOR)) {
            RecordedTrials recorded = new RecordedTrials(folder, bank, threads, t -> fits(t, design, folder));
            if (recorded.has(TrialSet.DESIGN)) {
                all.add(recorded);
            }
        }
        if (all.isEmpty()) {
            throw new ProblemException(Problem.error("T221", SourceLocation.of(folder.toString()),
                    "the folder holds no recorded trials", "", "name a folder that `propria run` wrote for a trial"));
        }
        return all;
    }

    private static void fits(SimulatedTrial trial, TrialDesign design, Path folder) {
        if (trial.subjects().isEmpty()) {
            return;
        }
        int visits = trial.subjects().getFirst().rules().length;
        int arms = 1 + trial.subjects().stream().mapToInt(s -> s.arm()).max().orElse(0);
        boolean whole = trial.screened() == 0 || trial.subjects().size() >= design.patients();
        if (visits != design.visits().size() || arms > design.allocation().size() || !whole) {
            throw new ProblemException(Problem.error("T222", SourceLocation.of(folder.toString()),
                    "the trials were not simulated for this design",
                    "they have " + visits + " visits, " + arms + " arms and " + trial.subjects().size() + " patients",
                    "change endpoints, estimands, sizes, looks or multiplicity only; else run again"));
        }
    }
}
