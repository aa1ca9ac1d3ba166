package propria.trial.patient.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import propria.trial.patient.Marginal;
import propria.trial.patient.PatientSpace;
import propria.trial.patient.TargetPopulation;
import propria.trial.score.ClinicalScore;
import propria.trial.score.Visit;
import propria.trial.score.clinic.Latent;
import propria.trial.score.clinic.VisitRecorder;

/// How near the baseline readings of a cohort come to their targets: quantiles and correlations.
///
/// @param rows one a quantile of a reading and one a correlation of a pair
public record CohortMatch(List<Row> rows) {

    private static final double[] NORMALS = {-1.2815515655446004, 0, 1.2815515655446004};
    private static final List<String> QUANTILES = List.of("10 %", "50 %", "90 %");

    public CohortMatch {
        rows = List.copyOf(rows);
    }

    /// One thing that must match.
    ///
    /// @param what a reading, or two
    /// @param measure such as `50 %` or `Spearman`
    /// @param target what it must be
    /// @param expected what it is, without the noise of reading
    /// @param recorded what it is in one visit of each patient, with that noise
    /// @param error the Monte-Carlo standard error of `expected`
    public record Row(String what, String measure, double target, double expected, double recorded, double error) {
    }

    /// Compares.
    ///
    /// @param recorder of the visits that are recorded
    public static CohortMatch of(PatientSpace space, int draw, Cohort cohort, VisitRecorder recorder) {
        List<Marginal> baseline = List.copyOf(space.target().baseline().values());
        List<Candidate> people = cohort.patients();
        double[][] expected = new double[baseline.size()][people.size()];
        double[][] recorded = new double[baseline.size()][people.size()];
        for (int p = 0; p < people.size(); p++) {
            double[] seen = recorded(space, draw, p, people.get(p), recorder);
            for (int i = 0; i < baseline.size(); i++) {
                expected[i][p] = people.get(p).readings()[i];
                recorded[i][p] = seen[i];
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < baseline.size(); i++) {
            rows.addAll(quantiles(baseline.get(i), expected[i], recorded[i], cohort.effective()));
        }
        List<String> names = List.copyOf(space.target().baseline().keySet());
        for (TargetPopulation.Pair pair : space.target().correlations()) {
            int first = names.indexOf(pair.first());
            int second = names.indexOf(pair.second());
            double rank = spearman(expected[first], expected[second]);
            rows.add(new Row(pair.first() + " and " + pair.second(), "Spearman", pair.spearman(), rank,
                    spearman(recorded[first], recorded[second]),
                    (1 - rank * rank) / StrictMath.sqrt(StrictMath.max(1, cohort.effective() - 1))));
        }
        return new CohortMatch(rows);
    }

    /// The baseline readings of one visit of a person.
    static double[] recorded(PatientSpace space, int draw, int patient, Candidate person, VisitRecorder recorder) {
        Map<String, Double> traits = space.traits(person.normals());
        Latent now = new Latent(id -> person.standing()[VisitRecorder.QUANTITIES.indexOf(id)],
                name -> traits.getOrDefault(name, 0.0), 0);
        Visit visit = recorder.visit(0, draw, patient, 0, now);
        return space.target().baseline().keySet().stream()
                .mapToDouble(name -> ClinicalScore.named(name).map(score -> score.of(visit)).orElse(Double.NaN))
                .toArray();
    }

    private static List<Row> quantiles(Marginal marginal, double[] expected, double[] recorded, double effective) {
        double[] mine = sorted(expected);
        double[] theirs = sorted(recorded);
        List<Row> rows = new ArrayList<>();
        for (int q = 0; q < NORMALS.length; q++) {
            double probability = q == 0 ? 0.1 : q == 1 ? 0.5 : 0.9;
            double half = StrictMath.sqrt(probability * (1 - probability) / StrictMath.max(1, effective));
            double error = (quantile(mine, StrictMath.min(1, probability + half))
                    - quantile(mine, StrictMath.max(0, probability - half))) / 2;
            rows.add(new Row(marginal.name(), QUANTILES.get(q), marginal.at(NORMALS[q]),
                    quantile(mine, probability), quantile(theirs, probability), error));
        }
        return rows;
    }

    private static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    /// By linear interpolation between order statistics (type 7 of Hyndman and Fan 1996).
    private static double quantile(double[] sorted, double probability) {
        double at = probability * (sorted.length - 1);
        int below = (int) StrictMath.floor(at);
        int above = StrictMath.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /// Spearman's rank correlation; equal values share the mean of their ranks.
    static double spearman(double[] first, double[] second) {
        double[] a = ranks(first);
        double[] b = ranks(second);
        double middle = (a.length - 1) / 2.0;
        double together = 0;
        double alone = 0;
        double other = 0;
        for (int i = 0; i < a.length; i++) {
            together += (a[i] - middle) * (b[i] - middle);
            alone += (a[i] - middle) * (a[i] - middle);
            other += (b[i] - middle) * (b[i] - middle);
        }
        return together / StrictMath.sqrt(alone * other);
    }

    private static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue).toArray();
        double[] ranks = new double[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to + 1 < order.length && values[order[to + 1]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i <= to; i++) {
                ranks[order[i]] = (from + to) / 2.0;
            }
            from = to + 1;
        }
        return ranks;
    }
}
