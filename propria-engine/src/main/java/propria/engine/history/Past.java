package propria.engine.history;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import propria.engine.system.EquationSystem;
import propria.engine.system.PastValue;

/// The past of one run: hands delayed values to the functions of a system, and knows when jumps of the past arrive (the
/// method of steps: Bellen & Zennaro, Numerical Methods for Delay Differential Equations, 2003, chapters 3 and 4).
///
/// A jump of a value at `t` is a jump of what uses it at `t + lag`, and one of a derivative at `t + 2 lag`: a march has
/// to begin afresh at such times, until the jump is one of so high a derivative that steps do not feel it.
public final class Past {

    /// A jump of this derivative is left to the error control.
    private static final int SMOOTH = 4;
    private static final double SAME = 1e-11;

    private final EquationSystem system;
    private final List<PastValue> values;
    private final int[] places;
    private final double[] lags;
    private final double[] previous;
    private final History history;
    private final TreeMap<Double, Integer> arrivals = new TreeMap<>();
    private double from;
    private double to = Double.POSITIVE_INFINITY;

    public Past(EquationSystem system) {
        this.system = system;
        values = system.pastValues();
        int[] states = values.stream().mapToInt(PastValue::state).filter(s -> s != PastValue.BEGUN).distinct()
                .toArray();
        places = new int[values.size()];
        for (int k = 0; k < places.length; k++) {
            places[k] = PastValue.BEGUN;
            for (int i = 0; i < states.length; i++) {
                places[k] = states[i] == values.get(k).state() ? i : places[k];
            }
        }
        lags = new double[values.size()];
        previous = new double[values.size()];
        history = new History(states, system.stateCount());
    }

    /// Whether nothing of the past is used.
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /// Forgets everything: until `t` the states have always been `y`.
    public void begin(double t, double[] y) {
        if (!isEmpty()) {
            history.begin(t, y);
            arrivals.clear();
            arrive(t);
        }
    }

    /// From now on a jump of the past that arrives at `t` has arrived.
    public void arrive(double t) {
        from = t;
        to = Double.POSITIVE_INFINITY;
    }

    /// A march begins; what arrives at its end has not arrived within it.
    public void depart(double begin, double end) {
        from = begin;
        to = end;
    }

    /// Takes in a step.
    public void append(double begin, double end, History.Course course) {
        if (!isEmpty()) {
            history.append(begin, end, course);
        }
    }

    /// Puts the values of the past where the functions of the system find them in `p`.
    public void recall(double t, double[] y, double[] p, double[] scratch) {
        if (isEmpty()) {
            return;
        }
        boolean after = t - from <= to - t;
        boolean settled = false;
        for (int round = 0; round <= lags.length && !settled; round++) {
            settled = fill(t, y, p, scratch, after) && round > 0;
        }
    }

    /// One look back; one lag may itself depend on what another shows.
    ///
    /// @return whether lags are those of the last look
    private boolean fill(double t, double[] y, double[] p, double[] scratch, boolean after) {
        System.arraycopy(lags, 0, previous, 0, lags.length);
        system.lags(t, y, p, scratch, lags);
        for (int k = 0; k < lags.length; k++) {
            p[values.get(k).place()] = value(k, t, y, after);
        }
        return Arrays.equals(lags, previous);
    }

    private double value(int k, double t, double[] y, boolean after) {
        double then = t - lags[k];
        if (places[k] == PastValue.BEGUN) {
            return history.hasBegun(then, after) ? 1 : 0;
        }
        double end = history.end();
        if (then <= end) {
            return history.value(places[k], then, after);
        }
        double present = y[values.get(k).state()];
        return lags[k] > 0
                ? history.last(places[k]) + (then - end) / (t - end) * (present - history.last(places[k]))
                : present;
    }

    /// The longest step from `t` that looks back on what is known.
    public double longestStep(double t, double[] y, double[] p, double[] scratch) {
        double shortest = Double.POSITIVE_INFINITY;
        if (!isEmpty()) {
            system.lags(t, y, p, scratch, lags);
            for (double lag : lags) {
                shortest = lag > 0 ? Math.min(shortest, lag) : shortest;
            }
        }
        return shortest;
    }

    /// Remembers that something jumps at `t`: when that will arrive, and what then arrives of it. Called wherever a march
    /// begins.
    ///
    /// @param anew whether values jump, else only what arrives
    public void jump(double t, boolean anew, double[] y, double[] p, double[] scratch) {
        if (isEmpty()) {
            return;
        }
        int order = SMOOTH;
        Map<Double, Integer> here = arrivals.headMap(t + SAME * Math.abs(t), true);
        for (int arriving : here.values()) {
            order = Math.min(order, arriving);
        }
        here.clear();
        order = anew ? 0 : order;
        if (order < SMOOTH) {
            system.lags(t, y, p, scratch, lags);
            for (double lag : lags) {
                if (lag > 0) {
                    add(t + lag, order + 1);
                }
            }
        }
    }

    private void add(double t, int order) {
        double near = SAME * Math.abs(t);
        Map<Double, Integer> same = arrivals.subMap(t - near, true, t + near, true);
        if (same.isEmpty()) {
            arrivals.put(t, order);
        } else {
            same.replaceAll((_, known) -> Math.min(known, order));
        }
    }

    /// The next time at which a jump arrives, but not beyond `end`.
    public double nextTime(double end) {
        return arrivals.isEmpty() ? end : Math.min(end, arrivals.firstKey());
    }
}
