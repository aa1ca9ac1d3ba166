package propria.trial.operating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
public record CurveReading(TrialDesign design, String bank, boolean typical) {

    private static final int ITERATED_TRIALS = 200;

    /// Success, estimate.
    private static final int KEPT = 2;

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
                List<double[]> trials = recorded.map(set, Integer.MAX_VALUE, needed, trial -> read(cuts, trial));
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

    private List<CurvePoint> points(Cut cut, TrialSet set, List<double[]> trials, int from) {
        List<CurvePoint> points = new ArrayList<>();
        int at = from;
        boolean isNull = set.kind() == TrialSet.Kind.NULL;
        for (int size : cut.reading().sizes()) {
            for (Hypothesis h : cut.reading().hypotheses()) {
                Cell cell = new Cell(cut, h, size, set.dose(), isNull ? "null" : "design");
                int place = at;
                double[] found = trials.stream().mapToDouble(t -> t[place]).filter(v -> !Double.isNaN(v))
                        .map(v -> isNull ? v * v : StrictMath.max(v, 0)).toArray();
                points.add(cell.mean(isNull
                        ? "type_1_error_unadjusted"
                        : typical ? "power_unadjusted" : "assurance_unadjusted", found, true));
                if (!isNull) {
                    points.add(cell.mean("mean_estimate", trials.stream().mapToDouble(t -> t[place + 1])
                            .filter(v -> !Double.isNaN(v)).toArray(), false));
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
            int place = h;
            double[] values = Beliefs.known(truth, place);
            if (values.length > 0) {
                Cell cell = new Cell(cut, cut.reading().hypotheses().get(h), design.patients(), 1, "design");
                points.add(cell.mean("true_effect", values, false));
                if (!typical) {
                    Beliefs.LEVELS.forEach(level -> points.add(cell.of(Beliefs.name(level),
                            Beliefs.quantile(values, level), Double.NaN, values.length)));
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
            return of(measure, mean, error, values.length);
        }

        CurvePoint of(String measure, double value, double error, int count) {
            return new CurvePoint(size * design.shareOf(hypothesis.arm()), dose,
                    new Characteristic(bank, population, size, cut.day(), hypothesis.estimand().id(),
                            design.allocation().get(hypothesis.arm()).arm(), measure, value, error, count));
        }
    }
}
