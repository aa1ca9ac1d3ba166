package propria.engine.history;

import java.util.Arrays;
import propria.engine.system.EquationSystem;

/// How large each state of a run has been, so that what is small of a state is known whatever its unit is. A state that
/// has been zero so far is taken to be of a millionth of the largest of its kind: amounts are of one kind, because they have
/// one unit, and everything else is of another.
public final class Magnitudes {

    private static final double SHARE = 1e-6;
    /// Below this share of the largest of its kind, differences are rounding.
    private static final double ROUNDING = 1e-17;
    /// An extent is taken to be of this share of the largest amount at least: it is added to amounts.
    private static final double ADDED = 0.01;

    private final int[] kinds;
    private final boolean[] extents;
    private final double[] reached;
    private final double[] largest = new double[2];

    public Magnitudes(EquationSystem system) {
        kinds = new int[system.stateCount()];
        Arrays.setAll(kinds, state -> system.isAmount(state) ? 1 : 0);
        extents = new boolean[system.stateCount()];
        for (int state = 0; state < extents.length; state++) {
            extents[state] = system.isExtent(state);
        }
        reached = new double[system.stateCount()];
    }

    /// Forgets everything.
    public void begin() {
        Arrays.fill(reached, 0);
        Arrays.fill(largest, 0);
    }

    /// Takes in a state that a run has come to.
    ///
    /// @return whether anything is larger than before
    public boolean reach(double[] y) {
        boolean grows = false;
        for (int i = 0; i < reached.length; i++) {
            double size = Math.abs(y[i]);
            if (size > reached[i]) {
                reached[i] = size;
                largest[kinds[i]] = Math.max(largest[kinds[i]], size);
                grows = true;
            }
        }
        return grows;
    }

    /// The same, and brings up to date what depends on it: [#least] of each state. That only grows, and once it is `absolute`
    /// it stays there, save for extents and for a kind of which nothing was above zero.
    ///
    /// @param least holds [#least] of each state, with the same tolerances, for what was reached before
    public void reach(double[] y, double relative, double absolute, double[] least) {
        double first = largest[0];
        double second = largest[1];
        for (int i = 0; i < reached.length; i++) {
            double size = Math.abs(y[i]);
            if (size > reached[i]) {
                reached[i] = size;
                largest[kinds[i]] = Math.max(largest[kinds[i]], size);
                if (least[i] != absolute || extents[i]) {
                    least[i] = least(i, relative, absolute);
                }
            }
        }
        if (largest[0] > first) {
            follow(0, first == 0, relative, absolute, least);
        }
        if (largest[1] > second) {
            follow(1, second == 0, relative, absolute, least);
        }
    }

    /// Brings up to date what depends on the largest of a kind.
    private void follow(int kind, boolean all, double relative, double absolute, double[] least) {
        for (int i = 0; i < least.length; i++) {
            if (kinds[i] == kind && (all || least[i] != absolute || extents[i])) {
                least[i] = least(i, relative, absolute);
            }
        }
    }

    /// How large a state has been; where it has been less, a millionth of the largest of its kind.
    public double of(int state) {
        return Math.max(reached[state], SHARE * largest[kinds[state]]);
    }

    /// What a change of a state may be, besides a share of its value, without mattering: `absolute` in units of the state's
    /// magnitude, where this is below one.
    public double least(int state, double relative, double absolute) {
        double most = largest[kinds[state]];
        if (most == 0) {
            return absolute;
        }
        double own = absolute * of(state);
        double least = Math.min(absolute, Math.max(own, ROUNDING * most));
        return extents[state] ? Math.max(least, relative * ADDED * most) : least;
    }
}
