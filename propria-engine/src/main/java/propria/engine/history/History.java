package propria.engine.history;

import java.util.Arrays;

/// The course of some states as a polynomial of degree 5 for each step, through its values at six equal distances. A
/// state may jump where one step ends and the next begins: a time there means either side, as the caller says.
public final class History {

    private static final int NODES = 6;
    /// `1 / product(j - k)` over the other nodes `k`, in the order of nodes (barycentric interpolation: Berrut &
    /// Trefethen, SIAM Review 46, 2004).
    private static final double[] WEIGHTS = {-1, 5, -10, 10, -5, 1};
    private static final double NEAR = 1e-12;

    private final int[] states;
    private final double[] before;
    private final double[] sampled;
    private double[] from = new double[16];
    private double[] to = new double[16];
    private double[] samples;
    private int steps;
    private double start;

    /// Gives the state at a time.
    public interface Course {
        void at(double t, double[] y);
    }

    /// @param states the states to keep
    /// @param stateCount how many there are in all
    public History(int[] states, int stateCount) {
        this.states = states.clone();
        before = new double[states.length];
        sampled = new double[stateCount];
        samples = new double[from.length * states.length * NODES];
    }

    /// Begins anew: until `t` everything has always been `y`.
    public void begin(double t, double[] y) {
        steps = 0;
        start = t;
        for (int i = 0; i < states.length; i++) {
            before[i] = y[states[i]];
        }
    }

    /// Takes in a step.
    public void append(double begin, double end, Course course) {
        if (!(end > begin)) {
            return;
        }
        if (steps == from.length) {
            from = Arrays.copyOf(from, 2 * steps);
            to = Arrays.copyOf(to, 2 * steps);
            samples = Arrays.copyOf(samples, 2 * samples.length);
        }
        from[steps] = begin;
        to[steps] = end;
        for (int node = 0; node < NODES; node++) {
            course.at(node == NODES - 1 ? end : begin + (end - begin) * node / (NODES - 1), sampled);
            for (int i = 0; i < states.length; i++) {
                samples[place(steps, i) + node] = sampled[states[i]];
            }
        }
        steps++;
    }

    private int place(int step, int i) {
        return (step * states.length + i) * NODES;
    }

    /// The time until which the past is known.
    public double end() {
        return steps == 0 ? start : to[steps - 1];
    }

    /// The last value known of a state, by its place among those kept.
    public double last(int i) {
        return steps == 0 ? before[i] : samples[place(steps - 1, i) + NODES - 1];
    }

    /// Whether `t` is not before the start.
    ///
    /// @param after whether the start itself counts
    public boolean hasBegun(double t, boolean after) {
        return after ? t >= start - near(t) : t > start + near(t);
    }

    /// The value of a state, by its place among those kept.
    ///
    /// @param after whether a time at which the state jumps means after the jump
    public double value(int i, double t, boolean after) {
        if (!hasBegun(t, after) || steps == 0) {
            return before[i];
        }
        int step = Arrays.binarySearch(from, 0, steps, after ? t + near(t) : t - near(t));
        step = Math.max(0, step >= 0 ? step : -step - 2);
        double node = (t - from[step]) / (to[step] - from[step]) * (NODES - 1);
        int place = place(step, i);
        double above = 0;
        double below = 0;
        for (int k = 0; k < NODES; k++) {
            if (node == k) {
                return samples[place + k];
            }
            double weight = WEIGHTS[k] / (node - k);
            above += weight * samples[place + k];
            below += weight;
        }
        return above / below;
    }

    private double near(double t) {
        return NEAR * Math.max(Math.abs(t), end() - start);
    }
}
