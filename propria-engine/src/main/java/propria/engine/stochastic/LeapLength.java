package propria.engine.stochastic;

import propria.engine.system.ReactionSystem;
import propria.engine.system.ReactionSystem.StateChange;

/// How long a leap may be: Cao, Gillespie and Petzold 2006, section IV. No propensity shall change by more than the share
/// epsilon, which holds while no reactant changes by more than epsilon / g of itself; g depends on the order of the
/// reactions that it takes part in. A state that a rate law names without being a reactant counts as of order one.
///
/// At equilibrium that bound lets a leap be longer than the time in which a state renews itself, where explicit leaps
/// overshoot and widen the spread. So a leap is also no longer than in which a tenth of any state would be used up.
final class LeapLength {

    private static final double EPSILON = 0.03;
    /// The share of a state that a leap may use up.
    private static final double USED_UP = 0.1;
    /// A reaction that can happen fewer times than this is critical.
    private static final double FEW = 10;

    private final Process process;
    private final StateChange[] changes;
    private final StateChange[] needs;
    private final int[] order;
    private final int[] most;
    private final boolean[] critical;
    private final double[] mean;
    private final double[] variance;
    private final double[] use;

    LeapLength(Process process) {
        this.process = process;
        ReactionSystem reactions = process.reactions();
        int count = process.reactionCount();
        changes = new StateChange[count];
        needs = new StateChange[count];
        critical = new boolean[count];
        order = new int[process.y.length];
        most = new int[process.y.length];
        mean = new double[process.y.length];
        variance = new double[process.y.length];
        use = new double[process.y.length];
        for (int r = 0; r < count; r++) {
            changes[r] = reactions.change(r);
            needs[r] = reactions.reactants(r);
            for (int state : reactions.arguments(r)) {
                raise(state, 1, 1);
            }
            int together = 0;
            for (double amount : needs[r].amounts()) {
                together += (int) amount;
            }
            for (int k = 0; k < needs[r].states().length; k++) {
                raise(needs[r].states()[k], together, (int) needs[r].amounts()[k]);
            }
        }
    }

    private void raise(int state, int reactionOrder, int taken) {
        if (reactionOrder > order[state] || reactionOrder == order[state] && taken > most[state]) {
            order[state] = reactionOrder;
            most[state] = taken;
        }
    }

    /// Decides which reactions are critical now.
    void classify() {
        for (int r = 0; r < critical.length; r++) {
            critical[r] = false;
            if (process.propensities[r] > 0) {
                StateChange change = changes[r];
                for (int k = 0; k < change.states().length; k++) {
                    double by = change.amounts()[k];
                    critical[r] |= by < 0 && process.y[change.states()[k]] < FEW * -by;
                }
            }
        }
    }

    boolean isCritical(int reaction) {
        return critical[reaction];
    }

    double criticalTotal() {
        double sum = 0;
        for (int r = 0; r < critical.length; r++) {
            sum += critical[r] ? process.propensities[r] : 0;
        }
        return sum;
    }

    /// The longest leap during which propensities hardly change (eq. 33).
    double longest() {
        expect();
        double longest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < order.length; i++) {
            if (order[i] > 0 && variance[i] > 0) {
                double bound = Math.max(EPSILON * process.y[i] / weight(i), 1);
                double leap = Math.min(bound / Math.abs(mean[i]), bound * bound / variance[i]);
                longest = Math.min(Math.min(longest, leap), Math.max(USED_UP * process.y[i], 1) / use[i]);
            }
        }
        return longest;
    }

    /// Mean and variance of the change of each state per time (eq. 32), without critical reactions.
    private void expect() {
        for (int i = 0; i < mean.length; i++) {
            mean[i] = 0;
            variance[i] = 0;
            use[i] = 0;
        }
        for (int r = 0; r < changes.length; r++) {
            double propensity = critical[r] ? 0 : process.propensities[r];
            int[] states = changes[r].states();
            double[] amounts = changes[r].amounts();
            for (int k = 0; k < states.length && propensity > 0; k++) {
                mean[states[k]] += amounts[k] * propensity;
                variance[states[k]] += amounts[k] * amounts[k] * propensity;
                use[states[k]] += Math.max(-amounts[k], 0) * propensity;
            }
        }
    }

    /// The g of a reactant (section IV, i to iii).
    private double weight(int state) {
        double x = process.y[state];
        if (order[state] <= 1 || most[state] <= 1) {
            return order[state];
        }
        double second = x > 1 ? 1 / (x - 1) : 1;
        if (most[state] == 2) {
            return order[state] == 2 ? 2 + second : 0.5 * order[state] * (2 + second);
        }
        return order[state] + second + (x > 2 ? 2 / (x - 2) : 2);
    }
}
