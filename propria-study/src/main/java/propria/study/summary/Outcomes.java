package propria.study.summary;

import java.util.Arrays;
import java.util.List;

/// What was recorded: a value for each draw, subject, arm, observable and time. A subject that could not be simulated in
/// some arm is left out of all of them. Everything that is said of many subjects is read from the [Storage] in the order of
/// draws and subjects, so that it has the same bits wherever the values are kept.
public final class Outcomes {

    private final int draws;
    private final int subjects;
    private final int arms;
    private final int observables;
    private final double[] times;
    private final Storage storage;

    /// An empty record in memory; every value is not a number until it is set.
    ///
    /// @param times when values are recorded [d], ascending
    public Outcomes(int draws, int subjects, int arms, int observables, List<Double> times) {
        this(draws, subjects, arms, observables, times,
                new MemoryStorage(draws, subjects, arms * observables * times.size()));
    }

    /// A record that is kept elsewhere; nothing can be set.
    public Outcomes(int draws, int subjects, int arms, int observables, List<Double> times, Storage storage) {
        this.draws = draws;
        this.subjects = subjects;
        this.arms = arms;
        this.observables = observables;
        this.times = times.stream().mapToDouble(Double::doubleValue).toArray();
        this.storage = storage;
    }

    /// How many numbers a record holds.
    public static long size(long draws, long subjects, long arms, long observables, long times) {
        return draws * subjects * arms * observables * times;
    }

    public int draws() {
        return draws;
    }

    public int subjects() {
        return subjects;
    }

    public int arms() {
        return arms;
    }

    public int observables() {
        return observables;
    }

    /// When values are recorded [d].
    public double[] times() {
        return times.clone();
    }

    /// The place of the recorded time nearest to one.
    public int timeIndex(double time) {
        int best = 0;
        for (int i = 1; i < times.length; i++) {
            if (StrictMath.abs(times[i] - time) < StrictMath.abs(times[best] - time)) {
                best = i;
            }
        }
        return best;
    }

    /// The place of a value among all of a subject.
    public int column(int arm, int observable, int time) {
        return (arm * observables + observable) * times.length + time;
    }

    /// A value; not a number where the subject could not be simulated.
    public double value(int draw, int subject, int arm, int observable, int time) {
        return storage.value(draw, subject, column(arm, observable, time));
    }

    /// Reads columns of all subjects, in the order of draws and subjects.
    public void scan(int[] columns, Storage.Visitor visitor) {
        storage.scan(columns, visitor);
    }

    /// Sets a value. Threads may set values of different subjects at once.
    public void set(int draw, int subject, int arm, int observable, int time, double value) {
        memory().set(draw, subject, column(arm, observable, time), value);
    }

    /// How many numbers a subject has.
    public int sizeOfSubject() {
        return arms * observables * times.length;
    }

    /// Sets all values of a subject, by [#column].
    public void restore(int draw, int subject, double[] row) {
        memory().restore(draw, subject, row);
    }

    private MemoryStorage memory() {
        if (storage instanceof MemoryStorage memory) {
            return memory;
        }
        throw new IllegalStateException("what is on disk is not set again");
    }

    /// The spread of an observable over all draws and subjects, at each time.
    List<Distribution> distributions(int arm, int observable) {
        return columns(arm, observable).describe(Distribution.PROBABILITIES).stream().map(Distribution::of).toList();
    }

    /// Quantiles of an observable over all draws and subjects.
    double[] quantiles(int arm, int observable, int time, double... probabilities) {
        int[] one = {column(arm, observable, time)};
        return new Columns(1, all(), v -> storage.scan(one, v)).describe(probabilities).getFirst().quantiles();
    }

    /// Quantiles of the differences of two arms, subject by subject.
    double[] differenceQuantiles(int treated, int control, int observable, int time, double... probabilities) {
        return difference(treated, control, observable, time).describe(probabilities).getFirst().quantiles();
    }

    /// The mean of an arm in each draw, at each time; not a number for a draw without subjects.
    List<double[]> means(int arm, int observable) {
        return columns(arm, observable).means(draws);
    }

    /// The mean of an arm in each draw; not a number for a draw without subjects.
    double[] means(int arm, int observable, int time) {
        int[] one = {column(arm, observable, time)};
        return new Columns(1, all(), v -> storage.scan(one, v)).means(draws).getFirst();
    }

    /// The mean difference of two arms in each draw, subject by subject.
    double[] differences(int treated, int control, int observable, int time) {
        return difference(treated, control, observable, time).means(draws).getFirst();
    }

    private long all() {
        return (long) draws * subjects;
    }

    private Columns columns(int arm, int observable) {
        int[] wanted = new int[times.length];
        Arrays.setAll(wanted, time -> column(arm, observable, time));
        return new Columns(wanted.length, all(), v -> storage.scan(wanted, v));
    }

    private Columns difference(int treated, int control, int observable, int time) {
        int[] pair = {column(treated, observable, time), column(control, observable, time)};
        return new Columns(1, all(), visitor -> storage.scan(pair, (draw, first, values) -> {
            double[] differences = new double[values[0].length];
            Arrays.setAll(differences, i -> values[0][i] - values[1][i]);
            visitor.group(draw, first, new double[][]{differences});
        }));
    }
}
