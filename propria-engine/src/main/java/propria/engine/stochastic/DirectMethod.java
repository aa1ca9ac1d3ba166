package propria.engine.stochastic;

import propria.engine.random.RandomStream;

/// The direct method: Gillespie 1977, Exact stochastic simulation of coupled chemical reactions
/// (doi:10.1021/j100540a008).
final class DirectMethod implements JumpMethod {

    private final Process process;

    DirectMethod(Process process) {
        this.process = process;
    }

    @Override
    public void restart() {
        // Each turn starts from the propensities alone.
    }

    @Override
    public void advance(double stop) {
        advance(stop, Long.MAX_VALUE);
    }

    /// Lets so many reactions happen, or fewer.
    ///
    /// @return whether the last one may have set off an event
    boolean advance(double stop, long most) {
        RandomStream random = process.random;
        for (long k = 0; k < most; k++) {
            double total = process.total();
            // The time to the next turn is exponential (eq. 21a); waiting has no memory, so what lies behind `stop` may
            // be drawn again from there.
            double next = total > 0 ? process.time + random.exponential() / total : stop;
            if (!(next < stop)) {
                process.time = stop;
                return false;
            }
            process.time = next;
            if (process.turn(choose(random.uniform() * total))) {
                return true;
            }
        }
        return false;
    }

    /// The reaction at which the running sum of propensities passes `mark` (eq. 21b).
    private int choose(double mark) {
        double[] propensities = process.propensities;
        double left = mark;
        int last = 0;
        for (int r = 0; r < propensities.length; r++) {
            double propensity = propensities[r];
            if (propensity > 0) {
                if (left < propensity) {
                    return r;
                }
                left -= propensity;
                last = r;
            }
        }
        return last;
    }
}
