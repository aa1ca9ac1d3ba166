package propria.engine.stochastic;

import propria.engine.system.EquationSystem;

/// Finds the moments that time alone brings about: where a condition on time, or on what grows steadily, changes while
/// no reaction happens.
final class Clock {

    /// Within this many units in the last place of the time the moment is known.
    private static final double SHARP = 2;

    private final Process process;
    private final int[] roots;
    private final double[] now;
    private final double[] later;

    Clock(Process process) {
        this.process = process;
        EquationSystem system = process.system;
        roots = process.reactions().clockRoots();
        now = new double[system.rootCount()];
        later = new double[system.rootCount()];
    }

    /// The first moment after the process's time at which a condition is another than now, or `stop`. A condition that
    /// changes twice before `stop` may be missed when it is not linear in time.
    double next(double stop) {
        if (roots.length == 0 || !(process.time < stop)) {
            return stop;
        }
        evaluate(process.time, now);
        double low = process.time;
        double high = stop;
        if (differs(high)) {
            double sharp = SHARP * Math.ulp(Math.max(Math.abs(low), Math.abs(high)));
            double guess = guess(low, high);
            if (guess - 2 * sharp > low && !differs(guess - 2 * sharp)) {
                low = guess - 2 * sharp;
            }
            if (guess + 2 * sharp < high && differs(guess + 2 * sharp)) {
                high = guess + 2 * sharp;
            }
            while (high - low > sharp) {
                double middle = low + (high - low) / 2;
                if (differs(middle)) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
        }
        process.driftTo(process.time);
        return high;
    }

    /// Where the first condition would change if all were linear in time; the values at `high` are in `later`.
    private double guess(double low, double high) {
        double first = high;
        for (int k : roots) {
            if (Math.signum(now[k]) != Math.signum(later[k]) && now[k] != 0) {
                first = Math.min(first, low + (high - low) * (now[k] / (now[k] - later[k])));
            }
        }
        return first;
    }

    private boolean differs(double time) {
        evaluate(time, later);
        for (int k : roots) {
            if (Math.signum(now[k]) != Math.signum(later[k])) {
                return true;
            }
        }
        return false;
    }

    private void evaluate(double time, double[] values) {
        process.driftTo(time);
        process.system.roots(time, process.y, process.p, process.scratch, values);
    }
}
