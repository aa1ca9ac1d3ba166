package propria.engine.step.grid;

/// States at the last times that a method stepped to, in distances of their own, and their divided differences: what a
/// backward differentiation method would see, had it come the same way.
public final class DividedDifferences {

    /// So many states are kept: one more than the highest order needs.
    public static final int POINTS = Differences.HIGHEST + 2;

    private final double[] times = new double[POINTS];
    private final double[][] states;
    private final double[][] quotients;
    private int count;

    public DividedDifferences(int size) {
        states = new double[POINTS][size];
        quotients = new double[POINTS][size];
    }

    /// Forgets all states.
    public void clear() {
        count = 0;
    }

    /// Takes in a state at a time after the last; the oldest one goes.
    public void add(double t, double[] y) {
        double[] oldest = states[0];
        for (int k = 1; k < POINTS; k++) {
            states[k - 1] = states[k];
            times[k - 1] = times[k];
        }
        System.arraycopy(y, 0, oldest, 0, y.length);
        states[POINTS - 1] = oldest;
        times[POINTS - 1] = t;
        count++;
    }

    /// Whether there are as many states as are kept.
    public boolean isFull() {
        return count >= POINTS;
    }

    /// The state taken in last; not to be changed.
    public double[] last() {
        return states[POINTS - 1];
    }

    /// Computes the divided differences of all orders, by Newton's scheme.
    public void divide() {
        for (int m = 0; m < POINTS; m++) {
            System.arraycopy(states[m], 0, quotients[m], 0, states[m].length);
        }
        for (int k = 1; k < POINTS; k++) {
            for (int m = 0; m + k < POINTS; m++) {
                divide(quotients[m], quotients[m + 1], times[m + k] - times[m]);
            }
        }
    }

    private static void divide(double[] earlier, double[] later, double span) {
        for (int i = 0; i < earlier.length; i++) {
            earlier[i] = (later[i] - earlier[i]) / span;
        }
    }

    /// The divided difference of an order over the last times, as of the last [#divide]: the derivative of that order
    /// divided by its factorial.
    public double[] row(int order) {
        return quotients[POINTS - 1 - order];
    }
}
