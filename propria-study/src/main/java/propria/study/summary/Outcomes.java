package propria.study.summary;

import java.util.Arrays;
import java.util.List;

/// What was recorded: a value for each draw, subject, arm, observable and time. A subject that could not be simulated in
/// some arm is left out of all of them.
public final class Outcomes {

    private final int draws;
    private final int subjects;
    private final int arms;
    private final int observables;
    private final double[] times;
    private final double[] values;

    /// An empty record; every value is not a number until it is set.
    ///
    /// @param times when values are recorded [d], ascending
    public Outcomes(int draws, int subjects, int arms, int observables, List<Double> times) {
        this.draws = draws;
        this.subjects = subjects;
        this.arms = arms;
        this.observables = observables;
        this.times = times.stream().mapToDouble(Double::doubleValue).toArray();
        this.values = new double[Math.toIntExact(size(draws, subjects, arms, observables, times.size()))];
        Arrays.fill(values, Double.NaN);
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

    private int at(int draw, int subject, int arm, int observable, int time) {
        return (((draw * subjects + subject) * arms + arm) * observables + observable) * times.length + time;
    }

    /// A value; not a number where the subject could not be simulated.
    public double value(int draw, int subject, int arm, int observable, int time) {
        return values[at(draw, subject, arm, observable, time)];
    }

    /// Sets a value. Threads may set values of different subjects at once.
    public void set(int draw, int subject, int arm, int observable, int time, double value) {
        values[at(draw, subject, arm, observable, time)] = value;
    }

    /// How many numbers a subject has.
    public int sizeOfSubject() {
        return arms * observables * times.length;
    }

    /// All values of a subject.
    public double[] subject(int draw, int subject) {
        int from = at(draw, subject, 0, 0, 0);
        return Arrays.copyOfRange(values, from, from + sizeOfSubject());
    }

    /// Sets all values of a subject, in the order of [#subject].
    public void restore(int draw, int subject, double[] kept) {
        System.arraycopy(kept, 0, values, at(draw, subject, 0, 0, 0), sizeOfSubject());
    }

    /// Takes a subject out of every arm.
    public void drop(int draw, int subject) {
        int from = at(draw, subject, 0, 0, 0);
        Arrays.fill(values, from, from + arms * observables * times.length, Double.NaN);
    }

    /// The values of all draws and subjects, in their order, without those left out.
    double[] all(int arm, int observable, int time) {
        double[] found = new double[draws * subjects];
        int n = 0;
        for (int draw = 0; draw < draws; draw++) {
            for (int subject = 0; subject < subjects; subject++) {
                double value = value(draw, subject, arm, observable, time);
                if (!Double.isNaN(value)) {
                    found[n++] = value;
                }
            }
        }
        return Arrays.copyOf(found, n);
    }

    /// The mean of an arm in each draw; not a number for a draw without subjects.
    double[] means(int arm, int observable, int time) {
        double[] means = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            double sum = 0;
            int n = 0;
            for (int subject = 0; subject < subjects; subject++) {
                double value = value(draw, subject, arm, observable, time);
                if (!Double.isNaN(value)) {
                    sum += value;
                    n++;
                }
            }
            means[draw] = n == 0 ? Double.NaN : sum / n;
        }
        return means;
    }

    /// The mean difference of two arms in each draw, subject by subject.
    double[] differences(int treated, int control, int observable, int time) {
        double[] differences = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            double sum = 0;
            int n = 0;
            for (int subject = 0; subject < subjects; subject++) {
                double difference = value(draw, subject, treated, observable, time)
                        - value(draw, subject, control, observable, time);
                if (!Double.isNaN(difference)) {
                    sum += difference;
                    n++;
                }
            }
            differences[draw] = n == 0 ? Double.NaN : sum / n;
        }
        return differences;
    }
}
