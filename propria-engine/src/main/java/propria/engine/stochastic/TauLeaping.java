package propria.engine.stochastic;

import java.util.Arrays;
import propria.engine.random.Poisson;

/// Explicit tau-leaping with adaptive leaps: Cao, Gillespie and Petzold 2006, Efficient step size selection for the
/// tau-leaping simulation method (doi:10.1063/1.2159468). In a leap each reaction happens a Poisson number of times.
/// Reactions that are few turns from using up a reactant (critical ones) happen one at a time; where leaps would be
/// short, single turns are drawn by the direct method.
///
/// Events see the amounts after a leap, so they may come late by at most one leap.
final class TauLeaping implements JumpMethod {

    /// A leap shorter than this many mean waiting times is not worth its work (the paper's choice).
    private static final double FEWEST_TURNS = 10;
    /// How many single turns are then drawn (the paper's choice).
    private static final long SINGLE_TURNS = 100;

    private final Process process;
    private final DirectMethod single;
    private final LeapLength length;
    private final double[] before;
    private final double[] counts;

    TauLeaping(Process process) {
        this.process = process;
        single = new DirectMethod(process);
        length = new LeapLength(process);
        before = new double[process.y.length];
        counts = new double[process.reactionCount()];
    }

    @Override
    public void restart() {
        // Each leap starts from the propensities alone.
    }

    @Override
    public void advance(double stop) {
        while (process.time < stop) {
            double total = process.total();
            if (total == 0) {
                process.time = stop;
                return;
            }
            length.classify();
            double longest = length.longest();
            boolean watched = longest * total < FEWEST_TURNS
                    ? single.advance(stop, SINGLE_TURNS)
                    : leap(stop, longest, total);
            if (watched) {
                return;
            }
        }
    }

    /// One leap, shortened until no amount falls below zero.
    ///
    /// @return whether it may have set off an event
    private boolean leap(double stop, double longest, double total) {
        System.arraycopy(process.y, 0, before, 0, before.length);
        double most = longest;
        while (most * total >= FEWEST_TURNS) {
            double critical = length.criticalTotal();
            double toCritical = critical > 0
                    ? process.random.exponential() / critical
                    : Double.POSITIVE_INFINITY;
            double leap = Math.min(Math.min(most, toCritical), stop - process.time);
            boolean one = leap == toCritical;
            draw(leap, one ? chooseCritical(critical) : -1);
            if (isPossible()) {
                return land(leap == stop - process.time ? stop : process.time + leap);
            }
            System.arraycopy(before, 0, process.y, 0, before.length);
            most /= 2;
        }
        return single.advance(stop, SINGLE_TURNS);
    }

    private void draw(double leap, int critical) {
        for (int r = 0; r < counts.length; r++) {
            double propensity = process.propensities[r];
            counts[r] = length.isCritical(r) || propensity == 0 ? 0 : Poisson.draw(propensity * leap, process.random);
            if (r == critical) {
                counts[r] = 1;
            }
            if (counts[r] != 0) {
                process.add(r, counts[r]);
            }
        }
    }

    private int chooseCritical(double total) {
        double left = process.random.uniform() * total;
        int last = -1;
        for (int r = 0; r < counts.length; r++) {
            if (length.isCritical(r)) {
                if (left < process.propensities[r]) {
                    return r;
                }
                left -= process.propensities[r];
                last = r;
            }
        }
        return last;
    }

    private boolean isPossible() {
        for (double amount : process.y) {
            if (amount < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean land(double time) {
        process.time = time;
        process.leaps++;
        boolean watched = false;
        for (int r = 0; r < counts.length; r++) {
            if (counts[r] > 0) {
                process.turns += (long) counts[r];
                watched |= process.isWatched(r);
            }
        }
        Arrays.fill(counts, 0);
        process.recompute();
        return watched;
    }
}
