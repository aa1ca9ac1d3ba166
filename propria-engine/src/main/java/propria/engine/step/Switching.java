package propria.engine.step;

import propria.engine.Tolerances;
import propria.engine.step.grid.DividedDifferences;

/// Chooses between [Tsitouras54] and [Bdf] by how far each comes with a step: while one steps, it is measured on the
/// solution how long a step of the other could be, and the other goes on where that is clearly more for the work (after
/// Petzold, SIAM J. Sci. Stat. Comput. 4 (1983) 136, who computes both lengths from the derivatives of the solution).
///
/// - While implicit steps are made, one explicit step is tried now and then, of the length at which explicit steps would
///   pay. It tells what no bound does: where the solution is followed closely, explicit steps can be much shorter than
///   stability allows.
/// - While explicit steps are made, divided differences of the last states tell how long implicit steps could be.
///
/// Each trial that fails, and each return, doubles the number of implicit steps until the next trial. The choice depends
/// on nothing but the system and the state, so it is the same in every run.
public final class Switching implements StepMethod {

    /// So many turns of the fastest rate take more work with explicit steps, at 3.5 turns and six derivatives a step, than a
    /// few hundred implicit steps.
    private static final double MANY_TURNS = 300;
    /// Explicit steps pay when they are this many times as long as implicit ones. An explicit step takes 1.36 times as
    /// long as an implicit one in the median over models, 0.8 to 2.5 times in single ones (decision 47).
    private static final double WORTHWHILE = 1.3;
    /// Implicit steps pay again when they could be this many times as long as explicit ones: explicit ones have the smaller
    /// error at the same tolerance, and the implicit method begins again at order one.
    private static final double CLEARLY_LONGER = 1.5;
    /// An explicit step longer than this, in turns of the fastest rate, is not tried: the next ones would be unstable.
    private static final double STABLE = 2;
    /// An explicit step this long, in the same turns, is about to become unstable.
    private static final double LONG = 3;
    private static final int LOOK_EVERY = 25;
    /// The explicit steps from one state that is kept to the next: at each look there are enough of them.
    private static final int APART = 3;
    private static final int LONGEST_WAIT = 1 << 20;

    private final Equations equations;
    private final Tsitouras54 explicit;
    private final Bdf implicit;
    private final DividedDifferences past;
    private final boolean onlyImplicit;
    private boolean isExplicit;
    /// Since the last change of the method.
    private int steps;
    /// After so many implicit steps an explicit one is tried.
    private int next;
    private int wait;

    public Switching(Equations equations, Tolerances tolerances) {
        this.equations = equations;
        explicit = new Tsitouras54(equations, tolerances);
        implicit = new Bdf(equations, tolerances);
        past = new DividedDifferences(equations.system().stateCount());
        onlyImplicit = equations.system().algebraicStates().length > 0;
    }

    @Override
    public void start(double t, double[] y, double limit) {
        steps = 0;
        wait = LOOK_EVERY;
        next = wait;
        implicit.start(t, y, limit);
        isExplicit = !onlyImplicit && implicit.fastestRate() * (limit - t) < MANY_TURNS;
        if (isExplicit) {
            explicit.start(t, y, limit);
            past.clear();
        }
    }

    @Override
    public void step(double limit) {
        steps++;
        if (isExplicit) {
            if (explicit.suspectsStiffness() || steps % LOOK_EVERY == 0 && isOvertaken(limit)) {
                implicit.start(explicit.time(), explicit.state(), limit);
                isExplicit = false;
                steps = 0;
                waitLonger();
            }
        } else if (!onlyImplicit && steps >= next && tries(limit)) {
            isExplicit = true;
            steps = 1;
            past.clear();
            equations.explicitSteps++;
            return;
        }
        current().step(limit);
        if (isExplicit) {
            equations.explicitSteps++;
            if (steps % APART == 0) {
                past.add(explicit.time(), explicit.state());
            }
        }
    }

    /// Tries an explicit step so long that it pays.
    ///
    /// @return whether it is made
    private boolean tries(double limit) {
        double length = WORTHWHILE * implicit.length();
        boolean made = false;
        if (length * implicit.fastestRate() < STABLE && length < limit - implicit.time()) {
            made = explicit.tries(implicit.time(), implicit.state(), length, limit);
            if (!made) {
                waitLonger();
            }
        }
        next = steps + wait;
        return made;
    }

    private void waitLonger() {
        wait = Math.min(2 * wait, LONGEST_WAIT);
        next = wait;
    }

    /// Whether implicit steps could be clearly longer, or stability is about to limit the explicit ones.
    private boolean isOvertaken(double limit) {
        boolean ends = CLEARLY_LONGER * explicit.length() >= limit - explicit.time();
        if (!ends && past.isFull() && implicit.project(past) > CLEARLY_LONGER * explicit.length()) {
            return true;
        }
        return implicit.look(explicit.time(), explicit.state())
                && explicit.length() * implicit.fastestRate() > LONG;
    }

    private StepMethod current() {
        return isExplicit ? explicit : implicit;
    }

    @Override
    public double previousTime() {
        return current().previousTime();
    }

    @Override
    public double time() {
        return current().time();
    }

    @Override
    public double[] state() {
        return current().state();
    }

    @Override
    public void interpolate(double t, double[] y) {
        current().interpolate(t, y);
    }

    @Override
    public double[] scaledErrors() {
        return current().scaledErrors();
    }
}
