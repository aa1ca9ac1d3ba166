package propria.trial.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.run.work.Parallel;
import propria.trial.conduct.SimulatedTrial;
import propria.trial.design.TrialDesign;
import propria.trial.operating.Characteristic;
import propria.trial.operating.OperatingSummary;
import propria.trial.operating.TrialReading;
import propria.trial.operating.TrialRow;

/// Reads the trials of a run again, with other endpoints, estimands, sizes or alpha. Nothing is simulated: arms, visits,
/// screening, dropout and rescue stay as they were.
public final class TrialReread {

    private static final int CHUNK = 100;

    private TrialReread() {
    }

    static String file(String bank, boolean isNull) {
        return "observations-" + bank + (isNull ? "-null" : "") + ".bin.gz";
    }

    /// Reads them.
    ///
    /// @param folder of a run of trials
    /// @param design with the arms and visits of the run
    /// @throws ProblemException T221 when the folder holds no such run, T222 when arms or visits differ
    public static List<Characteristic> read(Path folder, TrialDesign design, int threads) {
        TrialReading reading = new TrialReading(design);
        List<Characteristic> all = new ArrayList<>();
        boolean found = false;
        for (String bank : List.of("typical", "prior")) {
            OperatingSummary summary = new OperatingSummary(design, reading.hypotheses(), bank, bank.equals("typical"));
            for (boolean isNull : new boolean[]{false, true}) {
                Path file = folder.resolve(file(bank, isNull));
                if (Files.exists(file)) {
                    found = true;
                    List<TrialRow> rows = rows(file, reading, design, threads);
                    for (int size : reading.sizes()) {
                        all.addAll(summary.of(rows.stream().filter(r -> r.patients() == size).toList(), new double[0][],
                                isNull));
                    }
                }
            }
        }
        if (!found) {
            throw new ProblemException(Problem.error("T221", SourceLocation.of(folder.toString()),
                    "the folder holds no recorded trials", "", "name a folder that `propria run` wrote for a trial"));
        }
        return all;
    }

    private static List<TrialRow> rows(Path file, TrialReading reading, TrialDesign design, int threads) {
        List<TrialRow> rows = new ArrayList<>();
        List<SimulatedTrial> chunk = new ArrayList<>();
        try {
            ObservationStore.read(file, trial -> {
                fits(trial, design, file);
                chunk.add(trial);
                if (chunk.size() == CHUNK) {
                    rows.addAll(read(chunk, reading, threads));
                    chunk.clear();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows.addAll(read(chunk, reading, threads));
        return rows;
    }

    private static List<TrialRow> read(List<SimulatedTrial> chunk, TrialReading reading, int threads) {
        if (chunk.isEmpty()) {
            return List.of();
        }
        List<Integer> places = IntStream.range(0, chunk.size()).boxed().toList();
        return Parallel.map(places, threads, () -> reading, (r, place) -> r.sizes().stream()
                .flatMap(size -> r.rows(chunk.get(place), size).stream()).toList()).stream().flatMap(List::stream)
                .toList();
    }

    private static void fits(SimulatedTrial trial, TrialDesign design, Path file) {
        int visits = trial.subjects().getFirst().rules().length;
        int arms = 1 + trial.subjects().stream().mapToInt(s -> s.arm()).max().orElse(0);
        if (visits != design.visits().size() || arms > design.allocation().size()
                || trial.subjects().size() < design.patients()) {
            throw new ProblemException(Problem.error("T222", SourceLocation.of(file.toString()),
                    "the trials were not simulated for this design",
                    "they have " + visits + " visits, " + arms + " arms and " + trial.subjects().size() + " patients",
                    "change endpoints, estimands, sizes, looks or multiplicity only; else run again"));
        }
    }
}
