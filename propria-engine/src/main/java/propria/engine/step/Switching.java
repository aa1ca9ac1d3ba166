package propria.engine.step;

import propria.engine.Tolerances;

/// Chooses between [Tsitouras54] and [Bdf] by how stiff the system is: at each start by how often the fastest rate fits
/// into the interval, then by what the steps show (after Petzold, SIAM J. Sci. Stat. Comput. 4 (1983) 136: change only
/// where the other method would take clearly less work). The choice depends on nothing but the system and the state, so it
/// is the same in every run.
public final class Switching implements StepMethod {

    /// So many turns of the fastest rate take more work with explicit steps, at 3.5 turns and six derivatives a step, than a
    /// few hundred implicit steps.
    private static final double MANY_TURNS = 300;
    /// An implicit step this short, in turns of the fastest rate, is short for the sake of accuracy.
    private static final double SHORT = 0.5;
    /// An explicit step this long, in the same turns, is about to become unstable.
    private static final double LONG = 3;
    private static final int LOOK_EVERY = 25;
    private static final int LOOKS = 4;

    private final Equations equations;
    private final Tsitouras54 explicit;
    private final Bdf implicit;
    private final boolean onlyImplicit;
    private boolean isExplicit;
    private int steps;
    private int shortSteps;
    /// How often short steps must be seen in a row; more often after an explicit step turned out too long.
    private int looks;

    public Switching(Equations equations, Tolerances tolerances) {
        this.equations = equations;
        explicit = new Tsitouras54(equations, tolerances);
        implicit = new Bdf(equations, tolerances);
        onlyImplicit = equations.system().algebraicStates().length > 0;
    }

    @Override
    public void start(double t, double[] y, double limit) {
        steps = 0;
        shortSteps = 0;
        looks = LOOKS;
        implicit.start(t, y, limit);
        isExplicit = !onlyImplicit && implicit.fastestRate() * (limit - t) < MANY_TURNS;
        if (isExplicit) {
            explicit.start(t, y, limit);
        }
    }

    @Override
    public void step(double limit) {
        steps++;
        if (isExplicit && isUnstable()) {
            implicit.start(explicit.time(), explicit.state(), limit);
            isExplicit = false;
            steps = 0;
            shortSteps = 0;
            looks *= 4;
        } else if (!isExplicit && !onlyImplicit && steps % LOOK_EVERY == 0 && isShort()) {
            explicit.start(implicit.time(), implicit.state(), limit);
            isExplicit = true;
            steps = 0;
        }
        current().step(limit);
        if (isExplicit) {
            equations.explicitSteps++;
        }
    }

    /// Whether stability limits the explicit steps, as they show themselves or as the Jacobian does now and then.
    private boolean isUnstable() {
        if (explicit.suspectsStiffness()) {
            return true;
        }
        return steps % LOOK_EVERY == 0 && implicit.look(explicit.time(), explicit.state())
                && explicit.length() * implicit.fastestRate() > LONG;
    }

    private boolean isShort() {
        shortSteps = implicit.length() * implicit.fastestRate() < SHORT ? shortSteps + 1 : 0;
        return shortSteps >= looks;
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
