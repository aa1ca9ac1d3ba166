package propria.trial.operating;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import propria.study.run.work.Parallel;
import propria.trial.conduct.SimulatedTrial;
import propria.trial.conduct.TrialSimulator;
import propria.trial.course.CourseBank;
import propria.trial.design.TrialDesign;
import propria.trial.score.clinic.VisitRecorder;

/// Simulates and reads the trials of a design on one bank, under the design and under the null population.
///
/// @param recorder what a clinic writes down
/// @param seed of the random streams
/// @param threads how many; the result is the same
public record OperatingRun(TrialDesign design, VisitRecorder recorder, long seed, int threads) {

    private static final int CHUNK = 50;
    private static final int TRUTH_PEOPLE = 2000;

    /// Where the records of trials go.
    public interface Keeper {
        /// Takes trials in order.
        ///
        /// @param isNull whether they are of the null population
        void keep(String bank, boolean isNull, List<SimulatedTrial> trials);
    }

    /// What came out.
    ///
    /// @param rows of the design, then of the null population
    /// @param truth by draw and hypothesis
    /// @param draws how many there are
    /// @param leftOut how many of these are left out, as hardly anybody in them passes screening
    /// @param screened and entered, over all trials of the design
    public record Result(String bank, boolean typical, int draws, int leftOut, List<TrialRow> rows,
            List<TrialRow> nullRows, double[][] truth,
            long screened, long entered, List<Characteristic> characteristics) {
        public Result {
            rows = List.copyOf(rows);
            nullRows = List.copyOf(nullRows);
            characteristics = List.copyOf(characteristics);
        }
    }

    /// Carries it out.
    ///
    /// @param name of the bank
    /// @param typical whether its parameters stand at their values
    /// @param trials how many
    public Result run(String name, CourseBank bank, boolean typical, int trials, Keeper keeper) {
        TrialSimulator simulator = new TrialSimulator(design, bank, recorder, seed);
        TrialReading reading = new TrialReading(design);
        long[] counts = new long[2];
        List<TrialRow> rows = new ArrayList<>();
        List<TrialRow> nullRows = new ArrayList<>();
        for (int from = 0; from < trials; from += CHUNK) {
            List<Integer> numbers = IntStream.range(from, StrictMath.min(trials, from + CHUNK)).boxed().toList();
            List<Read> chunk = Parallel.map(numbers, threads, () -> simulator, (s, number) -> {
                TrialSimulator.Pair pair = s.run(number);
                return new Read(pair, rows(reading, pair.design()), rows(reading, pair.alike()));
            });
            for (Read read : chunk) {
                rows.addAll(read.rows());
                nullRows.addAll(read.nullRows());
                counts[0] += read.pair().design().screened();
                counts[1] += read.pair().design().subjects().size();
            }
            keeper.keep(name, false, chunk.stream().map(r -> r.pair().design()).toList());
            keeper.keep(name, true, chunk.stream().map(r -> r.pair().alike()).toList());
        }
        int draws = bank.shape().draws();
        int people = StrictMath.max(200, TRUTH_PEOPLE * 10 / (10 + draws));
        double[][] truth = Truth.of(simulator, reading.hypotheses(), draws, people, threads);
        OperatingSummary summary = new OperatingSummary(design, reading.hypotheses(), name, typical);
        List<Characteristic> all = new ArrayList<>();
        for (int size : reading.sizes()) {
            all.addAll(summary.of(rows.stream().filter(r -> r.patients() == size).toList(), truth, false));
            all.addAll(summary.of(nullRows.stream().filter(r -> r.patients() == size).toList(), truth, true));
        }
        return new Result(name, typical, draws, draws - simulator.plausibleDraws().length, rows, nullRows, truth,
                counts[0], counts[1], all);
    }

    private record Read(TrialSimulator.Pair pair, List<TrialRow> rows, List<TrialRow> nullRows) {
    }

    private static List<TrialRow> rows(TrialReading reading, SimulatedTrial trial) {
        return reading.sizes().stream().flatMap(size -> reading.rows(trial, size).stream()).toList();
    }
}
