package propria.trial.operating;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import propria.trial.conduct.SimulatedTrial;
import propria.trial.design.TrialDesign;
import propria.trial.design.TrialEndpoint;
import propria.trial.reading.TrialReading;
import propria.trial.reading.TrialRow;
import propria.trial.score.ClinicalScore;

/// Reads the trials of one bank of courses: estimates, tests and what they come to. Nothing is simulated.
///
/// @param design may have other endpoints than that for which trials were simulated
/// @param bank its name
/// @param typical whether its parameters stand at their values
/// @param conditioned how much each draw counts beside untreated patients of published trials; empty where nothing says so
public record OperatingReading(TrialDesign design, String bank, boolean typical, Optional<DrawWeights> conditioned) {

    /// Without anything that draws are held against.
    public OperatingReading(TrialDesign design, String bank, boolean typical) {
        this(design, bank, typical, Optional.empty());
    }

    private static final int TIPPED = 20;

    /// What came out.
    ///
    /// @param draws how many there are
    /// @param leftOut how many of these are left out, as hardly anybody in them passes screening
    /// @param rows of the design, then of the null population
    /// @param truth by draw and hypothesis
    /// @param screened and entered, over all trials of the design
    public record Result(String bank, boolean typical, int draws, int leftOut, List<TrialRow> rows,
            List<TrialRow> nullRows, double[][] truth, long screened, long entered,
            List<Characteristic> characteristics) {
        public Result {
            rows = List.copyOf(rows);
            nullRows = List.copyOf(nullRows);
            characteristics = List.copyOf(characteristics);
        }
    }

    private record Read(List<TrialRow> rows, int screened, int entered) {
    }

    /// Reads.
    public Result of(Recorded recorded) {
        TrialReading reading = new TrialReading(design);
        Set<ClinicalScore> needed = reading.needed();
        List<Read> read = recorded.map(TrialSet.DESIGN, Integer.MAX_VALUE, needed, trial -> read(reading, trial));
        List<TrialRow> rows = rows(read);
        List<TrialRow> nullRows = rows(recorded.map(TrialSet.NULL, Integer.MAX_VALUE, needed,
                trial -> read(reading, trial)));
        double[][] truth = truth(recorded, reading);
        OperatingSummary summary = new OperatingSummary(design, reading.hypotheses(), bank, typical,
                conditioned);
        List<Characteristic> all = new ArrayList<>();
        for (int size : reading.sizes()) {
            all.addAll(summary.of(rows.stream().filter(r -> r.patients() == size).toList(), truth, false));
            all.addAll(summary.of(nullRows.stream().filter(r -> r.patients() == size).toList(), truth, true));
        }
        all.addAll(tipping(recorded));
        new Beliefs(Beliefs.CONDITIONED, truth.length, conditioned).effective(design).ifPresent(all::add);
        int leftOut = (int) java.util.Arrays.stream(truth).filter(t -> t.length == 0).count();
        return new Result(bank, typical, truth.length, leftOut, rows, nullRows, truth,
                read.stream().mapToLong(Read::screened).sum(), read.stream().mapToLong(Read::entered).sum(), all);
    }

    /// The median tipping point of the first trials with every parameter at its value, of the first estimand that has one.
    private List<Characteristic> tipping(Recorded recorded) {
        List<Double> points = typical ? TippingPoints.of(design, recorded, TIPPED) : List.of();
        double[] sorted = points.stream().mapToDouble(Double::doubleValue).filter(v -> !Double.isNaN(v)).sorted()
                .toArray();
        return sorted.length == 0
                ? List.of()
                : TippingPoints.imputed(design).stream().map(e -> new Characteristic(bank, "design", design.patients(),
                        ((TrialEndpoint.Change) design.endpoint(e)).day(), e.id(), design.allocation().get(1).arm(),
                        "tipping_point_median", Beliefs.quantile(sorted, 0.5), Double.NaN, sorted.length)).toList();
    }

    /// By draw and hypothesis; a draw that is left out has none.
    static double[][] truth(Recorded recorded, TrialReading reading) {
        if (!recorded.has(TrialSet.TRUTH)) {
            return new double[0][];
        }
        return recorded.map(TrialSet.TRUTH, Integer.MAX_VALUE, reading.needed(),
                draw -> Truth.of(reading.design(), reading.hypotheses(), draw)).toArray(double[][]::new);
    }

    private static List<TrialRow> rows(List<Read> read) {
        return read.stream().flatMap(r -> r.rows().stream()).toList();
    }

    private static Read read(TrialReading reading, SimulatedTrial trial) {
        List<TrialRow> rows = reading.sizes().stream().flatMap(size -> reading.rows(trial, size).stream()).toList();
        return new Read(rows, trial.screened(), trial.subjects().size());
    }
}
