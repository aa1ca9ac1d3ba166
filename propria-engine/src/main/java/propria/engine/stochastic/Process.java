package propria.engine.stochastic;

import java.util.List;
import java.util.Locale;
import propria.engine.random.RandomStream;
import propria.engine.system.EquationSystem;
import propria.engine.system.ReactionSystem;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// A model in the middle of a run: time, amounts, parameters, propensities.
///
/// States that a rate rule moves grow steadily; between two things that happen they are their value at an anchor plus
/// the time since then at their rate, so that long runs gather no rounding.
final class Process {

    final EquationSystem system;
    final RandomStream random = new RandomStream();
    final double[] y;
    final double[] scratch;
    final double[] propensities;
    double[] p = {};
    double time;
    long turns;
    long leaps;
    long events;

    private final ReactionSystem reactions;
    private final List<String> stateIds;
    private final int[][] states;
    private final double[][] amounts;
    private final boolean[] watched;
    private final boolean[] counted;
    private final int[] drifting;
    private final double[] rates;
    private final double[] anchor;
    private double anchorTime;

    Process(EquationSystem system, ReactionSystem reactions, List<String> stateIds) {
        this.system = system;
        this.stateIds = stateIds;
        this.reactions = reactions;
        y = new double[system.stateCount()];
        scratch = new double[Math.max(system.scratchSize(), reactions.scratchSize())];
        int count = reactions.reactionCount();
        propensities = new double[count];
        states = new int[count][];
        amounts = new double[count][];
        watched = new boolean[count];
        counted = new boolean[y.length];
        for (int r = 0; r < count; r++) {
            states[r] = reactions.change(r).states();
            amounts[r] = reactions.change(r).amounts();
            watched[r] = reactions.watched(r);
            for (int state : states[r]) {
                counted[state] = true;
            }
        }
        drifting = reactions.drifting();
        rates = new double[y.length];
        anchor = new double[drifting.length];
    }

    int reactionCount() {
        return propensities.length;
    }

    ReactionSystem reactions() {
        return reactions;
    }

    /// Starts a run.
    void begin(double start, double[] initial, double[] parameters) {
        System.arraycopy(initial, 0, y, 0, y.length);
        p = parameters;
        time = start;
        turns = 0;
        leaps = 0;
        events = 0;
    }

    /// Takes in that states, parameters or conditions have changed.
    ///
    /// @throws ProblemException N304 if an amount that reactions count is no whole number
    void refresh() {
        for (int i = 0; i < y.length; i++) {
            if (counted[i] && !(y[i] == Math.rint(y[i]) && Math.abs(y[i]) < 0x1.0p53)) {
                throw new ProblemException(fraction(stateIds.get(i), y[i], time));
            }
        }
        if (drifting.length > 0) {
            system.derivative(time, y, p, scratch, rates);
            anchorTime = time;
            for (int k = 0; k < drifting.length; k++) {
                anchor[k] = y[drifting[k]];
            }
        }
        recompute();
    }

    /// Computes all propensities.
    void recompute() {
        reactions.propensities(time, y, p, scratch, propensities);
    }

    /// Sets what grows steadily to its value at a time; reactions do not happen by this.
    void driftTo(double t) {
        for (int k = 0; k < drifting.length; k++) {
            y[drifting[k]] = anchor[k] + (t - anchorTime) * rates[drifting[k]];
        }
    }

    void setParameter(int index, double value) {
        p[index] = value;
        system.prepare(p);
    }

    /// The sum of all propensities.
    ///
    /// @throws ProblemException N305 if one is negative or not finite
    double total() {
        double sum = 0;
        for (double propensity : propensities) {
            if (!(propensity >= 0)) {
                throw impossible();
            }
            sum += propensity;
        }
        if (sum == Double.POSITIVE_INFINITY) {
            throw impossible();
        }
        return sum;
    }

    ProblemException impossible() {
        for (int r = 0; r < propensities.length; r++) {
            if (!(propensities[r] >= 0 && propensities[r] < Double.POSITIVE_INFINITY)) {
                return new ProblemException(impossible(reactions.id(r), propensities[r], time));
            }
        }
        return new ProblemException(impossible("(all together)", Double.POSITIVE_INFINITY, time));
    }

    /// Carries out one turn and recomputes the propensities that it can change.
    ///
    /// @return whether it may have set off an event
    boolean turn(int reaction) {
        turns++;
        add(reaction, 1);
        reactions.update(reaction, time, y, p, scratch, propensities);
        for (int state : states[reaction]) {
            if (y[state] < 0) {
                throw new ProblemException(exhausted(reactions.id(reaction), time));
            }
        }
        return watched[reaction];
    }

    /// Adds the changes of several turns; propensities are left as they were.
    void add(int reaction, double times) {
        int[] changed = states[reaction];
        double[] by = amounts[reaction];
        for (int k = 0; k < changed.length; k++) {
            y[changed[k]] += times * by[k];
        }
    }

    boolean isWatched(int reaction) {
        return watched[reaction];
    }

    private static Problem fraction(String state, double value, double time) {
        return Problem.error("N304", "the amount of " + state + " is " + value + " at time " + at(time),
                "reactions change amounts by whole numbers, so amounts must be whole numbers",
                "start from a whole number, and let events assign whole numbers: floor(...)");
    }

    private static Problem impossible(String reaction, double value, double time) {
        return Problem.error("N305", "the rate of reaction " + reaction + " is " + value + " at time " + at(time),
                "the rate is the chance of a turn per time, so it must be a number that is not negative",
                "write a reaction that runs both ways as two reactions; look for divisions by zero");
    }

    private static Problem exhausted(String reaction, double time) {
        return Problem.error("N306", "reaction " + reaction + " takes more than there is at time " + at(time),
                "its rate is above zero although there is not enough for a turn",
                "let the law be zero there: k * A * (A - 1) / 2 when a turn takes two of A");
    }

    private static String at(double time) {
        return String.format(Locale.ROOT, "%.6g", time);
    }
}
