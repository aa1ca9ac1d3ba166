package propria.trial.operating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import propria.trial.conduct.SimulatedTrial;
import propria.trial.design.AnalysisMethod;
import propria.trial.design.Estimand;
import propria.trial.design.TrialDesign;
import propria.trial.design.TrialEndpoint;
import propria.trial.reading.Hypothesis;
import propria.trial.reading.TrialReading;
import propria.trial.reading.TrialRow;

/// Operating characteristics at every number of patients of a grid, as if the trial were analysed at every visit, at every dose
/// that was simulated. Each test stands by itself: no looks, no multiplicity. What needs iterations is read from the first
/// trials only, which its Monte-Carlo error says.
///
/// @param bank its name
/// @param typical whether its parameters stand at their values
/// @param conditioned how much each draw counts beside untreated patients of published trials; empty where nothing says so
public record CurveReading(TrialDesign design, String bank, boolean typical, Optional<DrawWeights> conditioned) {

    private static final int ITERATED_TRIALS = 200;

    /// Success, estimate.
    private static final int KEPT = 2;

    /// Without anything that draws are held against.
    public CurveReading(TrialDesign design, String bank, boolean typical) {
        this(design, bank, typical, Optional.empty());
    }

    /// What was read of a trial.
    private record Read(int draw, double[] cells) {
    }

    /// A design that is due at a visit, for some estimands.
    private record Cut(TrialReading reading, boolean iterated, double day) {

        int cells() {
            return reading.sizes().size() * reading.hypotheses().size();
        }
    }

    /// Reads.
    public List<CurvePoint> of(Recorded recorded) {
        List<Cut> cuts = cuts();
        List<CurvePoint> points = new ArrayList<>();
        for (TrialSet set : TrialSet.of(design)) {
            if (set.kind() != TrialSet.Kind.TRUTH && recorded.has(set)) {
                TreeSet<propria.trial.score.ClinicalScore> needed = new TreeSet<>();
                cuts.forEach(c -> needed.addAll(c.reading().needed()));
                List<Read> trials = recorded.map(set, Integer.MAX_VALUE, needed,
                        trial -> new Read(trial.draw(), read(cuts, trial)));
                int from = 0;
                for (Cut cut : cuts) {
                    points.addAll(points(cut, set, trials, from));
                    from += cut.cells() * KEPT;
                }
            }
        }
        for (Cut cut : cuts) {
            points.addAll(truths(cut, recorded));
        }
        return points;
    }

    private List<Cut> cuts() {
        List<Cut> cuts = new ArrayList<>();
        for (int visit = 0; visit < design.visits().size(); visit++) {
            double day = design.visits().get(visit).day();
            for (boolean iterated : new boolean[]{false, true}) {
                List<Estimand> own = design.estimands().stream()
                        .filter(e -> (iterated(e.analysis()) || e.missing().isPresent()) == iterated
                                && movable(design.endpoint(e)))
                        .toList();
                if (!own.isEmpty()) {
                    cuts.add(new Cut(new TrialReading(
                            design.until(visit).withEstimands(own).withSizes(grid())), iterated, day));
                }
            }
        }
        return cuts;
    }

    private static boolean movable(TrialEndpoint endpoint) {
        return !(endpoint instanceof TrialEndpoint.Binary binary) || binary.days().size() == 1;
    }

    private static boolean iterated(AnalysisMethod method) {
        return switch (method) {
            case RISK_DIFFERENCE_WALD, RISK_DIFFERENCE_NEWCOMBE, CMH, ANCOVA -> false;
            case RISK_DIFFERENCE_MIETTINEN_NURMINEN, LOGISTIC, MMRM, LOG_RANK, COX, WEIBULL -> true;
        };
    }

    /// The sizes of the design, and evenly spaced ones in whole rounds of allocation.
    List<Integer> grid() {
        int round = design.allocation().stream().mapToInt(TrialDesign.Share::ratio).sum();
        TreeSet<Integer> grid = new TreeSet<>(design.sizes());
        for (int k = 1; k <= design.curves().points(); k++) {
            int size = design.patients() * k / design.curves().points() / round * round;
            if (size >= 4 * round) {
                grid.add(size);
            }
        }
        return List.copyOf(grid);
    }

    private static double[] read(List<Cut> cuts, SimulatedTrial trial) {
        double[] cells = new double[cuts.stream().mapToInt(Cut::cells).sum() * KEPT];
        Arrays.fill(cells, Double.NaN);
        int at = 0;
        for (Cut cut : cuts) {
            if (!cut.iterated() || trial.number() < ITERATED_TRIALS) {
                int place = at;
                for (int size : cut.reading().sizes()) {
                    for (TrialRow row : cut.reading().rows(trial, size)) {
                        boolean found = row.p() <= cut.reading().design().alpha();
                        cells[place++] = found ? row.favourable() ? 1 : -1 : 0;
                        cells[place++] = row.estimate();
                    }
                }
            }
            at += cut.cells() * KEPT;
        }
        return cells;
    }

    private List<CurvePoint> points(Cut cut, TrialSet set, List<Read> trials, int from) {
        List<CurvePoint> points = new ArrayList<>();
        int at = from;
        boolean isNull = set.kind() == TrialSet.Kind.NULL;
        for (int size : cut.reading().sizes()) {
            for (Hypothesis h : cut.reading().hypotheses()) {
                int place = at;
                Cell cell = new Cell(cut, h, size, set.dose(), isNull ? "null" : "design");
                List<Read> own = trials.stream().filter(t -> !Double.isNaN(t.cells()[place])).toList();
                double[] found = own.stream().mapToDouble(t -> t.cells()[place])
                        .map(v -> isNull ? v * v : StrictMath.max(v, 0)).toArray();
                double[] estimates = trials.stream().mapToDouble(t -> t.cells()[place + 1]).toArray();
                if (isNull) {
                    points.add(cell.mean("type_1_error_unadjusted", found, true));
                } else if (typical) {
                    points.add(cell.mean("power_unadjusted", found, true));
                    points.add(cell.mean("mean_estimate",
                            Arrays.stream(estimates).filter(v -> !Double.isNaN(v)).toArray(), false));
                } else {
                    points.addAll(cell.over("assurance_unadjusted", own, found));
                    points.addAll(cell.over("mean_estimate", trials, estimates));
                }
                at += KEPT;
            }
        }
        return points;
    }

    /// The true effect at each visit, over draws.
    private List<CurvePoint> truths(Cut cut, Recorded recorded) {
        double[][] truth = OperatingReading.truth(recorded, cut.reading());
        List<CurvePoint> points = new ArrayList<>();
        for (int h = 0; h < cut.reading().hypotheses().size(); h++) {
            int count = Beliefs.count(truth, h);
            if (count > 0) {
                Cell cell = new Cell(cut, cut.reading().hypotheses().get(h), design.patients(), 1, "design");
                double[] known = Beliefs.known(truth, h);
                if (typical) {
                    points.add(cell.mean("true_effect", Arrays.stream(known).filter(Double::isFinite).toArray(),
                            false));
                }
                for (Beliefs b : typical ? List.<Beliefs>of() : Beliefs.of(bank, truth.length, conditioned)) {
                    DrawWeights weights = b.weights().orElseGet(() -> DrawWeights.equal(truth.length));
                    points.add(cell.of(b.bank(), "true_effect", weights.mean(known), weights.error(known), count));
                    points.addAll(b.quantiles(truth, h,
                            (measure, value) -> cell.of(b.bank(), measure, value, Double.NaN, count)));
                }
            }
        }
        return points;
    }

    private final class Cell {

        private final Cut cut;
        private final Hypothesis hypothesis;
        private final int size;
        private final double dose;
        private final String population;

        Cell(Cut cut, Hypothesis hypothesis, int size, double dose, String population) {
            this.cut = cut;
            this.hypothesis = hypothesis;
            this.size = size;
            this.dose = dose;
            this.population = population;
        }

        CurvePoint mean(String measure, double[] values, boolean share) {
            double mean = Arrays.stream(values).average().orElse(Double.NaN);
            double squares = 0;
            for (double v : values) {
                squares += (v - mean) * (v - mean);
            }
            double error = share
                    ? StrictMath.sqrt(mean * (1 - mean) / values.length)
                    : StrictMath.sqrt(squares / (values.length - 1.0) / values.length);
            return of(bank, measure, mean, error, values.length);
        }

        /// Over draws, as they were drawn and conditioned.
        List<CurvePoint> over(String measure, List<Read> trials, double[] values) {
            int[] draw = trials.stream().mapToInt(Read::draw).toArray();
            int draws = conditioned.map(w -> w.values().length)
                    .orElseGet(() -> Arrays.stream(draw).max().orElse(0) + 1);
            int count = (int) Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
            return Beliefs.of(bank, draws, conditioned).stream().map(b -> {
                Beliefs.Mean mean = b.mean(draw, values);
                return of(b.bank(), measure, mean.value(), mean.error(), count);
            }).toList();
        }

        CurvePoint of(String beliefs, String measure, double value, double error, int count) {
            return new CurvePoint(size * design.shareOf(hypothesis.arm()), dose,
                    new Characteristic(beliefs, population, size, cut.day(), hypothesis.estimand().id(),
                            design.allocation().get(hypothesis.arm()).arm(), measure, value, error, count));
        }
    }
}
