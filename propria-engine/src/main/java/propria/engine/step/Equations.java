package propria.engine.step;

import java.util.Arrays;
import propria.engine.Counters;
import propria.engine.constraint.Constraints;
import propria.engine.history.Magnitudes;
import propria.engine.history.Past;
import propria.engine.linear.LinearSolver;
import propria.engine.system.EquationSystem;

/// A system with the values of one subject: parameters, running infusions, memory, counts of work.
public final class Equations implements Constraints.Functions {

    private final EquationSystem system;
    private final LinearSolver.Maker solvers;
    private final double[] scratch;
    private final double[] infusion;
    private double[] parameters = {};
    private boolean infused;
    private final Constraints constraints;
    private final Constraints following;
    private final boolean[] algebraic;
    private final boolean[] atOnce;
    private final FastReactions fast;
    private final Magnitudes magnitudes;
    private final Past past;
    private final double[] inTime;
    private final double[] shifted;
    private long derivatives;
    private long jacobians;
    long steps;
    long explicitSteps;
    long rejectedSteps;
    long factorisations;
    private long events;

    public Equations(EquationSystem system) {
        this(system, LinearSolver::of);
    }

    /// With another way to solve linear systems.
    public Equations(EquationSystem system, LinearSolver.Maker solvers) {
        this.system = system;
        this.solvers = solvers;
        this.scratch = new double[system.scratchSize()];
        this.infusion = new double[system.stateCount()];
        constraints = Constraints.of(system);
        following = Constraints.withExtents(system);
        algebraic = marked(Constraints.held(system));
        atOnce = marked(system.algebraicStates());
        fast = new FastReactions(system);
        magnitudes = new Magnitudes(system);
        past = new Past(system);
        inTime = new double[system.stateCount()];
        shifted = new double[system.stateCount()];
    }

    private boolean[] marked(int[] states) {
        boolean[] marks = new boolean[system.stateCount()];
        for (int state : states) {
            marks[state] = true;
        }
        return marks;
    }

    /// Takes over the parameters of a subject, already prepared, and forgets infusions and counts.
    public void begin(double[] prepared) {
        parameters = prepared;
        fast.begin();
        magnitudes.begin();
        Arrays.fill(infusion, 0);
        infused = false;
        derivatives = 0;
        jacobians = 0;
        steps = 0;
        explicitSteps = 0;
        rejectedSteps = 0;
        factorisations = 0;
        events = 0;
    }

    public EquationSystem system() {
        return system;
    }

    /// A new solver for the Jacobian.
    LinearSolver solver() {
        return solvers.of(system.jacobianPattern(), algebraic);
    }

    public double[] parameters() {
        return parameters;
    }

    public double[] scratch() {
        return scratch;
    }

    /// Ends all infusions.
    public void stopInfusions() {
        Arrays.fill(infusion, 0);
        infused = false;
    }

    /// Adds to the rate of a state until all infusions end.
    public void infuse(int state, double rate) {
        infusion[state] += rate;
        infused = true;
    }

    public void setParameter(int index, double value) {
        parameters[index] = value;
        system.prepare(parameters);
    }

    /// The right-hand side: `dy/dt`, or what must be zero of an algebraic state.
    ///
    /// @return whether every rate is a finite number
    public boolean rates(double t, double[] y, double[] rates) {
        sides(t, y, rates);
        return isFinite(rates);
    }

    @Override
    public void sides(double t, double[] y, double[] sides) {
        derivatives++;
        past.recall(t, y, parameters, scratch);
        system.derivative(t, y, parameters, scratch, sides);
        if (infused) {
            for (int i = 0; i < infusion.length; i++) {
                sides[i] += infusion[i];
            }
        }
        fast.speedUp(sides);
    }

    /// How fast every state moves, also the algebraic ones; `y` satisfies their equations. Where these do not tell how fast,
    /// an algebraic state counts as resting.
    ///
    /// @param span a time over which the system changes
    /// @return whether every rate is a finite number
    public boolean slopes(double t, double[] y, double span, double[] slopes) {
        if (!rates(t, y, slopes)) {
            return false;
        }
        if (following.isEmpty()) {
            return true;
        }
        byTime(t, y, 1e-8 * Math.max(Math.abs(t), span), slopes, inTime);
        if (!following.slopes(this, t, y, inTime, slopes)) {
            for (int state : system.algebraicStates()) {
                slopes[state] = 0;
            }
        }
        return true;
    }

    /// How fast the right-hand side changes with time alone: exactly, or as a difference where that is not known or infinite. A
    /// difference sees what is to come a moment later, such as a jump.
    ///
    /// @param shift a time in which the system changes little
    /// @param rates the right-hand side at `t`
    void byTime(double t, double[] y, double shift, double[] rates, double[] changes) {
        if (system.byTime(t, y, parameters, scratch, changes) && isFinite(changes)) {
            fast.speedUp(changes);
            return;
        }
        double later = t + shift;
        sides(later, y, changes);
        for (int i = 0; i < changes.length; i++) {
            changes[i] = (changes[i] - rates[i]) / (later - t);
        }
    }

    /// Finds the algebraic states that belong to the others, where these have jumped.
    public void settle(double t, double[] y) {
        system.fold(t, y, parameters, scratch);
        if (!constraints.solve(this, t, y)) {
            throw new StepFailure(StepFailure.Reason.INCONSISTENT, t, new double[0]);
        }
    }

    /// Lets fast reactions run until they rest.
    ///
    /// @param span the length of the run
    /// @return whether any amount has moved by more than rounding
    /// @throws StepFailure where they come to no rest
    public boolean relax(double t, double[] y, double span) {
        return !fast.isEmpty() && fast.relax(this, t, y, span);
    }

    /// Lets slow states move on for a moment at the rates that they have.
    ///
    /// @return false where these are no numbers or algebraic rules have no solution then
    public boolean drift(double t, double later, double[] y) {
        fold(t, y);
        sides(t, y, shifted);
        for (int i = 0; i < y.length; i++) {
            y[i] += atOnce[i] ? 0 : (later - t) * shifted[i];
        }
        return isFinite(y) && constraints.solve(this, later, y);
    }

    /// What a change of a state may be, besides a share of its value, without mattering.
    public double least(int state, double relative, double absolute) {
        return magnitudes.least(state, relative, absolute);
    }

    /// How large a state has been since [#begin]; not zero unless all of its kind have been.
    public double magnitude(int state) {
        return magnitudes.of(state);
    }

    /// How large each state has been since [#begin].
    Magnitudes magnitudes() {
        return magnitudes;
    }

    /// Lets fast reactions begin at zero again.
    public void fold(double t, double[] y) {
        system.fold(t, y, parameters, scratch);
    }

    /// Where a step from `t` must end at the latest so that it looks back on what is known.
    public double stepLimit(double t, double[] y, double stop) {
        return past.isEmpty() ? stop : Math.min(stop, t + past.longestStep(t, y, parameters, scratch));
    }

    /// For each state, whether an equation holds it in place; not to be changed.
    public boolean[] algebraic() {
        return algebraic;
    }

    /// For each state, whether it follows others at once: what equations hold in place, and extents of fast reactions; not
    /// to be changed.
    boolean[] atOnce() {
        return atOnce;
    }

    public Past past() {
        return past;
    }

    /// Puts the values of the past that belong to `t` among the parameters.
    public void recall(double t, double[] y) {
        past.recall(t, y, parameters, scratch);
    }

    /// `df/dy` in the order of the pattern.
    ///
    /// @return whether every entry is a finite number
    public boolean finiteJacobian(double t, double[] y, double[] entries) {
        jacobian(t, y, entries);
        return isFinite(entries);
    }

    @Override
    public void jacobian(double t, double[] y, double[] entries) {
        jacobians++;
        recall(t, y);
        system.jacobian(t, y, parameters, scratch, entries);
        fast.speedUpEntries(entries);
    }

    /// In four chains of products, none of which waits for another.
    private static boolean isFinite(double[] values) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < values.length; i += 4) {
            first *= values[i];
            second *= values[i + 1];
            third *= values[i + 2];
            fourth *= values[i + 3];
        }
        for (; i < values.length; i++) {
            first *= values[i];
        }
        return first + second + third + fourth == 0;
    }

    public void outputs(double t, double[] y, double[] values) {
        recall(t, y);
        system.outputs(t, y, parameters, scratch, values);
    }

    /// Counts a matrix that is factored.
    public void countFactorisation() {
        factorisations++;
    }

    /// Counts an event that is carried out.
    public void countEvent() {
        events++;
    }

    /// The events carried out since [#begin].
    public long events() {
        return events;
    }

    /// The accepted steps since [#begin] that [Switching] made with its explicit method.
    public long explicitSteps() {
        return explicitSteps;
    }

    /// The steps tried since [#begin], accepted or not.
    public long attempts() {
        return steps + rejectedSteps;
    }

    /// The work since [#begin].
    public Counters counters() {
        return new Counters(1, steps, rejectedSteps, derivatives, jacobians, factorisations, events, 0);
    }
}
